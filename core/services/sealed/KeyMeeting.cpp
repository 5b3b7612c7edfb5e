// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two computers of a person meet through the operator, which both distrust: whoever stands between them would have to guess
// six digits before seeing what they are made of (KEYS.md, Pairing).
#include "core/services/sealed/KeyRing.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/SealedErrors.h"

#include <QPointer>
#include <QTimer>
#include <QtEndian>

namespace carriel::sealed {

namespace {
constexpr int between = 1000; // ms from one look to the next
constexpr int mostLooks = 600;

const QString kCommit = QStringLiteral("commit"), kNew = QStringLiteral("new"), kReveal = QStringLiteral("reveal");

QString text(QByteArrayView bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}

QByteArray bytesOf(const QJsonObject &o, const QString &name)
{
    return crypto::fromBase64Url(o.value(name).toString().toLatin1()).valueOr({});
}

Error notMet()
{
    return {errors::notMet, {}, {}};
}

// What stood in the way is told instead of the digits.
bool failed(const sync::Answer<QJsonObject> &answer, const KeyRing::Digits &digits)
{
    const auto *trouble = std::get_if<sync::Trouble>(&answer);
    if (trouble)
        digits(trouble->error);
    return trouble != nullptr;
}
} // namespace

QString pairingDigits(const QByteArray &oldKid, const QByteArray &newKid, const QByteArray &ring, const QByteArray &oldNonce,
                      const QByteArray &newNonce)
{
    const QByteArray label("carpeta-sas\0", 12);
    const QByteArray hash = crypto::sha256(QByteArray(label + oldKid + newKid + ring + oldNonce + newNonce));
    return QStringLiteral("%1").arg(qFromBigEndian<quint64>(hash.constData()) % 1000000, 6, 10, QLatin1Char('0'));
}

void KeyRing::stopMeeting()
{
    ++m_meeting;
    m_met.reset();
    m_metDevice.clear();
    m_shown.clear();
}

// Reads how far the pairing of `m_metDevice` is until it is as wanted.
void KeyRing::look(int turn, std::function<bool(const QJsonObject &)> wanted, std::function<void(Result<QJsonObject>)> done)
{
    if (!m_port)
        return done(Error{errors::notLoggedIn, {}, {}});
    if (turn >= mostLooks)
        return done(notMet());
    m_port->pairing(m_metDevice, [self = QPointer(this), meeting = m_meeting, turn, wanted, done](const sync::Answer<QJsonObject> &answer) {
        if (!self || self->m_meeting != meeting)
            return;
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer)) {
            if (trouble->kind != sync::TroubleKind::Unreachable && trouble->kind != sync::TroubleKind::Busy)
                return done(trouble->error);
        } else if (wanted(std::get<QJsonObject>(answer))) {
            return done(std::get<QJsonObject>(answer));
        }
        QTimer::singleShot(between, self.data(), [self, meeting, turn, wanted, done] {
            if (self && self->m_meeting == meeting)
                self->look(turn + 1, wanted, done);
        });
    });
}

void KeyRing::meet(const QString &device, Digits digits)
{
    stopMeeting();
    const auto own = m_port ? m_port->self() : Result<OwnDevice>(Error{errors::notLoggedIn, {}, {}});
    if (!own)
        return digits(own.error());
    if (m_state != RingState::Ready) // the other is given all that there is, or nothing
        return digits(Error{vault::errors::sealedElsewhere, {}, {}});
    m_metDevice = device;
    const int meeting = m_meeting;
    const QByteArray nonce = m_random.bytes(32);
    const QByteArray ownKid = own.value().keys.encrypt.publicKey().thumbprint();
    const auto current = [self = QPointer(this), meeting] { return self && self->m_meeting == meeting && self->m_port; };
    const QJsonObject commit{{QStringLiteral("value"), text(crypto::sha256(nonce))}, {QStringLiteral("by"), own.value().id}};
    m_port->step(device, kCommit, commit, [=, this](const sync::Answer<QJsonObject> &committed) {
        if (!current() || failed(committed, digits))
            return;
        // The other's number first, then ours: neither can choose its own by the other's.
        look(0, [](const QJsonObject &now) { return !now.value(kNew).isNull(); }, [=, this](const Result<QJsonObject> &met) {
            if (!met)
                return digits(met.error());
            const QByteArray other = bytesOf(met.value(), kNew);
            if (met.value().value(kCommit).toString() != text(crypto::sha256(nonce)) || other.size() != 32)
                return digits(notMet());
            m_port->step(device, kReveal, {{QStringLiteral("value"), text(nonce)}}, [=, this](const sync::Answer<QJsonObject> &revealed) {
                if (!current() || failed(revealed, digits))
                    return;
                m_port->device(device, [=, this](const sync::Answer<QJsonObject> &told) {
                    if (!current() || failed(told, digits))
                        return;
                    auto key = crypto::PublicKey::fromJwk(std::get<QJsonObject>(told).value(QLatin1String("de")).toObject());
                    if (!key)
                        return digits(key.error());
                    m_met = key.value();
                    digits(pairingDigits(ownKid, m_met->thumbprint(), m_ring, nonce, other));
                });
            });
        });
    });
}

