// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// versions; conflicts, resolve: what a document was, and what two computers made of it.
#include "app/commands/Commands.h"

#include "app/commands/Change.h"
#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/MomentColumn.h"
#include "app/commands/Soon.h"
#include "core/services/Conflicts.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Versions.h"
#include "ui/text/Format.h"

namespace carriel::commands {
namespace {

QString k(const char *name) { return QString::fromLatin1(name); }

class ListVersions final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto found = document(invocation().words.first());
        if (!found.ok()) {
            fail(found.error());
            return;
        }
        m_row = found.value();
        // The operator may know what was made before this computer came; without it, what is known here is told.
        soon(this, documents().versions().refresh(m_row.id), [this](const Outcome &read) { tell(read.ok()); });
    }

private:
    void tell(bool complete)
    {
        QJsonArray items;
        QString text;
        for (const DocumentVersion &version : documents().versions().list(m_row.id)) {
            const ItemStatus state = !version.atOperator ? ItemStatus::Pending : version.here ? ItemStatus::Synced : ItemStatus::OnlineOnly;
            items += QJsonObject{{k("id"), version.id.text()},
                                 {k("name"), m_row.name},
                                 {k("state"), itemStatusName(state)},
                                 {k("number"), version.number},
                                 {k("head"), version.head},
                                 {k("created"), utcText(version.createdUtc)},
                                 {k("size"), version.size},
                                 {k("sha256"), QString::fromLatin1(version.sha256.toHex())},
                                 {k("media_type"), version.mediaType},
                                 {k("label"), version.label},
                                 {k("here"), version.here}};
            text += QString::number(version.number).rightJustified(4) + (version.head ? QStringLiteral(" * ") : QStringLiteral("   "))
                + moment(text::dateTime(version.createdUtc)) + text::size(version.size).rightJustified(10) + QStringLiteral("  ")
                + version.id.text() + u'\n';
        }
        if (!complete)
            text += QCoreApplication::translate("Commands",
                                                "Your operator could not be asked: it may have older versions.") +
                    u'\n';
        listed(items, text);
    }

    DocumentRow m_row;
};

QJsonObject sideOf(const ConflictInfo &conflict, bool ours)
{
    QJsonObject out;
    for (const ConflictField &field : conflict.fields)
        out.insert(field.key, ours ? field.ours : field.theirs);
    return out;
}

// What a field is called; a key that is not known here stands for itself.
QString fieldName(const QString &key)
{
    static const QHash<QString, const char *> names{
        {k("name"), QT_TRANSLATE_NOOP("Commands", "Name")},
        {k("folder"), QT_TRANSLATE_NOOP("Commands", "Folder")},
        {k("state"), QT_TRANSLATE_NOOP("Commands", "State")},
        {k("content"), QT_TRANSLATE_NOOP("Commands", "Content")},
        {k("note"), QT_TRANSLATE_NOOP("Commands", "Note")},
        {k("labels"), QT_TRANSLATE_NOOP("Commands", "Labels")},
        {k("favourite"), QT_TRANSLATE_NOOP("Commands", "Favourite")},
        {k("document_type"), QT_TRANSLATE_NOOP("Commands", "Document type")},
        {k("expires_on"), QT_TRANSLATE_NOOP("Commands", "Expires on")}};
    const char *name = names.value(key, nullptr);
    return name ? QCoreApplication::translate("Commands", name) : key;
}

class ListConflicts final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QList<ConflictInfo> open = documents().conflicts().open();
        const bool known = std::all_of(open.begin(), open.end(), [](const ConflictInfo &one) { return !one.theirsBy.isEmpty(); });
        if (known || !environment().session.account().loggedIn) {
            tell();
            return;
        }
        // Which computer it was, the operator knows; without it, the rest is told.
        soon(this, environment().session.devices(), [this](const Result<QList<DeviceInfo>> &) { tell(); });
    }

