// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One child that talks to a card. Private to core/signing.
#pragma once

#include "core/signing/TokenKey.h"

#include <QJsonObject>
#include <QProcess>
#include <QTimer>

namespace carriel::signing {

class TokenProcess final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<QJsonObject>)>;
    explicit TokenProcess(TokenOptions options);
    ~TokenProcess() override; // ends the child

    // The PIN goes through a pipe of its own, so that no buffer keeps it.
    void start(const SecretBytes &pin);
    // One at a time. The answer may destroy this object.
    void ask(QJsonObject request, Answer answer);

private:
    void readLine();
    void fail(const Error &error);
    void finish(Result<QJsonObject> result);

    TokenOptions m_options;
    QProcess m_process;
    QTimer m_patience, m_slow;
    QByteArray m_read;
    Answer m_answer;
    std::optional<Error> m_dead;
};

} // namespace carriel::signing
