// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of procedures, the texts that people consent to, and the warnings that seals name. Inside a
// transaction.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace carriel::op {

struct LegalText
{
    QString id;
    QString text;
    QByteArray sha256;        // 32 raw bytes, of the UTF-8 text
    QJsonObject json() const; // schema LegalText
};

struct Procedure
{
    QString id;
    QString entity;
    QString title;
    QStringList classes;
    QStringList regimes;
    QString text; // id of the consent text in force; empty: none
};

std::optional<Procedure> findProcedure(Connection &c, const QString &id);
std::optional<LegalText> findConsentText(Connection &c, const QString &id);
// Schema ProcedureRequest. Throws invalid_request, and not_found for another entity's.
void putProcedure(Connection &c, const QString &entity, const QString &id, const QJsonObject &request);
QStringList proceduresOf(Connection &c, const QString &entity);
QJsonObject procedureJson(Connection &c, const QString &id); // throws not_found
// Schema ProcedureList; `entity` empty: of all.
QJsonObject procedureList(Connection &c, const QString &entity, const QString &after, qint64 limit);

struct Warning
{
    QString regime;
    LegalText text;
};
bool hasLegalEffect(const QString &regime);
const QStringList &knownClasses();
const QList<Warning> &warnings(); // those in force and those before
const Warning *findWarning(const QString &id);

} // namespace carriel::op
