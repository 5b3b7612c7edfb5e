// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the use cases hand to a front end. Plain values; nothing here knows a screen, a database or a socket.
#pragma once

#include "core/base/Error.h"
#include "core/domain/Item.h"
#include "core/domain/PersonId.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QUrl>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace carriel {

// ---- documents ---------------------------------------------------------------------------------------------------------

// How an item stands between this computer and the operator. The names are those of the command line's contract.
enum class ItemStatus {
    Synced, Pending, Uploading, Downloading, OnlineOnly, Conflict, Error, MissingOnServer, Trashed, LocalOnly
};
QString itemStatusName(ItemStatus status); // "synced", "online_only", … ; stable

struct DocumentRow {
    ItemId id;
    ItemType type = ItemType::Document;
    ItemId parent;
    QString name;
    qint64 size = 0;         // bytes; 0 for a folder
    QString mediaType;
    QDateTime modifiedUtc;
    QStringList labels;
    bool favourite = false;
    bool official = false;
    QString issuerName;
    QString documentType;
    QDate expires;
    bool here = false;       // its bytes are on this computer
    ItemStatus status = ItemStatus::Pending;
    QString signatures; // what they are worth, a name of Verification.h; "none": there are none; empty: not looked at
};

struct DocumentDetails {
    DocumentRow row;
    QString path;            // "Salud/2024/examen.pdf"
    ItemMeta meta;
    ServerFacts facts;
    Custody custody = Custody::Open;
    VersionId head;
    QByteArray sha256;       // 32 raw bytes; empty for a folder
    int versions = 0;
    bool pinned = false;
    QString problem;         // error code of what keeps it from being synced; empty if nothing does
    QString problemText;     // the operator's own words, may be empty
};

enum class SortBy { Name, Modified, Size, Type };

struct DocumentQuery {
    // Either the content of a folder, or with `everywhere` all documents.
    ItemId folder = rootItem();
    bool everywhere = false;
    ItemState state = ItemState::Active;
    QString text;             // words, prefix search, accents folded; implies everywhere
    QStringList labels;       // all of them
    std::optional<bool> favourite;
    std::optional<bool> official;
    QString mediaPrefix;      // "image/", "application/pdf"
    QDate expiresUntil;
    SortBy sortBy = SortBy::Name;
    Qt::SortOrder order = Qt::AscendingOrder;
};

struct SavedSearch {
    QString id;
    QString name;
    DocumentQuery query;
};

struct FolderNode {
    ItemId id;
    ItemId parent;
    QString name;
};

// ---- adding -----------------------------------------------------------------------------------------------------------

struct AddRequest {
    QString path;             // of a file on this computer
    ItemId folder = rootItem();
    QString name;             // empty: the file's own
    OriginMedium medium = OriginMedium::Electronic;
};

struct AddedDocument {
    QString path;             // as asked
    ItemId id;
    QString name;             // as stored
    QString originalName;     // not empty: the name had to change, and this was it
    qint64 size = 0;
    QByteArray sha256;
    std::optional<Error> error; // this one was not added; the others were
    QString sameAs =
        {}; // path of another document with the very same bytes; told of a few files only, not of a whole import
    ItemId sameAsId = {};
};

// Called in the caller's thread, at most some ten times a second. Answer false to cancel.
struct Progress {
    qint64 done = 0;
    qint64 total = 0;         // 0: not known
    QString what;             // a file name
};
using ProgressFn = std::function<void(const Progress &)>;

// Asks a running task to stop at the next safe place; what is finished stays.
class CancelToken
{
public:
    CancelToken();
    void cancel() const;
    bool isCancelled() const;

private:
    std::shared_ptr<std::atomic_bool> m_flag;
};

// ---- account ------------------------------------------------------------------------------------------------------------

struct OperatorInfo {
    QUrl url;                 // where discovery was read
    QString name;
    QUrl issuer;              // the identity provider it trusts
};

struct Terms {
    QString id;
    QString version;
    QString text;
    QByteArray sha256;
};

struct Account {
    bool connected = false;   // an operator is set up
    bool loggedIn = false;
    bool loggedOut = false;   // by the person, or never in: nobody asks for a login, there is just none
    OperatorInfo op;
    PersonId holder;
    QString holderName;
    FolderId folder;
    QString assuranceLevel;   // acr of the last login
    DeviceId device;
    QString deviceName;
    bool sealsGone = false; // the operator sealed notifications and no longer says that it does: an alarm
    bool removed = false; // the operator removed this computer from the folder; a login makes it a new one
};

struct DeviceInfo {
    DeviceId id;
    QString name;
    QDateTime registeredUtc;
    QDateTime revokedUtc;     // invalid: in force
    bool thisOne = false;
};

// ---- status ---------------------------------------------------------------------------------------------------------------

enum class SyncPhase { Offline, NotConnected, Syncing, UpToDate, Waiting, NeedsLogin, Problem };

struct SyncProblem {
    ItemId item;
    QString itemName;
    Error error;
    QString userMessage;      // the operator's own words, may be empty
    QDateTime nextTryUtc;     // invalid: not by itself
};

struct TransferInfo {
    BlobId id;
    ItemId item;
    QString name;
    bool up = true;
    qint64 done = 0;          // bytes
    qint64 size = 0;
    bool paused = false;      // by the person
    bool moving = false;      // under way now; otherwise it waits for its turn
};

struct SyncStatus {
    SyncPhase phase = SyncPhase::NotConnected;
    int pending = 0;          // changes of this person not yet at the operator
    int waiting = 0;          // … that wait for the person
    int failed = 0;
    int conflicts = 0;
    qint64 bytesLeft = 0;     // both ways
    QDateTime lastContactUtc;
    QDateTime silentSinceUtc; // the operator was asked, and has said nothing since; invalid: it answers
    QDateTime nextTryUtc;
    QList<SyncProblem> problems;
    QList<TransferInfo> transfers;
    bool loggedOut = false;   // see Account
    bool removed = false;     // likewise
    int toIndex = 0;          // documents whose text cannot be searched yet
};

// ---- opening and closing the vault -------------------------------------------------------------------------------------------

enum class VaultState {
    None,            // nothing here yet
    Locked,
    Unlocked,
    InUse,           // another process has it open
    Newer,           // written by a newer Carriel; untouched
    Foreign,         // a file that is not a vault stands in its place
    Damaged
};

// What was saved of a damaged vault.
struct SalvageCount {
    bool readable = false;    // false: nothing of it could be read
    int items = 0;
    int documentsWhole = 0;   // whose content is here
    int operations = 0;       // changes that wait to be sent
    int ownBytesLost = 0;     // documents that were only here, and are not whole any more
};

struct UnlockWays {
    bool keyStore = false;    // the key lies in the system's key store (may need its password first)
    bool passphrase = false;
    bool recoveryCode = false;
    // Why the key store cannot be asked now: "", "locked", "no_service", "no_bus", "no_library", "missing_entry".
    QString keyStoreProblem;
};

} // namespace carriel
