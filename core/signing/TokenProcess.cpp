// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/TokenProcess.h"

#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"

#include <QJsonDocument>

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace carriel::signing {

namespace {

constexpr int pinDescriptor = 3;
constexpr qsizetype longestAnswer = 64 * 1024 * 1024;

Error silent(const char *what, const QString &detail = {})
{
    return Error{errors::tokenSilent, {{QStringLiteral("what"), QString::fromLatin1(what)}}, detail};
}

// Codes are constants of ours: a child cannot make up new ones.
Error errorFrom(const QJsonObject &told)
{
    static constexpr std::array known{errors::wrongPin,      errors::pinLocked,          errors::pinLastTry,
                                      errors::tokenGone,     errors::tokenTrouble,       errors::noSuchKey,
                                      errors::keyUnsuitable, carriel::errors::cancelled, carriel::errors::badInput};
    const QString code = told.value(QStringLiteral("code")).toString();
    for (const ErrorCode &one : known) {
        if (code == QLatin1String(one.text.data(), qsizetype(one.text.size())))
            return {one, told.value(QStringLiteral("params")).toObject().toVariantMap(),
                    told.value(QStringLiteral("detail")).toString()};
    }
    return silent("protocol", code);
}

} // namespace

TokenProcess::TokenProcess(TokenOptions options) : m_options(std::move(options))
{
    m_patience.setSingleShot(true);
    m_slow.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_process.kill();
        fail(silent("timeout"));
    });
    connect(&m_slow, &QTimer::timeout, this, [this] {
        if (m_options.slow)
            m_options.slow();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &TokenProcess::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(silent("start", m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] { fail(silent("crash")); });
}

TokenProcess::~TokenProcess()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill(); // it has no work of its own to finish, and a driver may never come to its end
    m_process.waitForFinished(2000);
}

void TokenProcess::start(const SecretBytes &pin)
{
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(silent("start"));
    m_process.setProgram(m_options.helper);
    m_process.setArguments({QStringLiteral("--serve")});
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([from = ends[0]] {
        if (from == pinDescriptor)
            fcntl(from, F_SETFD, 0);
        else
            dup2(from, pinDescriptor);
    });
    m_process.start();
    // A PIN is far smaller than a pipe, so this never waits.
    const ssize_t written = write(ends[1], pin.data(), pin.size());
    close(ends[1]);
    close(ends[0]);
    if (written != ssize_t(pin.size()))
        fail(silent("start"));
}

void TokenProcess::ask(QJsonObject request, Answer answer)
{
    if (m_dead)
        return answer(*m_dead);
    if (m_answer)
        return answer(Error{carriel::errors::internal, {}, QStringLiteral("the card is busy")});
    m_answer = std::move(answer);
    request.insert(QStringLiteral("patience"), qint64((m_options.patience.count() + 999) / 1000));
    m_process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    m_patience.start(m_options.patience);
    m_slow.start(m_options.slowAfter);
}

void TokenProcess::readLine()
{
    m_read += m_process.readAllStandardOutput();
    const qsizetype end = m_read.indexOf('\n');
    if (end < 0) {
        if (m_read.size() > longestAnswer) {
            m_process.kill();
            fail(silent("protocol"));
        }
        return;
    }
    const QJsonObject told = QJsonDocument::fromJson(m_read.left(end)).object();
    m_read.remove(0, end + 1);
    if (told.contains(QStringLiteral("error")))
        return finish(errorFrom(told.value(QStringLiteral("error")).toObject()));
    finish(told);
}

void TokenProcess::fail(const Error &error)
{
    if (!m_dead)
        m_dead = error;
    finish(*m_dead);
}

void TokenProcess::finish(Result<QJsonObject> result)
{
    m_patience.stop();
    m_slow.stop();
    if (m_answer)
        std::exchange(m_answer, {})(std::move(result));
}

} // namespace carriel::signing
