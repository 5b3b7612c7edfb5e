// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person stands on the way in: which steps there are, and what was chosen so far. Steps read and write it; only
// the page moves along it. Thread: GUI.
#pragma once

#include "core/services/Session.h"

#include <QList>
#include <functional>

namespace carriel::ui::onboarding {

enum class StepId { Start, Operator, Unlock, Recovery, Login, Terms, Documents };

// First: a new folder. Connect: an operator for a folder that has none. Login: once more at a known operator.
enum class Journey { First, Connect, Login };

// Given on the command line; only a proposal, the person sees and may change it.
struct Proposal
{
    QUrl operatorUrl;
    QString caFile;
    std::function<bool(const QString &dir)> others; // this user has folders beside that one
};

struct Flow
{
    Session &session;
    Journey journey = Journey::First;
    bool withOperator = true;
    QUrl url;
    QString caFile;
    std::optional<OperatorInfo> found; // by discovery, of `url`
    QString recoveryCode;              // until it was confirmed
    bool needsTerms = false;           // the operator knows nobody of this name yet

    QList<StepId> steps() const;
};

} // namespace carriel::ui::onboarding
