// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The identity provider's word that a key is this person's, for others to see (KEYS.md, Directory).
#include "core/services/sealed/KeyRing.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/KeyProof.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/SealedErrors.h"

#include <QPointer>

namespace carriel::sealed {

void KeyRing::prove(Finished done)
{
    m_asks = true; // and if the next key waits for a proof of who this is, that comes first
    refresh([self = QPointer(this), done = std::move(done)](const Outcome &read) {
        if (!self)
            return;
        self->m_asks = false;
        if (!read)
            return done(read);
        const auto keys = vault::PersonKeyStore(self->m_store.database()).all();
        if (!keys || self->m_state != RingState::Ready || keys.value().isEmpty() || !self->m_port)
            return done(keys ? Error{vault::errors::sealedElsewhere, {}, {}} : keys.error());
        if (self->m_proven)
            return done({});
        const crypto::PersonKey &key = keys.value().first();
        const QByteArray r = self->m_random.bytes(32);
        const QString nonce = crypto::keyProofNonce(r, key.receive.publicKey(), key.sign.publicKey());
        self->m_port->proveKey(nonce, [self, r, generation = key.generation, done](const Result<QByteArray> &token) {
            if (!self || !self->m_port)
                return;
            if (!token)
                return done(token.error());
            const QJsonObject body{{QStringLiteral("id_token"), QString::fromLatin1(token.value())},
                                   {QStringLiteral("r"), QString::fromLatin1(crypto::toBase64Url(r))}};
            self->m_port->addProof(generation, body, [self, done](const sync::Answer<QJsonObject> &answer) {
                if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                    return done(trouble->error);
                if (self)
                    self->m_proven = true;
                done({});
            });
        });
    });
}

} // namespace carriel::sealed
