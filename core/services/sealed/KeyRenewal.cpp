// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that follow: after a computer was removed, and when all that had the last one is lost (KEYS.md, Renewal, Reset).
#include "core/services/sealed/KeyRing.h"

#include "core/services/ServiceErrors.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/vault/PersonKeyStore.h"
#include "core/vault/Settings.h"

#include <QPointer>

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
        self->publish(next.value(), own.value(), {}, 0, done);
    });
}

} // namespace carriel::sealed
