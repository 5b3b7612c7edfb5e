// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Command.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/StandingStill.h"
#include "core/domain/NameRules.h"
#include "core/remote/RemoteErrors.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPromise>
#include <QRegularExpression>
#include <QTimer>

namespace carriel::commands {

static Q_LOGGING_CATEGORY(commandLog, "carriel.commands", QtWarningMsg)

QString onOneLine(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        const bool turns = (c.unicode() >= 0x202a && c.unicode() <= 0x202e) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line || turns)
            c = QChar::ReplacementCharacter;
    }
    return out;
}

Command::Command(Environment &environment, Invocation invocation)
    : m_environment(environment), m_invocation(std::move(invocation))
{
}

Command::~Command() { m_cancel.cancel(); }

void Command::finish(int exitCode)
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished(exitCode);
}

void Command::tell(const Error &error, const QJsonObject &more)
{
    if (!error.detail.isEmpty())
        qCInfo(commandLog).noquote() << error.codeText() << error.detail;
    if (json()) {
        QJsonObject object = errorJson(error);
        for (auto it = more.begin(); it != more.end(); ++it)
            object.insert(it.key(), it.value());
        m_environment.console.err(line(object));
        return;
    }
    const text::Words words = wordsHere(error);
    QString told = onOneLine(words.title);
    for (const QString &part : {words.meaning, words.remedy}) {
        if (!part.isEmpty())
            told += u'\n' + onOneLine(part);
    }
    m_environment.console.err(QString(told + QStringLiteral(" [") + error.codeText() + QStringLiteral("]\n")).toUtf8());
}

void Command::fail(const Error &error)
{
    if (m_finished)
        return;
    const text::Speaking speaking(m_language);
    tell(error);
    finish(exitFor(error));
}

void Command::browserFailed(const Error &error)
{
    session().cancelLogin();
    fail(error);
}

QString Command::absolutePath(const QString &given) const
{
    return QDir::cleanPath(QDir(m_environment.cwd).absoluteFilePath(given));
}

Result<DocumentRow> Command::item(const QString &pathOrId) const
{
    const auto rowOf = [this](const ItemId &id) -> std::optional<DocumentRow> {
        const QList<DocumentRow> rows = documents().rows({id});
        return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
    };
    if (isWireId(pathOrId)) {
        if (const auto row = rowOf(ItemId(pathOrId)))
            return *row;
    }
    if (const auto id = documents().byPath(pathOrId)) {
        if (const auto row = rowOf(*id))
            return *row;
    }
    if (const auto unread = documents().unread())
        return *unread;
    return Error{errors::itemNotFound, {{QStringLiteral("item"), pathOrId}}, {}};
}

Result<DocumentRow> Command::document(const QString &pathOrId) const
{
    CARRIEL_TRY(const DocumentRow row, item(pathOrId));
    if (row.type == ItemType::Folder)
        return Error{errors::isFolder, {{QStringLiteral("name"), row.name}}, {}};
    return row;
}

void Command::noteName(const QString &wanted, const QString &stored)
{
    if (wanted.isEmpty() || wanted.normalized(QString::NormalizationForm_C) == stored) // the same to the eye
        return;
    static const QRegularExpression number(QStringLiteral(" \\(\\d+\\)$"));
    const QString stem = splitName(stored).stem;
    const bool taken = number.match(stem).hasMatch() && !number.match(splitName(wanted).stem).hasMatch();
    const NameRules rules;
    const char *text = QT_TRANSLATE_NOOP("Commands", "\"%1\" is kept as \"%2\": there is one of that name already.");
    const bool fits = rules.fitted(wanted) == wanted.normalized(QString::NormalizationForm_C);
    if (!fits && wanted.toUtf8().size() > rules.maxBytes)
        text = QT_TRANSLATE_NOOP("Commands", "\"%1\" is kept as \"%2\": the name was too long.");
    else if ((!fits || !taken) && session().account().connected)
        text = QT_TRANSLATE_NOOP("Commands", "\"%1\" is kept as \"%2\": the operator does not take that name.");
    else if (!fits || !taken) // the rules are kept without an operator, too, so that the folder can have one later
        text = QT_TRANSLATE_NOOP("Commands", "\"%1\" is kept as \"%2\": that name would not do on other computers or at an operator.");
    note(QCoreApplication::translate("Commands", text).arg(onOneLine(wanted), stored));
    if (taken && !fits)
        note(QCoreApplication::translate("Commands", "There is one called \"%1\" already.")
                 .arg(stem.left(number.match(stem).capturedStart()) + splitName(stored).suffix));
}

Error Command::noLogin() const
{
    return {session().account().removed ? remote::errors::deviceRevoked : errors::notLoggedIn, {}, {}};
}

void Command::print(const QString &text) { m_environment.console.out(text.toUtf8()); }

void Command::note(const QString &text)
{
    if (!json())
        m_environment.console.err(QString(text + u'\n').toUtf8());
}

void Command::done(const QJsonObject &object, const QString &text, int exitCode)
{
    if (m_finished)
        return;
    if (json())
        m_environment.console.out(line(object));
    else if (!text.isEmpty())
        print(text.endsWith(u'\n') ? text : QString(text + u'\n'));
    finish(exitCode);
}

void Command::listed(const QJsonArray &items, const QString &text, int exitCode)
{
    if (const auto unread = needsOpenVault() ? documents().unread() : std::nullopt) {
        fail(*unread); // a list that could not be read is not an empty one
        return;
    }
    done({{QStringLiteral("items"), items}}, text, exitCode);
}

