// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// share: letting others read documents, and reading what others share.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/FolderPath.h"
#include "app/commands/Json.h"
#include "core/domain/NameRules.h"
#include "core/domain/PersonId.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Shares.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/Format.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace carriel::commands {
namespace {

constexpr qint64 longestDays = 400;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject shareJson(const ShareInfo &one)
{
    QJsonArray documents, readings;
    for (const ShareDocument &document : one.documents)
        documents.append(QJsonObject{{QStringLiteral("id"), orNull(document.item.text())},
                                     {QStringLiteral("name"), text::neutral(document.name)},
                                     {QStringLiteral("size"), document.size},
                                     {QStringLiteral("sha256"), QString::fromLatin1(document.sha256.toHex())},
                                     {QStringLiteral("available"), document.available}});
    for (const ShareReadingInfo &reading : one.readings)
        readings.append(QJsonObject{{QStringLiteral("at"), utcText(reading.atUtc)},
                                    {QStringLiteral("document"), text::neutral(reading.document)},
                                    {QStringLiteral("by"), text::neutral(reading.by)}});
    return {{QStringLiteral("id"), one.id},
            {QStringLiteral("name"), text::neutral(one.documents.value(0).name)},
            {QStringLiteral("state"), one.state},
            {QStringLiteral("waiting"), orNull(one.waiting)},
            {QStringLiteral("direction"), one.mine ? QStringLiteral("mine") : QStringLiteral("with_me")},
            {QStringLiteral("kind"), orNull(one.kind)},
            {QStringLiteral("person"), orNull(one.personId)},
            {QStringLiteral("person_name"), orNull(text::neutral(one.personName))},
            {QStringLiteral("purpose"), text::neutral(one.purpose)},
            {QStringLiteral("message"), orNull(text::neutral(one.message))},
            {QStringLiteral("reason"), orNull(text::neutral(one.reason))},
            {QStringLiteral("newest"), one.follow},
            {QStringLiteral("documents"), documents},
            {QStringLiteral("made"), utcText(one.madeUtc)},
            {QStringLiteral("expires"), utcText(one.expiresUtc)},
            {QStringLiteral("fetches"), one.fetches},
            {QStringLiteral("readings"), readings},
            {QStringLiteral("link"), orNull(one.link.toString())},
            {QStringLiteral("code"), orNull(one.code)},
            {QStringLiteral("defects"), QJsonArray::fromStringList(one.defects)}};
}

// "co:CC:1020304050", "CC 1020304050", "CC:1020304050".
QString personIn(const QString &given)
{
    const QString plain = given.trimmed().replace(QLatin1Char(' '), QLatin1Char(':'));
    const auto person = PersonId::parse(plain.startsWith(QLatin1String("co:")) ? plain : QLatin1String("co:") + plain.toUpper());
    return person ? person->text() : given.trimmed();
}

// "7d", "12h", the end of a day, or a moment (2026-12-31T12:00:00Z).
Result<QDateTime> momentIn(const QString &given)
{
    static const QRegularExpression span(QStringLiteral("^([1-9][0-9]{0,4})([dh])$"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDateTime until;
    if (const auto match = span.match(given); match.hasMatch())
        until = match.captured(2) == QLatin1String("d") ? now.addDays(match.captured(1).toInt()) : now.addSecs(3600LL * match.captured(1).toInt());
    else if (given.contains(QLatin1Char('T')))
        until = QDateTime::fromString(given, Qt::ISODate).toUTC();
    else if (const QDate day = QDate::fromString(given, Qt::ISODate); day.isValid())
        until = QDateTime(day, QTime(23, 59, 59)).toUTC();
    if (!until.isValid() || until <= now || now.daysTo(until) >= longestDays)
        return Error{shares::errors::badExpiry, {{QStringLiteral("text"), given}}, {}};
    return until;
}

// The first, and how many more.
QString namesOf(const ShareInfo &one)
{
    const QString first = text::neutral(one.documents.value(0).name);
    const int more = int(one.documents.size()) - 1;
    return more > 0 ? QCoreApplication::translate("Commands", "%1 and %n more", nullptr, more).arg(first) : first;
}

class ShareCommand : public Command
{
public:
    using Command::Command;

protected:
    Shares shared() const { return Shares(documents()); }
    QString word(int at) const { return invocation().words.value(at); }
    QString option(const char *name) const { return invocation().options.value(QLatin1String(name)); }
    Error usage() const { return Error{carriel::errors::badWord, {{QStringLiteral("what"), invocation().words.join(u' ')}}, {}}; }
    Error needed(const QByteArray &name) const { return Error{carriel::errors::optionNeeded, {{QStringLiteral("what"), QString::fromLatin1(name)}}, {}}; }
    // First what waits is sent and what is new is asked, as far as the network allows.
    void fresh(std::function<void()> next)
    {
        if (!session().account().loggedIn)
            return next();
        then(shared().sendWaiting(), [this, next](const Outcome &) {
            then(shared().refresh(), [next](const Outcome &) { next(); });
        });
    }
    void tell(const QString &id, const QString &words)
    {
        const auto one = shared().one(id);
        one ? done(shareJson(*one), words) : fail(Error{shares::errors::noSuchShare, {{QStringLiteral("id"), id}}, {}});
    }
    // What was decided is told, or waits for a network.
    void decided(const QString &id, const Outcome &told, const QString &words, std::function<void()> after = {})
    {
        const auto one = shared().one(id);
        if (!told && one && !one->waiting.isEmpty())
            return done(shareJson(*one), QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(id));
        if (!told)
            return fail(told.error());
        after ? after() : tell(id, words);
    }
};

class ShareList final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (!word(0).isEmpty() && (word(0) != QLatin1String("list") || invocation().words.size() > 1))
            return fail(usage());
        fresh([this] {
            QJsonArray items;
            QString lines;
            for (const ShareInfo &one : shared().list()) {
                items.append(shareJson(one));
                const QString who = one.personId.isEmpty() ? QCoreApplication::translate("Commands", "by link")
                                                           : QStringLiteral("%1 %2").arg(text::neutral(one.personName), one.personId);
                lines += QStringLiteral("%1  %2  %3  %4  %5\n")
                             .arg(one.id, one.waiting.isEmpty() ? one.state : QString(one.state + QLatin1Char('+') + one.waiting),
                                  (one.mine ? QCoreApplication::translate("Commands", "to %1") : QCoreApplication::translate("Commands", "from %1")).arg(who),
                                  namesOf(one), text::dateTime(one.expiresUtc));
            }
            listed(items, lines.trimmed());
        });
    }
};

class ShareCreate final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        QStringList files = option("file").split(u'\n', Qt::SkipEmptyParts);
        files += invocation().words.mid(1);
        if (files.isEmpty())
            return fail(needed("--file"));
        for (const char *name : {"to", "purpose"}) {
            if (option(name).trimmed().isEmpty())
                return fail(needed(QByteArray("--").append(name)));
        }
        const auto until = momentIn(invocation().options.value(QStringLiteral("expires"), QStringLiteral("7d")));
        if (!until)
            return fail(until.error());
        QList<ItemId> items;
        for (const QString &file : std::as_const(files)) {
            const auto row = item(file);
            if (!row)
                return fail(row.error());
            items.append(row.value().id);
        }
        auto what = shared().what(items, documents());
        if (!what)
            return fail(what.error());
        m_order.documents = std::move(what).value();
        m_order.expiresUtc = until.value();
        m_order.purpose = option("purpose");
        m_order.message = option("message");
        m_order.follow = invocation().has(QStringLiteral("newest"));
        if (option("to") == QLatin1String("link"))
            return send();
        m_order.to = personIn(option("to"));
        if (!PersonId::parse(m_order.to)) // it is asked for by its number alone
            return fail(Error{shares::errors::recipientUnknown, {{QStringLiteral("id"), m_order.to}}, {}});
        then(shared().find(m_order.to), [this](const Result<ShareRecipient> &found) {
            if (found) {
                m_order.to = found.value().id;
                m_order.toName = found.value().name;
            } else if (found.error().code == shares::errors::recipientUnknown) {
                return fail(found.error());
            } // without a network the share waits, and whether he is there shows then
            send();
        });
    }

