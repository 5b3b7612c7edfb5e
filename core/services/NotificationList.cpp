// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of notifications and the search in those that are open. Looking has no effect.
#include "core/evidence/records/Directory.h"
#include "core/services/Notifications.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/AskedDays.h"
#include "core/services/mail/MailValues.h"

namespace carriel {

namespace {

std::optional<TermInfo> termIfOpened(const vault::NotificationRow &row, const QDateTime &now)
{
    const auto envelope = mail::readEnvelope(row.json);
    const auto seal = envelope ? evidence::readSeal(envelope.value().seal) : Result<evidence::Seal>(envelope.error());
    return seal ? mail::termOf(seal.value(), envelope.value(), now) : std::nullopt;
}

constexpr qsizetype fewChanged = 64; // more are read at once

// What was read of each row: a list is asked for by several pages at every change, and hardly a row is different.
struct Known
{
    vault::NotificationRow row; // as listed()
    QDate today;                // lastDayIfToday is of this day
    std::optional<NotificationEntry> entry;
    bool isOf(const vault::NotificationRow &other, QDate day) const
    {
        return today == day && row.rev == other.rev && row.state == other.state && row.verdict == other.verdict &&
               row.opening == other.opening && row.cipherHere == other.cipherHere && row.findings == other.findings &&
               row.reason == other.reason && row.receivedUtc == other.receivedUtc &&
               row.granted.days == other.granted.days && row.granted.calendarDays == other.granted.calendarDays &&
               row.granted.purpose == other.granted.purpose && row.granted.asked == other.granted.asked;
    }
};
using Kept = QHash<QString, Known>;

// Opened by an earlier version, which kept no days of the act beside it: they are read from the act, once in a session.
void readDays(VaultAccess &access, vault::NotificationStore &store, vault::NotificationRow &row)
{
    if (row.opening != vault::OpeningState::Verified || !row.granted.asked.isEmpty())
        return;
    const auto whole = access.seen(store.find(row.id));
    const auto envelope = mail::readEnvelope(row.json);
    const auto seal = envelope ? evidence::readSeal(envelope.value().seal) : Result<evidence::Seal>(envelope.error());
    if (!whole || !seal)
        return;
    if (const auto act = evidence::readVerified(whole->salt, access.seen(store.content(row.id)), seal.value()))
        row.granted = mail::grantedBy(act.value());
}

std::optional<NotificationEntry> entryOf(VaultAccess &access, vault::NotificationStore &store, vault::NotificationRow row,
                                         const QDateTime &now)
{
    readDays(access, store, row);
    auto entry = mail::entryOf(row);
    if (entry && entry->canBeOpened() && !entry->lastDay) {
        if (const auto term = termIfOpened(row, now)) {
            entry->lastDayIfToday = term->lastDay;
            entry->termFor = term->purpose;
        }
    }
    return entry;
}

// The entries of all that is listed; of what has changed alone the whole row is read.
void follow(VaultAccess &access, Kept &kept, vault::NotificationStore &store, const QList<vault::NotificationRow> &listed, const QDateTime &now)
{
    const QDate today = now.date(); // in UTC: at its end, at the latest, it is counted anew
    QHash<QString, vault::NotificationRow> changed;
    for (const vault::NotificationRow &row : listed) {
        const auto known = kept.constFind(row.id);
        if (known == kept.cend() || !known->isOf(row, today))
            changed.insert(row.id, row);
    }
    const auto take = [&](vault::NotificationRow row) {
        const auto seen = changed.constFind(row.id);
        if (seen == changed.cend())
            return;
        const QString id = row.id;
        auto entry = entryOf(access, store, row, now);
        row.json.clear();
        kept.insert(id, Known{std::move(row), today, std::move(entry)});
    };
    if (changed.size() > fewChanged) {
        for (vault::NotificationRow &row : access.seen(store.all()))
            take(std::move(row));
        return;
    }
    for (auto one = changed.cbegin(); one != changed.cend(); ++one) {
        if (auto row = access.seen(store.brief(one.key())))
            take(std::move(*row));
    }
}

// Two names that a person takes for one: without marks, cases, points and spaces.
QString folded(const QString &name)
{
    QString out;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber())
            out.append(c.toCaseFolded());
    }
    return out;
}

// Which of the names, as people take them, are of more than one entity.
class Owners
{
public:
    explicit Owners(const QHash<QString, QString> &listed) // entity, its name
    {
        for (auto one = listed.cbegin(); one != listed.cend(); ++one)
            add(one.key(), one.value());
    }
    void add(const QString &entity, const QString &name)
    {
        auto &whose = m_of[fold(name)];
        if (whose.isEmpty())
            whose = entity;
        else if (whose != entity)
            whose = several;
    }
    bool isShared(const QString &name) { return m_of.value(fold(name)) == several; }

private:
    inline static const QString several = QStringLiteral("*");
    QString fold(const QString &name)
    {
        const auto known = m_folded.constFind(name);
        return known != m_folded.cend() ? *known : *m_folded.insert(name, folded(name));
    }
    QHash<QString, QString> m_of, m_folded;
};

} // namespace

// Who an identity belongs to says the signed directory; the operator's other words are nobody's.
void Notifications::readNames() const
{
    vault::NotificationStore store(m_access.reader->database());
    const QByteArray digest = m_access.seen(store.directoryDigest());
    if (digest == m_directory)
        return;
    const QByteArray jws = m_access.seen(store.directory());
    m_directory = digest;
    m_names.clear();
    const evidence::Directory directory = evidence::readDirectory(jws).valueOr({});
    for (auto one = directory.entities.begin(); one != directory.entities.end(); ++one)
        m_names.insert(one.key(), one.value().value(QLatin1String("name")).toString());
}

void Notifications::nameAsListed(NotificationEntry &entry) const
{
    readNames();
    if (const QString name = m_names.value(entry.entityId); !name.isEmpty())
        entry.entityName = name;
    Owners owners(m_names);
    owners.add(entry.entityId, entry.entityName);
    entry.namesake = owners.isShared(entry.entityName);
}

QList<NotificationEntry> Notifications::list() const
{
    QList<NotificationEntry> out;
    if (!m_access.reader)
        return out;
    vault::NotificationStore store(m_access.reader->database());
    const auto listed = m_access.seen(store.listed());
    if (!m_access.kept)
        m_access.kept = std::make_shared<Kept>();
    Kept &kept = *std::static_pointer_cast<Kept>(m_access.kept);
    follow(m_access, kept, store, listed, m_access.host->clock().nowUtc());
    readNames();
    Owners owners(m_names);
    out.reserve(listed.size());
    for (const vault::NotificationRow &row : listed) {
        const auto known = kept.constFind(row.id);
        if (known == kept.cend() || !known->entry)
            continue;
        NotificationEntry entry = *known->entry;
        if (const auto name = m_names.constFind(entry.entityId); name != m_names.cend() && !name->isEmpty())
            entry.entityName = *name;
        owners.add(entry.entityId, entry.entityName);
        out.append(std::move(entry));
    }
    for (NotificationEntry &entry : out)
        entry.namesake = owners.isShared(entry.entityName);
    return out;
}

QList<NotificationEntry> Notifications::search(const QString &word) const
{
    QList<NotificationEntry> out;
    if (!m_access.reader || word.isEmpty())
        return out;
    const QStringList found = m_access.seen(vault::NotificationStore(m_access.reader->database()).search(word));
    for (const NotificationEntry &entry : list()) {
        if (found.contains(entry.id))
            out.append(entry);
    }
    return out;
}

} // namespace carriel
