// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in this folder on this computer, newest first, in plain values; words are the window's. Made by
// Documents. Whether the record is as it was written is proven by its chains (core/evidence/activity). Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QHash>
#include <functional>

namespace carriel {

struct VaultAccess;

struct ActivityRecord
{
    QString kind;      // "document.added", "item.renamed", "item.trashed", "conflict.resolved" …
    QDateTime whenUtc; // this computer's clock
    ItemId item;
    QString name;        // as it was called then
    QString before;      // of a renaming or move; of a verdict, what it was
    QString with;        // to whom, by whose name
    QString sent;        // of what an entity sent: "notification", "communication", "alert"; empty: not known
    QString procedure;   // of an entity's act: its id; empty: not known
    QString verdict;     // of a document whose signatures were looked at again
    bool erased = false; // its detail was erased at the person's wish
    QString log;         // whose chain it stands in, and where
    qint64 seq = 0;
    bool anchored = false; // of search(): a head that the operator signed covers it
    QList<ItemId> about;   // of search(): the documents of a contribution that the operator tells of

    // After joined(): what the operator wrote of the same act, and where.
    QDateTime confirmedUtc;
    QString confirmedLog;
    qint64 confirmedSeq = 0;
};

// An act of the person and the operator's word about it, which stand in two logs, as one: newest first, as search() answers. What has no
// counterpart among them stays as it is. Pure.
QList<ActivityRecord> joined(QList<ActivityRecord> records);
QString ownKindOf(const QString &operatorKind); // what this computer writes of the same act; empty: nothing

// What to look for; empty: everything.
struct ActivityQuery
{
    QDateTime since, until; // UTC; until is not part of it
    QStringList kinds;      // any of them: "document.added", or the beginning up to a dot: "document."
    std::function<bool(const ActivityRecord &)> fits; // in the engine's thread; empty: every one
};

struct ActivityFault
{
    QString log;    // or "checkpoints", or the name of a file of an export
    qint64 seq = 0; // of a file: the line, 0: all of it
    QString reason; // core/evidence/activity/LogCheck.h; of files: core/services/ActivityFiles.h
};

// One log, as far as it was looked at.
struct ActivitySpan
{
    QString folder; // of files: where it lies
    QString log;
    qint64 records = 0, anchored = 0, erased = 0;
    QDateTime firstUtc, lastUtc; // as its first and last record say
};

struct ActivityProof
{
    qint64 records = 0;
    qint64 anchored = 0; // how many of them stand before what the operator signed
    qint64 behind = 0;   // how many more the operator says that it has; of the vault
    QList<ActivityFault> faults;
    QList<ActivitySpan> logs;
    QList<ActivitySpan> elsewhere; // that the operator signed last and that are not here: log and records
    QStringList signers; // of files: thumbprints of the keys that signed what anchors them
    bool vouched = true; // of files: somebody here knows all of those keys
    bool sealed = true;  // of files: the computer that wrote them out signed them, and the operator knows it
};

// How often something was done in a month.
struct ActivityCount
{
    QDate month; // its first day, by this computer's calendar
    QHash<QString, int> kinds;
};

class Activity
{
public:
    explicit Activity(VaultAccess &access) : m_access(access) {}
    QList<ActivityRecord> records(int most, int skip = 0) const;
    QList<ActivityRecord> of(const ItemId &item, int most) const;
    QList<ActivityRecord> found(const ActivityQuery &query, int most) const; // newest first
    // The same with what is anchored, of a long record, while the window goes on.
    QFuture<Result<QList<ActivityRecord>>> search(const ActivityQuery &query, int most);
    QFuture<Result<QList<ActivityCount>>> count(const ActivityQuery &query); // oldest first
    // One act that changes nothing: opened, printed. The record is committed when it answers.
    QFuture<Outcome> tell(const QString &kind, const ItemId &item);
    // The same about what is no document of the folder: its id, its name, and whose it is.
    QFuture<Outcome> tell(const QString &kind, const QString &subject, const QString &name, const QString &with);

    // Why the operator's record is not believed any more: "missing", "altered", "forked", "key" …; empty: it is. The
    // account's change tells that it may be another.
    QString alarm() const;
    // When the person took note of it; invalid: nobody has. It stands all the same, but is not called out any more.
    QDateTime alarmNotedUtc() const;
    QFuture<Outcome> noteAlarm();
    QFuture<Result<ActivityProof>> verify();
    // Of what exportTo() wrote, without a vault. Several, of several computers of one person: also whether the operator
    // showed them the same history. `trust`: the operator's keys as the verifier knows them (addTrust()); without,
    // nobody vouches for those in the folder. fileRead, badInput.
    static Result<ActivityProof> verifyFolders(const QStringList &folders, const QStringList &trust = {});
    // Into a folder, which is made if it is not there: activity.jsonl (records byte for byte), details.jsonl,
    // checkpoints.jsonl and keys/ (what anchors them), and activity.csv for people, which proves nothing. Writes over
    // what is there. fileWrite.
    QFuture<Outcome> exportTo(const QString &folder);

private:
    VaultAccess &m_access;
};

} // namespace carriel
