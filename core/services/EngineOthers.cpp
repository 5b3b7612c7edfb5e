// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes in what the feed brings beside documents and notifications.
#include "core/remote/RemoteErrors.h"
#include "core/services/EngineHost.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Sharer.h"

namespace carriel {

void EngineHost::listenToOthers()
{
    using Whole = std::function<void(bool)>;
    // Without a network all of it another time; an operator that does not know of it has none.
    const auto read = [](const Outcome &outcome) {
        return outcome.ok() || outcome.error().code == remote::errors::gone ||
               outcome.error().code == remote::errors::refused || outcome.error().code == remote::errors::protocol ||
               outcome.error().code == shares::errors::shareRefused || outcome.error().code == shares::errors::changeRefused;
    };
    m_mailbox->setTaker(
        QStringLiteral("contribution"), [this](const QJsonObject &json) { return m_contributor->take(json); },
        [this, read](Whole done) {
            m_contributor->refresh([read, done = std::move(done)](const Outcome &all) { done(read(all)); });
        });
    m_mailbox->setTaker(
        QStringLiteral("share"), [this](const QJsonObject &json) { return m_sharer->take(json, true); },
        [this, read](Whole done) {
            m_sharer->refresh([read, done = std::move(done)](const Outcome &all) { done(read(all)); });
        });
    m_mailbox->setTaker(
        QStringLiteral("received"), [this](const QJsonObject &json) { return m_sharer->take(json, false); },
        [](Whole done) { done(true); }); // read with those of this person
}

} // namespace carriel
