// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 of the cryptographic library for the engine: ten times Qt's speed where the processor helps.
#pragma once

#include "core/sync/Hasher.h"

namespace carriel {

class FastHasher final : public sync::Hasher
{
public:
    std::unique_ptr<sync::HashRun> begin() const override;
};

} // namespace carriel
