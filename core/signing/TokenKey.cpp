// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/TokenKey.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/TokenProcess.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace carriel::signing {

namespace {

QByteArray bytesIn(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

// The process may be destroyed by what its own answer leads to, so it goes from the event loop.
std::shared_ptr<TokenProcess> processFor(const TokenOptions &options)
{
    return {new TokenProcess(options), [](TokenProcess *process) { process->deleteLater(); }};
}

class TokenKey final : public KeySource
{
public:
    TokenKey(std::shared_ptr<TokenProcess> process, crypto::Certificate certificate, QList<crypto::Certificate> chain)
        : m_process(std::move(process)), m_certificate(std::move(certificate)), m_chain(std::move(chain))
    {
    }
    crypto::Certificate certificate() const override { return m_certificate; }
    QList<crypto::Certificate> chain() const override { return m_chain; }
    void sign(const QByteArray &toBeSigned, Signed done) override
    {
        m_process->ask({{QStringLiteral("do"), QStringLiteral("sign")},
                        {QStringLiteral("bytes"), QString::fromLatin1(toBeSigned.toBase64())}},
                       [process = m_process, done = std::move(done)](const Result<QJsonObject> &answer) {
                           if (!answer.ok())
                               return done(answer.error());
                           done(bytesIn(answer.value().value(QStringLiteral("signature"))));
                       });
    }

private:
    std::shared_ptr<TokenProcess> m_process;
    crypto::Certificate m_certificate;
    QList<crypto::Certificate> m_chain;
};

Result<TokenListing> listingFrom(const QJsonObject &told)
{
    TokenListing listing;
    for (const QJsonValue &value : told.value(QStringLiteral("tokens")).toArray()) {
        const QJsonObject one = value.toObject();
        listing.tokens +=
            TokenState{one.value(QStringLiteral("label")).toString(), one.value(QStringLiteral("locked")).toBool(),
                       one.value(QStringLiteral("lastTry")).toBool(), one.value(QStringLiteral("pad")).toBool()};
    }
    for (const QJsonValue &value : told.value(QStringLiteral("keys")).toArray()) {
        const QJsonObject one = value.toObject();
        CARRIEL_TRY(auto certificate, crypto::Certificate::fromDer(bytesIn(one.value(QStringLiteral("certificate")))));
        listing.keys +=
            TokenKeyInfo{one.value(QStringLiteral("uri")).toString(), one.value(QStringLiteral("token")).toString(),
                         one.value(QStringLiteral("label")).toString(), certificate};
    }
    return listing;
}

} // namespace

QString TokenOptions::besideThisProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/carriel-token");
}

void listTokenKeys(const TokenOptions &options, std::function<void(Result<TokenListing>)> done)
{
    const auto process = processFor(options);
    process->start({});
    process->ask({{QStringLiteral("do"), QStringLiteral("list")}, {QStringLiteral("uri"), options.uri}},
                 [process, done = std::move(done)](const Result<QJsonObject> &answer) {
                     if (!answer.ok())
                         return done(answer.error());
                     done(listingFrom(answer.value()));
                 });
}

void openTokenKey(const TokenOptions &options, SecretBytes pin, TokenOpened done)
{
    const auto process = processFor(options);
    process->start(pin);
    process->ask({{QStringLiteral("do"), QStringLiteral("open")},
                  {QStringLiteral("uri"), options.uri},
                  {QStringLiteral("mayBeLast"), options.mayBeLastTry}},
                 [process, done = std::move(done)](const Result<QJsonObject> &answer) {
                     if (!answer.ok())
                         return done(answer.error());
                     auto certificate =
                         crypto::Certificate::fromDer(bytesIn(answer.value().value(QStringLiteral("certificate"))));
                     if (!certificate.ok())
                         return done(certificate.error());
                     QList<crypto::Certificate> chain;
                     for (const QJsonValue &one : answer.value().value(QStringLiteral("others")).toArray()) {
                         if (auto read = crypto::Certificate::fromDer(bytesIn(one)); read.ok())
                             chain += read.value();
                     }
                     done(std::shared_ptr<KeySource>(
                         std::make_shared<TokenKey>(process, certificate.value(), std::move(chain))));
                 });
}

} // namespace carriel::signing
