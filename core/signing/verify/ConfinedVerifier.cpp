// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/ConfinedVerifier.h"

#include "core/base/ChildEnvironment.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/verify/ConfinedExit.h"
#include "core/signing/verify/ReportCodec.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace carriel::signing {

namespace {

constexpr qsizetype longestAnswer = 64 * 1024 * 1024;
constexpr qint64 bytesPerMillisecond = 20'000; // more patience for larger files: a slow disk, several signatures

QString programOf(const ConfinedLimits &limits)
{
    const QString given = qEnvironmentVariable("CARRIEL_VERIFY");
    return !limits.program.isEmpty() ? limits.program
           : !given.isEmpty()        ? given
                                     : QCoreApplication::applicationDirPath() + QStringLiteral("/carriel-verify");
}

Error helper(const QString &why)
{
    return {errors::helperMissing, {{QStringLiteral("what"), why}}, why};
}

Judgement unjudged(FileVerdict verdict, const char *finding)
{
    Judgement out;
    out.format = SignedFormat::Pdf; // something that asks for so much is not nothing
    out.report.verdict = verdict;
    out.report.findings += QString::fromLatin1(finding);
    out.facts.maySign = Error{errors::damagedPdf, {{QStringLiteral("what"), QString::fromLatin1(finding)}}, {}};
    out.notes += SafetyNote{SafetyNote::Kind::Unreadable, 1};
    return out;
}

constexpr const char *endedAtIt = "the reader ended at this file";
constexpr const char *moreTime = "it takes longer than a file is given";
constexpr const char *moreMemory = "it takes more memory than a file is given";

Judgement crashed()
{
    return unjudged(FileVerdict::Unreadable, endedAtIt);
}

Judgement tooSlow()
{
    return unjudged(FileVerdict::Indeterminate, moreTime);
}

Judgement tooBig()
{
    return unjudged(FileVerdict::Indeterminate, moreMemory);
}

// Both descriptors where the child looks for them; nothing else that is open goes along.
void lend(int file, int content)
{
    // Out of the way first: one may lie where the other belongs.
    const int first = fcntl(file, F_DUPFD, 64);
    const int second = content < 0 ? -1 : fcntl(content, F_DUPFD, 64);
    dup2(first, lentFile);
    if (second < 0)
        close(lentContent);
    else
        dup2(second, lentContent);
    close(first);
    if (second >= 0)
        close(second);
}

Result<Judgement> answerOf(const QProcess &child, const QByteArray &said)
{
    if (child.exitStatus() != QProcess::NormalExit)
        return child.exitCode() == SIGXCPU || child.exitCode() == SIGKILL ? tooSlow()
                                                                          : crashed(); // the system's limits
    if (child.exitCode() == int(ConfinedExit::Memory))
        return tooBig();
    if (child.exitCode() != int(ConfinedExit::Ok))
        return crashed();
    const auto read = judgementFrom(QJsonDocument::fromJson(said).object());
    return read.ok() ? read.value() : crashed();
}

} // namespace

bool stoppedByLimit(const QStringList &findings)
{
    return findings.contains(QLatin1String(moreTime)) || findings.contains(QLatin1String(moreMemory));
}

bool stopped(const QStringList &findings)
{
    return stoppedByLimit(findings) || findings.contains(QLatin1String(endedAtIt));
}

Result<Judgement> judgeConfined(const LentBytes &file, const LentBytes *content, const Question &question,
                                const ConfinedLimits &limits)
{
    const qint64 size = file.size() + (content ? content->size() : 0);
    const QDeadlineTimer deadline(limits.patience + std::chrono::milliseconds(size / bytesPerMillisecond));
    QProcess child;
    child.setProcessEnvironment(childEnvironment());
    child.setWorkingDirectory(QStringLiteral("/"));
    child.setStandardErrorFile(QProcess::nullDevice()); // libraries quote the document when they complain
    child.setChildProcessModifier(
        [from = file.descriptor(), other = content ? content->descriptor() : -1] { lend(from, other); });
    child.start(programOf(limits), {QStringLiteral("--judge")}, QIODevice::ReadWrite);
    if (!child.waitForStarted())
        return helper(child.errorString());
    child.write(QJsonDocument(toJson(question)).toJson(QJsonDocument::Compact));
    child.closeWriteChannel();
    QByteArray said;
    const auto stop = [&child](Judgement why) {
        child.kill();
        child.waitForFinished(5000);
        return why;
    };
    while (child.state() != QProcess::NotRunning) {
        if (deadline.hasExpired())
            return stop(tooSlow());
        child.waitForReadyRead(int(qBound(qint64(1), qint64(deadline.remainingTime()), qint64(200))));
        said += child.readAllStandardOutput();
        if (said.size() > longestAnswer)
            return stop(crashed());
    }
    said += child.readAllStandardOutput();
    for (const LentBytes *one : {&file, content}) {
        if (one && !one->unchanged())
            return Error{errors::fileMoved, {{QStringLiteral("path"), one->path()}}, {}};
    }
    return answerOf(child, said);
}

} // namespace carriel::signing