void KeyRing::allow(Finished done)
{
    const auto keys = vault::PersonKeyStore(m_store.database()).all();
    const auto own = m_port ? m_port->self() : Result<OwnDevice>(Error{errors::notLoggedIn, {}, {}});
    if (!keys || !own)
        return done(keys ? own.error() : keys.error());
    if (!m_met)
        return done(notMet());
    const auto left = std::make_shared<QList<crypto::PersonKey>>(keys.value());
    const auto next = std::make_shared<std::function<void()>>();
    const std::weak_ptr<std::function<void()>> again = next;
    *next = [self = QPointer(this), left, again, reader = *m_met, person = own.value().person, done] {
        const auto hold = again.lock();
        if (!self || !self->m_port || !hold)
            return;
        if (left->isEmpty()) {
            const Outcome noted = self->rememberMet();
            self->stopMeeting();
            return done(noted);
        }
        const crypto::PersonKey key = left->takeLast(); // the oldest first
        const auto copy = self->copyFor(key, reader, person);
        if (!copy)
            return done(copy.error());
        self->m_port->copy(key.generation, QString::fromLatin1(reader.thumbprint()),
                           {{QStringLiteral("jwe"), copy.value().value(QLatin1String("jwe"))}},
                           [hold, done](const sync::Answer<QJsonObject> &answer) {
                               if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                                   return done(trouble->error);
                               (*hold)();
                           });
    };
    (*next)();
}

// It may be given what comes later.
Outcome KeyRing::rememberMet()
{
    if (!m_met)
        return notMet();
    return vault::PersonKeyStore(m_store.database()).addReader(m_metDevice, *m_met, m_clock.nowUtc());
}

void KeyRing::confirm(Finished done)
{
    if (m_shown.isEmpty())
        return done(notMet());
    m_compared = m_shown;
    const Outcome noted = rememberMet();
    stopMeeting();
    if (!noted)
        return done(noted);
    refresh(std::move(done));
}

void KeyRing::beMet(Digits digits)
{
    stopMeeting();
    const auto own = m_port ? m_port->self() : Result<OwnDevice>(Error{errors::notLoggedIn, {}, {}});
    if (!own)
        return digits(own.error());
    m_metDevice = own.value().id;
    const int meeting = m_meeting;
    const QByteArray nonce = m_random.bytes(32);
    const QByteArray ownKid = own.value().keys.encrypt.publicKey().thumbprint();
    const auto current = [self = QPointer(this), meeting] { return self && self->m_meeting == meeting && self->m_port; };
    // One that was answered already is over: a number is given once.
    look(0, [](const QJsonObject &now) { return !now.value(kCommit).isNull() && now.value(kNew).isNull(); },
         [=, this](const Result<QJsonObject> &begun) {
        if (!begun)
            return digits(begun.error());
        const QByteArray commit = bytesOf(begun.value(), kCommit);
        const QString by = begun.value().value(QLatin1String("by")).toString();
        m_port->step(m_metDevice, kNew, {{QStringLiteral("value"), text(nonce)}}, [=, this](const sync::Answer<QJsonObject> &given) {
            if (!current() || failed(given, digits))
                return;
            look(0, [](const QJsonObject &now) { return !now.value(kReveal).isNull(); }, [=, this](const Result<QJsonObject> &revealed) {
                if (!revealed)
                    return digits(revealed.error());
                const QByteArray other = bytesOf(revealed.value(), kReveal);
                if (crypto::sha256(other) != commit || revealed.value().value(QLatin1String("by")).toString() != by)
                    return digits(notMet()); // it was chosen after ours was known
                m_port->device(by, [=, this](const sync::Answer<QJsonObject> &told) {
                    if (!current() || failed(told, digits))
                        return;
                    const auto key = crypto::PublicKey::fromJwk(std::get<QJsonObject>(told).value(QLatin1String("de")).toObject());
                    if (!key)
                        return digits(key.error());
                    m_port->keys([=, this](const sync::Answer<QJsonObject> &served) {
                        if (!current() || failed(served, digits))
                            return;
                        const auto ring = generationsIn(std::get<QJsonObject>(served).value(QLatin1String("keys")).toArray());
                        if (!ring)
                            return digits(ring.error());
                        for (qsizetype i = beginningOf(ring.value()); i < ring.value().size(); ++i)
                            m_shown.insert(ring.value().at(i).halves());
                        m_met = key.value();
                        m_metDevice = by;
                        digits(pairingDigits(m_met->thumbprint(), ownKid, ringDigest(ring.value()), other, nonce));
                    });
                });
            });
        });
    });
}

} // namespace carriel::sealed
