// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The reference operator as a process, on a free port, with an empty database in a temporary folder. Its logins come from a
// TestProvider.
#pragma once

#include "tests/support/TestProvider.h"

#include <QProcess>

namespace carriel::test {

class RealOperator
{
public:
    // `limits` overrides those of the operator's configuration. `announced`: the address it gives for itself, where something
    // stands between it and the client.
    RealOperator(const TestAuthority &authority, const TestProvider &provider, const QJsonObject &limits = {}, const QUrl &announced = {});
    ~RealOperator();

    QUrl url() const { return m_url; }
    QString configFile() const { return m_dir.filePath(QStringLiteral("operator.json")); } // for its commands
    void configure(const QString &key, const QJsonValue &value);                           // from the next start() on
    QList<QByteArray> requests() const; // its log: a JSON object for each, without bodies
    void kill();  // SIGKILL, as a power cut does
    void hang();  // SIGSTOP: it takes connections and says nothing, until kill()
    void start(); // again on the same port

private:
    void write(const TestAuthority &authority, const TestProvider &provider, const QJsonObject &limits, int port, const QUrl &announced);

    QTemporaryDir m_dir;
    QProcess m_process;
    QUrl m_url;
};

} // namespace carriel::test
