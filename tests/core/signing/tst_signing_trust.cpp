// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a folder of certificates makes trusted: authorities alone, and none that its own authority took back.
#include "core/signing/SigningErrors.h"
#include "core/signing/verify/TrustCheck.h"
#include "tests/core/signing/SigningDesk.h"

#include <QDir>
#include <QTest>

using namespace carriel;
using namespace carriel::signing;

class SigningTrust final : public QObject, public test::SigningDesk
{
    Q_OBJECT

    crypto::Certificate certificate(const QString &name) const
    {
        return crypto::Certificate::fromPem(bytesOf(pki.file(name + QStringLiteral(".pem")))).value().first();
    }

    // What the authority says today, as a file.
    QString listNow(const QString &authority = QStringLiteral("ca"))
    {
        const QString name = authority + QStringLiteral(".crl");
        if (!pki.openssl({QStringLiteral("ca"), QStringLiteral("-gencrl"), QStringLiteral("-config"),
                          QStringLiteral("pki.cnf"), QStringLiteral("-cert"), authority + QStringLiteral(".pem"),
                          QStringLiteral("-keyfile"), authority + QStringLiteral(".key"), QStringLiteral("-out"), name}))
            qFatal("no list");
        return name;
    }

    QString folder(const QString &name, const QStringList &files)
    {
        QDir(pki.file({})).mkpath(name);
        for (const QString &file : files)
            QFile::copy(pki.file(file), pki.file(name) + u'/' + QFileInfo(file).fileName());
        return pki.file(name);
    }

    // A folder with the authority and a list that calls it accredited.
    QString list(const QString &name, const QDateTime &expires, const QString &signer, bool withoutZone = false)
    {
        const QString place = folder(name, {QStringLiteral("ca.pem")});
        QFile file(place + QStringLiteral("/anchors.json"));
        const QString end = expires.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss")) + (withoutZone ? QString() : QStringLiteral("Z"));
        const QByteArray ends = expires.isValid() ? "\"expires\":\"" + end.toLatin1() + "\"," : QByteArray();
        if (!file.open(QIODevice::WriteOnly) ||
            file.write("{\"version\":1," + ends + "\"anchors\":[{\"file\":\"ca.pem\",\"source\":\"ONAC 2026\",\"sha256\":\"" +
                       certificate(QStringLiteral("ca")).sha256().toHex() + "\",\"accredited\":true}]}") < 0)
            qFatal("no list");
        file.close();
        if (!signer.isEmpty() &&
            !pki.openssl({QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-cades"), QStringLiteral("-binary"),
                          QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-in"), name + QStringLiteral("/anchors.json"),
                          QStringLiteral("-signer"), signer + QStringLiteral(".pem"), QStringLiteral("-inkey"), signer + QStringLiteral(".key"),
                          QStringLiteral("-out"), name + QStringLiteral("/anchors.json.p7s")}))
            qFatal("no signature");
        return place;
    }

    TrustAnswer ask(const QString &who, const TrustStore &store, const QList<crypto::Certificate> &pool = {}) const
    {
        QList<FetchWanted> wanted;
        return checkTrust({certificate(who), pool, clock.nowUtc().addSecs(1), false, TrustQuestion::Use::Signature},
                          store, {}, {}, wanted);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void aPersonIsNoAuthority()
    {
        TrustStore store;
        const Outcome refused = store.add(pki.file(QStringLiteral("eva.pem")));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, signing::errors::badAnchor);
        QCOMPARE(refused.error().params.value(QStringLiteral("reason")).toString(),
                 QStringLiteral("not an authority's certificate"));
        QVERIFY(store.isEmpty());

        store.add(TrustAnchor{certificate(QStringLiteral("eva")), true, {}, {}});
        QVERIFY(store.isEmpty());
        const TrustAnswer alone = ask(QStringLiteral("eva"), store);
        QCOMPARE(alone.indication, Indication::Indeterminate);
        QCOMPARE(alone.sub, SubIndication::NoCertificateChainFound);
    }

    void besideItsAuthorityItIsAskedFor()
    {
        TrustStore store;
        QVERIFY(store.add(folder(QStringLiteral("both"), {QStringLiteral("eva.pem"), QStringLiteral("ca.pem")}))
                    .ok());
        QCOMPARE(store.anchors().size(), 1);
        QCOMPARE(ask(QStringLiteral("eva"), store).sub, SubIndication::TryLater);
    }

    void revokedAndInTheFolder()
    {
        pki.revoke(QStringLiteral("eva"), clock.nowUtc().addSecs(-600));
        TrustStore store;
        QVERIFY(store.add(folder(QStringLiteral("revoked"), {QStringLiteral("eva.pem"), QStringLiteral("ca.pem"),
                                                                      listNow()}))
                    .ok());
        const TrustAnswer answer = ask(QStringLiteral("eva"), store);
        QCOMPARE(answer.indication, Indication::Indeterminate);
        QCOMPARE(answer.sub, SubIndication::RevokedNoPoe);
        pki.restore(QStringLiteral("eva"));
    }