private:
    void send()
    {
        note(QCoreApplication::translate("Commands", "Your operator holds these documents in clear: this is not end to end. Whoever has opened a document keeps it."));
        // What was put here and not sent yet goes first: a share names what the operator has.
        sendThen([this](const std::optional<Error> &) {
            then(shared().share(m_order), [this](const Result<ShareInfo> &made) {
                if (!made)
                    return fail(made.error());
                const ShareInfo &one = made.value();
                const bool waits = one.state == QLatin1String("queued") || one.state == QLatin1String("unknown");
                QString words = waits ? QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(one.id)
                                      : QCoreApplication::translate("Commands", "Shared until %1: %2").arg(text::dateTime(one.expiresUtc), one.id);
                if (!one.code.isEmpty())
                    words += QStringLiteral("\n%1\n%2").arg(one.link.toString(), QCoreApplication::translate("Commands", "Code, for one use; give it by another way: %1").arg(one.code));
                done(shareJson(one), words);
            });
        });
    }
    ShareOrder m_order;
};

class ShareChange final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        fresh([this] {
            const QString id = word(1);
            if (word(0) == QLatin1String("revoke"))
                return then(shared().revoke(id), [this, id](const Outcome &told) {
                    decided(id, told, QCoreApplication::translate("Commands", "It is shared no longer: %1").arg(id));
                });
            if (word(0) == QLatin1String("decline"))
                return then(shared().decline(id), [this, id](const Outcome &told) {
                    decided(id, told, QCoreApplication::translate("Commands", "Declined: %1").arg(id));
                });
            if (option("expires").isEmpty())
                return fail(needed("--expires"));
            const auto until = momentIn(option("expires"));
            if (!until)
                return fail(until.error());
            then(shared().extend(id, until.value()), [this, id, until = until.value()](const Outcome &told) {
                decided(id, told, QCoreApplication::translate("Commands", "Shared until %1: %2").arg(text::dateTime(until), id));
            });
        });
    }
};

