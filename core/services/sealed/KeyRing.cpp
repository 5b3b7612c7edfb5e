// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/KeyRing.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/RecoveryCode.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/KeyNews.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/Settings.h"
#include "core/vault/VaultErrors.h"
#include "core/vault/keys/KeyFile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QPointer>

namespace carriel::sealed {

namespace {
constexpr int mostRounds = 30; // generations that a restored operator has to be told again
const QString renewalDue = QStringLiteral("sealed.renew"); // a computer was removed, and there is no next generation yet

QString kidText(const crypto::PublicKey &key)
{
    return QString::fromLatin1(key.thumbprint());
}
} // namespace

// What the operator told, against what is here.
struct KeyRing::Served {
    QList<crypto::PersonKey> fresh;       // opened from a copy for this computer
    QList<std::pair<int, QString>> uncopied; // generation and reader of copies that are missing there
    int last = 0;                         // newest generation there
    bool missing = false;
    bool startedOver = false;
    bool altered = false;
};

KeyRing::KeyRing(vault::VaultStore &store, SealedDesk &desk, const Clock &clock, Random &random)
    : m_store(store), m_desk(desk), m_clock(clock), m_random(random)
{
}

bool KeyRing::isRenewalDue() const
{
    return !vault::Settings(m_store.database()).value(renewalDue).isEmpty();
}

void KeyRing::setPort(KeysPort *port)
{
    m_port = port;
    m_compared.clear();
    m_state = RingState::Unknown;
    stopMeeting();
}

std::optional<crypto::PublicKey> KeyRing::recoveryReader() const
{
    const QString path = QFileInfo(m_store.database().path()).dir().filePath(QStringLiteral("vault.keys"));
    const auto file = vault::KeyFile::read(path);
    return file ? file.value().recoveryKey() : std::nullopt;
}

Result<QJsonObject> KeyRing::copyFor(const crypto::PersonKey &key, const crypto::PublicKey &reader, const QString &person)
{
    CARRIEL_TRY(const QByteArray jwe, key.wrappedFor(reader, person));
    return QJsonObject{{QStringLiteral("for"), kidText(reader)}, {QStringLiteral("jwe"), QString::fromLatin1(jwe)}};
}

Result<KeyRing::Served> KeyRing::read(const QList<Generation> &told, const OwnDevice &self)
{
    Served out;
    CARRIEL_TRY(const QList<crypto::PersonKey> here, vault::PersonKeyStore(m_store.database()).all());
    const QString own = kidText(self.keys.encrypt.publicKey());
    QStringList readers{own};
    if (const auto recovery = recoveryReader())
        readers.append(kidText(*recovery));
    // Made here, and perhaps the answer was lost: nobody else has the private half of these.
    const QByteArray made = vault::Settings(m_store.database()).value(madeHere).toLatin1();
    const qsizetype beginning = beginningOf(told);
    bool before = false; // the generation before is known
    for (qsizetype i = 0; i < told.size(); ++i) {
        const Generation &one = told.at(i);
        out.last = qMax(out.last, one.number);
        bool known = false;
        for (const crypto::PersonKey &key : here) {
            known = known || key.kid() == one.kid();
            out.altered = out.altered || (key.generation == one.number && key.kid() != one.kid());
        }
        const bool follows = before && told.at(i - 1).number + 1 == one.number && !one.continuity.isEmpty();
        const bool continued =
            follows && crypto::continues(told.at(i - 1).sign, one.continuity, self.person, one.number, one.receive, one.sign);
        if (!known && follows && !continued)
            out.altered = true; // somebody says that this follows what is here, and it does not
        // Anybody who knows this computer's public key can write a copy for it, the operator first of all.
        if (!known && one.copies.contains(own) && (continued || one.halves() == made || m_compared.contains(one.halves()))) {
            const auto key = crypto::PersonKey::unwrapped(self.keys.encrypt, self.person, one.copies.value(own));
            if (key && key.value().generation == one.number && key.value().kid() == one.kid() &&
                key.value().sign.publicKey().thumbprint() == one.sign.thumbprint()) {
                out.fresh.append(key.value());
                known = true;
            } else {
                out.altered = true;
            }
        }
        if (!known && i >= beginning) {
            out.missing = true;
            out.startedOver = out.startedOver || (i == beginning && !here.isEmpty());
        }
        for (const QString &reader : std::as_const(readers)) {
            if (known && !one.copies.contains(reader))
                out.uncopied.append({one.number, reader});
        }
        before = known;
    }
    return out;
}

Outcome KeyRing::takeIn(const QList<crypto::PersonKey> &keys)
{
    if (keys.isEmpty())
        return {};
    const Outcome stored = m_store.database().transact([&]() -> Outcome {
        vault::PersonKeyStore ring(m_store.database());
        for (const crypto::PersonKey &key : keys)
            CARRIEL_CHECK(ring.add(key, m_clock.nowUtc()));
        return {};
    });
    if (!stored.ok())
        return stored;
    CARRIEL_TRY(const QList<ItemId> ids, m_desk.openWhatCame());
    Q_EMIT opened(ids);
    return {};
}

void KeyRing::refresh(Finished done)
{
    if (!m_port)
        return done(Error{errors::notLoggedIn, {}, {}});
    m_port->keys([self = QPointer(this), done = std::move(done)](const sync::Answer<QJsonObject> &answer) {
        if (!self)
            return;
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer)) {
            if (trouble->kind == sync::TroubleKind::Gone)
                self->m_state = RingState::Unsupported;
            return done(trouble->error);
        }
        self->served(std::get<QJsonObject>(answer), 0, done);
    });
}

