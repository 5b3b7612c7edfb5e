// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One file for whoever helps: versions, counts, states and codes. No names, no paths, no notes, no ids of persons or
// documents, no tokens, no operator's own words. The person can read it before sending it. Made by Documents. Thread:
// GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>

namespace carriel {

struct VaultAccess;

class Diagnostics
{
public:
    explicit Diagnostics(VaultAccess &access) : m_access(access) {}
    QFuture<Result<QString>> text();        // plain text, one fact a line; works while locked, too, with less in it
    QFuture<Outcome> writeTo(QString path); // 0600, whole or not at all

private:
    VaultAccess &m_access;
};

} // namespace carriel
