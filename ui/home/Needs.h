// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// "What needs me, by when." Each source of such matters is a provider; the page only sorts and shows them. A new kind
// (a notification, a request) is a new provider, nothing else.
#pragma once

#include "core/services/Reminders.h"
#include "core/services/Session.h"
#include "ui/theme/Tokens.h"

#include <QDate>
#include <QVariantMap>
#include <functional>
#include <memory>
#include <vector>

namespace carriel::ui {

struct Need {
    enum class Urgency { Alarm, Deadline, Problem, Advice }; // in this order on the page; Alarm: who uses the folder, what was rewritten
    Urgency urgency = Urgency::Advice;
    QDate due;                    // deadlines: the earliest first
    QString icon;                 // of resources/icons.txt
    Role role = Role::Info;       // the icon's colour; the words say the same
    QString title;                // what, to which document
    QString text;                 // what it means and what happens next
    QString verb;                 // on its one button
    QString page;                 // where the button leads …
    QVariantMap args;
    std::function<void()> act;    // … or what it does
    QString other;                // a second answer; empty: there is one button
    std::function<void()> otherAct;
    std::optional<DueDay> day;    // can be put aside, and kept in a calendar
};

class NeedProvider
{
public:
    virtual ~NeedProvider() = default;
    virtual QList<Need> needs(const QDate &today) const = 0;
};

// All providers there are, for one session.
std::vector<std::unique_ptr<NeedProvider>> needProviders(Session &session, const Reminders &reminders);
// Those of notifications: what waits to be opened, what must be answered and by when.
std::unique_ptr<NeedProvider> notificationNeeds(Session &session, const Reminders &reminders);
// What others share with the person, and what he wanted to share and was not shared.
std::unique_ptr<NeedProvider> shareNeeds(Session &session);
// The person's own key for sealed documents: what other computers did with it, and what it still needs.
std::unique_ptr<NeedProvider> keyNeeds(Session &session);
// Signatures that were begun and are not whole.
std::unique_ptr<NeedProvider> signingNeeds(Session &session);

// Their needs in the order of the page.
QList<Need> collectNeeds(const std::vector<std::unique_ptr<NeedProvider>> &providers, const QDate &today);

} // namespace carriel::ui
