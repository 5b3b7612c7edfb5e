// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the vault as values of the front. Private to core/services.
#pragma once

#include "core/evidence/clock/TermRules.h"
#include "core/evidence/proof/SealedPackage.h"
#include "core/services/NotificationValues.h"
#include "core/services/mail/Envelope.h"

namespace carriel::mail {

// Nothing for a row that cannot be read.
std::optional<NotificationEntry> entryOf(const vault::NotificationRow &row);
// The term as of `accessed` (for regimes that run from there), else of what the evidence says; `granted` by the act, or
// nothing while nobody has read it. Nothing if none can be told.
std::optional<TermInfo> termOf(const evidence::Seal &seal, const Envelope &envelope, const QDateTime &accessed,
                               const std::optional<vault::GrantedTerm> &granted = {});
std::optional<QDateTime> accessOf(const Envelope &envelope); // by the operator's record
ConsentInfo consentOf(const vault::ConsentRow &row);
ProcedureInfo procedureOf(const QJsonObject &object);

} // namespace carriel::mail
