// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications and their evidence: the row, the chain of records, what the person and the entity are told. One linear
// chain per notification (docs/NOTIFICATIONS.md); whoever appends holds the row's lock. Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"
#include "reference-operator/OperatorKeys.h"

#include <QJsonArray>
#include <optional>

namespace carriel::op {

struct Config;

namespace event {
inline constexpr char submissionAcceptance[] = "http://uri.etsi.org/19522/Event/SubmissionAcceptance";
inline constexpr char submissionRejection[] = "http://uri.etsi.org/19522/Event/SubmissionRejection";
inline constexpr char notificationForAcceptance[] = "http://uri.etsi.org/19522/Event/NotificationForAcceptance";
inline constexpr char consignmentAcceptance[] = "http://uri.etsi.org/19522/Event/ConsignmentAcceptance";
inline constexpr char acceptanceRejectionExpiry[] = "http://uri.etsi.org/19522/Event/AcceptanceRejectionExpiry";
inline constexpr char contentHandover[] = "http://uri.etsi.org/19522/Event/ContentHandover";
inline constexpr char contentAccessTracking[] = "http://uri.etsi.org/19522/Event/ContentAccessTracking";
inline constexpr char relayToNonErds[] = "http://uri.etsi.org/19522/Event/RelayToNonERDS";
inline constexpr char cancellation[] = "urn:carpeta:event:Cancellation";
inline constexpr char accessCertificate[] = "urn:carpeta:event:AccessCertificate";
inline constexpr char dispute[] = "urn:carpeta:event:Dispute";
} // namespace event

struct Notification
{
    QString id;
    QString entity;
    QString folder;
    QString recipient;
    QString procedure;
    QString cls; // notification, communication, alert
    QString regime;
    QString state; // schema DeliveryState
    qint64 rev = 0;
    QString seal;
    QString blob; // of the recipient's folder
    QString a;    // JWE; never the share itself
    QString aSha256, cipherSha256;
    QString batch, reference; // null: none
    qint64 line = -1;         // of the batch
    qint64 notBefore = 0;
    std::optional<qint64> expires;
    QString acr;
    qint64 maxAge = 0;
    QString warningSha256;
    QString head; // digest of the last record; null before the first
    qint64 records = 0;
    QString acknowledgement; // JSON, schema AcknowledgementMade; null: not opened
    QString device;          // that acknowledged
    QString certificate, dispute;
    QString causedBy;
    QString received, changed;
    QString fetched; // devices that fetched the key, each between spaces
};

// Held until the end of the transaction; nothing when there is none.
std::optional<Notification> lockNotification(Connection &c, const QString &id);
std::optional<Notification> findNotification(Connection &c, const QString &id);
void insertNotification(Connection &c, const Notification &n);

struct NewRecord
{
    const char *event = nullptr;
    QJsonArray refs;
    QJsonObject extra; // members of the event beside the common ones
    QString state;     // the notification's from now on; null: unchanged
    QString causedBy;
    bool stamp = false; // has a legal effect: wants a time stamp
};

QJsonObject ref(const char *type, const QByteArray &jws); // digest of the compact form
QString digestOf(const QByteArray &jws);                  // base64url
// Signs the next record, moves row and feeds on. Gives schema Evidence.
QJsonObject appendRecord(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                         const NewRecord &record);
// A record of no chain: a refused deposit.
QJsonObject refusalRecord(const Config &config, const OperatorKeys &keys, const QString &id, const QString &entity,
                          const QByteArray &seal, const QJsonObject &payload, const QString &reason);
QJsonArray evidenceOf(Connection &c, const QString &notification);
QJsonObject evidenceAt(Connection &c, const QString &notification, const char *event); // the first of this event

QJsonObject notificationJson(Connection &c, const Notification &n); // schema Notification
QJsonObject notificationChange(Connection &c, const QString &id);   // schema NotificationChange
QJsonObject trackingJson(const Notification &n);                    // schema Tracking without evidence
QJsonObject trackingJson(Connection &c, const Notification &n);     // and with it

// Those of a folder that its person may see, or of an entity; by id, after `after`.
QStringList notificationsOf(Connection &c, const QString &folder, const QString &after, qint64 limit);

} // namespace carriel::op