void KeyRing::served(const QJsonObject &answer, int round, const Finished &done)
{
    const auto self = m_port ? m_port->self() : Result<OwnDevice>(Error{errors::notLoggedIn, {}, {}});
    if (!self)
        return done(self.error());
    const auto list = generationsIn(answer.value(QLatin1String("keys")).toArray());
    const auto told = list ? read(list.value(), self.value()) : Result<Served>(list.error());
    if (!told)
        return done(told.error());
    if (const Outcome taken = takeIn(told.value().fresh); !taken)
        return done(taken.error());
    m_state = told.value().altered       ? RingState::Altered
              : told.value().startedOver ? RingState::StartedOver
              : told.value().missing     ? RingState::Waiting
                                         : RingState::Ready;
    m_last = told.value().last;
    m_proven = !list.value().isEmpty() && list.value().last().proven;
    m_ring = m_state == RingState::Ready ? ringDigest(list.value()) : QByteArray();
    const qsizetype fresh = told.value().fresh.size();
    const auto all = vault::PersonKeyStore(m_store.database()).all();
    tellThePerson(list.value(), fresh > 0 && all && all.value().size() > fresh);
    if (m_state != RingState::Ready)
        return done({});
    // The first of all, or what an operator that went back has forgotten.
    auto here = vault::PersonKeyStore(m_store.database()).all();
    if (!here)
        return done(here.error());
    const int next = told.value().last + 1;
    for (const crypto::PersonKey &key : here.value()) {
        if (key.generation == next && round < mostRounds)
            return publish(key, self.value(), {}, round, done);
    }
    if (here.value().isEmpty() && next == 1) {
        const auto first = crypto::PersonKey::generate(1);
        return first ? publish(first.value(), self.value(), {}, round, done) : done(first.error());
    }
    if (isRenewalDue() && round < mostRounds)
        return renew(next, self.value(), round, done);
    makeCopies(std::make_shared<QList<std::pair<int, QString>>>(told.value().uncopied), done);
}

void KeyRing::publish(const crypto::PersonKey &key, const OwnDevice &own, const Readers &others, int round, Finished done)
{
    QJsonArray copies;
    Readers readers{own.keys.encrypt.publicKey()};
    readers += others;
    if (const auto recovery = recoveryReader())
        readers.append(*recovery);
    for (const crypto::PublicKey &reader : std::as_const(readers)) {
        const auto copy = copyFor(key, reader, own.person);
        if (!copy)
            return done(copy.error());
        copies.append(copy.value());
    }
    QJsonObject body{{QStringLiteral("enc"), key.receive.publicKey().toJwk()},
                     {QStringLiteral("sig"), key.sign.publicKey().toJwk()},
                     {QStringLiteral("copies"), copies}};
    const auto here = vault::PersonKeyStore(m_store.database()).all();
    if (!here)
        return done(here.error());
    for (const crypto::PersonKey &one : here.value()) {
        if (one.generation != key.generation - 1)
            continue;
        const auto continuity = one.continuedBy(key, own.person);
        if (!continuity)
            return done(continuity.error());
        body.insert(QStringLiteral("continuity"), QString::fromLatin1(continuity.value()));
    }
    const QByteArray halves = key.kid() + key.sign.publicKey().thumbprint();
    if (const Outcome noted = vault::Settings(m_store.database()).set(madeHere, QString::fromLatin1(halves)); !noted)
        return done(noted.error());
    m_port->add(key.generation, body, [self = QPointer(this), key, others, round, done = std::move(done)](const sync::Answer<QJsonObject> &answer) {
        if (!self)
            return;
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        if (trouble && trouble->kind == sync::TroubleKind::StepUpNeeded)
            return self->proveFirst(key, others, round, trouble->error, done);
        // Another computer was faster, or our own answer was lost: what is there now is read.
        if (trouble && trouble->kind != sync::TroubleKind::AlreadyExists && trouble->kind != sync::TroubleKind::VersionConflict)
            return done(trouble->error);
        if (!trouble) {
            if (const Outcome taken = self->takeIn({key}); !taken)
                return done(taken.error());
            (void)vault::Settings(self->m_store.database()).remove(news::identityDue);
            if (self->isRenewalDue() && key.generation > 1)
                (void)vault::Settings(self->m_store.database()).remove(renewalDue); // once too often does no harm
        }
        if (!self->m_port)
            return done(Error{errors::notLoggedIn, {}, {}});
        self->m_port->keys([self, round, done](const sync::Answer<QJsonObject> &again) {
            if (!self)
                return;
            if (const auto *lost = std::get_if<sync::Trouble>(&again))
                return done(lost->error);
            self->served(std::get<QJsonObject>(again), round + 1, done);
        });
    });
}

