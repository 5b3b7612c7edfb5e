// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What carriel-entity does. Each prints one object with --json, or words, and gives the exit code: 0 done, 1 refused or
// failed, 3 nothing there, 4 not authenticated, 64 usage.
#pragma once

#include "reference-operator/entity/Home.h"

#include <QCommandLineParser>

namespace carriel::entity {

class Usage : public std::exception
{
public:
    explicit Usage(QString text) : m_text(std::move(text)) {}
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

struct Invocation
{
    const QCommandLineParser &options;
    QStringList words; // behind the command
    bool json = false;
    QString home;

    QString need(const char *option) const; // throws Usage
    QString value(const char *option) const { return options.value(QLatin1StringView(option)); }
    bool has(const char *option) const { return options.isSet(QLatin1StringView(option)); }
};

void print(const Invocation &in, const QJsonObject &result, const QString &words);

int registerCommand(const Invocation &in);
int sendCommand(const Invocation &in);
int batchCommand(const Invocation &in);
int trackCommand(const Invocation &in);
int subscribersCommand(const Invocation &in);
int webhookCommand(const Invocation &in);
int listenCommand(const Invocation &in);
int certifyCommand(const Invocation &in);
int closeCommand(const Invocation &in);
int requestCommand(const Invocation &in);
int receiveCommand(const Invocation &in);
int ackCommand(const Invocation &in);
int rejectCommand(const Invocation &in);
int accessCommand(const Invocation &in);
int erasureCommand(const Invocation &in);

} // namespace carriel::entity
