// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Json.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/LostContent.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/VaultErrors.h"
#include "ui/text/ActivityWords.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace carriel::commands {
namespace {

QString k(const char *name) { return QString::fromLatin1(name); }

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

} // namespace

QJsonObject problemJson(const SyncProblem &problem)
{
    const text::Words words = text::wordsFor(problem.error);
    return {{k("code"), problem.error.codeText()},
            {k("item"), orNull(problem.item.text())},
            {k("name"), orNull(problem.itemName)},
            {k("message"), problem.userMessage.isEmpty() ? words.title : problem.userMessage},
            {k("remedy"), words.remedy},
            {k("next_try"), orNull(utcText(problem.nextTryUtc))}};
}

QString utcText(const QDateTime &utc) { return utc.isValid() ? utc.toUTC().toString(Qt::ISODateWithMs) : QString(); }

QString pathOf(const Documents &documents, const ItemId &id)
{
    const auto details = documents.details(id);
    return details ? details->path : QString();
}

QJsonObject itemJson(const DocumentRow &row, const QString &path)
{
    return {{k("id"), row.id.text()},
            {k("name"), row.name},
            {k("state"), itemStatusName(row.status)},
            {k("type"), row.type == ItemType::Folder ? k("folder") : k("document")},
            {k("size"), row.size},
            {k("modified"), orNull(utcText(row.modifiedUtc))},
            {k("path"), path},
            {k("media_type"), orNull(row.mediaType)},
            {k("labels"), QJsonArray::fromStringList(row.labels)}};
}

RenamedApart renamedSince(Documents &documents, const QDateTime &sinceUtc)
{
    ActivityQuery query;
    query.since = QDateTime::fromSecsSinceEpoch(sinceUtc.toSecsSinceEpoch(), Qt::UTC); // the record is kept in whole seconds
    query.kinds = {k("item.renamed_apart")};
    RenamedApart out;
    for (const ActivityRecord &record : documents.activity().found(query, 1000)) {
        out.words.prepend(text::activityWords(record));
        out.json.prepend(QJsonObject{{k("from"), record.before}, {k("to"), record.name}});
    }
    return out;
}

QJsonObject statusJson(const SyncStatus &status, const Account &account, VaultState vault, bool online)
{
    QJsonArray problems;
    for (const SyncProblem &problem : status.problems)
        problems += problemJson(problem);
    QJsonValue who; // null until somebody has logged in
    if (!account.folder.isEmpty()) {
        who = QJsonObject{{k("name"), account.holderName}, {k("id"), account.holder.text()},
                          {k("folder"), account.folder.text()}, {k("device"), account.device.text()},
                          {k("logged_in"), account.loggedIn}};
    }
    return {{k("account"), who},
            {k("operator"), account.connected ? QJsonValue(account.op.url.toString()) : QJsonValue()},
            {k("online"), online},
            {k("last_contact"), orNull(utcText(status.lastContactUtc))},
            {k("pending"), status.pending},
            {k("waiting"), status.waiting},
            {k("failed"), status.failed},
            {k("conflicts"), status.conflicts},
            {k("problems"), problems},
            {k("vault"), vault == VaultState::Unlocked ? k("unlocked") : vault == VaultState::None ? k("none") : k("locked")}};
}

text::Words wordsHere(const Error &error)
{
    text::Words words = text::wordsFor(error);
    if (error.code == vault::errors::inUse && error.params.value(QStringLiteral("program")) == QLatin1String("carriel-cli")) {
        words.title = QCoreApplication::translate("Commands", "Another command of carriel-cli is at work on these documents.");
        words.remedy = QCoreApplication::translate("Commands", "Wait until it ends, or end it with Ctrl+C: what it did not finish goes on with the next \"sync\". "
                                                               "Transfers can be directed while they run from the window.");
    }
    if (error.code == errors::noOperator)
        words.remedy = QCoreApplication::translate("Commands", "Name it when you log in: carriel-cli --operator https://… login");
    if (error.code == vault::errors::inUse && error.params.value(QStringLiteral("program")) == QLatin1String("carriel")) {
        words.remedy += u' ' + QCoreApplication::translate("Commands",
            "From here that window cannot be reached: it belongs to another session of this computer.");
    }
    if (error.code == errors::contentDamaged)
        words.remedy = QCoreApplication::translate("Commands", "Bring it again with: carriel-cli sync. If it happens again, have the disk looked at.");
    if (error.code == vault::errors::wrongPassphrase)
        words.remedy += u' ' + QCoreApplication::translate("Commands", "If you forgot it, the recovery code opens them: carriel-cli unlock --recovery");
    for (const ErrorCode code : {vault::errors::damaged, vault::errors::databaseMissing, vault::errors::otherKeys}) {
        if (error.code == code) {
            words.remedy += u' ' + QCoreApplication::translate("Commands", "From the command line: carriel-cli salvage. The file is kept, under another name.");
        }
    }
    return words;
}

QJsonObject errorJson(const Error &error)
{
    const text::Words words = wordsHere(error);
    return {{k("code"), error.codeText()},
            {k("message"), QString(words.title + u' ' + words.meaning).trimmed()},
            {k("remedy"), words.remedy}};
}

QByteArray line(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

QJsonArray computersJson(const QList<DeviceInfo> &computers)
{
    QJsonArray out;
    for (const DeviceInfo &one : computers)
        out += QJsonObject{{QStringLiteral("id"), one.id.text()},
                           {QStringLiteral("name"), one.name},
                           {QStringLiteral("since"), utcText(one.registeredUtc)}};
    return out;
}

} // namespace carriel::commands
