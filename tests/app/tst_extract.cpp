// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Strangers' files against the real child, and strange children against the parent.
#include "app/extract/ChildTextExtractor.h"
#include "tests/support/Patience.h"
#include "tests/support/SimplePdf.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using carriel::test::pdfOfLines;
using namespace std::chrono_literals;

namespace {

const QString pdfType = QStringLiteral("application/pdf");
QString realChild() { return QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-extract"); }

} // namespace

class ExtractTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    QString script(const QByteArray &body)
    {
        static int number = 0;
        const QString path = m_dir.filePath(QStringLiteral("child%1").arg(++number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + body + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private Q_SLOTS:
    void readsAPdf()
    {
        ChildTextExtractor extractor(realChild());
        const auto text = extractor.extract(pdfOfLines({"Diploma de bachiller", "Medell\\355n"}), pdfType);
        QVERIFY2(text.ok(), text.ok() ? "" : qPrintable(text.error().detail));
        QVERIFY(text.value().contains(QStringLiteral("Diploma de bachiller")));
        QVERIFY(text.value().contains(QStringLiteral("Medellín")));
        QVERIFY(text.value().contains(u'\f'));
    }

    void canDoNothingElse()
    {
        QProcess child;
        child.setWorkingDirectory(m_dir.path());
        child.start(realChild(), {QStringLiteral("--self-test")});
        QVERIFY(child.waitForFinished(carriel::test::patienceMs));
        const QByteArray said = child.readAllStandardOutput();
        if (said.contains("sealed no"))
            QSKIP("this system has no seccomp filter");
        QVERIFY2(!said.contains("ALLOWED"), said.constData());
        QVERIFY2(said.contains("network denied"), said.constData());
        QVERIFY2(said.contains("fork denied"), said.constData());
        QCOMPARE(child.exitCode(), 0);
        QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("carriel-was-here*")}).size(), 0);
    }

    void inheritsNoDescriptor()
    {
        QProcess shell;
        shell.setWorkingDirectory(m_dir.path());
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"),
            QString(QStringLiteral("exec 9</etc/passwd; exec '") + realChild() + QStringLiteral("' --self-test"))});
        QVERIFY(shell.waitForFinished(carriel::test::patienceMs));
        QVERIFY(shell.readAllStandardOutput().contains("inherited-descriptor denied"));
    }

    void refusesWhatIsNoPdf_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray noise(100000, Qt::Uninitialized);
        QRandomGenerator(1).generate(reinterpret_cast<quint32 *>(noise.data()), reinterpret_cast<quint32 *>(noise.data()) + 25000);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << noise;
        QTest::newRow("noise after a header") << "%PDF-1.7\n" + noise;
        QTest::newRow("open brackets") << "%PDF-1.7\n1 0 obj\n" + QByteArray(2000000, '[');
        QTest::newRow("open dictionaries") << "%PDF-1.7\n1 0 obj\n" + QByteArray("<</A").repeated(400000);
        QTest::newRow("wrong table") << QByteArray("%PDF-1.4\nxref\n0 99999999\ntrailer<</Size 99999999/Root 1 0 R>>\nstartxref\n9\n%%EOF");
        QTest::newRow("its own previous table")
            << QByteArray("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF");
    }
    void refusesWhatIsNoPdf()
    {
        QFETCH(QByteArray, bytes);
        ChildTextExtractor extractor(realChild());
        const auto text = extractor.extract(bytes, pdfType);
        QVERIFY(!text.ok());
        QCOMPARE(text.error().codeText(), QStringLiteral("CAR-SVC-020"));
    }

    // Damaged files may be read or refused; the parent gets an answer either way and goes on.
    void survivesDamage()
    {
        ChildTextExtractor extractor(realChild(), {.deadline = 2s}); // some of these do hang the library
        const QByteArray whole = pdfOfLines({"uno", "dos", "tres"});
        for (int part = 1; part < 12; ++part)
            (void)extractor.extract(whole.left(whole.size() * part / 12), pdfType);
        QRandomGenerator random(2);
        for (int round = 0; round < 20; ++round) {
            QByteArray damaged = whole;
            for (int n = 0; n < 30; ++n)
                damaged[qsizetype(random.bounded(quint32(damaged.size())))] = char(random.bounded(256));
            (void)extractor.extract(damaged, pdfType);
        }
        QByteArray selfParent = whole;
        selfParent.replace("/Kids[4 0 R", "/Kids[2 0 R"); // the tree of pages contains itself
        (void)extractor.extract(selfParent, pdfType);
        QVERIFY(extractor.extract(whole, pdfType).ok());
    }

    void endsAChildThatHangs()
    {
        ChildTextExtractor extractor(script("while :; do :; done"), {.deadline = 300ms});
        QVERIFY(!extractor.extract("%PDF", pdfType).ok());
        ChildTextExtractor deaf(script("exec sleep 600"), {.deadline = 300ms});
        QVERIFY(!deaf.extract(QByteArray(10'000'000, 'x'), pdfType).ok()); // it never reads what it is given
    }

    void endsAChildThatNeverStopsTalking()
    {
        ChildTextExtractor extractor(script("exec yes"), {.deadline = 20s, .maxText = 100'000});
        const auto text = extractor.extract("%PDF", pdfType);
        QVERIFY(!text.ok());
        QCOMPARE(text.error().detail, QStringLiteral("said too much"));
    }

    void survivesAChildThatDies()
    {
        for (const char *body : {"kill -SEGV $$", "kill -KILL $$", "exit 1", "exec 0<&-; exec true", "cat >/dev/null; exit 70"}) {
            ChildTextExtractor extractor(script(body));
            const auto text = extractor.extract(QByteArray(3'000'000, 'x'), pdfType);
            if (QByteArray(body).contains("true"))
                QVERIFY(text.ok() && text.value().isEmpty());
            else
                QVERIFY2(!text.ok(), body);
        }
        ChildTextExtractor missing(m_dir.filePath(QStringLiteral("not-there")));
        QVERIFY(!missing.extract("%PDF", pdfType).ok());
    }

    void takesNoMoreThanItsLimit()
    {
        ChildTextExtractor small(realChild(), {.maxInput = 10});
        QVERIFY(!small.extract("%PDF-1.4 and more", pdfType).ok());
    }

    void decodesText()
    {
        ChildTextExtractor extractor(realChild());
        const QString plain = QStringLiteral("text/plain");
        QCOMPARE(extractor.extract("Ni\xc3\xb1o", plain).value(), QStringLiteral("Niño"));
        QCOMPARE(extractor.extract("Ni\xf1o \x80", QStringLiteral("text/plain; charset=x")).value(), QStringLiteral("Niño €"));
        QCOMPARE(extractor.extract(QByteArray("\xff\xfe" "A\0B\0", 6), plain).value(), QStringLiteral("AB"));
        QCOMPARE(extractor.extract("<p>uno<style>x{}</style><script>if(a<b)</script>dos</p>", QStringLiteral("text/html"))
                     .value().simplified(), QStringLiteral("uno dos"));
        QVERIFY(extractor.handles(QStringLiteral("application/pdf")));
        QVERIFY(!extractor.handles(QStringLiteral("image/png")));
        QVERIFY(!extractor.extract("x", QStringLiteral("image/png")).ok());
    }
};

QTEST_GUILESS_MAIN(ExtractTest)
#include "tst_extract.moc"