void Command::sendThen(std::function<void(std::optional<Error>)> next)
{
    const Account account = session().account();
    // A folder kept without an operator: there is nobody to send it to.
    if (!account.connected || m_invocation.has(QStringLiteral("offline"))) {
        next(std::nullopt);
        return;
    }
    if (!account.loggedIn) {
        next(noLogin());
        return;
    }
    then(sync(Patience::Short), [this, next = std::move(next)](const Result<SyncStatus> &status) {
        if (!status.ok()) {
            next(status.error());
            return;
        }
        const SyncStatus &now = status.value();
        if (now.phase == SyncPhase::NeedsLogin) { // found out just now: the session has ended, or this computer was removed
            next(noLogin());
            return;
        }
        const bool heard = now.lastContactUtc.isValid() && now.lastContactUtc >= m_begunUtc;
        const bool away = !heard && now.pending > 0 && now.phase == SyncPhase::Waiting && now.nextTryUtc.isValid();
        next(away ? std::optional(Error{errors::operatorAway, {}, {}}) : std::nullopt);
    });
}

void Command::noteWaits(const std::optional<Error> &hindrance)
{
    if (m_invocation.has(QStringLiteral("offline")))
        return; // it was asked for so
    if (json()) {
        if (hindrance)
            tell(*hindrance);
        return;
    }
    const bool asksLogin = hindrance && (hindrance->code == noLogin().code || !session().account().loggedIn);
    const char *text = !hindrance ? QT_TRANSLATE_NOOP("Commands", "It is done on this computer and is sent with the next sync.")
        : asksLogin ? QT_TRANSLATE_NOOP("Commands", "It is done on this computer and is sent once you log in.")
        : QT_TRANSLATE_NOOP("Commands",
            "It is done on this computer. Your operator does not answer just now; it is sent with the next sync.");
    note(QCoreApplication::translate("Commands", text));
}

// Where the operator keeps silent for ten seconds, the person is told that it is waited for. With long patience the round is left
// as it stands after a minute, or what --wait says: `silentSinceUtc` of what is answered says so. With short patience it is left
// much sooner, and the answer is CAR-CLI-009. Nothing is lost by either.
QFuture<Result<SyncStatus>> Command::sync(Patience kind)
{
    const QString wait = m_invocation.options.value(QStringLiteral("wait"));
    const std::chrono::seconds patience(wait.isEmpty() ? 60 : wait.toInt());
    using Answer = Result<SyncStatus>;
    static constexpr std::chrono::seconds untilTold(10);
    struct Round final : QObject
    {
        Round(QObject *parent, const QDateTime &sinceUtc) : QObject(parent), still(sinceUtc)
        {
            promise.start();
            quiet.setSingleShot(true);
            enough.setSingleShot(true);
            clock.start();
        }
        QPromise<Answer> promise;
        QTimer quiet;   // nothing was heard of it
        QTimer enough;  // it was waited for long enough
        QElapsedTimer clock;
        StandingStill still;
        bool over = false;
    };
    auto *round = new Round(this, m_begunUtc); // as long as this command
    const auto end = [round](const Answer &answer) {
        if (std::exchange(round->over, true))
            return;
        round->quiet.stop();
        round->enough.stop();
        round->promise.addResult(answer);
        round->promise.finish();
    };
    const bool brief = kind == Patience::Short;
    connect(&session(), &Session::statusChanged, round, [round, patience, brief, begun = m_begunUtc](const SyncStatus &status) {
        if (round->over)
            return;
        if (brief) {
            if (const auto more = round->still.after(status, std::chrono::milliseconds(round->clock.elapsed())))
                round->enough.start(*more);
        }
        // That it is silent is no news of the operator. It says so later where many bytes are on their way.
        if (!status.silentSinceUtc.isValid()) {
            if (!brief && status.lastContactUtc.isValid() && status.lastContactUtc >= begun)
                round->enough.stop(); // it answers: from here on only its silence counts
            if (round->quiet.isActive())
                round->quiet.start();
        } else if (!round->enough.isActive()) {
            round->enough.start(std::max(patience - untilTold, std::chrono::seconds(0)));
        }
    });
    connect(&round->quiet, &QTimer::timeout, this, aloud([this] {
        note(QCoreApplication::translate("Commands",
            "Your operator has not answered for a while; it is still waited for. Ctrl+C ends this, and nothing is lost."));
    }));
    connect(&round->enough, &QTimer::timeout, this, [this, end, brief] {
        end(brief ? Answer(Error{errors::operatorAway, {}, {}}) : Answer(session().status()));
    });
    round->enough.start(brief ? StandingStill::few : patience); // also where it is silent before a document is asked for
    round->quiet.start(untilTold);
    session().syncOnce().then(this, end);
    return round->promise.future();
}

ProgressFn Command::progress()
{
    if (json() || !m_environment.console.errIsTerminal())
        return [](const Progress &) {};
    return [this](const Progress &progress) {
        QString text = progress.what.left(50) + u' '
            + (progress.total > 0 ? text::sizeOf(progress.done, progress.total) : text::size(progress.done));
        m_environment.console.err(QString(u'\r' + text.leftJustified(79)).toUtf8());
        if (progress.total > 0 && progress.done >= progress.total)
            m_environment.console.err(QString(u'\r' + QString(79, u' ') + u'\r').toUtf8());
    };
}

} // namespace carriel::commands
