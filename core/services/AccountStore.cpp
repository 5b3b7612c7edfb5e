// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountStore.h"

#include "core/base/BaseErrors.h"
#include "core/vault/Database.h"
#include "core/vault/VaultErrors.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

namespace carriel {

namespace {
const QString kOperator = QStringLiteral("operator");
const QString kTerms = QStringLiteral("terms");
const QString kTokens = QStringLiteral("tokens");
const QString kUnrevoked = QStringLiteral("tokens/unrevoked");
const QString kSign = QStringLiteral("device/ds");
const QString kEncrypt = QStringLiteral("device/de");

QString latin1(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}
} // namespace

Result<QList<QSslCertificate>> trustWith(const QByteArray &pem)
{
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (!pem.isEmpty() && certificates.isEmpty())
        return Error{errors::badInput, {{QStringLiteral("what"), QStringLiteral("CA")}}, QStringLiteral("no certificate in it")};
    // Read once in the life of the program: it takes a tenth of a second.
    static const QList<QSslCertificate> system = remote::systemTrust();
    return system + certificates;
}

Result<std::optional<KnownOperator>> AccountStore::knownOperator() const
{
    const QString text = m_facts.value(kOperator);
    if (text.isEmpty())
        return std::optional<KnownOperator>();
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    KnownOperator known;
    known.url = QUrl(json.value(QLatin1String("url")).toString());
    known.caPem = json.value(QLatin1String("ca")).toString().toLatin1();
    const QByteArray op = json.value(QLatin1String("operator")).toString().toUtf8();
    const QByteArray provider = json.value(QLatin1String("provider")).toString().toUtf8();
    CARRIEL_TRY(known.op, remote::readOperator(op, known.url, std::nullopt));
    CARRIEL_TRY(known.provider, remote::readProvider(provider, known.op.issuer));
    return std::optional(known);
}

Outcome AccountStore::save(const KnownOperator &known)
{
    const QJsonObject json{{QStringLiteral("url"), known.url.toString()},
                           {QStringLiteral("ca"), latin1(known.caPem)},
                           {QStringLiteral("operator"), QString::fromUtf8(known.op.source)},
                           {QStringLiteral("provider"), QString::fromUtf8(known.provider.source)}};
    return m_facts.set(kOperator, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

Result<remote::DeviceKeys> AccountStore::deviceKeys()
{
    CARRIEL_TRY(std::optional<SecretBytes> sign, m_secrets.get(kSign));
    CARRIEL_TRY(std::optional<SecretBytes> encrypt, m_secrets.get(kEncrypt));
    if (sign && encrypt)
        return remote::DeviceKeys::imported({std::move(*sign), std::move(*encrypt)});
    CARRIEL_TRY(remote::DeviceKeys keys, remote::DeviceKeys::generate());
    CARRIEL_TRY(const remote::DeviceKeys::Exported exported, keys.exported());
    CARRIEL_CHECK(m_secrets.put(kSign, exported.sign.view()));
    CARRIEL_CHECK(m_secrets.put(kEncrypt, exported.encrypt.view()));
    return keys;
}

Outcome AccountStore::setRemoved(const QDateTime &when)
{
    return m_facts.set(QStringLiteral("device_removed"), when.toString(Qt::ISODate));
}

bool AccountStore::hear(const QStringList &features)
{
    const QString seen = QStringLiteral("seals_seen"), gone = QStringLiteral("seals_gone"), yes = QStringLiteral("yes");
    const bool before = sealsGone();
    if (features.contains(QLatin1String("sealed-1"))) {
        if (m_facts.value(seen).isEmpty())
            (void)m_facts.set(seen, yes); // a disk that cannot be written to: heard again at the next start
        if (before)
            (void)m_facts.set(gone, {});
    } else if (!m_facts.value(seen).isEmpty() && !before) {
        (void)m_facts.set(gone, yes);
    }
    return sealsGone() != before;
}

Outcome AccountStore::becomeAnotherDevice(const QString &id)
{
    CARRIEL_CHECK(m_secrets.remove(kSign));
    CARRIEL_CHECK(m_secrets.remove(kEncrypt));
    CARRIEL_CHECK(m_facts.set(QStringLiteral("device_statement"), {}));
    CARRIEL_CHECK(m_facts.set(QStringLiteral("device"), id));
    return m_facts.set(QStringLiteral("device_removed"), {}); // last: until then it is done again
}

AccountStore::Holder AccountStore::holder() const
{
    Holder out;
    out.folder = FolderId(m_facts.value(QStringLiteral("folder")));
    out.person = m_facts.value(QStringLiteral("person"));
    out.name = m_facts.value(QStringLiteral("person_name"));
    out.deviceName = m_facts.value(QStringLiteral("device_name"));
    out.statement = m_facts.value(QStringLiteral("device_statement")).toLatin1();
    out.acceptance = m_facts.value(QStringLiteral("terms_acceptance")).toLatin1();
    return out;
}

Outcome AccountStore::save(const Holder &holder)
{
    CARRIEL_CHECK(m_facts.set(QStringLiteral("person"), holder.person));
    CARRIEL_CHECK(m_facts.set(QStringLiteral("person_name"), holder.name));
    CARRIEL_CHECK(m_facts.set(QStringLiteral("device_name"), holder.deviceName));
    CARRIEL_CHECK(m_facts.set(QStringLiteral("device_statement"), latin1(holder.statement)));
    CARRIEL_CHECK(m_facts.set(QStringLiteral("terms_acceptance"), latin1(holder.acceptance)));
    // Last: with a folder all the rest is known to be there.
    return m_facts.set(QStringLiteral("folder"), holder.folder.text());
}

Outcome AccountStore::keepTerms(const Terms &terms, const QDateTime &acceptedUtc)
{
    const QJsonObject json{{QStringLiteral("id"), terms.id},
                           {QStringLiteral("version"), terms.version},
                           {QStringLiteral("text"), terms.text},
                           {QStringLiteral("sha256"), latin1(terms.sha256.toHex())},
                           {QStringLiteral("accepted_at"), acceptedUtc.toString(Qt::ISODateWithMs)}};
    return m_facts.set(kTerms, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

std::optional<AcceptedTerms> AccountStore::acceptedTerms() const
{
    const QString text = m_facts.value(kTerms);
    const QByteArray acceptance = holder().acceptance;
    if (text.isEmpty() || acceptance.isEmpty())
        return {};
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto word = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    AcceptedTerms out;
    out.terms = {word("id"), word("version"), word("text"), QByteArray::fromHex(word("sha256").toLatin1())};
    out.acceptedUtc = QDateTime::fromString(word("accepted_at"), Qt::ISODateWithMs);
    out.acceptance = acceptance;
    return out;
}

Result<std::optional<remote::StoredTokens>> AccountStore::load()
{
    CARRIEL_TRY(const std::optional<SecretBytes> bytes, m_secrets.get(kTokens));
    if (!bytes)
        return std::optional<remote::StoredTokens>();
    const QJsonObject json = QJsonDocument::fromJson(bytes->view().toByteArray()).object();
    remote::StoredTokens tokens;
    tokens.refreshToken = json.value(QLatin1String("refresh")).toString().toLatin1();
    tokens.subject = json.value(QLatin1String("subject")).toString();
    tokens.issuer = json.value(QLatin1String("issuer")).toString();
    tokens.idToken = json.value(QLatin1String("id_token")).toString().toLatin1();
    tokens.acr = json.value(QLatin1String("acr")).toString();
    return std::optional(tokens);
}

Outcome AccountStore::save(const remote::StoredTokens &tokens)
{
    const QJsonObject json{{QStringLiteral("refresh"), latin1(tokens.refreshToken)},
                           {QStringLiteral("subject"), tokens.subject},
                           {QStringLiteral("issuer"), tokens.issuer},
                           {QStringLiteral("id_token"), latin1(tokens.idToken)},
                           {QStringLiteral("acr"), tokens.acr}};
    return m_secrets.put(kTokens, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Outcome AccountStore::clear()
{
    return m_secrets.remove(kTokens);
}

QByteArray AccountStore::unrevoked() const
{
    const auto bytes = m_secrets.get(kUnrevoked);
    return bytes && bytes.value() ? bytes.value()->view().toByteArray() : QByteArray();
}

Outcome AccountStore::setUnrevoked(const QByteArray &token)
{
    return token.isEmpty() ? m_secrets.remove(kUnrevoked) : m_secrets.put(kUnrevoked, token);
}

Outcome AccountStore::canSave()
{
    constexpr qint64 room = 512 * 1024; // some pages in the log, and what else the sync of one change needs
    const QStorageInfo disk(QFileInfo(m_database.path()).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < room)
        return Error{vault::errors::diskFull, {{QStringLiteral("path"), m_database.path()}}, {}};
    CARRIEL_TRY(const std::optional<SecretBytes> bytes, m_secrets.get(kTokens));
    return bytes ? m_secrets.put(kTokens, bytes->view()) : Outcome(); // the same again: it shows whether anything can be written
}

} // namespace carriel
