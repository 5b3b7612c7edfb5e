// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/Flow.h"

namespace carriel::ui::onboarding {

QList<StepId> Flow::steps() const
{
    switch (journey) {
    case Journey::Login: return {StepId::Login, StepId::Terms};
    case Journey::Connect: return {StepId::Operator, StepId::Login, StepId::Terms};
    case Journey::First: break;
    }
    // The vault comes before the operator: who it is and its keys are kept in there, and a folder without one is useful.
    if (withOperator)
        return {StepId::Start, StepId::Unlock, StepId::Recovery, StepId::Operator, StepId::Login, StepId::Terms, StepId::Documents};
    return {StepId::Start, StepId::Unlock, StepId::Recovery, StepId::Documents};
}

} // namespace carriel::ui::onboarding
