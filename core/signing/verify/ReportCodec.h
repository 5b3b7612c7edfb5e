// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program and the confined child that judges a file (carriel-verify) say to each other, as JSON: both are of
// one build. Private to core/signing. Pure.
#pragma once

#include "core/signing/verify/ConfinedVerifier.h"

#include <QJsonObject>

namespace carriel::signing {

QJsonObject toJson(const Question &question);
Result<Question> questionFrom(const QJsonObject &object); // badInput

QJsonObject toJson(const Judgement &judgement);
// Everything is checked: it comes from a process that may have been upset by a hostile file. badInput.
Result<Judgement> judgementFrom(const QJsonObject &object);

} // namespace carriel::signing
