// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator's refusal (RFC 9457) means for the engine.
#pragma once

#include "core/remote/Http.h"
#include "core/sync/OperatorPort.h"

namespace carriel::remote {

using sync::Trouble;
using sync::TroubleKind;

// An exchange without a usable answer.
Trouble troubleOf(const Error &error);
Trouble protocolTrouble(const QString &reason);

// An answer that is not 2xx. The body may be anything; only what is understood counts.
Trouble troubleOf(const HttpResponse &response);

// One of a batch or a bundle: a status and a problem object.
Trouble troubleOf(int status, const QJsonObject &problem, std::chrono::milliseconds retryAfter = {});

} // namespace carriel::remote
