// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The procedures of all entities as the person stands to them: where they are notified electronically, where they were,
// where they could be. Values from the operator and from the vault; names neutralised. Pure.
#pragma once

#include "core/services/NotificationValues.h"
#include "ui/theme/Tokens.h"

#include <QList>

namespace carriel::ui {

enum class Standing { Subscribed, Withdrawn, Offered, Informs }; // Informs: it asks for no consent

struct ProcedureLine
{
    QString id, title, description, entityId;
    QString entity; // with its number: another one may have its name
    Standing standing = Standing::Offered;
    QDateTime since;    // of the consent in force, or of the last withdrawal
    QString text;       // to agree to; empty: none, or not known without the operator
    QByteArray digest;  // base64url, of that text
    bool listed = true; // false: only the person's own consents know of it
};

// By entity, then by title. What is in no catalogue any more but was agreed to stands there too.
QList<ProcedureLine> procedureLines(const QList<ProcedureInfo> &catalogue, const QList<ConsentInfo> &consents);

// All of the words stand in title, description or entity; accents and case do not matter.
bool hasWords(const ProcedureLine &line, const QString &words);

struct StandingMark
{
    const char *icon;
    Role role;
    QString words; // "You are notified here since 5 Jan 2026"
};
StandingMark markOf(const ProcedureLine &line);

} // namespace carriel::ui
