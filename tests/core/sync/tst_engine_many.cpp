// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of small documents up and down: what it costs grows as they do, and no faster.
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

class TestEngineMany : public QObject
{
    Q_OBJECT
private:
    struct Cost
    {
        qint64 reads = 0;
        int requests = 0;
        int commits = 0;
    };
    static std::pair<Cost, Cost> upAndDown(int count)
    {
        SimWorld world(1, 2);
        SimClient &ana = world.client(0), &eva = world.client(1);
        world.server.limits.pageMax = 500;
        world.server.limits.batchMax = 500;
        world.server.limits.bundleParts = 500;
        world.server.limits.bundlePartMax = 1048576;
        ana.engine->start();
        for (int at = 0; at < count; at += 500) {
            QList<NewDocument> documents;
            for (int i = at; i < at + 500; ++i)
                documents.append(
                    NewDocument{rootItem(), QStringLiteral("d%1").arg(i), ana.stage(QByteArray::number(i)), {}, {}});
            if (!ana.edits->addDocuments(documents).ok())
                return {};
            ana.engine->wake();
            world.run(20ms); // more comes while the first are under way
        }
        Status status;
        const bool over = world.sync(ana, &status) && status.phase == Phase::UpToDate && world.sync(eva, &status);
        if (!over || eva.store.data.items.size() != count || !eva.hasHead(eva.store.data.items.lastKey()))
            return {};
        return {Cost{ana.store.reads, ana.port->requests, ana.store.commits},
                Cost{eva.store.reads, eva.port->requests, eva.store.commits}};
    }
private Q_SLOTS:
    void costGrowsWithTheNumber()
    {
        const auto [someUp, someDown] = upAndDown(500);
        const auto [moreUp, moreDown] = upAndDown(2000);
        const auto linear = [](qint64 some, qint64 more) { return some > 0 && more > 0 && more <= some * 6; };
        const auto told = [](const Cost &cost) {
            return QStringLiteral("%1 reads, %2 requests, %3 commits")
                .arg(cost.reads)
                .arg(cost.requests)
                .arg(cost.commits);
        };
        qInfo("up %s, then %s", qPrintable(told(someUp)), qPrintable(told(moreUp)));
        qInfo("down %s, then %s", qPrintable(told(someDown)), qPrintable(told(moreDown)));
        QVERIFY(linear(someUp.reads, moreUp.reads) && linear(someDown.reads, moreDown.reads));
        QVERIFY(linear(someUp.requests, moreUp.requests) && linear(someDown.requests, moreDown.requests));
        QVERIFY(linear(someUp.commits, moreUp.commits) && linear(someDown.commits, moreDown.commits));
    }
};

QTEST_GUILESS_MAIN(TestEngineMany)
#include "tst_engine_many.moc"
