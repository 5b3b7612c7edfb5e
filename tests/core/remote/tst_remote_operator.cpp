// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The client against the reference operator itself: enrolment, devices, items, bytes, feed. Nothing is simulated but the
// identity provider's login page.
#include "core/remote/RemoteErrors.h"
#include "tests/core/remote/OperatorFixture.h"
#include "tests/support/Patience.h"

#include <QTest>

using namespace carriel;
using namespace carriel::remote;
using namespace carriel::test;
using namespace carriel::sync;

class RemoteOperator : public QObject, OperatorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }

    void personEnrolsWithAcceptedTermsAndABoundDevice()
    {
        QCOMPARE(std::get<Trouble>(ask<ChangePage>([&](auto done) { return m_api->changes({}, 10, done); })).kind, TroubleKind::AuthNeeded);
        const auto terms = ask<Terms>([&](auto done) { return m_account->terms(done); });
        QVERIFY2(std::holds_alternative<Terms>(terms), qPrintable(trouble(terms)));
        m_keys = DeviceKeys::generate().value();
        EnrolmentOrder order{m_folder, QStringLiteral("Ana P\u00e9rez"), std::get<Terms>(terms), m_clock.nowUtc(), registration(QStringLiteral("device-1"), *m_keys)};
        QVERIFY(std::get<QList<FolderInfo>>(ask<QList<FolderInfo>>([&](auto done) { return m_account->folders(done); })).isEmpty());
        const auto enrolled = ask<Enrolled>([&](auto done) { return m_account->enrol(order, done); });
        QVERIFY2(std::holds_alternative<Enrolled>(enrolled), qPrintable(trouble(enrolled)));
        QCOMPARE(std::get<Enrolled>(enrolled).folder.holderId, m_provider->subject);
        QCOMPARE(std::get<Enrolled>(enrolled).device.signThumbprint, m_keys->sign.publicKey().thumbprint());

        order.folder = FolderId(QStringLiteral("folder-2"));
        order.device.key = key();
        order.device.id = DeviceId(QStringLiteral("device-x"));
        const auto twice = ask<Enrolled>([&](auto done) { return m_account->enrol(order, done); });
        QCOMPARE(std::get<Trouble>(twice).error.params.value(QStringLiteral("code")).toString(), QStringLiteral("folder_exists"));
        const auto folders = ask<QList<FolderInfo>>([&](auto done) { return m_account->folders(done); });
        QCOMPARE(std::get<QList<FolderInfo>>(folders).first().id, m_folder);
        m_api->configure(m_folder, m_description.limits);
    }

    void secondDeviceNeedsAFreshLoginAndCanBeRevoked()
    {
        const DeviceKeys second = DeviceKeys::generate().value();
        m_provider->authAge = 3600;
        const auto stale = ask<RegisteredDevice>([&](auto done) { return m_account->addDevice(m_folder, registration(QStringLiteral("device-2"), second), done); });
        QCOMPARE(std::get<Trouble>(stale).kind, TroubleKind::StepUpNeeded);
        m_provider->authAge = 0;
        const auto fresh = ask<RegisteredDevice>([&](auto done) { return m_account->addDevice(m_folder, registration(QStringLiteral("device-2"), second), done); });
        QVERIFY2(std::holds_alternative<RegisteredDevice>(fresh), qPrintable(trouble(fresh)));
        const auto revoked = ask<RegisteredDevice>([&](auto done) { return m_account->revokeDevice(m_folder, DeviceId(QStringLiteral("device-2")), key(), done); });
        QVERIFY2(std::holds_alternative<RegisteredDevice>(revoked), qPrintable(trouble(revoked)));
        QVERIFY(!std::get<RegisteredDevice>(revoked).active);
        const auto devices = ask<QList<RegisteredDevice>>([&](auto done) { return m_account->devices(m_folder, done); });
        QCOMPARE(std::get<QList<RegisteredDevice>>(devices).size(), 2);
    }

    void itemsAreMadeChangedReplayedAndConflict()
    {
        const OpRow create = frozen(newFolder(QStringLiteral("f1"), QStringLiteral("Salud \u00f1")));
        const auto made = send(create);
        QVERIFY2(std::holds_alternative<OpResult>(made), qPrintable(trouble(made)));
        const RemoteItem folder = *std::get<OpResult>(made).item;
        QCOMPARE(folder.causedBy, create.key);
        const auto again = send(create);
        QVERIFY(std::get<OpResult>(again).replayed);
        QCOMPARE(std::get<OpResult>(again).item->etag, folder.etag);
        OpRow other = create;
        other.key = key();
        const auto exists = send(other);
        QCOMPARE(std::get<Trouble>(exists).kind, TroubleKind::AlreadyExists);
        QCOMPARE(std::get<Trouble>(exists).current->causedBy, create.key);

        Intent rename;
        rename.kind = OpKind::PatchItem;
        rename.item = rowOf(folder);
        rename.item.local.name = QStringLiteral("Salud 2026");
        rename.item.local.meta.setNote(QStringLiteral("n"));
        const auto renamed = send(frozen(rename));
        QVERIFY2(std::holds_alternative<OpResult>(renamed), qPrintable(trouble(renamed)));
        QCOMPARE(std::get<OpResult>(renamed).item->fields.name, QStringLiteral("Salud 2026"));
        rename.item.local.name = QStringLiteral("Otra");
        const auto conflict = send(frozen(rename)); // with the old ETag
        QCOMPARE(std::get<Trouble>(conflict).kind, TroubleKind::VersionConflict);
        QCOMPARE(std::get<Trouble>(conflict).current->fields.name, QStringLiteral("Salud 2026"));

        OpRow damaged = create;
        damaged.body += ' ';
        QCOMPARE(std::get<Trouble>(send(damaged)).error.code.text, std::string_view("CAR-BAS-001"));
    }

    void bytesGoUpInAppendsAndComeDownInParts()
    {
        const QByteArray bytes = crypto::randomSecret(3'000'001).view().toByteArray();
        const QByteArray digest = crypto::sha256(bytes);
        const OpKey uploadKey = key();
        const auto created = ask<UploadCreated>([&](auto done) { return m_api->createUpload(uploadKey, bytes.size(), digest, done); });
        QVERIFY2(std::holds_alternative<UploadCreated>(created), qPrintable(trouble(created)));
        const QString url = std::get<UploadCreated>(created).url;
        // Whatever was lost, the same key finds the same upload.
        QCOMPARE(std::get<UploadCreated>(ask<UploadCreated>([&](auto done) { return m_api->createUpload(uploadKey, bytes.size(), digest, done); })).url, url);

        const auto one = ask<UploadProgress>([&](auto done) { return m_api->append(url, 0, bytes.left(1'000'000), false, done); });
        QVERIFY2(std::holds_alternative<UploadProgress>(one), qPrintable(trouble(one)));
        QCOMPARE(std::get<UploadProgress>(one).offset, 1'000'000);
        const auto wrong = ask<UploadProgress>([&](auto done) { return m_api->append(url, 5, bytes.left(10), false, done); });
        QCOMPARE(std::get<Trouble>(wrong).kind, TroubleKind::OffsetMismatch);
        QCOMPARE(std::get<Trouble>(wrong).offset, 1'000'000);
        QCOMPARE(std::get<UploadProgress>(ask<UploadProgress>([&](auto done) { return m_api->uploadStatus(url, done); })).offset, 1'000'000);
        const auto last = ask<UploadProgress>([&](auto done) { return m_api->append(url, 1'000'000, bytes.mid(1'000'000), true, done); });
        const RemoteBlobId blob = std::get<UploadProgress>(last).blob;
        QVERIFY(!blob.isEmpty());
        QCOMPARE(std::get<UploadProgress>(ask<UploadProgress>([&](auto done) { return m_api->uploadStatus(url, done); })).blob, blob);
        // The operator has these bytes now.
        QCOMPARE(std::get<UploadCreated>(ask<UploadCreated>([&](auto done) { return m_api->createUpload(key(), bytes.size(), digest, done); })).blob, blob);

        const auto made = send(frozen(newDocument(QStringLiteral("d1"), QStringLiteral("grande.bin"), blob, bytes)));
        QVERIFY2(std::holds_alternative<OpResult>(made), qPrintable(trouble(made)));
        QCOMPARE(std::get<OpResult>(made).item->head->size, bytes.size());
        for (const qint64 offset : {qint64(0), qint64(262144), qint64(2'999'999)}) {
            QByteArray got;
            const auto down = ask<qint64>([&](auto done) {
                return m_api->download(blob, offset, bytes.size(), [&got](QByteArrayView piece) {
                    got.append(piece.data(), piece.size());
                    return true;
                }, done);
            });
            QVERIFY2(std::holds_alternative<qint64>(down), qPrintable(trouble(down)));
            QCOMPARE(std::get<qint64>(down), bytes.size() - offset);
            QVERIFY(got == bytes.mid(offset));
        }
        const auto gone = ask<qint64>([&](auto done) { return m_api->download(RemoteBlobId(QStringLiteral("none")), 0, 1, [](QByteArrayView) { return true; }, done); });
        QCOMPARE(std::get<Trouble>(gone).kind, TroubleKind::Gone);
        const auto lost = ask<UploadProgress>([&](auto done) { return m_api->append(QString(url + QLatin1Char('x')), 0, "a", true, done); });
        QCOMPARE(std::get<Trouble>(lost).kind, TroubleKind::Gone);
        // An address that is no upload of this folder is not even asked.
        QCOMPARE(std::get<Trouble>(ask<UploadProgress>([&](auto done) { return m_api->append(QStringLiteral("/elsewhere"), 0, "a", true, done); })).error.code,
                 remote::errors::loginNeeded);
    }

    void itTellsTheHistoryAndProvesWhatItHolds()
    {
        const ItemId id(QStringLiteral("d1"));
        const auto history = ask<QList<RemoteHead>>([&](auto done) { return m_api->versions(id, done); });
        QVERIFY2(std::holds_alternative<QList<RemoteHead>>(history), qPrintable(trouble(history)));
        QCOMPARE(std::get<QList<RemoteHead>>(history).size(), 1);
        const RemoteHead head = std::get<QList<RemoteHead>>(history).first();
        QCOMPARE(head.size, 3'000'001);
        QVERIFY(!head.causedBy.isEmpty());
        const auto none = ask<QList<RemoteHead>>([&](auto done) { return m_api->versions(ItemId(QStringLiteral("no")), done); });
        QCOMPARE(std::get<Trouble>(none).kind, TroubleKind::Gone);

        QByteArray bytes;
        const auto sink = [&bytes](QByteArrayView piece) {
            bytes.append(piece.data(), piece.size());
            return true;
        };
        QVERIFY(std::holds_alternative<qint64>(ask<qint64>([&](auto done) { return m_api->download(head.blob, 0, head.size, sink, done); })));
        const QByteArray nonce = crypto::randomSecret(32).view().toByteArray();
        const QList<FixityRange> ranges{{head.blob, 0, head.size}, {head.blob, 1'000'000, 10}, {RemoteBlobId(QStringLiteral("none")), 0, 1}};
        const auto proofs = ask<QList<FixityAnswer>>([&](auto done) { return m_api->fixity(nonce, ranges, done); });
        QVERIFY2(std::holds_alternative<QList<FixityAnswer>>(proofs), qPrintable(trouble(proofs)));
        const auto &given = std::get<QList<FixityAnswer>>(proofs);
        QCOMPARE(given.at(0).digest, crypto::sha256(QByteArray(nonce + bytes)));
        QCOMPARE(given.at(1).digest, crypto::sha256(QByteArray(nonce + bytes.mid(1'000'000, 10))));
        QVERIFY(given.at(2).digest.isEmpty() && given.at(2).lost);

        const auto page = ask<SnapshotPage>([&](auto done) { return m_api->snapshotPage({}, 500, done); });
        QVERIFY2(std::holds_alternative<SnapshotPage>(page), qPrintable(trouble(page)));
        ItemCount seen;
        for (const RemoteItem &item : std::get<SnapshotPage>(page).items)
            ++(item.fields.state == ItemState::Active ? seen.active : seen.trashed);
        const auto counted = [&] {
            return ask<std::optional<ItemCount>>([&](auto done) { return m_api->count(std::get<SnapshotPage>(page).cursorAtStart, done); });
        };
        const auto count = counted();
        QVERIFY2(std::holds_alternative<std::optional<ItemCount>>(count), qPrintable(trouble(count)));
        QVERIFY(std::get<0>(count) == seen);
        // One change is news already: its number would not be that of what is known at this cursor.
        QVERIFY(std::holds_alternative<OpResult>(send(frozen(newFolder(QStringLiteral("counted"), QStringLiteral("Contada"))))));
        const auto later = counted();
        QVERIFY2(std::holds_alternative<std::optional<ItemCount>>(later), qPrintable(trouble(later)));
        QVERIFY(!std::get<0>(later));
    }

    void bytesKeepToTheBandwidthThatIsAllowed()
    {
        const QByteArray bytes = crypto::randomSecret(300'000).view().toByteArray();
        m_api->setBandwidth(500'000, 500'000);
        QElapsedTimer clock;
        clock.start();
        const auto sent = ask<QList<BundleResult>>([&](auto done) { return m_api->uploadBundle({{crypto::sha256(bytes), bytes}}, done); });
        QVERIFY2(std::holds_alternative<QList<BundleResult>>(sent), qPrintable(trouble(sent)));
        const qint64 up = clock.restart();
        const RemoteBlobId blob = std::get<RemoteBlobId>(std::get<QList<BundleResult>>(sent).first().blob);
        QByteArray got;
        const auto sink = [&got](QByteArrayView piece) {
            got.append(piece.data(), piece.size());
            return true;
        };
        const auto down = ask<qint64>([&](auto done) { return m_api->download(blob, 0, bytes.size(), sink, done); });
        QVERIFY2(std::holds_alternative<qint64>(down), qPrintable(trouble(down)));
        const qint64 took = clock.elapsed();
        m_api->setBandwidth(0, 0);
        QVERIFY(got == bytes);
        // Never faster; slower it may be on a busy machine.
        QVERIFY2(up >= 350, qPrintable(QString::number(up)));
        QVERIFY2(took >= 350, qPrintable(QString::number(took)));
    }

    void smallDocumentsTravelInBundlesAndBatches()
    {
        QList<BundlePart> parts;
        QList<QByteArray> contents;
        for (int i = 0; i < 60; ++i) {
            contents.append(crypto::randomSecret(std::size_t(1 + i * 997)).view().toByteArray());
            parts.append({crypto::sha256(contents.last()), contents.last()});
        }
        parts.append({crypto::sha256("something else"), "damaged"});
        const auto up = ask<QList<BundleResult>>([&](auto done) { return m_api->uploadBundle(parts, done); });
        QVERIFY2(std::holds_alternative<QList<BundleResult>>(up), qPrintable(trouble(up)));
        const auto &results = std::get<QList<BundleResult>>(up);
        QCOMPARE(results.size(), 61);
        QCOMPARE(std::get<Trouble>(results.last().blob).kind, TroubleKind::DigestMismatch);

        QList<OpRow> ops;
        QList<RemoteBlobId> blobs;
        for (int i = 0; i < 60; ++i) {
            blobs.append(std::get<RemoteBlobId>(results.at(i).blob));
            ops.append(frozen(newDocument(QStringLiteral("b%1").arg(i), QStringLiteral("recibo \"%1\u00e9.txt").arg(i).replace(QLatin1Char('"'), QLatin1Char('_')),
                                          blobs.last(), contents.at(i))));
        }
        ops.append(frozen(newFolder(QStringLiteral("b5"), QStringLiteral("clash")))); // an id that exists
        const auto batch = ask<QList<Answer<OpResult>>>([&](auto done) { return m_api->sendBatch(ops, done); });
        QVERIFY2(std::holds_alternative<QList<Answer<OpResult>>>(batch), qPrintable(trouble(batch)));
        const auto &answers = std::get<QList<Answer<OpResult>>>(batch);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(std::get<OpResult>(answers.at(i)).item->id, ops.at(i).target);
        QCOMPARE(std::get<Trouble>(answers.last()).kind, TroubleKind::AlreadyExists);

        QHash<QString, QByteArray> got;
        int missing = 0;
        blobs.append(RemoteBlobId(QStringLiteral("missing")));
        const auto down = ask<int>([&](auto done) {
            return m_api->downloadBundle(blobs, [&](const RemoteBlobId &id, const Answer<QByteArray> &part) {
                if (std::holds_alternative<Trouble>(part))
                    missing += std::get<Trouble>(part).kind == TroubleKind::Gone;
                else
                    got.insert(id.text(), std::get<QByteArray>(part));
            }, done);
        });
        QVERIFY2(std::holds_alternative<int>(down), qPrintable(trouble(down)));
        QCOMPARE(std::get<int>(down), 61);
        QCOMPARE(missing, 1);
        for (int i = 0; i < 60; ++i)
            QVERIFY(got.value(blobs.at(i).text()) == contents.at(i));
    }

    void trashRestorePurgeAndNewVersions()
    {
        const RemoteBlobId blob = upload("uno");
        const auto made = send(frozen(newDocument(QStringLiteral("v1"), QStringLiteral("acta.txt"), blob, "uno")));
        QVERIFY2(std::holds_alternative<OpResult>(made), qPrintable(trouble(made)));
        Intent intent = newDocument(QStringLiteral("v1"), {}, upload("dos"), "dos");
        intent.item = rowOf(*std::get<OpResult>(made).item);
        RemoteItem item = *std::get<OpResult>(made).item;
        for (const OpKind kind : {OpKind::AddVersion, OpKind::Trash, OpKind::Restore, OpKind::Trash}) {
            intent.kind = kind;
            intent.item = rowOf(item);
            const auto answer = send(frozen(intent));
            QVERIFY2(std::holds_alternative<OpResult>(answer), qPrintable(trouble(answer)));
            item = *std::get<OpResult>(answer).item;
        }
        QCOMPARE(item.fields.state, ItemState::Trashed);
        QCOMPARE(item.head->sha256, crypto::sha256("dos"));
        intent.kind = OpKind::Purge;
        intent.item = rowOf(item);
        const auto purged = send(frozen(intent));
        QVERIFY2(std::holds_alternative<OpResult>(purged), qPrintable(trouble(purged)));
        QVERIFY(!std::get<OpResult>(purged).item);
        QCOMPARE(std::get<Trouble>(ask<RemoteItem>([&](auto done) { return m_api->item(item.id, done); })).kind, TroubleKind::Gone);
    }

    void snapshotFeedAndHints()
    {
        QString next;
        QString cursor;
        int items = 0;
        int pages = 0;
        do {
            const auto page = ask<SnapshotPage>([&](auto done) { return m_api->snapshotPage(next, 25, done); });
            QVERIFY2(std::holds_alternative<SnapshotPage>(page), qPrintable(trouble(page)));
            const auto &p = std::get<SnapshotPage>(page);
            cursor = p.cursorAtStart;
            items += int(p.items.size());
            next = p.next;
            ++pages;
        } while (!next.isEmpty());
        QCOMPARE(items, 63);
        QVERIFY(pages >= 3);

        QStringList hints;
        int ends = 0;
        CallPtr events = m_api->events([&hints](const QString &c) { hints.append(c); }, [&ends](const Trouble &) { ++ends; });
        QTRY_VERIFY(!hints.isEmpty());
        const OpRow op = frozen(newFolder(QStringLiteral("f9"), QStringLiteral("Nueva")));
        QVERIFY(std::holds_alternative<OpResult>(send(op)));
        QTRY_VERIFY(hints.size() >= 2);
        const auto changes = ask<ChangePage>([&](auto done) { return m_api->changes(cursor, 100, done); });
        QVERIFY2(std::holds_alternative<ChangePage>(changes), qPrintable(trouble(changes)));
        const auto &page = std::get<ChangePage>(changes);
        QCOMPARE(page.changes.size(), 1);
        QCOMPARE(page.changes.first().causedBy, op.key);
        QCOMPARE(page.newCursor, hints.last());
        QCOMPARE(page.epoch, m_description.limits.epoch);
        events.reset();
        QCOMPARE(ends, 0);
        const auto bad = ask<ChangePage>([&](auto done) { return m_api->changes(QStringLiteral("rubbish/&=\u00f1"), 100, done); });
        QVERIFY(std::holds_alternative<Trouble>(bad));
    }

    // One whose folder lies in the trash comes back to where the person has it now; the operator makes no folder for it.
    void whatIsRestoredAloneComesBackWhereItIsWanted()
    {
        const ItemId box(QStringLiteral("w1")), paper(QStringLiteral("w2"));
        const auto made = send(frozen(newFolder(box.text(), QStringLiteral("Cajón"))));
        QVERIFY2(std::holds_alternative<OpResult>(made), qPrintable(trouble(made)));
        Intent intent = newDocument(paper.text(), QStringLiteral("recibo.txt"), upload("tres"), "tres");
        intent.item.local.parent = box;
        const auto inside = send(frozen(intent));
        QVERIFY2(std::holds_alternative<OpResult>(inside), qPrintable(trouble(inside)));
        intent.kind = OpKind::Trash;
        intent.item = rowOf(*std::get<OpResult>(made).item);
        const auto gone = send(frozen(intent));
        QVERIFY2(std::holds_alternative<OpResult>(gone), qPrintable(trouble(gone)));
        const auto trashed = ask<RemoteItem>([&](auto done) { return m_api->item(paper, done); });
        QVERIFY2(std::holds_alternative<RemoteItem>(trashed), qPrintable(trouble(trashed)));
        intent.kind = OpKind::Restore;
        intent.item = rowOf(std::get<RemoteItem>(trashed));
        intent.item.local.parent = rootItem();
        const auto back = send(frozen(intent));
        QVERIFY2(std::holds_alternative<OpResult>(back), qPrintable(trouble(back)));
        QCOMPARE(std::get<OpResult>(back).item->fields.parent, rootItem());
    }

    void whatIsCutByAPowerFailureIsUnreachableAndThenThereAgain()
    {
        const auto ended = std::make_shared<int>(0);
        const CallPtr events = m_api->events([](const QString &) {}, [ended](const Trouble &t) { *ended += t.kind == TroubleKind::Unreachable; });
        const OpRow op = frozen(newFolder(QStringLiteral("f10"), QStringLiteral("Antes")));
        QVERIFY(std::holds_alternative<OpResult>(send(op)));
        m_operator->kill();
        QCOMPARE(std::get<Trouble>(send(op)).kind, TroubleKind::Unreachable);
        QTRY_COMPARE(*ended, 1);
        m_operator->start();
        const auto again = send(op);
        QVERIFY2(std::holds_alternative<OpResult>(again), qPrintable(trouble(again)));
        QVERIFY(std::get<OpResult>(again).replayed); // acknowledged means durable
    }
};

QTEST_GUILESS_MAIN(RemoteOperator)
#include "tst_remote_operator.moc"
