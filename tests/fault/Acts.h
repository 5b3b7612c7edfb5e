// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person and others do, one act per kind of exchange, and how each must look at the end at the operator and
// here.
#pragma once

#include "tests/fault/World.h"

namespace carriel::test {

struct Act
{
    const char *name;
    QByteArrayList kinds;           // the exchanges it needs
    std::function<void()> prepare;  // done locally, or by others at the operator; not yet synchronized
    std::function<QString()> wrong; // empty if all is as it must be: there once, here the same
};

class Acts : public World
{
protected:
    QList<Act> acts;

    void buildActs()
    {
        build();
        m_renamed = mine->addFolder(QStringLiteral("nombre"));
        const QList<ItemId> two = mine->addDocuments(QStringLiteral("dos"), {contentOf(1, 3000), contentOf(2, 3000)});
        m_versioned = two.at(0);
        m_trashed = two.at(1);
        mine->settle();
        theirs(QStringLiteral("suyo"), QStringLiteral("suyo"), contentOf(3, 100));
        mine->settle();

        acts = {
            {"folder", {"put"}, [this] { m_ids = {mine->addFolder(name("carpeta"))}; }, [this] { return eachOnce(1); }},
            {"rename",
             {"patch"},
             [this] {
                 begin(m_renamed);
                 m_name = mine->edits->rename(m_renamed, name("nombre")).value();
             },
             [this]() -> QString {
                 return once() + (there(m_renamed).fields.name == m_name ? QString() : QStringLiteral("another name"));
             }},
            {"batch",
             {"batch"},
             [this] {
                 m_ids.clear();
                 for (int i = 0; i < 3; ++i)
                     m_ids.append(mine->addFolder(name("tanda")));
             },
             [this] { return eachOnce(1); }},
            {"version",
             {"bundle-up", "versions"},
             [this] {
                 begin(m_versioned);
                 m_bytes = contentOf(quint32(++serial), 3000);
                 const sync::NewDocument staged = mine->staged({}, m_bytes);
                 (void)mine->edits->addVersion(m_versioned, staged.blob, staged.mediaType).value();
             },
             [this]() -> QString {
                 return once() + (there(m_versioned).head->sha256 == crypto::sha256(m_bytes)
                                      ? QString()
                                      : QStringLiteral("another head"));
             }},
            {"trash",
             {"trash"},
             [this] {
                 if (mine->item(m_trashed)->local.state == ItemState::Trashed) {
                     (void)mine->edits->restore({m_trashed});
                     arrived();
                 }
                 begin(m_trashed);
                 (void)mine->edits->trash({m_trashed});
             },
             [this]() -> QString {
                 return once() + (there(m_trashed).fields.state == ItemState::Trashed
                                      ? QString()
                                      : QStringLiteral("not in the trash"));
             }},
            {"restore",
             {"restore"},
             [this] {
                 if (mine->item(m_trashed)->local.state == ItemState::Active) {
                     (void)mine->edits->trash({m_trashed});
                     arrived();
                 }
                 begin(m_trashed);
                 (void)mine->edits->restore({m_trashed});
             },
             [this]() -> QString {
                 return once() + (there(m_trashed).fields.state == ItemState::Active
                                      ? QString()
                                      : QStringLiteral("still in the trash"));
             }},
            {"purge",
             {"purge"},
             [this] {
                 m_target = mine->addFolder(name("fuera"));
                 (void)mine->edits->trash({m_target});
                 arrived();
                 (void)mine->edits->purge({m_target});
             },
             [this] {
                 const bool gone = !isThere(m_target) || there(m_target).fields.state == ItemState::Removed;
                 const auto row = mine->item(m_target);
                 return gone && (!row || row->local.state == ItemState::Removed) ? QString()
                                                                                 : QStringLiteral("still there");
             }},
            {"small",
             {"bundle-up", "batch"},
             [this] {
                 add({3000, 4000, 0, 8000});
             },
             [this]() -> QString { return eachOnce(1) + sameBytes(); }},
            {"large",
             {"create", "append", "put"},
             [this] { add({200000}); },
             [this]() -> QString { return eachOnce(1) + sameBytes(); }},
            {"their-small",
             {"changes", "bundle-down"},
             [this] {
                 others({3000, 4000, 5000});
             },
             [this] { return sameBytes(); }},
            {"their-large", {"changes", "blob"}, [this] { others({600000}); }, [this] { return sameBytes(); }},
            {"anew",
             {"snapshot", "changes"},
             [this] {
                 others({10});
                 (void)mine->store->transact([](sync::Writer &writer) -> Outcome {
                     CARRIEL_TRY(sync::SyncStateRow state, writer.syncState());
                     state.cursor.clear();
                     return writer.putSyncState(state);
                 });
             },
             [this] { return sameBytes(); }},
        };
    }

