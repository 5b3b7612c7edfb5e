// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys on cards: SoftHSM by its own driver, and wrapped in one that behaves like cards that trouble people.
#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/TokenKey.h"
#include "tests/core/signing/Cards.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;

class SigningToken : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QString m_plain = QStringLiteral("module-path=/usr/lib/softhsm/libsofthsm2.so");
    QString m_wrapped = QStringLiteral("module-path=" CARRIEL_TEST_TOKEN_MODULE);

    TokenOptions options(const QString &path, const QString &module) const
    {
        TokenOptions options;
        options.uri = QStringLiteral("pkcs11:") + path + u'?' + module;
        options.helper = QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-token");
        return options;
    }

    static Result<std::shared_ptr<KeySource>> open(const TokenOptions &options, const char *pin = "123456")
    {
        std::optional<Result<std::shared_ptr<KeySource>>> result;
        openTokenKey(options, SecretBytes::copyOf(pin), [&](auto opened) { result = std::move(opened); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, carriel::test::patienceMs))
            qFatal("no answer");
        return *result;
    }

    static TokenListing listed(const TokenOptions &options)
    {
        std::optional<Result<TokenListing>> result;
        listTokenKeys(options, [&](auto listing) { result = std::move(listing); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, carriel::test::patienceMs) || !result->ok())
            qFatal("no listing");
        return result->value();
    }

    Result<SignedFile> signWith(std::shared_ptr<KeySource> key, const QString &target)
    {
        PdfSignOptions options;
        options.source = put(QStringLiteral("p.pdf"), test::plainPdf());
        options.target = target;
        options.overwrite = true;
        std::optional<Result<SignedFile>> result;
        PdfSignJob::run(options, std::move(key), nullptr, clock, [&](auto done) { result = std::move(done); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, carriel::test::patienceMs))
            qFatal("no answer");
        return *result;
    }

    static ErrorCode codeOf(const auto &result) { return result.ok() ? ErrorCode{"none"} : result.error().code; }

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::cardsPossible())
            QSKIP("SoftHSM is not installed: tools/setup installs it");
        QVERIFY(pki.ready());
        QVERIFY(test::makeCards(pki));
    }

    void cleanup() { qunsetenv("CARRIEL_TEST_TOKEN"); }

    void lists()
    {
        const TokenListing listing = listed(options(QStringLiteral("token=cedula"), m_plain));
        QCOMPARE(listing.tokens.size(), 1);
        QCOMPARE(listing.tokens.first().label, QStringLiteral("cedula"));
        QVERIFY(!listing.tokens.first().pinLocked && !listing.tokens.first().pad);
        QStringList names;
        for (const TokenKeyInfo &key : listing.keys) {
            names += key.certificate.name();
            TokenOptions again = options({}, {});
            again.uri = key.uri; // what is listed can be said back
            const auto opened = open(again);
            QVERIFY2(opened.ok(), qPrintable(key.uri));
            QVERIFY(opened.value()->certificate() == key.certificate);
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("ana"), QStringLiteral("eva")}));
        QCOMPARE(listed(options(QStringLiteral("token=ninguna"), m_plain)).tokens.size(), 0);
    }

    void signsRsaAndEc()
    {
        for (const QString &name : {QStringLiteral("ana"), QStringLiteral("eva")}) {
            const auto key = open(options(QStringLiteral("object=") + name, m_plain));
            QVERIFY2(key.ok(), qPrintable(key.ok() ? QString() : key.error().detail));
            QCOMPARE(key.value()->certificate().name(), name);
            const QString target = pki.file(name + QStringLiteral("-card.pdf"));
            for (int i = 0; i < 2; ++i) // one PIN, several documents
                QVERIFY(signWith(key.value(), target).ok());
            const VerificationReport report = verify(target);
            QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
            QVERIFY(
                pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target}).contains("Signature is Valid."));
        }
    }

    void oneMustBeNamed()
    {
        const auto several = open(options(QStringLiteral("token=cedula"), m_plain));
        QVERIFY(codeOf(several) == signing::errors::noSuchKey);
        QCOMPARE(several.error().params.value(QStringLiteral("count")).toString(), QStringLiteral("2"));
        QVERIFY(several.error().params.value(QStringLiteral("what")).toString().contains(QStringLiteral("id=%A1")));
        QVERIFY(codeOf(open(options(QStringLiteral("token=cedula;object=nadie"), m_plain))) ==
                signing::errors::noSuchKey);
        QVERIFY(codeOf(open(options(QStringLiteral("token=nada"), m_plain))) == signing::errors::tokenGone);
        QVERIFY(open(options(QStringLiteral("id=%E5"), m_plain)).ok());
        QVERIFY(open(options(QStringLiteral("token=otra"), m_plain)).ok());
    }

    void badWords()
    {
        for (const char *uri : {"pkcs11:object", "pkcs11:object=ana;rara=1", "pkcs11:object=ana?pin-value=123456",
                                "pkcs11:object=ana?pin-source=file:x"}) {
            TokenOptions wrong = options({}, {});
            wrong.uri = QString::fromLatin1(uri);
            QVERIFY2(codeOf(open(wrong)) == carriel::errors::badInput, uri);
        }
        QVERIFY(codeOf(open(options({}, QStringLiteral("module-path=/no/such.so")))) == signing::errors::tokenTrouble);
        TokenOptions alone = options(QStringLiteral("object=ana"), m_plain);
        alone.helper = QStringLiteral("/no/such/program");
        QVERIFY(codeOf(open(alone)) == signing::errors::tokenSilent);
    }

    void wrongPin()
    {
        QVERIFY(codeOf(open(options(QStringLiteral("object=ana"), m_plain), "654321")) == signing::errors::wrongPin);
        QVERIFY(codeOf(open(options(QStringLiteral("object=ana"), m_plain), "")) == signing::errors::wrongPin);
        qputenv("CARRIEL_TEST_TOKEN", "worse");
        const auto left = open(options(QStringLiteral("object=ana"), m_wrapped), "654321");
        QVERIFY(codeOf(left) == signing::errors::wrongPin);
        QCOMPARE(left.error().params.value(QStringLiteral("triesLeft")).toString(), QStringLiteral("1"));
    }

    void lockedAndLast()
    {
        qputenv("CARRIEL_TEST_TOKEN", "locked");
        TokenOptions card = options(QStringLiteral("object=ana"), m_wrapped);
        QVERIFY(listed(card).tokens.first().pinLocked);
        QVERIFY(codeOf(open(card)) == signing::errors::pinLocked);
        qputenv("CARRIEL_TEST_TOKEN", "last");
        QVERIFY(listed(card).tokens.first().lastTry);
        QVERIFY(codeOf(open(card)) == signing::errors::pinLastTry);
        card.mayBeLastTry = true;
        QVERIFY(open(card).ok());
    }

    void everySignature_data()
    {
        QTest::addColumn<QByteArray>("mood");
        for (const char *mood : {"always", "slow", "pad"})
            QTest::newRow(mood) << QByteArray(mood);
    }

    void everySignature()
    {
        QFETCH(QByteArray, mood);
        qputenv("CARRIEL_TEST_TOKEN", mood);
        int slow = 0;
        for (const QString &name : {QStringLiteral("object=ana"), QStringLiteral("object=eva")}) {
            TokenOptions card = options(name, m_wrapped);
            card.slowAfter = std::chrono::milliseconds(mood == "slow" ? 300 : 60000);
            card.slow = [&slow] { ++slow; };
            const auto key = open(card, mood == "pad" ? "" : "123456");
            QVERIFY2(key.ok(), mood);
            for (int i = 0; i < (mood == "slow" ? 1 : 2); ++i)
                QVERIFY(signWith(key.value(), pki.file(QStringLiteral("mood.pdf"))).ok());
            QVERIFY(verify(pki.file(QStringLiteral("mood.pdf"))).verdict == FileVerdict::Valid);
        }
        QVERIFY(mood != "slow" || slow >= 2);
    }

    void failsWhileSigning_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("removed") << QByteArray("CAR-SGN-020");
        QTest::newRow("swapped") << QByteArray("CAR-SGN-010");
        QTest::newRow("hang") << QByteArray("CAR-SGN-021");
        QTest::newRow("crash") << QByteArray("CAR-SGN-021");
    }

    void failsWhileSigning()
    {
        QFETCH(QByteArray, code);
        const QByteArray mood = QTest::currentDataTag();
        qputenv("CARRIEL_TEST_TOKEN", mood);
        TokenOptions card = options(QStringLiteral("object=eva"), m_wrapped);
        card.patience = std::chrono::milliseconds(mood == "hang" ? 8000 : 60000);
        const auto key = open(card);
        QVERIFY2(key.ok(), qPrintable(key.ok() ? QString() : key.error().codeText()));
        const QString target = pki.file(QString::fromLatin1(mood) + QStringLiteral(".pdf"));
        for (int i = 0; i < 2; ++i) { // and again, at once
            const auto done = signWith(key.value(), target);
            QVERIFY(!done.ok());
            QCOMPARE(done.error().codeText(), QString::fromLatin1(code));
            QVERIFY(!QFile::exists(target));
        }
    }
};

QTEST_GUILESS_MAIN(SigningToken)
#include "tst_signing_token.moc"
