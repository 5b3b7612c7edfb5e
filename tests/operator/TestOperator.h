// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The real binary on a free port with throw-away keys, and a plain HTTPS client to drive it with.
#pragma once

#include "reference-operator/Http.h"
#include "reference-operator/Jwk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace carriel::op::test {

struct Reply {
    int status = 0; // 0: no answer
    httplib::Headers headers;
    QByteArray body;

    QJsonObject json() const;
    QString code() const; // of a problem
    QByteArray header(const char *name) const;
};

using Headers = std::initializer_list<std::pair<std::string, std::string>>;

class TestOperator
{
public:
    TestOperator();
    ~TestOperator();

    bool start(const QJsonObject &overrides = {}); // merged into the configuration; false: see error()
    // Before the first start: the build with crash points and faults, which are read from faultsFile().
    void useFaults() { m_faults = true; }
    void setFaults(const QJsonArray &rules) const;
    bool run(const QStringList &arguments) const; // the program with its configuration; true: it ended with 0
    QByteArray output(const QStringList &arguments) const; // what it prints
    QList<QJsonObject> effects() const;                    // the log of legal acts
    bool stop();                                  // SIGTERM; true when it went well
    void kill();                                  // SIGKILL, and nothing else
    QString error() const { return m_error; }
    QProcess &process() { return m_process; }
    const QProcess &process() const { return m_process; }
    QString dir() const { return m_dir.path(); }
    QString configFile() const { return m_dir.filePath(QStringLiteral("operator.json")); }
    int port() const { return m_port; }
    QString api() const { return QStringLiteral("/carpeta/v1"); }
    QString apiUrl() const;

    // ---- the identity provider
    KeyPtr issuerKey() const { return m_issuer; }
    QJsonObject issuerJwks() const;
    QByteArray token(const QString &sub, const QJsonObject &overrides = {}) const; // access token, acr high, just authenticated
    QByteArray idToken(const QString &sub, const QByteArray &nonce, const QJsonObject &overrides = {}) const;

    // ---- requests; `path` below the api unless it begins with '!' (below the host)
    Reply call(const char *method, const QString &path, Headers headers = {}, const QByteArray &body = {},
               const QByteArray &token = "own") const;
    Reply json(const char *method, const QString &path, Headers headers, const QJsonObject &body, const QByteArray &token = "own") const;
    std::unique_ptr<httplib::SSLClient> client() const;

    // ---- the folder most tests work in: of Ana, made by seed
    QString folder() const { return QStringLiteral("carpeta-ana"); }
    QString in(const QString &path) const; // "/folders/carpeta-ana" + path
    static QString ana() { return QStringLiteral("co:CC:1020304050"); }
    static QString luis() { return QStringLiteral("co:CC:79500100"); }
    bool seed(const QJsonObject &json);
    // Item helpers; a fresh key each time.
    Reply mkdir(const QString &id, const QString &name, const QString &parent = QStringLiteral("root")) const;
    QString putBlob(const QByteArray &bytes) const; // by the three steps; its id
    Reply put(const QString &id, const QString &name, const QByteArray &bytes, const QString &parent = QStringLiteral("root")) const;

private:
    bool prepareDatabase();
    QTemporaryDir m_dir;
    KeyPtr m_issuer;
    QProcess m_process;
    QProcess m_postgres;
    QString m_database;
    QString m_error;
    int m_port = 0;
    bool m_faults = false;
    mutable std::unique_ptr<httplib::SSLClient> m_client;
};

QByteArray quoted(const QString &key); // an sf-string
std::string freshKey();

} // namespace carriel::op::test
