// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of notifications and the search in those that are open. Looking has no effect.
#include "core/evidence/records/Directory.h"
#include "core/services/Notifications.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/MailValues.h"

namespace carriel {

namespace {

std::optional<QDate> lastDayIfOpened(const vault::NotificationRow &row, const QDateTime &now)
{
    const auto envelope = mail::readEnvelope(row.json);
    const auto seal = envelope ? evidence::readSeal(envelope.value().seal) : Result<evidence::Seal>(envelope.error());
    const auto term = seal ? mail::termOf(seal.value(), envelope.value(), now) : std::nullopt;
    return term ? term->lastDay : std::nullopt;
}

// What was read of each row: a list is asked for by several pages at every change, and hardly a row is different.
struct Known
{
    vault::NotificationRow row;
    QDate today; // lastDayIfToday is of this day
    std::optional<NotificationEntry> entry;
    bool isOf(const vault::NotificationRow &other, QDate day) const
    {
        return today == day && row.rev == other.rev && row.state == other.state && row.verdict == other.verdict &&
               row.opening == other.opening && row.cipherHere == other.cipherHere && row.findings == other.findings &&
               row.reason == other.reason && row.receivedUtc == other.receivedUtc &&
               row.granted.days == other.granted.days && row.granted.calendarDays == other.granted.calendarDays &&
               row.json == other.json;
    }
};
using Kept = QHash<QString, Known>;

} // namespace

// Who an identity belongs to says the signed directory; the operator's other words are nobody's.
void Notifications::nameAsListed(NotificationEntry &entry) const
{
    vault::NotificationStore store(m_access.reader->database());
    if (const QByteArray digest = store.directoryDigest().valueOr({}); digest != m_directory) {
        const QByteArray jws = store.directory().valueOr({});
        m_directory = digest;
        m_names.clear();
        const evidence::Directory directory = evidence::readDirectory(jws).valueOr({});
        for (auto one = directory.entities.begin(); one != directory.entities.end(); ++one)
            m_names.insert(one.key(), one.value().value(QLatin1String("name")).toString());
    }
    if (const QString name = m_names.value(entry.entityId); !name.isEmpty())
        entry.entityName = name;
}

QList<NotificationEntry> Notifications::list() const
{
    QList<NotificationEntry> out;
    if (!m_access.reader)
        return out;
    const auto rows = vault::NotificationStore(m_access.reader->database()).all();
    const QDateTime now = m_access.host->clock().nowUtc();
    const QDate today = now.date(); // in UTC: at its end, at the latest, it is counted anew
    auto before = std::static_pointer_cast<Kept>(m_access.kept);
    auto kept = std::make_shared<Kept>();
    for (const vault::NotificationRow &row : rows.valueOr({})) {
        const auto known = before ? before->constFind(row.id) : Kept::const_iterator();
        if (before && known != before->cend() && known->isOf(row, today)) {
            kept->insert(row.id, *known);
        } else {
            auto entry = mail::entryOf(row);
            if (entry && entry->canBeOpened() && !entry->lastDay)
                entry->lastDayIfToday = lastDayIfOpened(row, now);
            kept->insert(row.id, Known{row, today, std::move(entry)});
        }
        auto entry = kept->value(row.id).entry;
        if (!entry)
            continue;
        nameAsListed(*entry);
        out.append(*entry);
    }
    m_access.kept = std::move(kept);
    return out;
}

QList<NotificationEntry> Notifications::search(const QString &word) const
{
    QList<NotificationEntry> out;
    if (!m_access.reader || word.isEmpty())
        return out;
    const QStringList found = vault::NotificationStore(m_access.reader->database()).search(word).valueOr({});
    for (const NotificationEntry &entry : list()) {
        if (found.contains(entry.id))
            out.append(entry);
    }
    return out;
}

} // namespace carriel
