// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The count ticket, as whoever takes an image of the memory or of the swap would look for it: it lies in one locked page that no
// image of a crash has, it is wiped when it ends, and what the network made of it after each asking.
#include "core/services/LockedCount.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace carriel;

namespace {
// Kept disguised: the test must not find itself.
constexpr char disguise = 0x55;
SecretBytes mark()
{
    QByteArray bytes = QByteArrayLiteral("\x36\x3a\x20\x3b\x21\x78\x21\x3c\x36\x3e\x30\x21\x78\x64\x67\x66\x61\x78\x3b\x3a\x21\x78\x39\x30\x33\x21");
    for (char &c : bytes)
        c = char(c ^ disguise);
    return SecretBytes::takeFrom(bytes);
}

// What the kernel says of the pages at `at`; empty: they are not there.
QByteArrayList flagsOf(const void *at)
{
    QFile maps(QStringLiteral("/proc/self/smaps"));
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = quint64(quintptr(at));
    bool here = false;
    const QByteArrayList lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype dash = line.indexOf('-'), blank = line.indexOf(' ');
        bool first = false, second = false;
        const quint64 from = line.left(qMax<qsizetype>(dash, 0)).toULongLong(&first, 16);
        const quint64 to = line.mid(dash + 1, blank - dash - 1).toULongLong(&second, 16);
        if (first && second)
            here = from <= wanted && wanted < to;
        if (here && line.startsWith("VmFlags:"))
            return line.mid(8).simplified().split(' ');
    }
    return {};
}

int copiesInMemory()
{
    QFile maps(QStringLiteral("/proc/self/maps")), memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    const SecretBytes wanted = mark();
    QByteArray page(1 << 20, '\0');
    int count = 0;
    const QByteArrayList lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.contains(" rw") || line.contains("[stack]"))
            continue;
        const QByteArrayList range = line.left(line.indexOf(' ')).split('-');
        const qint64 end = range.at(1).toLongLong(nullptr, 16);
        for (qint64 at = range.at(0).toLongLong(nullptr, 16); at < end; at += page.size()) {
            const qint64 got = memory.seek(at) ? memory.read(page.data(), qMin<qint64>(page.size(), end - at)) : 0;
            for (qsizetype i = 0; got > 0 && (i = QByteArrayView(page).first(got).indexOf(wanted.view(), i)) >= 0; ++i) {
                const auto place = quint64(at + i);
                const auto own = quint64(quintptr(wanted.data())), read = quint64(quintptr(page.data()));
                if (place != own && (place < read || place >= read + quint64(page.size())))
                    ++count;
            }
        }
        wipeMemory(page.data(), std::size_t(page.size()));
    }
    return count;
}
} // namespace

class TestLockedCount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#if !defined(__linux__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("another memory");
#endif
    }

    void itLiesInLockedMemoryAlone()
    {
        SystemRandom random;
        LockedCount count(random, std::chrono::hours(1));
        CountTicket ticket{mark(), QUrl(QStringLiteral("https://127.0.0.1:1/v1")), {}, 28800};
        const void *at = ticket.secret.data();
        if (!flagsOf(at).contains("lo"))
            QSKIP("this system lets nobody lock memory");
        count.keep(std::move(ticket));
        QVERIFY(count.has());
        QVERIFY(flagsOf(at).contains("lo")); // moved, not copied
        QVERIFY(flagsOf(at).contains("dd")); // in no image of a crash
        QCOMPARE(copiesInMemory(), 1);
        count.end();
        QVERIFY(!count.has());
        QCOMPARE(copiesInMemory(), 0);
    }

    void askingLeavesNothingBehind()
    {
        QTcpServer nobody; // takes the connection and says no word of TLS
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        connect(&nobody, &QTcpServer::newConnection, &nobody, [&nobody] { nobody.nextPendingConnection()->close(); });
        SystemRandom random;
        LockedCount count(random, std::chrono::milliseconds(20));
        count.keep({mark(), QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(nobody.serverPort())), {}, 28800});
        int asked = 0;
        connect(&count, &LockedCount::asked, this, [&asked] { ++asked; });
        count.begin();
        QTRY_VERIFY_WITH_TIMEOUT(asked >= 8, carriel::test::patienceMs);
        const int before = asked;
        count.end();
        QTRY_VERIFY_WITH_TIMEOUT(asked > before || copiesInMemory() == 0, carriel::test::patienceMs);
        // A piece that the system's heap keeps for itself is out of reach; eight askings would have left dozens.
        QVERIFY(copiesInMemory() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestLockedCount)
#include "tst_locked_count.moc"