    // Puts the world in order again after the faults, and says what is not as it must be.
    QString after(const Act &act)
    {
        proxy->disarm();
        relay->pass();
        relay->accept();
        const sync::Status status = mine->settle();
        QString wrong;
        if (status.pendingOps + status.failedOps + status.waitingOps + status.downloads + status.uploads +
                status.conflicts >
            0)
            wrong += QStringLiteral("pending %1 failed %2 waiting %3 down %4 up %5 conflicts %6; ")
                         .arg(status.pendingOps)
                         .arg(status.failedOps)
                         .arg(status.waitingOps)
                         .arg(status.downloads)
                         .arg(status.uploads)
                         .arg(status.conflicts);
        for (const sync::Problem &problem : status.problems)
            wrong += problem.error.codeText() + QLatin1Char(' ') + problem.error.detail + QLatin1String("; ");
        wrong += act.wrong();
        if (!proxy->violations.isEmpty())
            wrong += QLatin1String("; ") + proxy->violations.join(QLatin1String(", "));
        proxy->violations.clear();
        return wrong;
    }

    // Whether each of them happens to what waits to be sent or fetched. A round may end before everything was asked:
    // the next asks the rest.
    bool isReached(const QList<Fault> &faults)
    {
        proxy->arm(faults);
        for (int round = 0; round < 3 && proxy->fired() < faults.size(); ++round)
            mine->sync();
        return proxy->fired() >= faults.size();
    }

private:
    // What an act begins with must be at the operator before it: else it goes out with the act and is counted as its own.
    void arrived()
    {
        for (int tries = 0; tries < 10 && mine->settle().pendingOps > 0; ++tries)
            mine->engine->retryNow();
        if (mine->engine->status().pendingOps > 0)
            QTest::qFail("what the act begins with does not arrive", __FILE__, __LINE__);
    }
    void begin(const ItemId &id)
    {
        m_target = id;
        m_rev = there(id).rev;
        m_before = proxy->effects();
    }
    QString once()
    {
        const RemoteItem item = there(m_target);
        QString out;
        if (item.rev != m_rev + 1) {
            out += QStringLiteral("%1 effects; ").arg(item.rev - m_rev);
            const auto now = proxy->effects();
            for (auto one = now.begin(); one != now.end(); ++one) {
                if (const int more = one.value() - m_before.value(one.key()); more > 0)
                    out += QStringLiteral("key %1 %2 times; ").arg(QLatin1String(one.key())).arg(more);
            }
        }
        const auto row = mine->item(m_target);
        if (!row || row->remoteRev != item.rev || row->local.name != item.fields.name ||
            row->local.state != item.fields.state)
            out += QStringLiteral("not the same here; ");
        return out;
    }

protected:
    QString eachOnce(qint64 rev)
    {
        QString out;
        for (const ItemId &id : std::as_const(m_ids)) {
            const RemoteItem item = there(id);
            if (item.rev != rev || mine->item(id)->remoteRev != rev || mine->item(id)->local.name != item.fields.name)
                out += QStringLiteral("%1 has revision %2 there, %3 here; ")
                           .arg(item.fields.name)
                           .arg(item.rev)
                           .arg(mine->item(id)->remoteRev);
        }
        return out;
    }
    QString sameBytes()
    {
        QString out;
        for (qsizetype i = 0; i < m_ids.size(); ++i) {
            const auto row = mine->item(m_ids.at(i));
            if (!row || mine->bytesOf(m_ids.at(i)) != m_contents.at(i))
                out += QStringLiteral("other bytes here; ");
            const RemoteItem item = there(m_ids.at(i));
            if (!item.head || item.head->sha256 != crypto::sha256(m_contents.at(i)))
                out += QStringLiteral("other bytes there; ");
        }
        return out;
    }

private:
    void fill(const QList<int> &sizes)
    {
        m_ids.clear();
        m_contents.clear();
        for (const int size : sizes)
            m_contents.append(contentOf(quint32(++serial), size));
    }

protected:
    void add(const QList<int> &sizes)
    {
        fill(sizes);
        m_ids = mine->addDocuments(name("papel"), m_contents);
    }
    void others(const QList<int> &sizes)
    {
        fill(sizes);
        for (const QByteArray &bytes : std::as_const(m_contents)) {
            const QString id = QStringLiteral("otro-%1").arg(++serial);
            m_ids.append(theirs(id, id, bytes).id);
        }
    }
    ItemId m_renamed;

private:
    ItemId m_versioned;
    ItemId m_trashed;
    ItemId m_target;
    qint64 m_rev = 0;
    QMap<QByteArray, int> m_before; // effects by key
    QString m_name;
    QByteArray m_bytes;
    QList<ItemId> m_ids;
    QList<QByteArray> m_contents;
};

} // namespace carriel::test
