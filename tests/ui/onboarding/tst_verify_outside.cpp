// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever was given a file of evidence checks it in the window of a computer where there is no folder, and where there is
// one that is locked: no vault is made or opened for it, and nothing of the file stays.
#include "Program.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "tests/core/evidence/Vector.h"
#include "tests/support/Patience.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/Translation.h"
#include "ui/text/VerdictWords.h"

#include <QFileDialog>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace carriel;
using namespace carriel::ui;

class TestVerifyOutside final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<text::Translation> m_translation;
    QTemporaryDir m_files;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_files.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    QString package(const QString &name, const evidence::Proof &proof) const
    {
        return write(name, evidence::EvidencePackage::of(proof).value().bytes({}, QDateTime::currentDateTimeUtc()).value());
    }
    static QString textOf(const Program &program, const char *name)
    {
        const auto *label = program.find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    static void give(const Program &program, const char *dialog, const QString &path)
    {
        QTRY_VERIFY(program.find<QFileDialog>(dialog));
        auto *choose = program.find<QFileDialog>(dialog);
        Q_EMIT choose->fileSelected(path);
        choose->close();
        QTRY_VERIFY(!program.find<QFileDialog>(dialog));
    }
    static QString verdict(ProofState state) { return text::proofWords(state); }

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
    }
    void cleanupTestCase() { m_translation.reset(); }

    void onANewComputer()
    {
        const test::Vector complete = test::Vector::complete();
        const QString good = package(QStringLiteral("prueba.asice"), complete.proof);
        test::Vector changed = test::Vector::complete();
        changed.proof.records.removeAt(1);
        const QString bad = package(QStringLiteral("alterada.asice"), changed.proof);
        QJsonObject key = complete.all.value(QLatin1String("operator")).toObject();
        key.remove(QLatin1String("d"));
        const QString keys = write(QStringLiteral("operador.json"), QJsonDocument(key).toJson());
        const QString authority =
            write(QStringLiteral("estampado.der"),
                  QByteArray::fromBase64(complete.all.value(QLatin1String("stamp_ca")).toString().toLatin1()));

        QTemporaryDir dir;
        Program program(dir.path());
        QVERIFY(program.shows("onboarding.start"));
        program.picture("verify-from-start");
        program.click("onboarding.verify");
        QTRY_VERIFY(program.shows("evidence.choose"));
        QVERIFY(!program.shows("onboarding.start"));
        program.click("evidence.choose");
        give(program, "evidence.dialog", good);
        QTRY_COMPARE(textOf(program, "evidence.verdict.title"), verdict(ProofState::Unanchored));
        QVERIFY(!program.shows("evidence.authorities")); // those are a folder's
        QVERIFY(program.shows("evidence.stamper") && program.shows("evidence.folder"));
        program.picture("verify-outside-unanchored");

        // Both keys that it rests on, one after the other; a file that is no key costs nothing of what was named.
        program.click("evidence.key");
        give(program, "evidence.keyDialog", keys);
        QTRY_VERIFY(program.shows("evidence.key"));
        program.click("evidence.key");
        give(program, "evidence.keyDialog", good);
        QTRY_VERIFY(!textOf(program, "evidence.said").isEmpty());
        program.click("evidence.stamper");
        give(program, "evidence.stamperDialog", authority);
        QTRY_COMPARE(textOf(program, "evidence.verdict.title"), verdict(ProofState::Good));
        QVERIFY(!textOf(program, "evidence.timeline.step3").isEmpty());
        QVERIFY(!program.shows("evidence.stamper"));
        QVERIFY(textOf(program, "evidence.hint").contains(QStringLiteral("operador.json, estampado.der")));
        // What it does not prove by itself stands there at once, with what to do; not among the details for experts.
        QVERIFY(textOf(program, "evidence.verdict.meaning").contains(QStringLiteral("por sí sola")));
        QStringList notes;
        for (int i = 0; i < 5; ++i)
            notes << textOf(program, qPrintable(QStringLiteral("evidence.notes.one%1").arg(i)))
                  << textOf(program, qPrintable(QStringLiteral("evidence.notes.one%1Advice").arg(i)));
        const auto whole = notes.indexOf(QRegularExpression(QStringLiteral(".*archivo entero.*")));
        QVERIFY2(whole >= 0 && notes.at(whole + 1).contains(QStringLiteral("autoridad de estampado")), qPrintable(notes.join(QLatin1Char('|'))));
        program.picture("verify-outside-good");

        // Another file begins without anybody's key.
        program.click("evidence.choose");
        give(program, "evidence.dialog", bad);
        QTRY_COMPARE(textOf(program, "evidence.verdict.title"), verdict(ProofState::Broken));
        program.click("evidence.choose");
        give(program, "evidence.dialog", good);
        QTRY_COMPARE(textOf(program, "evidence.verdict.title"), verdict(ProofState::Unanchored));

        // A folder with both is named at once.
        QTemporaryDir trusted;
        QVERIFY(QFile::copy(keys, trusted.filePath(QStringLiteral("operador.json"))));
        QVERIFY(QFile::copy(authority, trusted.filePath(QStringLiteral("estampado.der"))));
        program.click("evidence.folder");
        give(program, "evidence.folderDialog", trusted.path());
        QTRY_COMPARE(textOf(program, "evidence.verdict.title"), verdict(ProofState::Good));

        program.click("evidence.back");
        QTRY_VERIFY(program.shows("onboarding.start"));
        QVERIFY(!program.find("evidence.verdict.title")); // nothing of it stays
        QCOMPARE(program.session->vaultState(), VaultState::None);
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("profile/vault.db"))));
        program.click("onboarding.withoutOperator"); // and the way in goes on as if nothing had been
        program.click("onboarding.next");
        QVERIFY(program.shows("onboarding.unlock"));
        QVERIFY(!program.shows("onboarding.verify"));
    }

    void besideALockedFolder()
    {
        QTemporaryDir dir;
        {
            Program first(dir.path());
            first.click("onboarding.withoutOperator");
            first.click("onboarding.next");
            QVERIFY(first.chooseAndConfirm().size() >= 26);
        }
        Program program(dir.path());
        QTRY_VERIFY(program.shows("unlock.passphrase"));
        program.picture("verify-from-locked");
        program.click("unlock.verify");
        QTRY_VERIFY(program.shows("evidence.choose"));
        program.click("evidence.choose");
        give(program, "evidence.dialog", package(QStringLiteral("otra.asice"), test::Vector::complete().proof));
        QTRY_COMPARE(textOf(program, "evidence.verdict.title"), verdict(ProofState::Unanchored));
        QCOMPARE(program.session->vaultState(), VaultState::Locked);
        program.click("evidence.back");
        QTRY_VERIFY(program.shows("unlock.passphrase"));
        program.type("unlock.passphrase", passphrase);
        program.click("unlock.open");
        QTRY_VERIFY(!program.window->gateShown());
    }
};

QTEST_MAIN(TestVerifyOutside)
#include "tst_verify_outside.moc"
