// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A vault in a folder of its own, and rows to put in it.
#pragma once

#include "core/vault/Migrations.h"
#include "core/vault/VaultStore.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

namespace carriel::vault::testing {

class FixedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 1, 5), QTime(14, 3, 22), Qt::UTC); }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(0); }
};

inline SecretBytes keyOf(char seed) { return SecretBytes::copyOf(QByteArray(32, seed)); }

struct TestVault {
    QTemporaryDir dir;
    FixedClock clock;
    SystemRandom random;
    std::unique_ptr<VaultStore> store;

    QString path() const { return dir.filePath(QStringLiteral("vault.db")); }

    Outcome create()
    {
        CARRIEL_TRY(auto database, Database::open(path(), keyOf('k'), Access::Create));
        CARRIEL_CHECK(migrate(*database));
        store = std::make_unique<VaultStore>(std::move(database), clock, random);
        return {};
    }
    Outcome reopen()
    {
        store.reset();
        CARRIEL_TRY(auto database, Database::open(path(), keyOf('k'), Access::ReadWrite));
        CARRIEL_CHECK(migrate(*database));
        store = std::make_unique<VaultStore>(std::move(database), clock, random);
        return {};
    }
};

inline sync::ItemRow itemRow(const QString &id, const QString &name, const ItemId &parent = rootItem())
{
    sync::ItemRow row;
    row.id = ItemId(id);
    row.local.parent = parent;
    row.local.name = name;
    return row;
}

inline sync::ItemRow folderRow(const QString &id, const QString &name, const ItemId &parent = rootItem())
{
    sync::ItemRow row = itemRow(id, name, parent);
    row.type = ItemType::Folder;
    return row;
}

// A whole document: item `id`, version `id`-v, blob `id`-b with these bytes, verified.
inline Outcome putDocument(sync::Writer &writer, sync::ItemRow item, const QByteArray &bytes,
                           const QString &mediaType = QStringLiteral("text/plain"))
{
    sync::BlobRow blob;
    blob.id = BlobId(QString(item.id.text() + QLatin1String("-b")));
    blob.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    blob.size = bytes.size();
    blob.state = sync::BlobState::Verified;
    CARRIEL_CHECK(writer.putBlob(blob));
    for (int i = 0; qint64(i) * sync::chunkSize < bytes.size(); ++i)
        CARRIEL_CHECK(writer.putChunk(blob.id, i, bytes.mid(i * sync::chunkSize, sync::chunkSize)));
    sync::VersionRow version;
    version.id = VersionId(QString(item.id.text() + QLatin1String("-v")));
    version.item = item.id;
    version.blob = blob.id;
    version.mediaType = mediaType;
    version.createdUtc = item.facts.modifiedUtc.isValid() ? item.facts.modifiedUtc : QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    item.local.version = version.id;
    CARRIEL_CHECK(writer.putItem(item));
    return writer.putVersion(version);
}

#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &outcome_ = (expression);                                                                           \
        QVERIFY2(outcome_.ok(), outcome_.ok() ? "" : qPrintable(outcome_.error().codeText() + QLatin1Char(' ') + outcome_.error().detail)); \
    } while (false)
#define COMPARE_ERROR(expression, expected)                                                                            \
    do {                                                                                                               \
        const auto &outcome_ = (expression);                                                                           \
        QVERIFY(!outcome_.ok());                                                                                       \
        QCOMPARE(outcome_.error().codeText(), QString::fromLatin1((expected).text.data(), (expected).text.size()));    \
    } while (false)

} // namespace carriel::vault::testing