void KeyRing::makeCopies(std::shared_ptr<QList<std::pair<int, QString>>> missing, Finished done)
{
    if (missing->isEmpty() || !m_port)
        return done({});
    const auto [generation, reader] = missing->takeFirst();
    const auto self = m_port->self();
    const auto here = vault::PersonKeyStore(m_store.database()).all();
    if (!self || !here)
        return done(self ? here.error() : self.error());
    std::optional<crypto::PublicKey> key;
    if (const auto recovery = recoveryReader(); recovery && kidText(*recovery) == reader)
        key = *recovery;
    else if (kidText(self.value().keys.encrypt.publicKey()) == reader)
        key = self.value().keys.encrypt.publicKey();
    for (const crypto::PersonKey &one : here.value()) {
        if (one.generation != generation || !key)
            continue;
        const auto copy = copyFor(one, *key, self.value().person);
        if (!copy)
            return done(copy.error());
        return m_port->copy(generation, reader, {{QStringLiteral("jwe"), copy.value().value(QLatin1String("jwe"))}},
                            [ring = QPointer(this), missing, done](const sync::Answer<QJsonObject> &answer) {
                                if (!ring)
                                    return;
                                if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                                    return done(trouble->error);
                                ring->makeCopies(missing, done);
                            });
    }
    makeCopies(missing, std::move(done));
}

void KeyRing::ready(Finished done)
{
    const auto none = vault::PersonKeyStore(m_store.database()).isEmpty();
    if (!none)
        return done(none.error());
    const auto answer = [this, done] {
        const auto still = vault::PersonKeyStore(m_store.database()).isEmpty();
        const bool usable = still && !still.value() && m_state != RingState::Waiting &&
                            m_state != RingState::StartedOver && m_state != RingState::Altered;
        done(usable ? Outcome() : Outcome(Error{vault::errors::sealedElsewhere, {}, {}}));
    };
    if (!none.value())
        return answer();
    refresh([self = QPointer(this), answer, done](const Outcome &read) {
        if (!self)
            return;
        if (read)
            answer();
        else
            done(read);
    });
}

void KeyRing::recover(const QString &code, Finished done)
{
    const auto parsed = crypto::RecoveryCode::parse(code);
    const auto key = parsed ? parsed.value().key() : Result<crypto::PrivateKey>(parsed.error());
    if (!key)
        return done(key.error());
    if (!m_port)
        return done(Error{errors::notLoggedIn, {}, {}});
    m_port->keys([self = QPointer(this), key = key.value(), done = std::move(done)](const sync::Answer<QJsonObject> &answer) {
        if (!self || !self->m_port)
            return;
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return done(trouble->error);
        const auto own = self->m_port->self();
        const auto list = generationsIn(std::get<QJsonObject>(answer).value(QLatin1String("keys")).toArray());
        if (!own || !list)
            return done(own ? list.error() : own.error());
        // Only who has the code knows the public key that such a copy is written to.
        QList<crypto::PersonKey> found;
        const QString reader = kidText(key.publicKey());
        for (const Generation &one : list.value()) {
            if (!one.copies.contains(reader))
                continue;
            const auto person = crypto::PersonKey::unwrapped(key, own.value().person, one.copies.value(reader));
            if (person && person.value().kid() == one.kid())
                found.append(person.value());
        }
        if (found.isEmpty()) // a code, but of no computer that left a copy
            return done(Error{vault::errors::wrongRecoveryCode, {}, {}});
        if (const Outcome taken = self->takeIn(found); !taken)
            return done(taken.error());
        self->refresh(done); // and a copy for this computer, there
    });
}

} // namespace carriel::sealed
