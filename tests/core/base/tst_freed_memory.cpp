// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What strings leave behind in memory that was given back, read as who takes an image of the memory would read it.
#include "core/base/FreedMemory.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>
#include <thread>
#include <vector>

using namespace carriel;

namespace {
// Kept disguised: the test must not find itself.
constexpr char disguise = 0x55;
QByteArray disguised() { return QByteArrayLiteral("\x30\x2c\x1f\x30\x39\x26\x30\x36\x27\x30\x21\x78\x21\x3a\x3e\x30\x3b"); }

void undisguise(QByteArray &bytes)
{
    for (char &c : bytes)
        c = char(c ^ disguise);
}

int found()
{
    QFile maps(QStringLiteral("/proc/self/maps")), memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    QByteArray mark = disguised(), page(1 << 20, '\0');
    undisguise(mark);
    int count = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.contains(" rw") || line.contains("[stack]"))
            continue;
        const QList<QByteArray> range = line.left(line.indexOf(' ')).split('-');
        const qint64 end = range.at(1).toLongLong(nullptr, 16);
        for (qint64 at = range.at(0).toLongLong(nullptr, 16); at < end; at += page.size()) {
            const qint64 got = memory.seek(at) ? memory.read(page.data(), qMin<qint64>(page.size(), end - at)) : 0;
            if (at + got > qint64(page.data()) && at < qint64(page.data()) + page.size())
                continue; // this reading itself
            for (qsizetype i = 0; got > 0 && (i = QByteArrayView(page).first(got).indexOf(mark, i)) >= 0; ++i)
                ++count;
        }
        wipeMemory(page.data(), std::size_t(page.size()));
    }
    wipeMemory(mark.data(), std::size_t(mark.size()));
    return count;
}
} // namespace

namespace {
// As a thread leaves it that handled a thousand requests: pieces of all sizes, between others that stay in use and are returned.
std::vector<QByteArray> handleMany()
{
    std::vector<QByteArray> kept, gone;
    QByteArray mark = disguised();
    undisguise(mark);
    for (int i = 0; i < 4000; ++i) {
        gone.push_back(QByteArray(i * 37 % 1500, 'x') + mark);
        kept.push_back(QByteArray(i * 53 % 700, 'y'));
    }
    wipeMemory(mark.data(), std::size_t(mark.size()));
    return kept;
}
} // namespace

class TestFreedMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasGivenBackIsWiped()
    {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("another heap");
#endif
        int before = 0, after = 0;
        std::thread worker([&] {
            const std::vector<QByteArray> kept = handleMany();
            before = found();
            wipeFreedMemory();
            after = found();
        });
        worker.join();
        QVERIFY2(before > 1000, qPrintable(QString::number(before)));
        QVERIFY2(after >= 0 && after < before / 100, qPrintable(QStringLiteral("%1 of %2 are left").arg(after).arg(before)));
    }

    void whatEndedThreadsLeftIsWiped()
    {
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("another heap");
#endif
        std::vector<QByteArray> kept[2];
        std::thread first([&] { kept[0] = handleMany(); }), second([&] { kept[1] = handleMany(); });
        first.join();
        second.join();
        const int before = found();
        wipeMemoryOfEndedThreads();
        const int after = found();
        QVERIFY2(before > 1000, qPrintable(QString::number(before)));
        QVERIFY2(after >= 0 && after < before / 100, qPrintable(QStringLiteral("%1 of %2 are left").arg(after).arg(before)));
    }
};

QTEST_APPLESS_MAIN(TestFreedMemory)
#include "tst_freed_memory.moc"
