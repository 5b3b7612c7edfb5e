// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An open conflict follows what the operator has: what "theirs" is by now, and whose. Where both have come to want the
// same nobody is asked any more.
#include "core/sync/Apply.h"
#include "core/sync/Held.h"

#include <QJsonDocument>

namespace carriel::sync {

namespace {

QString textOf(ItemState state)
{
    return state == ItemState::Active    ? QStringLiteral("active")
           : state == ItemState::Trashed ? QStringLiteral("trashed")
                                         : QStringLiteral("removed");
}

QJsonValue valueOf(const ItemFields &fields, const QString &key)
{
    return key == QLatin1String("name")      ? QJsonValue(fields.name)
           : key == QLatin1String("parent")  ? QJsonValue(fields.parent.text())
           : key == QLatin1String("state")   ? QJsonValue(textOf(fields.state))
           : key == QLatin1String("version") ? QJsonValue(fields.version.text())
           : key == QLatin1String("meta")    ? QJsonValue(fields.meta.fields())
                                             : fields.meta.fields().value(key);
}

bool isFollowed(const ConflictRow &row)
{
    return row.kind != ConflictKind::Removal && row.kind != ConflictKind::Fixity;
}

Result<QByteArray> contentOf(Reader &reader, const QString &version)
{
    CARRIEL_TRY(const auto row, reader.version(VersionId(version)));
    CARRIEL_TRY(const auto blob, row ? reader.blob(row->blob) : Result<std::optional<BlobRow>>(std::nullopt));
    return blob ? blob->sha256 : QByteArray();
}

// The bytes that the operator had lost are its head again, under another name: another computer had them.
Result<bool> isSentAgain(Reader &reader, const ConflictRow &alarm, const RemoteHead &head)
{
    const QJsonObject theirs = QJsonDocument::fromJson(alarm.theirs).object();
    CARRIEL_TRY(const auto lost, reader.blob(BlobId(theirs.value(QStringLiteral("blob")).toString())));
    return lost && lost->sha256 == head.sha256 && lost->remoteId != head.blob;
}

} // namespace

Outcome Apply::followConflicts(const ItemId &item, const RemoteItem &news, const QList<OpRow> &live)
{
    if (!m_conflicts.value_or(true) || std::any_of(live.begin(), live.end(), isHeld))
        return {}; // what is held waits for the person's word, not for this
    CARRIEL_TRY(const QList<ConflictRow> open, m_tx.writer.openConflicts());
    m_conflicts = !open.isEmpty();
    for (ConflictRow row : open) {
        if (row.item == item && row.kind == ConflictKind::Fixity && news.head) {
            CARRIEL_TRY(const bool again, isSentAgain(m_tx.writer, row, *news.head));
            if (again) {
                row.resolution = QStringLiteral("sent_again");
                CARRIEL_CHECK(m_tx.writer.putConflict(row));
                m_tx.items.insert(item);
            }
        }
        if (row.item != item || !isFollowed(row))
            continue;
        const QJsonObject ours = QJsonDocument::fromJson(row.ours).object();
        QJsonObject before = QJsonDocument::fromJson(row.theirs).object();
        before.remove(causedByKey());
        QStringList keys = ours.keys() + before.keys();
        keys.removeDuplicates();
        QJsonObject now;
        bool moved = false, agree = true;
        for (const QString &key : std::as_const(keys)) {
            const QJsonValue value = valueOf(news.fields, key);
            moved |= before.contains(key) && before.value(key) != value;
            agree &= ours.value(key) == value;
            if (before.contains(key) && !value.isUndefined())
                now.insert(key, value);
        }
        if (row.kind == ConflictKind::Content && news.head) {
            CARRIEL_TRY(const QByteArray content, contentOf(m_tx.writer, ours.value(QStringLiteral("version")).toString()));
            agree = content == news.head->sha256;
        }
        if (!agree && !moved)
            continue;
        if (agree)
            row.resolution = QStringLiteral("agreed");
        else if (!news.causedBy.isEmpty())
            now.insert(causedByKey(), news.causedBy.text());
        if (!agree)
            row.theirs = QJsonDocument(now).toJson(QJsonDocument::Compact);
        CARRIEL_CHECK(m_tx.writer.putConflict(row));
        m_tx.items.insert(item);
    }
    return {};
}

} // namespace carriel::sync
