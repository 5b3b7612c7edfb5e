// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What Documents stands on. Session makes it and gives it the reader of an unlocked vault. Private to core/services.
#pragma once

#include "core/services/Activity.h"
#include "core/services/Conflicts.h"
#include "core/services/Contributions.h"
#include "core/services/Diagnostics.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "core/services/Notifications.h"
#include "core/services/Problems.h"
#include "core/services/Signing.h"
#include "core/services/Storage.h"
#include "core/services/Transfers.h"
#include "core/services/VaultAccess.h"
#include "core/services/Verification.h"
#include "core/services/Versions.h"

namespace carriel {

struct Documents::Private : VaultAccess
{
    bool moving = false; // bytes may be on their way: an engine works in this process and its operator can be reached
    Versions versions{*this};
    Conflicts conflicts{*this};
    Transfers transfers{*this};
    Problems problems{*this};
    Storage storage{*this};
    Guard guard{*this};
    Activity activity{*this};
    Diagnostics diagnostics{*this};
    Verification verification{*this};
    Signing signing{*this};
    Notifications notifications{*this};
    Contributions contributions{*this};
};

} // namespace carriel
