// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of evidence answers, in words: each thing that it finds, each damage, one verdict, numbers as people write them.
#include "ui/text/EntityWords.h"
#include "ui/text/EvidenceAdvice.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/ReasonWords.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace carriel;
using namespace carriel::text;

static QString sourceOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

class TestEvidenceWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What a verifier finds is said in words, each of them.
    void everyFindingHasWords()
    {
        const QString text = sourceOf(QStringLiteral(CARRIEL_SOURCE_DIR "/core/evidence/proof/Proof.h"));
        const qsizetype begin = text.indexOf(QLatin1String("scripts read it:")) + 16;
        QString list = text.mid(begin, text.indexOf(QLatin1String("struct Finding")) - begin);
        const QStringList defects = list.remove(QLatin1String("//")).simplified().split(QLatin1Char(' '));
        QVERIFY(defects.size() > 30);
        for (const QString &defect : defects)
            QVERIFY2(!findingWords({ProofState::Broken, defect, QStringLiteral("seal")})
                          .endsWith(QString(QLatin1String(": ") + defect)),
                     qPrintable(defect));
    }

    // Of evidence that does not hold nothing else says that it is well.
    void whatDoesNotHoldHasNoSecondVerdict()
    {
        const EvidenceFinding note{ProofState::Good, QStringLiteral("unprotected"), QStringLiteral("META-INF/timestamp.tst")};
        QVERIFY(!findingAdvice(note, ProofState::Good).isEmpty());
        QVERIFY(!findingAdvice(note, ProofState::Unanchored).isEmpty());
        QCOMPARE(findingAdvice(note, ProofState::Broken), QString());
    }

    // Each damage that a check of evidence names is said in words.
    void everyDamageHasWords()
    {
        const QString text = sourceOf(QStringLiteral(CARRIEL_SOURCE_DIR "/core/evidence/proof/PackageFiles.cpp"));
        static const QRegularExpression reason(QStringLiteral("\"((?:no )?evidence[ a-z]*)\""));
        int count = 0;
        for (auto one = reason.globalMatch(text); one.hasNext(); ++count) {
            const QString name = one.next().captured(1);
            QVERIFY2(reasonWords(name) != name, qPrintable(name));
        }
        QVERIFY(count > 10);
    }

    // A NIT has its check digit, as it is written everywhere else.
    void aNumberIsAsPeopleWriteIt()
    {
        QCOMPARE(personWords(QStringLiteral("co:NIT:899999063")), QStringLiteral("NIT 899999063-3"));
        QCOMPARE(personWords(QStringLiteral("co:CC:1020304050")), QStringLiteral("CC 1020304050"));
        QCOMPARE(personWords(QStringLiteral("otra:cosa")), QStringLiteral("cosa"));
        QCOMPARE(entityWithNumber(QStringLiteral("Alcaldía"), QStringLiteral("co:NIT:899999063")), QStringLiteral("Alcaldía (NIT 899999063-3)"));
        QCOMPARE(entityWithNumber({}, QStringLiteral("co:NIT:899999063")), QStringLiteral("NIT 899999063-3"));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceWords)
#include "tst_evidence_words.moc"