private:
    // Why two folders are asked about may be that one of them went to the trash.
    QString shown(const QString &key, const QString &value) const
    {
        if (key == QLatin1String("state"))
            return value == QLatin1String("active")    ? QCoreApplication::translate("Commands", "in the folder")
                   : value == QLatin1String("trashed") ? QCoreApplication::translate("Commands", "in the trash")
                                                       : QCoreApplication::translate("Commands", "deleted for ever");
        if (key != QLatin1String("folder") || value.isEmpty() || value == QLatin1String("/") || documents().byPath(value))
            return value;
        return QCoreApplication::translate("Commands", "%1 (in the trash, or gone)").arg(value);
    }

    void tell()
    {
        QJsonArray items;
        QString text;
        for (const ConflictInfo &conflict : documents().conflicts().open()) {
            items += QJsonObject{{k("id"), conflict.id.text()},
                                 {k("name"), conflict.name},
                                 {k("state"), itemStatusName(ItemStatus::Conflict)},
                                 {k("item"), conflict.item.text()},
                                 {k("path"), conflict.path},
                                 {k("about"), conflictAboutName(conflict.about)},
                                 {k("ours"), sideOf(conflict, true)},
                                 {k("theirs"), sideOf(conflict, false)},
                                 {k("ours_version"), conflict.oursVersion.text()},
                                 {k("theirs_version"), conflict.theirsVersion.text()},
                                 {k("ours_device"), conflict.oursDevice},
                                 {k("theirs_by"), conflict.theirsBy},
                                 {k("theirs_at"), utcText(conflict.theirsUtc)},
                                 {k("noticed"), utcText(conflict.oursUtc)}};
            text += conflict.id.text() + QStringLiteral("  ") + conflict.path + u'\n';
            for (const ConflictField &field : conflict.fields) {
                if (field.key == QLatin1String("content")) {
                    text += QStringLiteral("    ") + fieldName(field.key) + QStringLiteral(": ")
                        + QCoreApplication::translate("Commands", "two versions, both kept: versions %1").arg(conflict.item.text()) + u'\n';
                    continue;
                }
                text += QStringLiteral("    ") + fieldName(field.key) + QStringLiteral(": ")
                    + QCoreApplication::translate("Commands", "here \"%1\", at the operator \"%2\"")
                            .arg(shown(field.key, field.ours), shown(field.key, field.theirs)) + u'\n';
            }
            if (conflict.fields.isEmpty())
                text += QStringLiteral("    ")
                    + QCoreApplication::translate("Commands", "Both are the same by now: close it with: carriel-cli resolve %1 theirs").arg(conflict.id.text()) + u'\n';
            // Only the person's own computers write in the folder, and the operator names them.
            const QString person = onOneLine(session().account().holderName);
            QString who = QCoreApplication::translate("Commands", "another computer");
            if (!conflict.theirsBy.isEmpty()) {
                who += QStringLiteral(" (") + onOneLine(conflict.theirsBy) + u')';
                if (!person.isEmpty())
                    who.prepend(QString(person + QStringLiteral(", ")));
            }
            QString here = QCoreApplication::translate("Commands", "this computer");
            if (!conflict.oursDevice.isEmpty())
                here += QStringLiteral(" (") + onOneLine(conflict.oursDevice) + u')';
            if (!person.isEmpty())
                here.prepend(QString(person + QStringLiteral(", ")));
            text += QStringLiteral("    ") +
                    QCoreApplication::translate("Commands", "Yours: %1, %2").arg(here, text::dateTime(conflict.oursUtc)) +
                    u'\n';
            text += QStringLiteral("    ")
                + QCoreApplication::translate("Commands", "Theirs: %1, %2").arg(who, text::dateTime(conflict.theirsUtc)) + u'\n';
        }
        if (items.isEmpty())
            text = QCoreApplication::translate("Commands", "There is no conflict.") + u'\n';
        then(documents().conflicts().noteShown(documents().conflicts().open()), [this, items, text](const Outcome &) { listed(items, text); });
    }
};

class Resolve final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        QString wanted = invocation().words.at(0);
        while (wanted.size() > 1 && wanted.endsWith(u'/')) // as ls writes a folder
            wanted.chop(1);
        const QHash<ConflictId, QString> shown = documents().conflicts().shownLast();
        QList<ConflictInfo> ids;
        for (ConflictInfo &conflict : documents().conflicts().open()) {
            if (wanted == QLatin1String("all") || conflict.id.text() == wanted || conflict.item.text() == wanted || conflict.path == wanted) {
                conflict.seen = shown.value(conflict.id, conflict.seen); // what the person has seen is what is answered
                ids.append(conflict);
                m_items.append(conflict.item);
            }
        }
        if (ids.isEmpty() && wanted == QLatin1String("all")) {
            note(QCoreApplication::translate("Commands", "There is nothing to decide."));
            listed({}, {});
            return;
        }
        if (ids.isEmpty() && (documents().byPath(wanted) || documents().details(ItemId(wanted)))) {
            note(QCoreApplication::translate("Commands", "There is nothing to decide about “%1”.").arg(wanted));
            listed({}, {});
            return;
        }
        if (ids.isEmpty()) {
            fail(Error{errors::unknownId, {{k("what"), onOneLine(wanted)}, {k("list"), k("conflicts")}}, {}});
            return;
        }
        // What the other side is by now comes first: nobody answers what he has not seen.
        sendThen([this, ids](const std::optional<Error> &hindrance) {
            then(documents().conflicts().resolve(ids, *resolutionFrom(invocation().words.at(1))), [this, hindrance](const Outcome &resolved) {
                if (!resolved.ok())
                    return fail(resolved.error());
                if (hindrance) { // it was asked a moment ago
                    noteWaits(hindrance);
                    return answer();
                }
                sendThen([this](const std::optional<Error> &later) {
                    if (later)
                        noteWaits(later);
                    answer();
                });
            });
        });
    }

private:
    void answer()
    {
        QJsonArray items;
        QString text;
        for (const ItemId &id : std::as_const(m_items)) {
            if (const auto details = documents().details(id)) {
                items += itemJson(details->row, details->path);
                text += details->path + u'\n';
            }
        }
        if (m_items.size() == 1 && items.size() == 1)
            done(items.first().toObject(), text);
        else
            listed(items, text);
    }

    QList<ItemId> m_items;
};

} // namespace

std::unique_ptr<Command> makeVersionCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("versions"))
        return std::make_unique<ListVersions>(environment, invocation);
    if (invocation.command == QLatin1String("conflicts"))
        return std::make_unique<ListConflicts>(environment, invocation);
    if (invocation.command == QLatin1String("resolve"))
        return std::make_unique<Resolve>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
