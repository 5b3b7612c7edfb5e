// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Migrations.h"

#include "core/base/CrashPoint.h"
#include "core/vault/ContentSql.h"
#include "core/vault/ContributionSchema.h"
#include "core/vault/Files.h"
#include "core/vault/ListingSchema.h"
#include "core/vault/NotificationSchema.h"
#include "core/vault/Schema.h"
#include "core/vault/SealedSchema.h"
#include "core/vault/ShareSchema.h"
#include "core/vault/SignatureSchema.h"
#include "core/vault/VaultErrors.h"

#include <QDir>
#include <QFileInfo>

namespace carriel::vault {

namespace {
QString backupPath(const Database &database, int version)
{
    return QStringLiteral("%1.before-%2").arg(database.path()).arg(version);
}

// What is kept here is said of an item and its folder, not of bytes that the next version replaces; a version may join
// the history without becoming the head; how far the fixity check has come.
const char *const syncRules = R"(
ALTER TABLE item ADD COLUMN keep INTEGER NOT NULL DEFAULT 0 CHECK(keep IN(0,1,2));
ALTER TABLE outbox ADD COLUMN base TEXT;
ALTER TABLE sync_state ADD COLUMN audited TEXT;
UPDATE item SET keep=1 WHERE EXISTS(SELECT 1 FROM version v JOIN blob b ON b.id=v.blob WHERE v.id=item.l_version AND b.pinned);
CREATE INDEX item_keep ON item(keep) WHERE keep<>0;
CREATE INDEX item_missing ON item(missing_since) WHERE missing_since IS NOT NULL;
CREATE INDEX conflict_counting ON conflict(item) WHERE resolution='counting';
)";

// The connection is the only one (the profile's lock file sees to that), so after a checkpoint the file alone is
// everything.
Outcome backUp(Database &database, int version)
{
    CARRIEL_CHECK(database.checkpoint());
    const QString target = backupPath(database, version);
    CARRIEL_CHECK(copyDurably(database.path(), target));
    const QFileInfo info(target);
    const QDir dir = info.dir();
    const QStringList old = dir.entryList({QFileInfo(database.path()).fileName() + QStringLiteral(".before-*")}, QDir::Files);
    for (const QString &name : old) {
        if (name != info.fileName())
            QFile::remove(dir.filePath(name));
    }
    return {};
}
} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{
        {1, [](Database &database) { return createSchema(database); }},
        {2, [](Database &database) { return database.exec(syncRules); }},
        {3, [](Database &database) { return database.exec(signatureTables); }},
        {4, [](Database &database) { return database.exec(signedKinds); }},
        {5, [](Database &database) { return database.exec(notificationTables); }},
        {6, [](Database &database) { return database.exec(contributionTables); }},
        {7, [](Database &database) { return database.exec(actWords); }},
        {8, [](Database &database) { return database.exec(listingStanding); }},
        {9, [](Database &database) { return database.exec(contributionFailures); }},
        {10, [](Database &database) { return database.exec(contentIndex); }},
        {11,
         [](Database &database) -> Outcome {
             CARRIEL_CHECK(database.exec(sealedParts));
             return database.exec(moveSealedParts);
         }},
        {12, [](Database &database) { return database.exec(shareTables); }},
        {13, [](Database &database) { return database.exec(personKeyTable); }},
        {14, [](Database &database) { return database.exec(personReaderTable); }},
        {15, [](Database &database) { return database.exec(contactKeyTable); }},
        {16, [](Database &database) { return database.exec(notificationListed); }},
        {17, [](Database &database) { return database.exec(shareErasure); }},
        {18, [](Database &database) { return database.exec(contactKeyHow); }},
    };
    return steps;
}

int knownSchema()
{
    return migrations().last().version;
}

Outcome migrate(Database &database, const QList<Migration> &steps)
{
    CARRIEL_TRY(const qint64 found, database.number("PRAGMA user_version"));
    const int known = steps.last().version;
    if (found > known) {
        return Error{errors::newerSchema,
                     {{QStringLiteral("path"), database.path()}, {QStringLiteral("found"), found}, {QStringLiteral("known"), known}},
                     {}};
    }
    for (const Migration &step : steps) {
        if (step.version <= found)
            continue;
        if (found > 0) // an empty file has nothing to keep
            CARRIEL_CHECK(backUp(database, step.version));
        CARRIEL_CRASHPOINT("migration.backed-up");
        const Outcome outcome = database.transact([&]() -> Outcome {
            CARRIEL_CHECK(step.apply(database));
            CARRIEL_CRASHPOINT("migration.applied");
            return database.exec(QByteArray("PRAGMA user_version=" + QByteArray::number(step.version)).constData());
        });
        if (!outcome.ok()) {
            Error error = outcome.error();
            if (error.code == errors::diskFull || error.code == errors::readOnly || error.code == errors::busy)
                return error; // says more than "the migration failed"
            error.params.insert(QStringLiteral("version"), step.version);
            error.params.insert(QStringLiteral("path"), database.path());
            return Error{errors::migrationFailed, error.params, error.codeText() + QLatin1String(": ") + error.detail};
        }
    }
    return {};
}

} // namespace carriel::vault
