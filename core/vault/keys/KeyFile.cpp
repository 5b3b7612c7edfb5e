// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keys/KeyFile.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/crypto/Aead.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/RecoveryCode.h"
#include "core/crypto/Scrypt.h"
#include "core/vault/Files.h"
#include "core/vault/VaultErrors.h"

#include <QFile>
#include <QJsonDocument>

namespace carriel::vault {

namespace {
constexpr int version = 1;
constexpr QLatin1String kVersion("v"), kVault("vault"), kKeyStore("key_store"), kPassphrase("passphrase"), kRecovery("recovery"),
    kRecoveryBefore("recovery_before"), kN("n"), kR("r"), kP("p"), kSalt("salt"), kSealed("sealed"), kKdf("kdf"), kJwe("jwe"), kPublic("public"), kPageSalt("page_salt");

QByteArray passphraseContext(const QString &vaultId)
{
    return QByteArray("carpeta/vault-key/passphrase/1") + '\0' + vaultId.toUtf8();
}

Error damaged(const QString &path, const QString &reason)
{
    return Error{errors::keyFileDamaged, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}}, {}};
}

Result<QJsonObject> readOne(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{errors::keysMissing, {{QStringLiteral("path"), path}}, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{errors::cannotOpen, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    if (file.size() > 65536)
        return damaged(path, QStringLiteral("too big"));
    QJsonParseError parse;
    const QJsonObject fields = QJsonDocument::fromJson(file.readAll(), &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return damaged(path, parse.errorString());
    if (fields.value(kVersion).toInt() > version)
        return Error{errors::keyFileNewer, {{QStringLiteral("path"), path}}, {}};
    if (fields.value(kVersion).toInt() != version || fields.value(kVault).toString().isEmpty())
        return damaged(path, QStringLiteral("a member is missing"));
    return fields;
}

QString b64u(QByteArrayView bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}
} // namespace

KeyFile KeyFile::fresh()
{
    return KeyFile({{kVersion, version}, {kVault, b64u(crypto::randomSecret(16).view())}, {kKeyStore, false}});
}

Result<KeyFile> KeyFile::read(const QString &path)
{
    Result<QJsonObject> fields = readOne(path);
    if (!fields.ok() && fields.error().code != errors::keyFileNewer) {
        Result<QJsonObject> copy = readOne(path + QLatin1String(".bak"));
        if (copy.ok()) {
            KeyFile keys(std::move(copy).value());
            keys.m_fromCopy = true;
            return keys;
        }
        if (fields.error().code == errors::keysMissing && copy.error().code != errors::keysMissing)
            return copy.error();
    }
    if (!fields.ok())
        return fields.error();
    return KeyFile(std::move(fields).value());
}

Outcome KeyFile::save(const QString &path) const
{
    const QByteArray json = QJsonDocument(m_fields).toJson();
    // The copy first: only the file itself is read as long as it is sound, so whatever fails before it has changed nothing.
    CARRIEL_CHECK(writeDurably(path + QLatin1String(".bak"), json));
    CARRIEL_CRASHPOINT("keys.copy-alone");
    return writeDurably(path, json);
}

QString KeyFile::vaultId() const { return m_fields.value(kVault).toString(); }
bool KeyFile::keyStore() const { return m_fields.value(kKeyStore).toBool(); }
void KeyFile::setKeyStore(bool on) { m_fields.insert(kKeyStore, on); }
QByteArray KeyFile::salt() const { return crypto::fromBase64Url(m_fields.value(kPageSalt).toString().toLatin1()).valueOr({}); }
bool KeyFile::setSalt(const QByteArray &salt)
{
    const bool other = salt != this->salt();
    m_fields.insert(kPageSalt, b64u(salt));
    return other;
}
bool KeyFile::hasPassphrase() const { return m_fields.contains(kPassphrase); }
void KeyFile::dropPassphrase() { m_fields.remove(kPassphrase); }
bool KeyFile::hasRecoveryCode() const { return m_fields.contains(kRecovery); }

std::optional<crypto::PublicKey> KeyFile::recoveryKey() const
{
    auto key = crypto::PublicKey::fromJwk(m_fields.value(kRecovery).toObject().value(kPublic).toObject());
    return key.ok() ? std::optional(std::move(key).value()) : std::nullopt;
}

Outcome KeyFile::setPassphrase(QByteArrayView passphrase, const SecretBytes &vaultKey)
{
    const crypto::ScryptParameters parameters;
    const SecretBytes salt = crypto::randomSecret(16);
    CARRIEL_TRY(const SecretBytes wrapping, crypto::scrypt(passphrase, salt.view(), parameters, 32));
    CARRIEL_TRY(const QByteArray sealed, crypto::aesGcmSeal(wrapping.view(), vaultKey.view(), passphraseContext(vaultId())));
    m_fields.insert(kPassphrase, QJsonObject{{kKdf, QStringLiteral("scrypt")},
                                             {kN, qint64(parameters.n)},
                                             {kR, qint64(parameters.r)},
                                             {kP, qint64(parameters.p)},
                                             {kSalt, b64u(salt.view())},
                                             {kSealed, b64u(sealed)}});
    return {};
}

Result<SecretBytes> KeyFile::openWithPassphrase(QByteArrayView passphrase) const
{
    if (!hasPassphrase())
        return Error{errors::noSuchUnlock, {}, {}};
    const QJsonObject box = m_fields.value(kPassphrase).toObject();
    const auto number = [&](QLatin1String key) { return quint64(qMax<qint64>(box.value(key).toInteger(), 0)); };
    const crypto::ScryptParameters parameters{number(kN), std::uint32_t(number(kR)), std::uint32_t(number(kP))};
    CARRIEL_TRY(const QByteArray salt, crypto::fromBase64Url(box.value(kSalt).toString().toLatin1()));
    CARRIEL_TRY(const QByteArray sealed, crypto::fromBase64Url(box.value(kSealed).toString().toLatin1()));
    CARRIEL_TRY(const SecretBytes wrapping, crypto::scrypt(passphrase, salt, parameters, 32));
    Result<SecretBytes> key = crypto::aesGcmOpen(wrapping.view(), sealed, passphraseContext(vaultId()));
    if (!key.ok() && key.error().code == crypto::errors::notAuthentic)
        return Error{errors::wrongPassphrase, {}, {}};
    return key;
}

Result<QString> KeyFile::newRecoveryCode(const SecretBytes &vaultKey)
{
    const crypto::RecoveryCode code = crypto::RecoveryCode::generate();
    CARRIEL_TRY(const crypto::PrivateKey key, code.key());
    CARRIEL_TRY(const QByteArray jwe, crypto::wrapVaultKey(key.publicKey(), vaultId().toUtf8(), vaultKey));
    if (hasRecoveryCode() && !m_fields.contains(kRecoveryBefore))
        m_fields.insert(kRecoveryBefore, m_fields.value(kRecovery));
    m_fields.insert(kRecovery, QJsonObject{{kPublic, key.publicKey().toJwk()}, {kJwe, QString::fromLatin1(jwe)}});
    return code.display();
}

void KeyFile::confirmRecoveryCode() { m_fields.remove(kRecoveryBefore); }

Result<SecretBytes> KeyFile::openWithRecoveryCode(QStringView code) const
{
    CARRIEL_TRY(const crypto::RecoveryCode parsed, crypto::RecoveryCode::parse(code)); // a slip of the pen is told first
    if (!hasRecoveryCode())
        return Error{errors::noSuchUnlock, {}, {}};
    CARRIEL_TRY(const crypto::PrivateKey key, parsed.key());
    const auto unwrapped = [&](QLatin1String member) {
        const QByteArray jwe = m_fields.value(member).toObject().value(kJwe).toString().toLatin1();
        return crypto::unwrapVaultKey(key, vaultId().toUtf8(), jwe);
    };
    Result<SecretBytes> vaultKey = unwrapped(kRecovery);
    if (!vaultKey.ok() && m_fields.contains(kRecoveryBefore)) {
        Result<SecretBytes> before = unwrapped(kRecoveryBefore);
        if (before.ok())
            return before;
    }
    if (!vaultKey.ok() && vaultKey.error().code == crypto::errors::notAuthentic)
        return Error{errors::wrongRecoveryCode, {}, {}};
    return vaultKey;
}

} // namespace carriel::vault
