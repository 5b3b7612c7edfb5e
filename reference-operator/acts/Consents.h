// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person agreed to: subscriptions to procedures, each a statement signed by a device over the text as shown,
// answered by a signed receipt. Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"
#include "reference-operator/OperatorKeys.h"
#include "reference-operator/Outcome.h"

namespace carriel::op {

struct Config;
struct Procedure;

// The device that signed, when it is one of the folder in force and its signature over a JWS of this type holds. Throws
// statement_invalid with the reason.
QJsonObject statementOf(Connection &c, const QString &folder, const QString &device, const QByteArray &jws,
                        const char *typ);

// `key`: Idempotency-Key. Throw statement_invalid, consent_exists, consent_text_outdated, already_exists, not_found.
QJsonObject giveConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                        const QString &sub, const QString &id, const QJsonObject &request, const QString &key);
// What giveConsent() does once everything was checked.
void storeConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                  const QString &id, const Procedure &procedure, const QByteArray &statement, const QByteArray &device,
                  const QString &key);
QJsonObject withdrawConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                            const QString &sub, const QString &id, const QJsonObject &request, const QString &key);
QJsonObject consentJson(Connection &c, const QString &folder, const QString &id); // schema Consent; throws not_found
QJsonObject consentChange(Connection &c, const QString &folder, const QString &id);
QJsonObject consentList(Connection &c, const QString &folder, const QString &after, qint64 limit);

// An entity asks about a person; told to the person. Schema: one of SubscriberAnswers.
QJsonObject askSubscriber(Connection &c, const QString &entity, const QString &procedure, const QString &person);
QJsonObject inquiryList(Connection &c, const QString &folder, const QString &before, qint64 limit);

} // namespace carriel::op
