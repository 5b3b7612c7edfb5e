// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A command while it runs: it starts, waits for services without blocking, and finishes once with an exit code.
// Thread: main.
#pragma once

#include "app/commands/Browser.h"
#include "app/commands/Console.h"
#include "app/commands/ExitCodes.h"
#include "app/commands/Invocation.h"
#include "core/base/BaseErrors.h"
#include "core/base/Result.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/text/Speaking.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <memory>

namespace carriel::commands {

// What a command works on. Lives longer than the command.
struct Environment {
    Session &session;
    Console &console;
    Browser &browser;
    QString cwd;             // absolute; of the shell that gave the command
    bool inWindow = false;   // the window's own process runs it, so the vault stays open afterwards
};

class Command : public QObject
{
    Q_OBJECT
public:
    Command(Environment &environment, Invocation invocation);
    ~Command() override;

    virtual bool needsOpenVault() const { return true; }
    virtual void start() = 0;
    void fail(const Error &error); // tells it and finishes with the code that fits
    // What a timer or a signal calls speaks as the command does.
    template <typename Next> auto aloud(Next next)
    {
        return [this, next = std::move(next)] {
            const text::Speaking speaking(m_language);
            next();
        };
    }
    // Only tells it. `more`: what --json says besides.
    void tell(const Error &error, const QJsonObject &more = {});
    // The login page could not be shown and nobody is there to open it by hand.
    virtual void browserFailed(const Error &error);

Q_SIGNALS:
    void finished(int exitCode);

protected:
    // Continues in this thread while this command lives. A future that nobody will finish any more ends the command.
    template <typename T, typename Next> void then(QFuture<T> future, Next next)
    {
        future
            .then(this,
                  [this, next = std::move(next)](const T &answer) mutable {
                      const text::Speaking speaking(m_language);
                      next(answer);
                  })
            .onCanceled(this, [this] { fail(Error{errors::cancelled, {}, {}}); });
    }

    Session &session() const { return m_environment.session; }
    Documents &documents() const { return m_environment.session.documents(); }
    Environment &environment() const { return m_environment; }
    const Invocation &invocation() const { return m_invocation; }
    bool json() const { return m_invocation.global.json; }
    QString absolutePath(const QString &given) const;   // of a file on this computer
    // A path in the folder, or an id. CAR-SVC-004 if it is neither.
    Result<DocumentRow> item(const QString &pathOrId) const;
    // The same, and CAR-CLI-026 if it is a folder.
    Result<DocumentRow> document(const QString &pathOrId) const;

    // Tells under which name it is kept, if it had to change, and why.
    void noteName(const QString &wanted, const QString &stored);

    Error noLogin() const; // why nobody is logged in: CAR-SVC-003 or, if this computer was removed, CAR-REM-025
    void print(const QString &text);
    void note(const QString &text);                      // to the person, on the standard error; silent with --json
    void done(const QJsonObject &object, const QString &text, int exitCode = exits::done);
    void listed(const QJsonArray &items, const QString &text, int exitCode = exits::done);
    void finish(int exitCode); // once; later calls are ignored
    // Long: until it is sent, or the operator was silent for a minute (--wait). Short: what was done is done here already,
    // so it is left for later as soon as nothing moves for a few seconds (CAR-CLI-009).
    enum class Patience { Long, Short };
    // Synchronises once. Where the operator keeps silent for ten seconds, the person is told that it is waited for.
    QFuture<Result<SyncStatus>> sync(Patience patience);
    // Sends what waits, with short patience, if somebody is logged in; `next` gets what stood in the way. It is stored here in
    // any case; with --offline nothing is sent.
    void sendThen(std::function<void(std::optional<Error>)> next);
    // Says that it is done here and goes to the operator later, and why not now.
    void noteWaits(const std::optional<Error> &hindrance);
    ProgressFn progress();
    CancelToken &cancelToken() { return m_cancel; }

private:
    Environment &m_environment;
    Invocation m_invocation;
    CancelToken m_cancel;
    QDateTime m_begunUtc = QDateTime::currentDateTimeUtc();
    bool m_finished = false;
    QString m_language = text::spoken(); // what it was asked for in
};

// A name of the disk for the terminal: what would end the line, move the cursor or turn the text around is replaced.
QString onOneLine(const QString &text);

// Null if there is no such command.
std::unique_ptr<Command> makeCommand(Environment &environment, const Invocation &invocation);

} // namespace carriel::commands
