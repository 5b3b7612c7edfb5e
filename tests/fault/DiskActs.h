// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that writes into a vault, as acts on a rig.
#pragma once

#include "core/vault/Settings.h"
#include "tests/fault/DiskRig.h"

namespace carriel::test {

struct DiskAct
{
    const char *name;
    std::function<Outcome(DiskRig &)> run;
};

inline ItemId diskId(const char *name)
{
    return ItemId(QString::fromLatin1(name));
}

inline sync::RemoteItem remoteDocument(int number, qint64 rev, qsizetype size = 3000)
{
    sync::RemoteItem item;
    item.id = ItemId(QStringLiteral("remote-%1").arg(number));
    item.rev = rev;
    item.etag = QStringLiteral("\"%1-%2\"").arg(number).arg(rev);
    item.fields.parent = rootItem();
    item.fields.name = QStringLiteral("suyo %1 de %2").arg(number).arg(rev);
    sync::RemoteHead head;
    head.version = VersionId(QStringLiteral("version-%1").arg(number));
    head.blob = RemoteBlobId(QStringLiteral("blob-%1").arg(number));
    head.size = size;
    head.sha256 = QCryptographicHash::hash(QByteArray(size, char('a' + number % 26)), QCryptographicHash::Sha256);
    item.head = head;
    return item;
}

// What every rig begins with. The ids of what the person added are made from the seed; they are looked up by name.
inline Outcome diskDay(DiskRig &rig)
{
    rig.random.seed(1);
    CARRIEL_TRY(const sync::Added folder, rig.edits->addFolder(rootItem(), QStringLiteral("Salud")));
    for (int i = 0; i < 3; ++i) {
        const sync::StagedBlob blob = rig.stage(QByteArray(2000 + i, char('x' + i)));
        CARRIEL_CHECK(rig.edits->addDocuments(
            {{folder.id, QStringLiteral("examen %1").arg(i), blob.id, QStringLiteral("text/plain"), {}}}));
    }
    CARRIEL_TRY(const sync::Added old, rig.edits->addFolder(rootItem(), QStringLiteral("Viejo")));
    CARRIEL_CHECK(rig.edits->trash({old.id}));
    return rig.inTx([&](sync::Tx &tx) -> Outcome {
        sync::Apply apply(tx);
        for (int i = 0; i < 12; ++i)
            CARRIEL_CHECK(apply.upsert(remoteDocument(i, 1, i == 1 ? 600000 : 3000)));
        for (const int here : {0, 1}) {
            CARRIEL_TRY(auto blob, tx.writer.blobByRemoteId(RemoteBlobId(QStringLiteral("blob-%1").arg(here))));
            for (int c = 0; qint64(c) * sync::chunkSize < blob->size; ++c)
                CARRIEL_CHECK(tx.writer.putChunk(
                    blob->id, c,
                    QByteArray(std::min(sync::chunkSize, blob->size - c * sync::chunkSize), char('a' + here))));
            blob->state = sync::BlobState::Verified;
            CARRIEL_CHECK(tx.writer.putBlob(*blob));
        }
        sync::SyncStateRow state;
        state.epoch = QStringLiteral("e1");
        state.cursor = QStringLiteral("c1");
        return tx.writer.putSyncState(state);
    });
}

inline ItemId named(DiskRig &rig, const QString &name)
{
    auto row = rig.store->database().query("SELECT id FROM item WHERE l_name=?", name);
    return row.next().valueOr(false) ? ItemId(row.text(0)) : ItemId();
}

template <typename T> Outcome plain(const Result<T> &result)
{
    return result.ok() ? Outcome() : Outcome(result.error());
}

inline QList<DiskAct> diskActs()
{
    const auto salud = [](DiskRig &r) { return named(r, QStringLiteral("Salud")); };
    const auto exam = [](DiskRig &r) { return named(r, QStringLiteral("examen 1")); };
    return {
        {"put small",
         [](DiskRig &r) -> Outcome {
             CARRIEL_TRY(const auto blobs, r.edits->stageAll({QByteArray(5000, 'q')}));
             return plain(r.edits->addDocuments(
                 {{rootItem(), QStringLiteral("nuevo"), blobs.first().id, QStringLiteral("text/plain"), {}}}));
         }},
        {"put large",
         [](DiskRig &r) -> Outcome {
             QByteArray bytes(900000, 'l');
             QBuffer buffer(&bytes);
             buffer.open(QIODevice::ReadOnly);
             CARRIEL_TRY(const sync::StagedBlob blob, r.edits->stage(buffer));
             return plain(r.edits->addDocuments(
                 {{rootItem(), QStringLiteral("grande"), blob.id, QStringLiteral("text/plain"), {}}}));
         }},
        {"put many",
         [](DiskRig &r) -> Outcome {
             QList<QByteArray> contents;
             QList<sync::NewDocument> documents;
             for (int i = 0; i < 15; ++i)
                 contents.append(QByteArray(20000, char('A' + i)));
             CARRIEL_TRY(const auto blobs, r.edits->stageAll(contents));
             for (const auto &blob : blobs)
                 documents.append({rootItem(), QStringLiteral("muchos"), blob.id, QStringLiteral("text/plain"), {}});
             return plain(r.edits->addDocuments(documents));
         }},
        {"new folder", [](DiskRig &r) { return plain(r.edits->addFolder(rootItem(), QStringLiteral("Casa"))); }},
        {"rename", [exam](DiskRig &r) { return plain(r.edits->rename(exam(r), QStringLiteral("otro"))); }},
        {"move", [exam](DiskRig &r) { return r.edits->move({exam(r)}, rootItem()); }},
        {"label",
         [exam](DiskRig &r) {
             return r.edits->editMeta({exam(r)}, [](ItemMeta &m) {
                 m.setLabels({QStringLiteral("uno"), QStringLiteral("dos")});
             });
         }},
        {"note",
         [exam](DiskRig &r) {
             return r.edits->editMeta({exam(r)}, [](ItemMeta &m) { m.setNote(QString(3000, QLatin1Char('n'))); });
         }},
        {"trash a folder", [salud](DiskRig &r) { return r.edits->trash({salud(r)}); }},
        {"restore", [](DiskRig &r) { return r.edits->restore({named(r, QStringLiteral("Viejo"))}); }},
        {"purge", [](DiskRig &r) { return r.edits->purge({named(r, QStringLiteral("Viejo"))}); }},
        {"new version",
         [exam](DiskRig &r) -> Outcome {
             CARRIEL_TRY(const auto blobs, r.edits->stageAll({QByteArray(4000, 'v')}));
             return plain(r.edits->addVersion(exam(r), blobs.first().id, QStringLiteral("text/plain")));
         }},
        {"pin", [](DiskRig &r) { return r.edits->pin({diskId("remote-3")}, true); }},
        {"evict", [](DiskRig &r) { return plain(r.edits->evict(diskId("remote-1"))); }},
        {"page of changes",
         [](DiskRig &r) {
             return r.inTx([](sync::Tx &tx) -> Outcome {
                 sync::Apply apply(tx);
                 for (int i = 5; i < 40; ++i)
                     CARRIEL_CHECK(apply.upsert(remoteDocument(i, 2)));
                 CARRIEL_CHECK(apply.untangle());
                 CARRIEL_TRY(sync::SyncStateRow state, tx.writer.syncState());
                 state.cursor = QStringLiteral("c2");
                 return tx.writer.putSyncState(state);
             });
         }},
        {"page of tombstones",
         [](DiskRig &r) {
             return r.inTx([](sync::Tx &tx) -> Outcome {
                 sync::Apply apply(tx);
                 for (int i = 0; i < 6; ++i)
                     CARRIEL_CHECK(apply.remove(remoteDocument(i, 1).id, 2, {}));
                 return apply.untangle();
             });
         }},
        {"end of a snapshot",
         [](DiskRig &r) {
             return r.inTx([](sync::Tx &tx) -> Outcome {
                 sync::Apply apply(tx);
                 CARRIEL_CHECK(apply.missing(remoteDocument(2, 1).id, sync::Trust::Same));
                 return apply.missing(remoteDocument(4, 1).id, sync::Trust::Same);
             });
         }},
        {"chunks of a download",
         [](DiskRig &r) {
             return r.inTx([](sync::Tx &tx) -> Outcome {
                 CARRIEL_TRY(auto blob, tx.writer.blobByRemoteId(RemoteBlobId(QStringLiteral("blob-1"))));
                 for (int c = 0; c < 2; ++c)
                     CARRIEL_CHECK(tx.writer.putChunk(blob->id, c, QByteArray(sync::chunkSize, 'd')));
                 blob->state = sync::BlobState::Partial;
                 sync::TransferRow transfer;
                 transfer.blob = blob->id;
                 transfer.direction = sync::Direction::Down;
                 transfer.offset = 2 * sync::chunkSize;
                 CARRIEL_CHECK(tx.writer.putTransfer(transfer));
                 return tx.writer.putBlob(*blob);
             });
         }},
        {"bundle of downloads",
         [](DiskRig &r) {
             return r.inTx([](sync::Tx &tx) -> Outcome {
                 for (int i = 2; i < 12; ++i) {
                     CARRIEL_TRY(auto blob, tx.writer.blobByRemoteId(RemoteBlobId(QStringLiteral("blob-%1").arg(i))));
                     CARRIEL_CHECK(tx.writer.putChunk(blob->id, 0, QByteArray(3000, char('a' + i))));
                     blob->state = sync::BlobState::Verified;
                     CARRIEL_CHECK(tx.writer.putBlob(*blob));
                 }
                 return {};
             });
         }},
        {"freeze and send",
         [](DiskRig &r) {
             return r.inTx([](sync::Tx &tx) -> Outcome {
                 CARRIEL_TRY(const auto live, tx.writer.liveOps());
                 for (sync::OpRow op : live) {
                     op.method = "PUT";
                     op.path = QStringLiteral("/x");
                     op.body = "{}";
                     op.bodySha256 = QByteArray(32, 's');
                     ++op.attempts;
                     if (op.state == sync::OpState::Queued)
                         CARRIEL_CHECK(tx.step(op, sync::OpEvent::Send));
                 }
                 return {};
             });
         }},
        {"words inside",
         [](DiskRig &r) {
             const auto version = r.store->item(diskId("remote-0")).value()->local.version;
             return r.store->putText(diskId("remote-0"), version, QStringLiteral("palabras ").repeated(3000));
         }},
        {"listing anew", [](DiskRig &r) { return r.store->rebuildListing(); }},
        {"setting",
         [](DiskRig &r) {
             return vault::Settings(r.store->database()).set(QStringLiteral("a"), QString(20000, QLatin1Char('b')));
         }},
        {"secret",
         [](DiskRig &r) {
             return vault::Secrets(r.store->database()).put(QStringLiteral("tokens"), QByteArray(3000, 't'));
         }},
        {"receipt",
         [](DiskRig &r) {
             return r.store->addReceipt(QStringLiteral("r1"), OpKey(QStringLiteral("k1")), QByteArray(2000, 'r'));
         }},
        {"erase a detail", [](DiskRig &r) { return r.store->eraseActivityDetail(QStringLiteral("dev:local:1"), 1); }},
        {"release space",
         [](DiskRig &r) -> Outcome {
             CARRIEL_CHECK(plain(r.edits->evict(diskId("remote-1"))));
             return r.store->releaseSpace();
         }},
        {"checkpoint",
         [](DiskRig &r) -> Outcome {
             CARRIEL_CHECK(r.edits->pin({diskId("remote-2")}, true));
             return r.store->checkpoint();
         }},
        {"drop what was staged",
         [](DiskRig &r) -> Outcome {
             CARRIEL_CHECK(plain(r.edits->stageAll({QByteArray(300000, 'z')})));
             return plain(r.store->dropStaged());
         }},
    };
}

} // namespace carriel::test
