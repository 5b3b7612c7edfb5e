// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The time that a signer's computer says decides nothing; but one that cannot be is not repeated in silence.
#include "tests/core/signing/Bend.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

class SigningClaims : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QDateTime ago(int days) const { return clock.nowUtc().addDays(-days); }

    QStringList doubts(const QDateTime &claimed, const QStringList &options = {})
    {
        ByHand how;
        how.more.set("M", PdfValue::string(claimed.toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1()));
        how.cms = cmsBy(*this, QStringLiteral("eva"));
        if (!options.isEmpty()) { // plain CMS, as other programs write it: with a time of its own
            how.subFilter = "adbe.pkcs7.detached";
            how.cms = [&](const QByteArray &, const QByteArray &bytes) {
                put(QStringLiteral("data.bin"), bytes);
                pki.openssl(options);
                return bytesOf(pki.file(QStringLiteral("cms.der")));
            };
        }
        const VerificationReport report = verifyBytes(signedByHand(plainPdf(1), how));
        // The claim decides nothing.
        if (report.verdict != FileVerdict::Valid)
            qFatal("%s", qPrintable(told(report)));
        return report.signatures.first().notes.filter(QStringLiteral("the claimed time "));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void honest()
    {
        QVERIFY(doubts(ago(0)).isEmpty());
        // A time that was written without its zone is some hours off.
        QVERIFY(doubts(clock.nowUtc().addSecs(10 * 3600)).isEmpty());
    }

    void beforeItsCertificate()
    {
        QCOMPARE(doubts(QDateTime({2001, 1, 1}, {0, 0}, Qt::UTC)),
                 QStringList{QStringLiteral("the claimed time cannot be: the certificate did not exist yet")});
    }

    void stillToCome()
    {
        QCOMPARE(doubts(ago(-20)), QStringList{QStringLiteral("the claimed time cannot be: it is still to come")});
    }

    void twoTimes()
    {
        const auto word = [](const char *text) { return QString::fromLatin1(text); };
        const QStringList cms{word("cms"), word("-sign"), word("-binary"), word("-in"), word("data.bin"), word("-signer"),
                              word("eva.pem"), word("-inkey"), word("eva.key"), word("-outform"), word("DER"), word("-out"),
                              word("cms.der")};
        QVERIFY(doubts(ago(0), cms).isEmpty());
        const QStringList found = doubts(ago(-20), cms);
        QCOMPARE(found.size(), 2);
        QVERIFY(found.first().startsWith(QStringLiteral("the claimed time is not the only one: the signature also says ")));
    }
};

QTEST_GUILESS_MAIN(SigningClaims)
#include "tst_signing_claims.moc"