    void listedWithoutBeingAnAuthority()
    {
        QFile list(folder(QStringLiteral("listed"), {QStringLiteral("eva.pem")}) + QStringLiteral("/anchors.json"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("{\"version\":1,\"anchors\":[{\"file\":\"eva.pem\",\"sha256\":\"" +
                   certificate(QStringLiteral("eva")).sha256().toHex() + "\",\"accredited\":true}]}");
        list.close();
        TrustStore store;
        QCOMPARE(store.add(pki.file(QStringLiteral("listed"))).error().code, signing::errors::badAnchor);
    }

    // Anybody can write a list that calls his own authority accredited: it counts if somebody answers for it whom the
    // person knows, and only until it ends.
    void listAccreditsWhereItIsAccepted()
    {
        const QString says = QStringLiteral("its authority is accredited, says ONAC 2026");
        const QDateTime now = clock.nowUtc();
        const QString place = list(QStringLiteral("accredits"), now.addDays(30), QStringLiteral("rob"));
        const QByteArray rob = certificate(QStringLiteral("rob")).sha256();
        TrustStore store;
        QVERIFY(store.add(place, {now}).ok());
        QCOMPARE(store.anchors().size(), 1);
        QVERIFY(!store.anchors().first().accredited);
        QVERIFY(!ask(QStringLiteral("eva"), store).accredited);
        QVERIFY(!ask(QStringLiteral("eva"), store).notes.contains(says));
        // Nobody trusted confirms rob, and another fingerprint is not his.
        for (const QByteArray &signer : {QByteArray(), certificate(QStringLiteral("eva")).sha256()}) {
            const Outcome stranger = TrustStore().add(place, {now, true, signer});
            QCOMPARE(stranger.error().code, signing::errors::listStranger);
            QCOMPARE(stranger.error().params.value(QStringLiteral("print")).toString(), QString::fromLatin1(rob.toHex()));
        }
        QVERIFY(store.add(place, {now, true, rob}).ok());
        QCOMPARE(store.anchors().size(), 1);
        QVERIFY(ask(QStringLiteral("eva"), store).accredited);
        QVERIFY(ask(QStringLiteral("eva"), store).notes.contains(says));
    }

    // By an authority that is trusted already nobody has to compare anything - if it says that the signer still holds.
    void listOfSomebodyKnown()
    {
        const QDateTime now = clock.nowUtc();
        const QString place = list(QStringLiteral("known"), now.addDays(30), QStringLiteral("eva"));
        TrustStore store = pki.trust();
        QCOMPARE(store.add(place, {now, true}).error().code, signing::errors::listStranger); // nobody was asked of eva
        QVERIFY(store.add(pki.file(listNow()), {now}).ok());
        QVERIFY(store.add(place, {now.addSecs(1), true}).ok());
        QVERIFY(store.anchors().first().accredited);
        QCOMPARE(store.anchors().first().until.toSecsSinceEpoch(), now.addDays(30).toSecsSinceEpoch());
    }

    void listThatIsNotWhatWasSigned_data()
    {
        QTest::addColumn<QString>("bend");
        QTest::addColumn<QString>("reason");
        QTest::newRow("changed") << "changed" << "list changed";
        QTest::newRow("cut off") << "empty" << "list signature";
        QTest::newRow("no signature at all") << "rubbish" << "list signature";
        QTest::newRow("by a certificate that had ended") << "leo" << "list signature";
        QTest::newRow("by one that may not sign") << "sol" << "list signature";
        QTest::newRow("ended") << "ended" << "list ended";
        QTest::newRow("unsigned") << "unsigned" << "unsigned list";
        QTest::newRow("without an end") << "endless" << "endless list";
        QTest::newRow("an end without its zone") << "zone" << "anchors.json is not understood";
    }

    void listThatIsNotWhatWasSigned()
    {
        QFETCH(QString, bend);
        QFETCH(QString, reason);
        const QDateTime now = clock.nowUtc();
        const QString signer = bend == QLatin1String("leo") || bend == QLatin1String("sol") ? bend : QStringLiteral("rob");
        const QString place = list(bend, bend == QLatin1String("endless") ? QDateTime() : bend == QLatin1String("ended") ? now.addSecs(-5) : now.addDays(30),
                                   bend == QLatin1String("unsigned") ? QString() : signer, bend == QLatin1String("zone"));
        const auto write = [&](const char *name, const QByteArray &bytes, QIODevice::OpenMode mode) {
            QFile file(place + QLatin1String(name));
            return file.open(mode) && file.write(bytes) == bytes.size();
        };
        if (bend == QLatin1String("changed"))
            QVERIFY(write("/anchors.json", " ", QIODevice::Append));
        if (bend == QLatin1String("empty"))
            QVERIFY(write("/anchors.json.p7s", {}, QIODevice::WriteOnly | QIODevice::Truncate));
        if (bend == QLatin1String("rubbish"))
            QVERIFY(write("/anchors.json.p7s", "no", QIODevice::WriteOnly | QIODevice::Truncate));
        TrustStore store;
        const Outcome refused = store.add(place, {now, true, certificate(signer).sha256()});
        QCOMPARE(refused.error().params.value(QStringLiteral("reason")).toString(), reason);
        QVERIFY(store.isEmpty());
        // Whom it calls accredited is one thing, what was changed or ended another.
        const bool asTrustOnly = bend == QLatin1String("unsigned") || bend == QLatin1String("endless");
        QCOMPARE(store.add(place, {now}).ok(), asTrustOnly);
    }

    void withoutAClockNothingThatEndsIsUsed()
    {
        QCOMPARE(TrustStore().add(list(QStringLiteral("noclock"), clock.nowUtc().addDays(1), {})).error().code, signing::errors::listRefused);
    }

    // What was imported from a list is used as long as that holds; the certificate beside it does not make it longer.
    void listThatEnded()
    {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(clock.nowUtc().toSecsSinceEpoch(), Qt::UTC), end = now.addDays(30);
        TrustStore store;
        QVERIFY(store.add(list(QStringLiteral("ends"), end, QStringLiteral("rob")), {now, true, certificate(QStringLiteral("rob")).sha256()}).ok());
        QVERIFY(store.add(pki.file(listNow()), {now}).ok());
        const auto at = [&](const QDateTime &when) {
            QList<FetchWanted> wanted;
            return checkTrust({certificate(QStringLiteral("eva")), {}, now.addSecs(1), true, TrustQuestion::Use::Signature, when}, store, {}, {}, wanted);
        };
        QCOMPARE(at(end).indication, Indication::TotalPassed);
        QVERIFY(at(end).accredited);
        const TrustAnswer later = at(end.addSecs(1));
        QCOMPARE(later.indication, Indication::Indeterminate);
        QCOMPARE(later.sub, SubIndication::NoCertificateChainFound);
        QVERIFY(!later.accredited);
        QVERIFY2(later.findings.value(0).startsWith(QLatin1String("the list that names ")), qPrintable(later.findings.join(u';')));
    }

    // An authority below another is an anchor of its own, until the one above says that it took it back.
    void authorityThatWasTakenBack()
    {
        const auto made = [&](const QStringList &words) { QVERIFY(pki.openssl(words)); };
        const QStringList key{QStringLiteral("req"),     QStringLiteral("-new"),    QStringLiteral("-nodes"),
                              QStringLiteral("-config"), QStringLiteral("pki.cnf"), QStringLiteral("-newkey"),
                              QStringLiteral("ec"),      QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};
        const auto certify = [&](const QString &name, const QString &by, const QString &section, const QString &serial) {
            made(key + QStringList{QStringLiteral("-subj"), QStringLiteral("/C=CO/CN=") + name, QStringLiteral("-keyout"),
                                   name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".csr")});
            made({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), name + QStringLiteral(".csr"),
                  QStringLiteral("-CA"), by + QStringLiteral(".pem"), QStringLiteral("-CAkey"), by + QStringLiteral(".key"),
                  QStringLiteral("-set_serial"), serial, QStringLiteral("-sha256"), QStringLiteral("-days"),
                  QStringLiteral("90"), QStringLiteral("-extfile"), QStringLiteral("pki.cnf"), QStringLiteral("-extensions"),
                  section, QStringLiteral("-out"), name + QStringLiteral(".pem")});
        };
        certify(QStringLiteral("mid"), QStringLiteral("ca"), QStringLiteral("v3_ca"), QStringLiteral("0x2001"));
        certify(QStringLiteral("kim"), QStringLiteral("mid"), QStringLiteral("v3_person"), QStringLiteral("0x2002"));

        TrustStore store;
        QVERIFY(store.add(pki.file(QStringLiteral("mid.pem"))).ok());
        QCOMPARE(ask(QStringLiteral("kim"), store).sub, SubIndication::TryLater); // trusted; nobody said of kim

        made({QStringLiteral("ca"), QStringLiteral("-config"), QStringLiteral("pki.cnf"), QStringLiteral("-cert"),
              QStringLiteral("ca.pem"), QStringLiteral("-keyfile"), QStringLiteral("ca.key"), QStringLiteral("-revoke"),
              QStringLiteral("mid.pem")});
        QVERIFY(store.add(pki.file(listNow())).ok());
        // Only whoever signed the list can be believed about it, so it counts once that one is known.
        const TrustAnswer answer = ask(QStringLiteral("kim"), store, {certificate(QStringLiteral("ca"))});
        QCOMPARE(answer.indication, Indication::Indeterminate);
        QCOMPARE(answer.sub, SubIndication::RevokedNoPoe);
        QVERIFY2(answer.findings.value(0).startsWith(QLatin1String("mid was revoked")),
                 qPrintable(answer.findings.join(u';')));
    }
};

QTEST_GUILESS_MAIN(SigningTrust)
#include "tst_signing_trust.moc"
