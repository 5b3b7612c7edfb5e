// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// ls, search: what is there.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/MomentColumn.h"
#include "app/commands/SetAside.h"
#include "core/services/Guard.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/SealedDocuments.h"
#include "core/services/Versions.h"
#include "ui/text/Format.h"
#include "ui/text/MatchWords.h"
#include "ui/text/StatusWords.h"

#include <QTimer>

namespace carriel::commands {
namespace {

QString sealedWord(bool sealed)
{
    return sealed ? QStringLiteral("  ") + QCoreApplication::translate("Commands", "(sealed)") : QString();
}

QString nameOf(const DocumentRow &row, const QSet<ItemId> &sealed)
{
    return (row.type == ItemType::Folder ? QString(row.name + u'/') : row.name) + sealedWord(sealed.contains(row.id));
}

// A day in the trash is counted from when the operator heard of it. Invalid: nothing is deleted by itself, or not
// counted yet.
QDate purgedOn(const Documents &documents, const DocumentRow &row)
{
    const qint64 days = documents.guard().trashSeconds() / (24 * 60 * 60);
    const auto details = documents.details(row.id);
    return days > 0 && details && details->facts.trashedUtc.isValid()
               ? details->facts.trashedUtc.toLocalTime().date().addDays(days)
               : QDate();
}

QString folderWords(const Documents &documents, const DocumentRow &row)
{
    const QString path = pathOf(documents, row.parent);
    return QCoreApplication::translate("Commands", "was in: %1").arg(path.isEmpty() ? QStringLiteral("/") : path);
}

// `ids`: with what `label`, `restore` and `purge` ask for.
QString listLine(const DocumentRow &row, const QString &shown, bool ids)
{
    const bool folder = row.type == ItemType::Folder;
    QString line = (ids ? QString(row.id.text() + QStringLiteral("  ")) : QString()) + (folder ? QString() : text::size(row.size)).rightJustified(10) + QStringLiteral("  ") +
                   moment(text::dateTime(row.modifiedUtc)) + QStringLiteral("  ") +
                   text::shortWords(row.status).leftJustified(14) + QStringLiteral("  ") + shown;
    if (!row.labels.isEmpty())
        line += QStringLiteral("  [") + row.labels.join(QStringLiteral(", ")) + u']';
    return line + u'\n';
}

class List final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString path = invocation().words.value(0);
        const bool root = path.isEmpty() || path == QLatin1String("/") || path == QLatin1String(".");
        DocumentQuery query;
        QString prefix;
        if (invocation().has(QStringLiteral("trash"))) {
            query.state = ItemState::Trashed;
            query.everywhere = true;
        } else if (!root) {
            const auto found = item(path);
            if (!found.ok()) {
                fail(found.error());
                return;
            }
            const QString full = pathOf(documents(), found.value().id);
            if (found.value().type != ItemType::Folder) {
                const auto original = documents().versions().originalNames({found.value().id});
                m_sealed = SealedDocuments::of(documents()).among({found.value().id});
                listed({object(found.value(), full, original)}, listLine(found.value(), nameOf(found.value(), m_sealed), withIds()));
                return;
            }
            query.folder = found.value().id;
            prefix = full + u'/';
        }
        QJsonArray items;
        QString text;
        const QList<ItemId> ids = documents().ids(query);
        m_sealed = SealedDocuments::of(documents()).among(ids);
        const auto original = json() ? documents().versions().originalNames(ids) : QHash<ItemId, QString>();
        for (const DocumentRow &row : documents().rows(ids)) {
            if (query.state == ItemState::Trashed) {
                addTrashed(row, original, items, text);
                continue;
            }
            items += object(row, prefix + row.name, original);
            if (!json())
                text += listLine(row, nameOf(row, m_sealed), withIds());
        }
        if (const QString aside = setAsideWords(session().dir(), session().account()); root && items.isEmpty() && !aside.isEmpty())
            note(aside); // empty, but not because there was nothing
        listed(items, text);
    }

private:
    bool withIds() const { return invocation().has(QStringLiteral("ids")); }

