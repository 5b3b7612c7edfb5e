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

    // Anybody can write a list that calls his own authority accredited.
    void listAccreditsWhereItIsAccepted()
    {
        const QString place = folder(QStringLiteral("accredits"), {QStringLiteral("ca.pem")});
        QFile list(place + QStringLiteral("/anchors.json"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("{\"version\":1,\"anchors\":[{\"file\":\"ca.pem\",\"source\":\"ONAC 2026\",\"sha256\":\"" +
                   certificate(QStringLiteral("ca")).sha256().toHex() + "\",\"accredited\":true}]}");
        list.close();
        const QString says = QStringLiteral("its authority is accredited, says ONAC 2026");
        TrustStore store;
        QVERIFY(store.add(place).ok());
        QCOMPARE(store.anchors().size(), 1);
        QVERIFY(!store.anchors().first().accredited);
        QVERIFY(!ask(QStringLiteral("eva"), store).accredited);
        QVERIFY(!ask(QStringLiteral("eva"), store).notes.contains(says));
        QVERIFY(store.add(place, TrustStore::Accredited::Accepted).ok());
        QCOMPARE(store.anchors().size(), 1);
        QVERIFY(ask(QStringLiteral("eva"), store).accredited);
        QVERIFY(ask(QStringLiteral("eva"), store).notes.contains(says));
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
