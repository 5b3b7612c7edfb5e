// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Database.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/vault/VaultErrors.h"
#include "core/vault/WholePages.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUrl>
#include <cerrno>
#include <sqlcipher/sqlite3.h>

namespace carriel::vault {

namespace {
int flagsOf(Access access)
{
    const int common = SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Access::ReadOnly:
        return common | SQLITE_OPEN_READONLY;
    case Access::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case Access::Create:
        break;
    }
    return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

bool looksLikePlainSqlite(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

bool isNoPlaceForTheLog(const Error &error)
{
    return error.code == errors::cannotOpen || error.code == errors::readOnly || error.code == errors::diskFull;
}
} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const SecretBytes &key, Access access)
{
    const QVariantMap params{{QStringLiteral("path"), path}};
    const QFileInfo info(path);
    if (access == Access::Create && info.exists())
        return Error{errors::vaultExists, params, {}};
    if (access != Access::Create && !info.exists())
        return Error{errors::noVault, params, {}};
    if (key.size() != 32)
        return Error{carriel::errors::internal, {}, QStringLiteral("a vault key has 32 bytes")};
    if (access != Access::Create && info.size() == 0)
        return Error{errors::damaged, params, QStringLiteral("empty file")};
    if (access != Access::Create && looksLikePlainSqlite(path))
        return Error{errors::notAVault, params, QStringLiteral("a plain SQLite file")};
    auto database = connect(path, path.toUtf8(), flagsOf(access), key, access);
    if (access != Access::ReadOnly || database.ok() || !isNoPlaceForTheLog(database.error()))
        return database;
    // Where the files of the log are not and cannot be made: with nothing in the log, the file alone is everything.
    if (QFileInfo(path + QLatin1String("-wal")).size() > 0)
        return database;
    const QByteArray uri = QUrl::fromLocalFile(info.absoluteFilePath()).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
    return connect(path, uri, flagsOf(access) | SQLITE_OPEN_URI, key, access);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &path, const QByteArray &name, int flags, const SecretBytes &key,
                                                    Access access)
{
    sqlite3 *handle = nullptr;
    const int status = sqlite3_open_v2(name.constData(), &handle, flags, wholePages());
    std::unique_ptr<Database> database(new Database(path, handle));
    if (status != SQLITE_OK)
        return database->errorFrom(status);
    // The log's two files stay, empty, when the last connection closes: then a full or read-only disk can still be read from.
    int keepLog = 1;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keepLog);
    CARRIEL_CHECK(database->setKey(key));
    CARRIEL_CHECK(database->configure(access));
    CARRIEL_CHECK(database->checkFirstPage(access));
    return database;
}

Database::~Database()
{
    if (m_doubt)
        undoDoubt();
    for (auto &[sql, slot] : m_statements)
        sqlite3_finalize(slot.handle);
    sqlite3_close_v2(m_handle);
}

Outcome Database::setKey(const SecretBytes &key)
{
    // x'…': the bytes are the key itself, not a passphrase to derive one from (256,000 rounds for nothing).
    SecretBytes spelled(2 + 64 + 1);
    auto *out = reinterpret_cast<char *>(spelled.data());
    const char digits[] = "0123456789abcdef";
    *out++ = 'x';
    *out++ = '\'';
    for (std::size_t i = 0; i < key.size(); ++i) {
        *out++ = digits[key.data()[i] >> 4];
        *out++ = digits[key.data()[i] & 15];
    }
    *out = '\'';
    const int status = sqlite3_key_v2(m_handle, "main", spelled.data(), int(spelled.size()));
    if (status != SQLITE_OK)
        return errorFrom(status);
    return {};
}

Outcome Database::configure(Access access)
{
    // The page size must be known before the first page can be read, because the cipher hides the header. 8192 with the index's
    // pgsz of 3990 (Schema.cpp) was the best pair measured. A log level may only be set after the key.
    CARRIEL_CHECK(exec("PRAGMA cipher_log_level=NONE; PRAGMA cipher_page_size=8192; PRAGMA temp_store=MEMORY;"
                       "PRAGMA trusted_schema=OFF; PRAGMA busy_timeout=10000"));
    // temp_store=MEMORY above is not a matter of speed: a big sort would otherwise write plain text into the temp folder.
    CARRIEL_CHECK(exec("PRAGMA cache_size=-16384; PRAGMA mmap_size=0; PRAGMA cell_size_check=ON"));
    if (access == Access::Create)
        CARRIEL_CHECK(exec("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA secure_delete=ON"));
    return {};
}

Outcome Database::checkFirstPage(Access access)
{
    const QVariantMap params{{QStringLiteral("path"), m_path}};
    static_assert(applicationId == 1130451532);
    if (access == Access::Create)
        CARRIEL_CHECK(exec("PRAGMA application_id=1130451532")); // a PRAGMA takes no parameter
    CARRIEL_TRY(const qint64 id, number("PRAGMA application_id"));
    if (id != applicationId)
        return Error{errors::notAVault, params, QStringLiteral("application id %1").arg(id)};
    m_opened = true;
    CARRIEL_CHECK(exec("PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON"));
    if (access == Access::ReadOnly)
        return exec("PRAGMA query_only=ON");
    // Once per file or connection; the first needs a moment without readers only when it changes the file.
    return exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA checkpoint_fullfsync=ON; PRAGMA secure_delete=ON;"
                "PRAGMA wal_autocheckpoint=2000; PRAGMA journal_size_limit=67108864");
}