class ShareAccept final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        m_id = word(1);
        fresh([this] {
            then(shared().accept(m_id), [this](const Outcome &told) { decided(m_id, told, {}, [this] { take(); }); });
        });
    }

private:
    void take()
    {
        m_share = shared().one(m_id).value_or(ShareInfo());
        if (!option("output").isEmpty())
            return write(0);
        const QString to = invocation().options.value(QStringLiteral("to"), QCoreApplication::translate("Commands", "Shared with me"));
        ensureFolder(documents(), this, pathParts(to), [this](const Result<ItemId> &folder) {
            if (!folder)
                return fail(folder.error());
            then(shared().keep(m_id, folder.value(), text::shareOrigin(m_share)), [this](const Result<QList<AddedDocument>> &kept) {
                if (!kept)
                    return fail(kept.error());
                QJsonArray copies;
                for (const AddedDocument &one : kept.value()) {
                    copies.append(QJsonObject{{QStringLiteral("id"), one.id.text()}, {QStringLiteral("path"), pathOf(documents(), one.id)},
                                              {QStringLiteral("sha256"), QString::fromLatin1(one.sha256.toHex())}});
                    note(pathOf(documents(), one.id));
                }
                sendThen([this, copies](const std::optional<Error> &) { ended(copies); });
            });
        });
    }
    void write(int at)
    {
        while (at < m_share.documents.size() && !m_share.documents.at(at).available)
            ++at;
        if (at >= m_share.documents.size())
            return m_written.isEmpty() ? fail(Error{shares::errors::withdrawn, {{QStringLiteral("name"), m_share.documents.value(0).name}}, {}})
                                       : ended(m_written);
        const ShareDocument document = m_share.documents.at(at);
        const QString given = absolutePath(option("output"));
        const bool folder = QFileInfo(given).isDir() || m_share.documents.size() > 1;
        const QString path = folder ? QDir(given).filePath(fileNameOf(document.name)) : given;
        if ((folder && !QDir().mkpath(given)) || (QFileInfo::exists(path) && !invocation().has(QStringLiteral("force"))))
            return fail(Error{QFileInfo::exists(path) ? carriel::errors::fileThere : carriel::errors::fileWrite, {{QStringLiteral("path"), path}}, {}});
        then(shared().fetch(m_id, document.n), [this, at, path, document](const Result<QByteArray> &bytes) {
            if (!bytes)
                return fail(bytes.error());
            QSaveFile file(path);
            const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                                 file.write(bytes.value()) == bytes.value().size() && file.commit();
            if (!written)
                return fail(Error{carriel::errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}});
            m_written.append(QJsonObject{{QStringLiteral("id"), QJsonValue()}, {QStringLiteral("path"), path},
                                         {QStringLiteral("sha256"), QString::fromLatin1(document.sha256.toHex())}});
            note(path);
            write(at + 1);
        });
    }
    // The name comes from somebody else: it names one file in that folder and nothing else, and no two of a share are one.
    QString fileNameOf(const QString &name)
    {
        const NameRules rules;
        const QString fitted = rules.fitted(name.section(QLatin1Char('/'), -1));
        const QString base = fitted.isEmpty() ? m_id : fitted;
        QString free = base;
        for (int number = 2; m_names.contains(free.toCaseFolded()); ++number)
            free = rules.numbered(base, number);
        m_names.insert(free.toCaseFolded());
        return free;
    }
    void ended(const QJsonArray &copies)
    {
        QJsonObject json = shareJson(shared().one(m_id).value_or(m_share));
        json.insert(QStringLiteral("copies"), copies);
        done(json, QCoreApplication::translate("Commands", "Accepted; the copies are yours: %1").arg(m_id));
    }
    QString m_id;
    ShareInfo m_share;
    QJsonArray m_written;
    QSet<QString> m_names;
};

