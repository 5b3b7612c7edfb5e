// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads of a signature: nothing that is not so, and nothing in another language.
#include "ui/text/ErrorWords.h"
#include "ui/text/FindingWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/text/SigningWords.h"
#include "ui/text/Translation.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace carriel;
using namespace carriel::text;

class SignatureWordsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Translation> m_translation;

    static SignatureFacts facts(const char *indication, const char *sub, const char *after)
    {
        SignatureFacts one;
        one.indication = QString::fromLatin1(indication);
        one.sub = QString::fromLatin1(sub);
        one.after = QString::fromLatin1(after);
        one.level = QStringLiteral("B-T");
        CertificateFacts person, authority;
        person.name = QStringLiteral("Carlos Restrepo");
        authority.name = QStringLiteral("Autoridad de firma");
        one.path = {person, authority};
        one.claimedUtc = QDateTime(QDate(2026, 1, 1), QTime(15, 0), Qt::UTC);
        return one;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<Translation>(*QCoreApplication::instance());
        m_translation->use(QStringLiteral("es"));
    }

    // A row says to whom it was turned, and why in vain; what went well does not end in an accusation.
    void rowsOfWhatIsSigned()
    {
        SignJob job;
        job.state = SignState::Unstamped;
        job.level = SignLevel::LT;
        job.reached = SignLevel::B;
        job.problem = QStringLiteral("CAR-SGN-013");
        job.problemParams = {{QStringLiteral("host"), QStringLiteral("tsa.example.co")},
                             {QStringLiteral("reason"), QStringLiteral("unreachable")}};
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString waits = jobWords(job, now);
        QVERIFY2(waits.contains(QStringLiteral("tsa.example.co")), qPrintable(waits));
        QVERIFY2(waits.contains(QStringLiteral("nadie contesta en esa dirección")), qPrintable(waits));
        job.state = SignState::Failed;
        job.problem = QStringLiteral("CAR-SGN-010");
        job.problemParams = {{QStringLiteral("reason"), QStringLiteral("other")}};
        const QString other = jobWords(job, now);
        QVERIFY2(other.contains(QStringLiteral("otra llave")), qPrintable(other));
        QVERIFY2(!other.contains(QStringLiteral("renueve")), qPrintable(other));
        job = {};
        job.state = SignState::Done;
        job.level = SignLevel::LT;
        job.reached = SignLevel::LTA;
        QVERIFY2(jobWords(job, now).contains(QStringLiteral("archivo")), qPrintable(jobWords(job, now)));
        job.reached = SignLevel::LT;
        QCOMPARE(jobWords(job, now), QStringLiteral("Firmado."));
    }

    // No tick where the authority says that it does not answer for the name.
    void whoIsConfirmedOnlyByWhoAnswersForIt()
    {
        for (const char *sub : {"REVOKED", "REVOKED_NO_POE", "EXPIRED", "NOT_YET_VALID", "OUT_OF_BOUNDS_NO_POE", "TRY_LATER",
                                "CRYPTO_CONSTRAINTS_FAILURE", "SIG_CONSTRAINTS_FAILURE"}) {
            const bool failed = QByteArray(sub) == "REVOKED" || QByteArray(sub) == "EXPIRED" || QByteArray(sub) == "NOT_YET_VALID";
            const Answer who = threeAnswers(facts(failed ? "TOTAL-FAILED" : "INDETERMINATE", sub, "B0")).first();
            QVERIFY2(who.weight == (failed ? Weight::Bad : Weight::Doubt), sub);
            QVERIFY2(!who.text.contains(QLatin1String("confirma")), qPrintable(who.text));
        }
        QCOMPARE(threeAnswers(facts("TOTAL-PASSED", "", "B0")).first().weight, Weight::Good);
    }

    // The title is in the reader's window frame: whoever is told that nothing changed is told something false.
    void changedDataIsNamed()
    {
        SignatureFacts one = facts("TOTAL-PASSED", "", "B3");
        one.notes = QStringList{QStringLiteral("the document's title changed"), QStringLiteral("the document's author changed")};
        const QString title = QStringLiteral("cambió el título del documento");
        QVERIFY2(verdictWords(one).text.toLower().contains(title), qPrintable(verdictWords(one).text));
        QVERIFY(verdictWords(one).headline.contains(QLatin1String("cambios")));
        QVERIFY(differenceWords(one).first().toLower().contains(title));
        one.after = QStringLiteral("B1");
        one.notes = QStringList{QStringLiteral("document information")};
        for (const QString &said : {verdictWords(one).text, threeAnswers(one).at(1).text, threeAnswers(one).at(1).headline}) {
            QVERIFY2(!said.contains(QLatin1String("El documento no ha cambiado")), qPrintable(said));
            QVERIFY2(!said.startsWith(QLatin1String("Solo se agregaron pruebas")), qPrintable(said));
        }
        one.notes = QStringList{QStringLiteral("proofs for later")};
        QVERIFY(verdictWords(one).text.contains(QLatin1String("El documento no ha cambiado")));
    }

    // Whose word it is that an authority is accredited, and what the author lets others do: neither is a change.
    void accreditedAndCertifiedAreTold()
    {
        SignatureFacts one = facts("TOTAL-PASSED", "", "B3");
        one.accredited = true;
        one.notes = QStringList{QStringLiteral("its authority is accredited, says ONAC 2026"),
                                QStringLiteral("its author certified it: only forms may be filled in, and signatures added"),
                                QStringLiteral("field nombre was filled")};
        const QString said = verdictWords(one).text;
        QVERIFY2(said.contains(QStringLiteral("según ONAC 2026")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Su autor lo certificó: solo se pueden llenar")), qPrintable(said));
        QVERIFY(threeAnswers(one).at(0).text.contains(QStringLiteral("según ONAC 2026")));
        QVERIFY(threeAnswers(one).at(1).text.contains(QStringLiteral("Su autor lo certificó")));
        QVERIFY(!differenceWords(one).join(u' ').contains(QLatin1String("ONAC")));
        QVERIFY(!differenceWords(one).join(u' ').contains(QStringLiteral("certificó")));
    }

    // Hardly anybody can be confirmed yet: what changed is told all the same, and not that all is as it was signed.
    void changedIsToldOfStrangersToo()
    {
        for (const char *sub : {"NO_CERTIFICATE_CHAIN_FOUND", "TRY_LATER", "OUT_OF_BOUNDS_NO_POE"}) {
            SignatureFacts one = facts("INDETERMINATE", sub, "B3");
            one.notes = QStringList{QStringLiteral("the document's title changed")};
            const QString said = verdictWords(one).text.toLower();
            QVERIFY2(said.contains(QStringLiteral("cambió el título del documento")), qPrintable(said));
            QVERIFY2(!said.contains(QStringLiteral("no ha cambiado")), qPrintable(said));
            QVERIFY(!threeAnswers(one).at(2).text.contains(QStringLiteral("título")));
            one.after = QStringLiteral("B0");
            QVERIFY(verdictWords(one).text.contains(QLatin1String("El documento no ha cambiado")));
        }
    }

    // A note of a clerk is called a note, and the third question is not answered with the second's answer.
    void alteredSaysWhat()
    {
        SignatureFacts one = facts("TOTAL-PASSED", "", "B5");
        one.findings = QStringList{QStringLiteral("a new annotation, which the signer did not allow")};
        QVERIFY2(verdictWords(one).text.contains(QLatin1String("una nota")), qPrintable(verdictWords(one).text));
        const QList<Answer> answers = threeAnswers(one);
        QVERIFY(answers.at(1).text.contains(QLatin1String("una nota")));
        one.indication = QStringLiteral("INDETERMINATE");
        one.sub = QStringLiteral("TRY_LATER");
        QVERIFY(!threeAnswers(one).at(2).text.contains(QStringLiteral("No confíe")));
        QVERIFY(!threeAnswers(one).at(2).text.contains(QStringLiteral("Conéctese")));
        // Nor is the second answered with what is not known of the certificates.
        one.findings.prepend(QStringLiteral("nobody said whether Carlos Restrepo was revoked"));
        for (const QString &said : {verdictWords(one).text, threeAnswers(one).at(1).text, differenceWords(one).first()})
            QVERIFY2(said.contains(QLatin1String("una nota")) && !said.contains(QLatin1String("Restrepo")), qPrintable(said));
    }

    // What is signed and stamped is not said to lack the stamp, nor that nothing was written.
    void proofsAreWaitedFor()
    {
        SignJob job;
        job.state = SignState::Unstamped;
        job.level = SignLevel::LT;
        job.reached = SignLevel::T;
        job.problem = QStringLiteral("CAR-SGN-014");
        job.problemParams = {{QStringLiteral("name"), QStringLiteral("Publico")}};
        const QString said = jobWords(job, QDateTime::currentDateTimeUtc());
        QVERIFY2(said.contains(QLatin1String("con su estampa")) && !said.contains(QLatin1String("No se escribió")), qPrintable(said));
    }

    // Who has given the permission already is not asked for it.
    void askedInVainIsSaid()
    {
        CheckedFile file;
        file.verdict = QStringLiteral("indeterminate");
        file.signatures = {facts("INDETERMINATE", "TRY_LATER", "B0")};
        QVERIFY(fileWords(file).text.contains(QStringLiteral("si usted lo permite")));
        file.online = true;
        QVERIFY(!fileWords(file).text.contains(QStringLiteral("si usted lo permite")));
        QVERIFY(fileWords(file).text.contains(QStringLiteral("nadie respondió")));
    }

    // What could not be checked is called by its name.
    void unheardKindsAreNamed()
    {
        CheckedFile file;
        file.verdict = QStringLiteral("unchecked");
        QVERIFY(fileWords(file).text.contains(QStringLiteral("XAdES")));
        file.verdict = QStringLiteral("indeterminate");
        const auto words = [&file](const char *finding) {
            file.findings = QStringList{QString::fromLatin1(finding)};
            return fileWords(file).text;
        };
        QVERIFY(words("a signature in XML (XAdES), which is not checked here").contains(QStringLiteral("XAdES")));
        QVERIFY(words("a signature that brings its content is not checked here").contains(QStringLiteral(".p7m")));
        QVERIFY(words("the file that was signed is needed").contains(QStringLiteral("hace falta el archivo")));
        QVERIFY(words("a password is needed").contains(QStringLiteral("--password-env")));
        QVERIFY(words("the password is not the right one").contains(QStringLiteral("contraseña")));
    }

    // A broken file is not said to have a signature that nobody saw.
    void brokenFileIsNoBrokenSignature()
    {
        CheckedFile file;
        file.verdict = QStringLiteral("unreadable");
        file.findings = QStringList{QStringLiteral("no document")};
        QCOMPARE(fileWords(file).headline, QStringLiteral("Archivo ilegible o dañado"));
        file.findings = QStringList{QStringLiteral("a signature that belongs to no field")};
        QCOMPARE(fileWords(file).headline, QStringLiteral("Firma ilegible o dañada"));
    }

    // Claimed and certified are told apart wherever a signature is told in one sentence.
    void timesAreWhatTheyAre()
    {
        SignatureFacts one = facts("TOTAL-PASSED", "", "B0");
        QVERIFY(verdictWords(one).text.contains(QStringLiteral("Nadie certificó esa hora")));
        one.certifiedUtc = one.claimedUtc.addYears(1);
        const QString said = verdictWords(one).text;
        QVERIFY2(said.contains(QStringLiteral("prueba que ya existía")) && said.contains(QLatin1String("2027")), qPrintable(said));
        QVERIFY2(said.indexOf(QLatin1String("2026")) < said.indexOf(QLatin1String("2027")), qPrintable(said));
        QVERIFY(!said.contains(QStringLiteral("Nadie certificó")));
        // One that cannot be is doubted where it is said, and is nothing that happened to the document.
        SignatureFacts future = facts("TOTAL-PASSED", "", "B3");
        future.notes = QStringList{QStringLiteral("the claimed time cannot be: it is still to come"),
                                   QStringLiteral("field monto was filled")};
        for (const QString &told : {verdictWords(future).text, threeAnswers(future).first().text})
            QVERIFY2(told.contains(QStringLiteral("La hora que dijo su equipo no puede ser: aún no ha llegado.")), qPrintable(told));
        QVERIFY2(verdictWords(future).text.contains(QStringLiteral("Lo que pasó después: Se llenó el campo monto.")), qPrintable(verdictWords(future).text));
        QVERIFY(!threeAnswers(future).at(1).text.contains(QLatin1String("hora")));
        // A timestamp that has aged is no missing one.
        SignatureFacts aged = facts("INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", "B0");
        QVERIFY(verdictWords(aged).text.contains(QLatin1String("Tiene una estampa")));
        aged.level = QStringLiteral("B-B");
        QVERIFY(verdictWords(aged).text.contains(QLatin1String("Sin estampa")));
        aged.timestamp = true;
        QVERIFY(!verdictWords(aged).text.contains(QLatin1String("Sin estampa")));
    }

    // Whatever the verifier can say has Spanish words: the report for a court prints it.
    void everyFindingIsInSpanish()
    {
        QStringList missing;
        int seen = 0;
        const QString root = QStringLiteral(CARRIEL_SOURCE_DIR "/core/signing/");
        for (const char *name : {"verify", "pdf/FormFields.cpp"}) {
            QDirIterator files(root + QString::fromLatin1(name), {QStringLiteral("*.cpp")}, QDir::Files);
            QStringList paths;
            while (files.hasNext())
                paths += files.next();
            if (paths.isEmpty())
                paths += root + QString::fromLatin1(name);
            for (const QString &path : std::as_const(paths)) {
                QFile file(path);
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
                static const QRegularExpression literal(
                    QStringLiteral("(?:QStringLiteral|format|wrong|not_|fail)\\(\\s*\"([a-z/%][^\"]* [^\"]*)\"\\)"));
                for (auto match = literal.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
                    QString finding = match.next().captured(1);
                    ++seen;
                    if (finding == QLatin1String("%1 were removed"))
                        finding = QStringLiteral("fields were removed");
                    if (finding.endsWith(QLatin1Char(' '))) // something is put behind
                        finding += QLatin1Char('x');
                    finding.replace(QLatin1String("%1"), QStringLiteral("X")).replace(QLatin1String("%2"), QStringLiteral("Y"));
                    if (findingWords(finding) == finding)
                        missing += finding;
                }
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
        QVERIFY(seen > 80);
        QCOMPARE(findingWords(QStringLiteral("object 7 changed, and more depends on it")),
                 QStringLiteral("cambió la parte 7, de la que dependen otras"));
        QCOMPARE(findingWords(QStringLiteral("something new")), QStringLiteral("something new"));
        QVERIFY(sentenceOf({QStringLiteral("a timestamp"), QStringLiteral("another form"), QStringLiteral("another encryption")}, 1)
                    .contains(QStringLiteral("2 más")));
    }

    void reasonsAreInSpanish()
    {
        const QString expired =
            wordsFor(QStringLiteral("CAR-SGN-010"), {{QStringLiteral("reason"), QStringLiteral("expired")}}).meaning;
        QVERIFY2(expired.contains(QLatin1String("vencido")), qPrintable(expired));
        // What is not known is left out.
        for (const char *code : {"CAR-BAS-003", "CAR-BAS-004", "CAR-SGN-010", "CAR-SGN-013"}) {
            const Words words = wordsFor(QString::fromLatin1(code), {{QStringLiteral("path"), QStringLiteral("a.pdf")}});
            QVERIFY2(!words.meaning.contains(QStringLiteral("—")), qPrintable(words.meaning));
        }
        const Words file = wordsFor(QStringLiteral("CAR-SGN-008"), {{QStringLiteral("key"), QStringLiteral("file")}});
        QVERIFY2(!file.paragraph().contains(QLatin1String("token")), qPrintable(file.paragraph()));
        const Words none = wordsFor(QStringLiteral("CAR-SGN-012"),
                                    {{QStringLiteral("what"), QStringLiteral("0")}, {QStringLiteral("count"), QStringLiteral("0")}});
        QVERIFY2(!none.paragraph().contains(QLatin1Char('0')), qPrintable(none.paragraph()));
    }
};

QTEST_GUILESS_MAIN(SignatureWordsTest)
#include "tst_signature_words.moc"
