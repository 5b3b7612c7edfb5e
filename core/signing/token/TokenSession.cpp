// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/token/TokenSession.h"

#include "core/crypto/Digest.h"
#include "core/crypto/Pkcs12.h"
#include "core/signing/SigningErrors.h"

#include <algorithm>

namespace carriel::signing {

namespace {

constexpr CK_ULONG mostObjects = 256;
constexpr CK_ULONG mostBytes = 64 * 1024; // of one attribute

Error noSuchKey(const QStringList &uris)
{
    return Error{errors::noSuchKey,
                 {{QStringLiteral("what"), uris.isEmpty() ? QStringLiteral("0") : uris.join(u' ')},
                  {QStringLiteral("count"), QString::number(uris.size())}},
                 {}};
}

QStringList urisOf(const QList<KeyFound> &keys)
{
    QStringList uris;
    for (const KeyFound &key : keys)
        uris += key.uri;
    return uris;
}

} // namespace

QString TokenFound::label() const
{
    return QString::fromUtf8(reinterpret_cast<const char *>(info.label), sizeof info.label).trimmed();
}

TokenSession::TokenSession(TokenUri uri, std::unique_ptr<Pkcs11Module> module)
    : m_uri(std::move(uri)), m_module(std::move(module))
{
}

TokenSession::~TokenSession()
{
    if (m_session)
        (*m_module)->C_CloseSession(*m_session);
}

Result<std::unique_ptr<TokenSession>> TokenSession::open(const QString &text)
{
    CARRIEL_TRY(TokenUri uri, TokenUri::parse(text));
    CARRIEL_TRY(auto module, Pkcs11Module::load(uri.module()));
    return std::unique_ptr<TokenSession>(new TokenSession(std::move(uri), std::move(module)));
}

Result<QList<TokenFound>> TokenSession::tokens() const
{
    CK_SLOT_ID slots[64];
    CK_ULONG count = std::size(slots);
    if (const CK_RV answer = (*m_module)->C_GetSlotList(CK_TRUE, slots, &count); answer != CKR_OK)
        return tokenError("C_GetSlotList", answer);
    QList<TokenFound> found;
    for (CK_ULONG i = 0; i < std::min<CK_ULONG>(count, std::size(slots)); ++i) {
        TokenFound token;
        token.slot = slots[i];
        // One that goes or does not answer is none; an uninitialised one and a mere list of certificates have no keys.
        if ((*m_module)->C_GetTokenInfo(slots[i], &token.info) == CKR_OK &&
            (token.info.flags & CKF_TOKEN_INITIALIZED) && (token.info.flags & CKF_LOGIN_REQUIRED) &&
            m_uri.fitsToken(token.info))
            found += token;
    }
    return found;
}

Result<CK_SESSION_HANDLE> TokenSession::begin(const TokenFound &token) const
{
    CK_SESSION_HANDLE session = 0;
    const CK_RV answer = (*m_module)->C_OpenSession(token.slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session);
    if (answer != CKR_OK)
        return tokenError("C_OpenSession", answer);
    return session;
}

Result<QList<CK_OBJECT_HANDLE>> TokenSession::find(CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind,
                                                   const QByteArray *id) const
{
    CK_ATTRIBUTE wanted[2] = {{CKA_CLASS, &kind, sizeof kind}, {}};
    if (id)
        wanted[1] = {CKA_ID, const_cast<char *>(id->constData()), CK_ULONG(id->size())};
    if (const CK_RV answer = (*m_module)->C_FindObjectsInit(session, wanted, id ? 2 : 1); answer != CKR_OK)
        return tokenError("C_FindObjectsInit", answer);
    CK_OBJECT_HANDLE objects[mostObjects];
    CK_ULONG count = 0;
    const CK_RV answer = (*m_module)->C_FindObjects(session, objects, mostObjects, &count);
    (*m_module)->C_FindObjectsFinal(session);
    if (answer != CKR_OK)
        return tokenError("C_FindObjects", answer);
    return QList<CK_OBJECT_HANDLE>(objects, objects + std::min(count, mostObjects));
}

Result<QByteArray> TokenSession::attribute(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object,
                                           CK_ATTRIBUTE_TYPE type) const
{
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    CK_RV answer = (*m_module)->C_GetAttributeValue(session, object, &wanted, 1);
    if (answer == CKR_ATTRIBUTE_TYPE_INVALID)
        return QByteArray();
    if (answer == CKR_OK && wanted.ulValueLen > mostBytes)
        return QByteArray();
    if (answer == CKR_OK) {
        QByteArray value(qsizetype(wanted.ulValueLen), Qt::Uninitialized);
        wanted.pValue = value.data();
        answer = (*m_module)->C_GetAttributeValue(session, object, &wanted, 1);
        if (answer == CKR_OK)
            return value.first(std::min<qsizetype>(value.size(), qsizetype(wanted.ulValueLen)));
    }
    return tokenError("C_GetAttributeValue", answer);
}

Result<QList<KeyFound>> TokenSession::keysOn(const TokenFound &token, CK_SESSION_HANDLE session,
                                             QList<crypto::Certificate> *others) const
{
    CARRIEL_TRY(const auto objects, find(session, CKO_CERTIFICATE, nullptr));
    QList<KeyFound> found;
    for (const CK_OBJECT_HANDLE object : objects) {
        CARRIEL_TRY(const QByteArray der, attribute(session, object, CKA_VALUE));
        const auto certificate = crypto::Certificate::fromDer(der);
        if (!certificate.ok())
            continue;
        CARRIEL_TRY(const QByteArray label, attribute(session, object, CKA_LABEL));
        CARRIEL_TRY(const QByteArray id, attribute(session, object, CKA_ID));
        if (others)
            *others += certificate.value();
        if (certificate.value().mayMakeSignatures() && m_uri.fitsObject(label, id))
            found += KeyFound{token, label, id, certificate.value(), m_uri.naming(token.info, label, id)};
    }
    return found;
}

Result<QList<KeyFound>> TokenSession::keys() const
{
    CARRIEL_TRY(const QList<TokenFound> all, tokens());
    QList<KeyFound> found;
    for (const TokenFound &token : all) {
        CARRIEL_TRY(const CK_SESSION_HANDLE session, begin(token));
        auto some = keysOn(token, session, nullptr);
        (*m_module)->C_CloseSession(session);
        if (!some.ok())
            return some.error();
        found += some.value();
    }
    return found;
}

Outcome TokenSession::enter(const TokenFound &token, CK_USER_TYPE user)
{
    const bool pad = token.asksItself();
    const CK_RV answer =
        (*m_module)->C_Login(*m_session, user, pad ? nullptr : m_pin.data(), pad ? 0 : CK_ULONG(m_pin.size()));
    if (answer == CKR_OK || answer == CKR_USER_ALREADY_LOGGED_IN)
        return {};
    Error error = tokenError("C_Login", answer);
    if (error.code == errors::wrongPin) {
        CK_TOKEN_INFO now{};
        if ((*m_module)->C_GetTokenInfo(token.slot, &now) == CKR_OK) {
            if (now.flags & CKF_USER_PIN_LOCKED)
                return Error{errors::pinLocked, {}, error.detail};
            if (now.flags & CKF_USER_PIN_FINAL_TRY)
                error.params.insert(QStringLiteral("triesLeft"), QStringLiteral("1"));
        }
    }
    return error;
}

Result<KeyFound> TokenSession::login(SecretBytes pin, bool mayBeLast)
{
    CARRIEL_TRY(const QList<TokenFound> all, tokens());
    if (all.isEmpty())
        return Error{errors::tokenGone, {}, QStringLiteral("no token fits")};
    // Which card is clear before a PIN is tried on it: one that fits no certificate may hide it until then.
    CARRIEL_TRY(const QList<KeyFound> visible, keys());
    if (visible.size() > 1 || (visible.isEmpty() && all.size() > 1))
        return noSuchKey(urisOf(visible));
    const TokenFound token = visible.isEmpty() ? all.first() : visible.first().token;
    if (token.pinLocked())
        return Error{errors::pinLocked, {}, {}};
    if (token.lastTry() && !mayBeLast)
        return Error{errors::pinLastTry, {}, {}};
    if (pin.isEmpty() && !token.asksItself())
        return Error{errors::wrongPin, {}, QStringLiteral("no PIN")}; // and no try is lost
    CARRIEL_TRY(m_session, begin(token));
    m_pin = std::move(pin);
    CARRIEL_CHECK(enter(token, CKU_USER));
    CARRIEL_TRY(const QList<KeyFound> found, keysOn(token, *m_session, &m_others));
    if (found.size() != 1)
        return noSuchKey(urisOf(found));
    m_key = found.first();
    CARRIEL_CHECK(privateKey());
    return *m_key;
}

Result<CK_OBJECT_HANDLE> TokenSession::privateKey() const
{
    CARRIEL_TRY(auto objects, find(*m_session, CKO_PRIVATE_KEY, m_key->id.isEmpty() ? nullptr : &m_key->id));
    if (objects.size() != 1)
        return noSuchKey({});
    return objects.first();
}

// The certificate of the card is read again: another card in the same slot must not sign in this one's name.
Outcome TokenSession::certificateStays() const
{
    CARRIEL_TRY(const QList<KeyFound> now, keysOn(m_key->token, *m_session, nullptr));
    const bool there = std::any_of(now.begin(), now.end(), [this](const KeyFound &one) {
        return one.id == m_key->id && one.certificate == m_key->certificate;
    });
    if (!there)
        return Error{errors::keyUnsuitable, {{QStringLiteral("reason"), QStringLiteral("pair")}}, {}};
    return {};
}

Result<QByteArray> TokenSession::sign(const QByteArray &toBeSigned)
{
    CARRIEL_CHECK(certificateStays());
    CARRIEL_TRY(const CK_OBJECT_HANDLE key, privateKey());
    const bool ec = m_key->certificate.keyKind() == crypto::Certificate::KeyKind::Ec;
    // The digest is made here: fewest cards can do both at once, and the card's line is slow.
    QByteArray input = crypto::sha256(toBeSigned);
    CK_MECHANISM mechanism{ec ? CK_MECHANISM_TYPE(CKM_ECDSA) : CK_MECHANISM_TYPE(CKM_RSA_PKCS), nullptr, 0};
    CK_MECHANISM_INFO info{};
    if (!ec && (*m_module)->C_GetMechanismInfo(m_key->token.slot, CKM_RSA_PKCS, &info) == CKR_MECHANISM_INVALID) {
        mechanism.mechanism = CKM_SHA256_RSA_PKCS;
        input = toBeSigned;
    } else if (!ec) {
        input = crypto::sha256DigestInfo(input);
    }
    CARRIEL_TRY(const QByteArray everyTime, attribute(*m_session, key, CKA_ALWAYS_AUTHENTICATE));
    if (const CK_RV answer = (*m_module)->C_SignInit(*m_session, &mechanism, key); answer != CKR_OK)
        return tokenError("C_SignInit", answer);
    if (everyTime.size() == 1 && everyTime[0])
        CARRIEL_CHECK(enter(m_key->token, CKU_CONTEXT_SPECIFIC));
    QByteArray signature(8192, Qt::Uninitialized);
    CK_ULONG size = CK_ULONG(signature.size());
    const CK_RV answer =
        (*m_module)->C_Sign(*m_session, reinterpret_cast<CK_BYTE *>(input.data()), CK_ULONG(input.size()),
                            reinterpret_cast<CK_BYTE *>(signature.data()), &size);
    if (answer != CKR_OK)
        return tokenError("C_Sign", answer);
    signature.truncate(qsizetype(size));
    if (ec)
        return crypto::ecdsaToDer(signature);
    return signature;
}

} // namespace carriel::signing
