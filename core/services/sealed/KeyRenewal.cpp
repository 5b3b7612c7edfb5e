// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that follow: after a computer was removed, and when all that had the last one is lost (KEYS.md, Renewal, Reset).
#include "core/services/sealed/KeyRing.h"

#include "core/services/ServiceErrors.h"
#include "core/services/sealed/KeyNews.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/Settings.h"

#include <QPointer>

#include <algorithm>

namespace carriel::sealed {

void KeyRing::renewWithout(const QString &device, Finished done)
{
    // Noted first: what was removed must not be forgotten because a network failed.
    vault::Database &database = m_store.database();
    const Outcome noted = vault::Settings(database).set(QStringLiteral("sealed.renew"), QStringLiteral("1"));
    const Outcome removed = noted ? vault::PersonKeyStore(database).removeReader(device) : noted;
    if (!removed)
        return done(removed);
    refresh(std::move(done));
}

void KeyRing::renew(int generation, const OwnDevice &self, int round, Finished done)
{
    const auto next = crypto::PersonKey::generate(generation);
    const auto readers = vault::PersonKeyStore(m_store.database()).readers();
    if (!next || !readers)
        return done(next ? readers.error() : next.error());
    inForce(readers.value().keys(), {}, [this, next = next.value(), self, round, done](const Readers &others) {
        publish(next, self, others, round, done);
    });
}

// Only the person can prove who he is. When he is not there (a round of synchronisation), it waits for him, and he is told.
void KeyRing::proveFirst(const crypto::PersonKey &key, const Readers &others, int round, const Error &why, const Finished &done)
{
    if (!m_asks || !m_port) {
        const Outcome noted = vault::Settings(m_store.database()).set(news::identityDue, QStringLiteral("1"));
        return done(noted && m_state != RingState::Ready ? Outcome(why) : noted);
    }
    m_asks = false; // once: an operator that is never content is not obeyed for ever
    m_port->stepUp([self = QPointer(this), key, others, round, done](const Outcome &stepped) {
        if (!self)
            return;
        const auto own = self->m_port ? self->m_port->self() : Result<OwnDevice>(Error{errors::notLoggedIn, {}, {}});
        if (!stepped || !own)
            return done(stepped ? own.error() : stepped.error());
        self->publish(key, own.value(), others, round, done);
    });
}

namespace {
bool isOfToday(vault::VaultStore &store, const QString &setting, const Clock &clock)
{
    constexpr qint64 day = 24 * 3600; // seconds
    const QDateTime at = QDateTime::fromString(vault::Settings(store.database()).value(setting), Qt::ISODate);
    const qint64 age = at.isValid() ? at.secsTo(clock.nowUtc()) : -1; // a clock that was set back asks
    return age >= 0 && age <= day;
}
} // namespace

bool KeyRing::isKnownReady() const
{
    if (!isOfToday(m_store, readyAt, m_clock))
        return false;
    vault::Statement closed = m_store.database().query("SELECT 1 FROM item WHERE custody=1 AND l_name=id LIMIT 1");
    const auto any = closed.next();
    return any && !any.value();
}

bool KeyRing::isKnownWaiting() const
{
    const auto none = vault::PersonKeyStore(m_store.database()).isEmpty();
    return none && none.value() && m_compared.isEmpty() && isOfToday(m_store, waitsAt, m_clock);
}

void KeyRing::refreshIfDue(bool moved, Finished done)
{
    if (!moved && !isRenewalDue() && (isKnownReady() || isKnownWaiting()))
        return done({});
    // What moved is asked about until there was an answer, which sets one of them again.
    vault::Settings settings(m_store.database());
    for (const QString &known : {readyAt, waitsAt}) {
        if (!settings.value(known).isEmpty())
            (void)settings.remove(known);
    }
    refresh(std::move(done));
}

void KeyRing::tellThePerson(const QList<Generation> &told, bool followed)
{
    vault::Settings settings(m_store.database());
    const auto set = [&settings](const QString &key, const QString &value) {
        if (settings.value(key) != value)
            (void)(value.isEmpty() ? settings.remove(key) : settings.set(key, value)); // told again with the next round
    };
    set(news::trouble, m_state == RingState::Altered ? QStringLiteral("altered") : m_state == RingState::StartedOver ? QStringLiteral("started_over") : QString());
    // Who was known by a proven key is a stranger with the next one until that is proven, too.
    const bool was = std::any_of(told.begin(), told.end(), [](const Generation &one) { return one.proven; });
    set(news::unproven, m_state == RingState::Ready && was && !m_proven ? QStringLiteral("1") : QString());
    const bool whole = m_state == RingState::Ready && !told.isEmpty() && !isRenewalDue();
    set(readyAt, whole ? m_clock.nowUtc().toString(Qt::ISODate) : QString());
    const auto none = vault::PersonKeyStore(m_store.database()).isEmpty();
    const bool waits = m_state == RingState::Waiting && none && none.value();
    set(waitsAt, waits ? m_clock.nowUtc().toString(Qt::ISODate) : QString());
    // What this computer was given by six digits its person knows of.
    const bool elsewhere = followed && QString::fromLatin1(told.last().halves()) != settings.value(madeHere) && !m_compared.contains(told.last().halves());
    if (elsewhere && m_state == RingState::Ready)
        set(news::madeElsewhere, QString::number(told.last().number));
}

void KeyRing::inForce(QStringList left, Readers found, std::function<void(Readers)> done)
{
    if (left.isEmpty() || !m_port)
        return done(found);
    const QString device = left.takeLast();
    m_port->device(device, [self = QPointer(this), device, left, found, done](const sync::Answer<QJsonObject> &answer) mutable {
        if (!self)
            return;
        vault::PersonKeyStore store(self->m_store.database());
        const auto *told = std::get_if<QJsonObject>(&answer);
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        const bool gone = (trouble && trouble->kind == sync::TroubleKind::Gone) ||
                          (told && told->value(QLatin1String("state")).toString() == QLatin1String("revoked"));
        const auto readers = store.readers();
        if (gone)
            (void)store.removeReader(device);
        else if (told && readers && readers.value().contains(device))
            found.append(*readers.value().constFind(device)); // the key that was met, not the one that is told
        self->inForce(std::move(left), std::move(found), std::move(done));
    });
}

void KeyRing::startOver(Finished done)
{
    refresh([self = QPointer(this), done = std::move(done)](const Outcome &read) {
        if (!self)
            return;
        if (!read)
            return done(read);
        const bool waits = self->m_state == RingState::Waiting || self->m_state == RingState::StartedOver;
        if (!waits || !self->m_port)
            return done(Error{errors::keyIsHere, {}, {}});
        const auto own = self->m_port->self();
        const auto next = crypto::PersonKey::generate(self->m_last + 1);
        if (!own || !next)
            return done(own ? next.error() : own.error());
        self->m_asks = true;
        self->publish(next.value(), own.value(), {}, 0, [self, done](const Outcome &made) {
            if (self)
                self->m_asks = false;
            done(made);
        });
    });
}

} // namespace carriel::sealed
