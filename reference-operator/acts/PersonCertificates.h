// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts that a person signs with a certificate: whose it is, and whether this operator takes it. Thread: any.
#pragma once

#include "reference-operator/Jwk.h"

#include <QJsonArray>
#include <QString>

namespace carriel::op {

struct PersonKey
{
    KeyPtr key;            // null: it is not taken
    QByteArray thumbprint; // RFC 7638
    const char *reason = nullptr;
};
// `x5c`: of the receipt, leaf first. `authorities`: a file of anchors, PEM, perhaps with their lists of what was revoked;
// where one lies in it, each certificate of a person must have its list. reason: certificate (no certificate of that kind,
// expired, not by an authority that is known here, revoked), holder (it is another person's).
PersonKey personKey(const QString &authorities, const QJsonArray &x5c, const QString &person);

} // namespace carriel::op
