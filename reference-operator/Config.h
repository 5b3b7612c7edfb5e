// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration file, and the limits and terms of keeping that discovery announces.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

namespace carriel::op {

struct Limits {
    qint64 pageMax = 500;
    qint64 nameBytes = 255;
    qint64 uploadMax = 2147483648;
    qint64 appendMax = 8388608;
    qint64 depth = 32;
    qint64 parallel = 16;
    qint64 requestsPerSecond = 500;
    qint64 batchMax = 500;
    qint64 bundleBytes = 67108864;
    qint64 bundlePartMax = 1048576;
    qint64 metaBytes = 65536;
    qint64 quotaBytes = 21474836480;
    qint64 notificationBytes = 67108864; // sealed; more than programs are able to open is of no use
    qint64 entityBytesPerHour = 274877906944;
    qint64 depositsPerHour = 2000000;
    qint64 refusalsPerDay = 200000;
    qint64 inquiriesPerHour = 2000000;
    // Not announced: what protects the process.
    qint64 jsonBytes = 1048576;
    qint64 batchBytes = 8388608;
    qint64 threads = 2048;
    qint64 streams = 1200; // threads beyond these are for requests
    qint64 streamsPerPerson = 16;
};

struct Retention { // seconds
    qint64 idempotency = 2592000;
    qint64 cursor = 7776000;
    qint64 upload = 604800;
    qint64 trash = 2592000;
};

struct Config {
    QString listen = QStringLiteral("127.0.0.1");
    int port = 0; // 0: a free one
    QString publicUrl; // empty: https://listen:port once the port is known
    QString tlsCert;
    QString tlsKey;
    QString database; // a file, or postgresql://…
    QString blobs;
    QString keys;
    QString issuer;
    QString issuerCa;       // file; empty: the system's
    QString issuerJwksFile; // instead of asking the issuer
    QString clientId = QStringLiteral("carriel-desktop");
    QString audience; // empty: the api url
    QString webhookCa;               // file; empty: the system's
    bool webhooksAnywhere = false;   // also to addresses that are not public: for tests
    QString tsa;      // time-stamping authority (RFC 3161); empty: none
    QString tsaCa;    // file of anchors of its signer; empty: any certificate for time stamps
    QString receiptCa; // file of anchors of persons' certificates, perhaps with lists of what was revoked; empty: receipts by devices alone
    QStringList unannounced; // features that discovery keeps to itself
    QString log;      // file, "-" for standard error, empty for none
    QString operatorId = QStringLiteral("co:NIT:901234567");
    QString operatorName = QStringLiteral("Operador de referencia");
    Limits limits;
    Retention retention;

    QString api() const { return QString(publicUrl + QStringLiteral("/carpeta/v1")); }
    QString expectedAudience() const { return audience.isEmpty() ? api() : audience; }

    static QStringList acrOrder();   // weakest first
    static QString stepUpAcr();      // what purge, devices and legal acts ask for
    static constexpr int stepUpAge = 300; // seconds
    QJsonObject discovery(const QString &epoch, const QJsonObject &sealKey) const;
};

// Relative paths are relative to the file. Nothing and `error` when the file cannot be used.
std::optional<Config> readConfig(const QString &file, QString *error);

} // namespace carriel::op
