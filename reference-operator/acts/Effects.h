// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The append-only log of what legal acts did: one row for each effect, in the transaction of the effect.
#pragma once

#include "reference-operator/Connection.h"

#include <functional>

namespace carriel::op {

struct Effect
{
    QString kind; // deposit, access, certificate, closure, expiry, dispute, key, consent, withdrawal, inquiry,
                  // registration, contribution, package, filing, filing-rejection
    QString entity;
    QString folder;
    QString subject;
    QString op; // Idempotency-Key; empty when nobody asked for it
    QString detail;
};

void recordEffect(Connection &c, const Effect &effect);
// Each row as a line of JSON, in order.
void eachEffect(Connection &c, const std::function<void(const QByteArray &)> &take);

} // namespace carriel::op