Outcome Database::exec(const char *script)
{
    const int status = sqlite3_exec(m_handle, script, nullptr, nullptr, nullptr);
    if (status != SQLITE_OK)
        return errorFrom(status);
    return {};
}

Result<qint64> Database::number(std::string_view sql)
{
    Statement statement = prepare(sql);
    CARRIEL_TRY(const bool row, statement.next());
    return row ? statement.integer(0) : 0;
}

Outcome Database::transact(const std::function<Outcome()> &work, Lasts lasts)
{
    if (m_refusal)
        return *m_refusal;
    if (!sqlite3_get_autocommit(m_handle))
        return Error{carriel::errors::internal, {}, QStringLiteral("a transaction inside a transaction")};
    if (lasts == Lasts::WithTheNext) // the next transaction that lasts takes it along: the log is one
        CARRIEL_CHECK(exec("PRAGMA synchronous=NORMAL"));
    const auto strict = qScopeGuard([this, lasts] {
        if (lasts == Lasts::WithTheNext)
            (void)exec("PRAGMA synchronous=FULL");
    });
    CARRIEL_CHECK(query("BEGIN IMMEDIATE").run());
    Outcome outcome = work();
    CARRIEL_CRASHPOINT("transaction.before-commit");
    if (outcome.ok())
        outcome = query("COMMIT").run();
    CARRIEL_CRASHPOINT("transaction.after-commit");
    // A full disk rolls back by itself; then there is nothing left to undo.
    if (!outcome.ok() && !sqlite3_get_autocommit(m_handle))
        (void)query("ROLLBACK").run();
    if (outcome.ok())
        m_doubt = false; // what stood there was written over
    return outcome;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

Outcome Database::checkpoint()
{
    int inLog = 0;
    int moved = 0;
    const int status = sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, &inLog, &moved);
    if (status != SQLITE_OK)
        return errorFrom(status);
    return {};
}

// When the sync of a commit fails, SQLite rolls back here, yet the whole commit may stand in the log, and the next start would
// take it for done. The next commit is written over it: so one that changes nothing keeps true what was told. On a disk that
// fails for good it cannot be; then nobody knows, and the next start finds the act done wholly or not at all.
void Database::undoDoubt()
{
    if (m_opened && sqlite3_get_autocommit(m_handle))
        m_doubt = sqlite3_exec(m_handle, "PRAGMA application_id=1130451532", nullptr, nullptr, nullptr) != SQLITE_OK;
}

Statement Database::prepare(std::string_view sql)
{
    auto found = m_statements.find(std::string(sql));
    if (found == m_statements.end()) {
        sqlite3_stmt *handle = nullptr;
        const int status = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
        if (status != SQLITE_OK)
            return Statement(*this, nullptr, false, status);
        found = m_statements.emplace(std::string(sql), Slot{handle, false}).first;
        m_slots.emplace(handle, &found->second); // a node of the map never moves
    }
    if (!found->second.used) {
        found->second.used = true;
        return Statement(*this, found->second.handle, true, SQLITE_OK);
    }
    // The same text while it is still being stepped through further up: one of its own, thrown away afterwards.
    sqlite3_stmt *handle = nullptr;
    const int status = sqlite3_prepare_v2(m_handle, sql.data(), int(sql.size()), &handle, nullptr);
    return Statement(*this, handle, false, status);
}

Error Database::errorFrom(int status) const
{
    QVariantMap params{{QStringLiteral("path"), m_path}};
    // SQLite's message names tables and columns, never values.
    const QString detail = QStringLiteral("sqlite %1: %2").arg(status).arg(
        QString::fromUtf8(m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(status)));
    const auto with = [&](ErrorCode code) { return Error{code, params, detail}; };
    // SQLite knows a full disk only where a write said so; a quota, a full disk at a sync or a new file, and a file system that
    // went read-only look like a broken one to it.
    const int primary = status & 0xff;
#ifdef Q_OS_UNIX
    if (m_handle && (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)) {
        switch (sqlite3_system_errno(m_handle)) {
        case ENOSPC:
        case EDQUOT:
            return with(errors::diskFull);
        case EROFS:
            return with(errors::readOnly);
        default:
            break;
        }
    }
#endif
    switch (primary) {
    case SQLITE_NOTADB:
        return with(m_opened ? errors::damaged : errors::wrongKey);
    case SQLITE_CORRUPT:
        return with(errors::damaged);
    case SQLITE_FULL:
        return with(errors::diskFull);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return m_refusal.value_or(with(errors::readOnly));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return with(errors::busy);
    case SQLITE_IOERR:
        // The log's index is a file that could not be made as long as it must be.
        return with(status == SQLITE_IOERR_SHMSIZE ? errors::diskFull : errors::storage);
    case SQLITE_CANTOPEN:
        params.insert(QStringLiteral("reason"), QString::fromUtf8(sqlite3_errstr(status)));
        return with(errors::cannotOpen);
    default:
        return with(carriel::errors::internal);
    }
}

} // namespace carriel::vault
