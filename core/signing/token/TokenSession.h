// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One card in use, inside the child process. Every call may wait for the card as long as it likes: the other side
// counts the time.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/crypto/Certificate.h"
#include "core/signing/token/Pkcs11Module.h"
#include "core/signing/token/TokenUri.h"

#include <optional>

namespace carriel::signing {

struct TokenFound
{
    CK_SLOT_ID slot = 0;
    CK_TOKEN_INFO info{};
    QString label() const;
    bool hasPin() const { return info.flags & CKF_LOGIN_REQUIRED; }
    bool pinLocked() const { return info.flags & CKF_USER_PIN_LOCKED; }
    bool lastTry() const { return info.flags & CKF_USER_PIN_FINAL_TRY; }
    bool asksItself() const { return info.flags & CKF_PROTECTED_AUTHENTICATION_PATH; }
};

struct KeyFound
{
    TokenFound token;
    QByteArray label, id;
    crypto::Certificate certificate;
    QString uri;
};

class TokenSession
{
public:
    static Result<std::unique_ptr<TokenSession>> open(const QString &uri);
    ~TokenSession();

    Result<QList<TokenFound>> tokens() const; // present ones that fit the URI
    // Certificates that may make signatures; before logging in perhaps not all.
    Result<QList<KeyFound>> keys() const;

    // wrongPin (triesLeft 1 if the card says so), pinLocked, pinLastTry unless `mayBeLast`, tokenGone, noSuchKey with
    // the URIs of those that fit. The PIN is kept for cards that want it for every signature.
    Result<KeyFound> login(SecretBytes pin, bool mayBeLast);
    QList<crypto::Certificate> others() const { return m_others; } // on the same card

    // keyUnsuitable(pair) if the certificate on the card is no longer the one that was shown at login.
    Result<QByteArray> sign(const QByteArray &toBeSigned);

private:
    TokenSession(TokenUri uri, std::unique_ptr<Pkcs11Module> module);
    Result<QList<CK_OBJECT_HANDLE>> find(CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind, const QByteArray *id) const;
    Result<QByteArray> attribute(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    Result<QList<KeyFound>> keysOn(const TokenFound &token, CK_SESSION_HANDLE session,
                                   QList<crypto::Certificate> *others) const;
    Result<CK_SESSION_HANDLE> begin(const TokenFound &token) const;
    Outcome enter(const TokenFound &token, CK_USER_TYPE user);
    Outcome certificateStays() const;
    Result<CK_OBJECT_HANDLE> privateKey() const;

    TokenUri m_uri;
    std::unique_ptr<Pkcs11Module> m_module;
    std::optional<CK_SESSION_HANDLE> m_session;
    std::optional<KeyFound> m_key;
    QList<crypto::Certificate> m_others;
    SecretBytes m_pin;
};

} // namespace carriel::signing
