// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two computers changed the same thing. Nothing was lost: what was not taken is kept here until the person says which
// shall hold. Read again after Session::statusChanged or Documents::changed. Made by Documents. Thread: GUI. Errors:
// CAR-SVC-0xx, CAR-SYN-0xx.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QHash>

namespace carriel {

struct VaultAccess;

// Bytes: the operator does not give what it had confirmed. Mine sends ours again, theirs lets it be.
enum class ConflictAbout { Name, Folder, Facts, State, Content, Bytes };
QString conflictAboutName(ConflictAbout about); // "name", "folder", "facts", "state", "content", "bytes"; stable

// One value both wanted. `key`: "name", "folder" (a path), "state" (active, trashed, removed), "content" (a name for
// the version), or a key of the meta data ("note", "expires_on" …). Texts as stored; empty: not set.
struct ConflictField
{
    QString key;
    QString ours;
    QString theirs;
};

struct ConflictInfo
{
    ConflictId id;
    ItemId item;
    ItemType type = ItemType::Document;
    QString name; // as it is called now
    QString path;
    ConflictAbout about = ConflictAbout::Facts;
    QList<ConflictField> fields;
    // Content: both can be opened with Versions::open().
    VersionId oursVersion;
    VersionId theirsVersion;
    QString oursDevice;  // this computer's name at the operator
    QString theirsBy;    // another computer or person, if the operator says who; else empty
    QDateTime oursUtc;   // when it was noticed here, this computer's clock
    QDateTime theirsUtc; // the operator's clock
    QString seen;        // names what is asked; another one when the other side has moved on
};

enum class Resolution { Both, Mine, Theirs };
QString resolutionName(Resolution resolution); // "both", "mine", "theirs"; stable
std::optional<Resolution> resolutionFrom(QStringView name);

class Conflicts
{
public:
    explicit Conflicts(VaultAccess &access) : m_access(access) {}

    QList<ConflictInfo> open() const; // oldest first
    QList<ConflictInfo> of(const ItemId &item) const;

    // Both: nothing is undone; of two contents theirs stays, and ours becomes a document of its own beside it.
    // Mine: what this computer wanted is asked of the operator again. Theirs: what the operator has stays.
    // All three keep every content in the history.
    // What has become another question since it was shown (`seen`) is not answered, and nothing is: CAR-SVC-071.
    QFuture<Outcome> resolve(QList<ConflictInfo> shown, Resolution how);

    // What was shown last, for who answers it in another process: `seen` by id.
    QFuture<Outcome> noteShown(QList<ConflictInfo> shown);
    QHash<ConflictId, QString> shownLast() const;

private:
    VaultAccess &m_access;
};

} // namespace carriel
