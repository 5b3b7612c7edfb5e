// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Strangers' files in the child that judges them, and children that go wrong: none may hang, exhaust or end the
// program, and none may become green. That the child says what the reader says in this process, every verification of
// SigningDesk tells.
#include "core/signing/SigningErrors.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "tests/core/signing/Bend.h"
#include "tests/support/Patience.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;
using namespace std::chrono_literals;

class SigningConfined : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QString script(const QByteArray &body)
    {
        const QString path = put(QStringLiteral("child.sh"), "#!/bin/sh\n" + body + "\n");
        QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    Result<Judgement> judged(const QByteArray &bytes, const ConfinedLimits &limits = {})
    {
        const auto lent = LentBytes::copyOf(QByteArrayView(bytes));
        Question question;
        question.trust = pki.trust();
        question.at = clock.nowUtc();
        question.digest = true;
        return judgeConfined(*lent.value(), nullptr, question, limits);
    }

    // A document whose objects are a page, what `body` says of each number, and a table that fits.
    static QByteArray documentOf(int objects, const std::function<QByteArray(int)> &body)
    {
        QByteArray out = "%PDF-1.7\n";
        QList<qsizetype> at;
        const auto object = [&](const QByteArray &text) {
            at += out.size();
            out += QByteArray::number(at.size()) + " 0 obj\n" + text + "\nendobj\n";
        };
        object("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]/SigFlags 3>>>>");
        object("<</Type/Pages/Count 0/Kids[]>>");
        object("<</FT/Sig/T(firma)/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 "
               "3]/Contents<00>>>>>");
        for (int n = 0; n < objects; ++n)
            object(body(n));
        const qsizetype table = out.size();
        out += "xref\n0 " + QByteArray::number(at.size() + 1) + "\n0000000000 65535 f \n";
        for (const qsizetype offset : at)
            out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        return out + "trailer\n<</Root 1 0 R/Size " + QByteArray::number(at.size() + 1) + ">>\nstartxref\n" +
               QByteArray::number(table) + "\n%%EOF\n";
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void canDoNothingElse()
    {
        QProcess child;
        child.setWorkingDirectory(pki.file({}));
        child.start(QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-verify"), {QStringLiteral("--self-test")});
        QVERIFY(child.waitForFinished(carriel::test::patienceMs));
        const QByteArray said = child.readAllStandardOutput();
        if (said.contains("sealed no"))
            QSKIP("this system has no seccomp filter");
        QVERIFY2(!said.contains("ALLOWED"), said.constData());
        QCOMPARE(child.exitCode(), 0);
    }

    void judges()
    {
        const QString target = pki.file(QStringLiteral("signed.pdf"));
        QVERIFY(sign(put(QStringLiteral("in.pdf"), plainPdf(2)), target, QStringLiteral("eva"), Level::LT).ok());
        const QByteArray bytes = bytesOf(target);
        const auto answer = judged(bytes);
        QVERIFY(answer.ok());
        QCOMPARE(answer.value().format, SignedFormat::Pdf);
        QCOMPARE(answer.value().report.verdict, FileVerdict::Valid);
        QCOMPARE(answer.value().report.signatures.first().signer(), QStringLiteral("eva"));
        QCOMPARE(answer.value().sha256, crypto::hashOf(crypto::HashKind::Sha256, bytes));
        QByteArray bent = bytes;
        bent[bent.indexOf("Contrato")] = 'K';
        QCOMPARE(judged(bent).value().report.verdict, FileVerdict::Altered);
        QCOMPARE(judged("nothing").value().format, SignedFormat::None);
        QCOMPARE(judged({}).value().format, SignedFormat::None);
    }

    void looks()
    {
        const auto lent = LentBytes::copyOf(QByteArrayView(formPdf()));
        Question question{Question::Kind::Look, {}, {}, clock.nowUtc()};
        const auto seen = judgeConfined(*lent.value(), nullptr, question);
        QVERIFY(seen.ok());
        QVERIFY(seen.value().facts.maySign.ok());
        QCOMPARE(seen.value().facts.pages, 1);
        QVERIFY(!seen.value().facts.firstPage.isEmpty());
        QCOMPARE(seen.value().notes.first().kind, SafetyNote::Kind::Form);
    }

    void childrenThatGoWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FileVerdict>("verdict");
        QTest::newRow("hangs") << QByteArray("exec sleep 600") << FileVerdict::Indeterminate;
        QTest::newRow("runs out of time") << QByteArray("kill -XCPU $$") << FileVerdict::Indeterminate;
        QTest::newRow("runs out of memory") << QByteArray("exit 3") << FileVerdict::Indeterminate;
        QTest::newRow("is killed by the system") << QByteArray("kill -KILL $$") << FileVerdict::Indeterminate;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << FileVerdict::Unreadable;
        QTest::newRow("aborts") << QByteArray("kill -ABRT $$") << FileVerdict::Unreadable;
        QTest::newRow("says nothing") << QByteArray("exit 0") << FileVerdict::Unreadable;
        QTest::newRow("says nonsense") << QByteArray("echo '{\"format\":99}'") << FileVerdict::Unreadable;
        QTest::newRow("says a verdict that there is not")
            << QByteArray("echo '{\"format\":0,\"report\":{\"verdict\":7}}'") << FileVerdict::Unreadable;
        QTest::newRow("talks without end")
            << QByteArray("exec yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") << FileVerdict::Unreadable;
    }

    void childrenThatGoWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(FileVerdict, verdict);
        ConfinedLimits limits;
        limits.program = script(body);
        if (body.contains("sleep"))
            limits.patience = 300ms;
        const auto answer = judged(plainPdf(), limits);
        QVERIFY(answer.ok());
        QCOMPARE(answer.value().report.verdict, verdict);
        QVERIFY(stopped(answer.value().report.findings));
        QCOMPARE(stoppedByLimit(answer.value().report.findings), verdict == FileVerdict::Indeterminate);
        QVERIFY(!answer.value().facts.maySign.ok()); // nor is it signed
    }

    void aMissingChildIsNoVerdict()
    {
        ConfinedLimits limits;
        limits.program = QStringLiteral("/nowhere/carriel-verify");
        const auto answer = judged(plainPdf(), limits);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, signing::errors::helperMissing);
    }

    void aFileThatChangesMeanwhileIsNoVerdict()
    {
        const QString path = put(QStringLiteral("moves.pdf"), plainPdf());
        const auto lent = LentBytes::ofFile(path);
        ConfinedLimits limits;
        limits.program = script("echo more >> " + path.toUtf8());
        const auto answer =
            judgeConfined(*lent.value(), nullptr, {Question::Kind::Verify, {}, {}, clock.nowUtc()}, limits);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, signing::errors::fileMoved);
        QCOMPARE(answer.error().params.value(QStringLiteral("path")).toString(), path);
    }

    void onlyPlainFilesAreOpened()
    {
        QVERIFY(!LentBytes::ofFile(pki.file({})).ok());
        QVERIFY(!LentBytes::ofFile(QStringLiteral("/dev/zero")).ok());
        QVERIFY(!LentBytes::ofFile(pki.file(QStringLiteral("nobody"))).ok());
    }

    // Where there are very many objects the second reader sees its table and what came later: enough to keep green green, and
    // red red.
    void manyObjects()
    {
        QByteArray out = "%PDF-1.7\n";
        QList<qsizetype> at;
        for (int n = 1; n <= 60'000; ++n) {
            at += out.size();
            out += QByteArray::number(n) + " 0 obj\n" +
                   (n == 1   ? "<</Type/Catalog/Pages 2 0 R>>"
                    : n == 2 ? "<</Type/Pages/Count 1/Kids[3 0 R]>>"
                    : n == 3 ? "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>"
                    : n == 4 ? "<</Length 9>>\nstream\n0 0 m 9 9\nendstream"
                             : "<</A 1>>") +
                   "\nendobj\n";
        }
        const qsizetype table = out.size();
        out += "xref\n0 60001\n0000000000 65535 f \n";
        for (const qsizetype offset : at)
            out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        out += "trailer\n<</Root 1 0 R/Size 60001/ID[<00><00>]>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
        const QString target = pki.file(QStringLiteral("many.pdf"));
        QVERIFY(sign(put(QStringLiteral("in.pdf"), out), target, QStringLiteral("eva"), Level::LTA).ok());
        const QByteArray bytes = bytesOf(target);
        const VerificationReport report = verifyBytes(bytes);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QVERIFY(report.signatures.first().notes.join(u' ').contains(QStringLiteral("only what came later")));
        const VerificationReport bent = verifyBytes(updated(bytes, {{4, "<</Length 9>>\nstream\n0 0 m 1 1\nendstream"}}));
        QCOMPARE(bent.verdict, FileVerdict::Altered);
    }

    // Files made to exhaust a reader. Whatever is said of them is not green, and the program is still here.
    void exhausting_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("300,000 dictionaries")
            << documentOf(300'000, [](int) { return QByteArray("<</A[1 2 3 4]/B(x)/C<</D/E>>>>"); });
        QTest::newRow("lists of lists") << documentOf(1, [](int) { return QByteArray(2'000'000, '['); });
        QTest::newRow("names without end")
            << documentOf(1, [](int) -> QByteArray { return QByteArray("<<") + QByteArray("/A 1").repeated(2'000'000) + ">>"; });
        QTest::newRow("one list of numbers")
            << documentOf(1, [](int) -> QByteArray { return "[" + QByteArray("1 ").repeated(20'000'000) + "]"; });
        QTest::newRow("fields in fields") << documentOf(20'000, [](int n) -> QByteArray {
            return "<</T(a)/Kids[" + QByteArray::number(n + 5) + " 0 R " + QByteArray::number((n * 7) % 20'000 + 4) +
                   " 0 R]>>";
        });
        QByteArray many = "%PDF-1.7\n";
        QByteArray tables;
        qsizetype previous = -1;
        for (int n = 0; n < 20'000; ++n) { // one table behind another
            const qsizetype at = many.size();
            many += "xref\n0 0\ntrailer\n<</Root 1 0 R/Size 1" +
                    (previous < 0 ? QByteArray() : "/Prev " + QByteArray::number(previous)) + ">>\n";
            previous = at;
        }
        QTest::newRow("tables without end")
            << many + "/ByteRange\nstartxref\n" + QByteArray::number(previous) + "\n%%EOF\n";
    }

    void exhausting()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const auto answer = judged(bytes);
        QVERIFY(answer.ok());
        qInfo("%.1f s, %s: %s", double(timer.elapsed()) / 1000, qPrintable(name(answer.value().report.verdict)),
              qPrintable(answer.value().report.findings.join(QStringLiteral("; ")).left(200)));
        QVERIFY(answer.value().report.verdict >= FileVerdict::Indeterminate);
        QVERIFY(answer.value().report.verdict != FileVerdict::None);
        // What the rehearsal survives, the signer does in this process: with an end as quick.
        const auto lent = LentBytes::copyOf(QByteArrayView(bytes));
        const auto looked = judgeConfined(*lent.value(), nullptr, {Question::Kind::Look, {}, {}, clock.nowUtc()});
        QVERIFY(looked.ok());
        if (stopped(looked.value().report.findings))
            return;
        timer.start();
        const auto made = sign(put(QStringLiteral("exhausting.pdf"), bytes), pki.file(QStringLiteral("exhausted.pdf")),
                               QStringLiteral("ana"), Level::B);
        QVERIFY(!made.ok()); // it has a signature that cannot be read
        qInfo("signer: %.2f s, %s", double(timer.elapsed()) / 1000, qPrintable(made.error().codeText()));
    }
};

QTEST_GUILESS_MAIN(SigningConfined)
#include "tst_signing_confined.moc"