class ShareFind final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (word(0) == QLatin1String("find")) {
            if (invocation().words.size() != 2)
                return fail(usage());
            return then(shared().find(personIn(word(1))), [this](const Result<ShareRecipient> &found) {
                if (!found)
                    return fail(found.error());
                const ShareRecipient &one = found.value();
                done({{QStringLiteral("id"), one.id}, {QStringLiteral("kind"), one.kind}, {QStringLiteral("name"), text::neutral(one.name)}},
                     QStringLiteral("%1  %2").arg(one.id, text::neutral(one.name)));
            });
        }
        const auto told = [this](const Result<bool> &on) {
            if (!on)
                return fail(on.error());
            done({{QStringLiteral("findable"), on.value()}},
                 on.value() ? QCoreApplication::translate("Commands", "Whoever knows your number can share with you.")
                            : QCoreApplication::translate("Commands", "Nobody can share with you: your number is not found."));
        };
        if (word(1).isEmpty())
            return then(shared().findable(), told);
        if (word(1) != QLatin1String("on") && word(1) != QLatin1String("off"))
            return fail(usage());
        then(shared().setFindable(word(1) == QLatin1String("on")), told);
    }
};

} // namespace

std::unique_ptr<Command> makeShareCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command != QLatin1String("share"))
        return nullptr;
    const QString word = invocation.words.value(0);
    if (word == QLatin1String("create"))
        return std::make_unique<ShareCreate>(environment, invocation);
    if (word == QLatin1String("revoke") || word == QLatin1String("extend") || word == QLatin1String("decline"))
        return std::make_unique<ShareChange>(environment, invocation);
    if (word == QLatin1String("accept"))
        return std::make_unique<ShareAccept>(environment, invocation);
    if (word == QLatin1String("find") || word == QLatin1String("findable"))
        return std::make_unique<ShareFind>(environment, invocation);
    return std::make_unique<ShareList>(environment, invocation);
}

} // namespace carriel::commands
