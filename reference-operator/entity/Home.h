// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity keeps in a folder of its own: who it is, at which operator, its keys.
#pragma once

#include "reference-operator/entity/Package.h"

#include <QString>

namespace carriel::entity {

struct Home
{
    QString dir;
    QString id; // co:NIT:900123456
    QString name;
    QString address; // of the operator, https://…, without a path
    QString ca;      // file; empty: the system's
    Signer signer;
    op::KeyPtr client;

    QString clientId() const { return QString(QStringLiteral("entity-") + id.section(QLatin1Char(':'), 2)); }
};

// Makes what is missing: client key, and signing key with certificate unless `signer` is given. Throws
// std::runtime_error.
Home makeHome(const QString &dir, const QString &id, const QString &name, const QString &address, const QString &ca,
              const QString &p12, const QByteArray &password);
Home openHome(const QString &dir);

} // namespace carriel::entity