    QJsonObject object(const DocumentRow &row, const QString &path, const QHash<ItemId, QString> &original) const
    {
        QJsonObject out = itemJson(row, path);
        out.insert(QStringLiteral("sealed"), m_sealed.contains(row.id));
        const auto name = original.constFind(row.id);
        out.insert(QStringLiteral("original_name"), name == original.constEnd() ? QJsonValue() : QJsonValue(*name));
        return out;
    }

    // In the trash two may have one name; where it was tells them apart, and how long it still lies there counts.
    void addTrashed(const DocumentRow &row, const QHash<ItemId, QString> &original, QJsonArray &items, QString &text)
    {
        const QDate purged = purgedOn(documents(), row);
        QJsonObject one = object(row, row.name, original);
        one.insert(QStringLiteral("folder"), pathOf(documents(), row.parent));
        one.insert(QStringLiteral("deleted_on"),
                   purged.isValid() ? QJsonValue(purged.toString(Qt::ISODate)) : QJsonValue());
        items += one;
        if (json())
            return;
        const QDate today = QDate::currentDate();
        const QString when = purged.isValid() ? QCoreApplication::translate("Commands", "deleted for ever: %1")
                                                    .arg(text::daysAway(qMax(purged, today), today))
                                              : QCoreApplication::translate("Commands", "deleted only by you");
        text += listLine(row, QString(nameOf(row, m_sealed) + QStringLiteral("  (") + folderWords(documents(), row) + QStringLiteral("; ") +
                                      when + u')'),
                         true);
    }

    QSet<ItemId> m_sealed; // of those that are listed
};

class Search final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // Without a window nothing reads words in the background, so they are read before the answer. The first time
        // that may take a while, and says so.
        connect(&m_reading, &QTimer::timeout, this, aloud([this] {
            m_reading.setInterval(saidEvery);
            if (const int left = session().status().toIndex; left > 0)
                note(QCoreApplication::translate("Commands", "The words of %n document(s) are being read, so that they can be found…", nullptr, left));
        }));
        m_reading.start(saidFirst);
        then(session().indexAll(), [this](const Outcome &) { answer(); });
    }

private:
    static constexpr std::chrono::seconds saidFirst{2}, saidEvery{10};

    void answer()
    {
        m_reading.stop();
        DocumentQuery query;
        query.text = invocation().words.join(u' ');
        query.everywhere = true;
        QJsonArray items;
        QString text;
        for (const DocumentRow &row : documents().rows(documents().ids(query))) {
            const auto details = documents().details(row.id);
            if (!details)
                continue; // gone in between
            const QString &path = details->path;
            const text::Matched matched = text::matchedIn(*details, query.text);
            const bool sealed = details->custody == Custody::Private;
            QJsonObject object = itemJson(row, path);
            object.insert(QStringLiteral("sealed"), sealed);
            object.insert(QStringLiteral("original_name"),
                          details->facts.originalName.isEmpty() ? QJsonValue() : QJsonValue(details->facts.originalName));
            object.insert(QStringLiteral("matched"), text::matchedName(matched));
            items += object;
            if (!json())
                text += listLine(
                    row,
                    QString(path + (row.type == ItemType::Folder ? QStringLiteral("/  (") : QStringLiteral("  (")) +
                            text::matchedWords(matched) + u')' + sealedWord(sealed)),
                    invocation().has(QStringLiteral("ids")));
        }
        if (items.isEmpty() && !documents().unread()) // what cannot be read may hold it
            note(QCoreApplication::translate("Commands", "Nothing found."));
        listed(items, text);
    }

    QTimer m_reading;
};

} // namespace

std::unique_ptr<Command> makeListCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("ls"))
        return std::make_unique<List>(environment, invocation);
    if (invocation.command == QLatin1String("search"))
        return std::make_unique<Search>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
