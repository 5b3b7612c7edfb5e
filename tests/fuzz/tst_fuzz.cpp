// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Fuzz.h"

#include <QTest>
#include <random>

using namespace carriel::fuzz;

class TestFuzz : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replay_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < targets().size(); ++i)
            QTest::newRow(targets().at(i).name) << int(i);
        QVERIFY(targets().size() >= 8);
    }
    void replay()
    {
        QFETCH(int, index);
        const Target &target = targets().at(size_t(index));
        const QList<QByteArray> seeds = target.seeds();
        std::mt19937 random(7);
        int runs = 0;
        const auto run = [&](const QByteArray &bytes) {
            target.run(bytes);
            ++runs;
        };
        run({});
        for (const QByteArray &kept : corpus(target.name))
            run(kept);
        for (const QByteArray &seed : seeds) {
            run(seed);
            const qsizetype step = std::max<qsizetype>(1, seed.size() / 300);
            for (qsizetype end = 0; end < seed.size(); end += step)
                run(seed.left(end));
        }
        const int most = qEnvironmentVariableIsSet("CARRIEL_LONG") ? 400000 : 2500;
        for (int i = 0; i < most; ++i) {
            QByteArray bytes = seeds.at(qsizetype(random() % size_t(seeds.size())));
            for (unsigned changes = 1 + random() % 4; changes > 0 && !bytes.isEmpty(); --changes) {
                const qsizetype at = qsizetype(random() % size_t(bytes.size()));
                switch (random() % 4) {
                case 0:
                    bytes[at] = char(random());
                    break;
                case 1:
                    bytes.remove(at, 1 + qsizetype(random() % 9));
                    break;
                case 2:
                    bytes.insert(at,
                                 bytes.mid(qsizetype(random() % size_t(bytes.size())), 1 + qsizetype(random() % 20)));
                    break;
                default:
                    bytes[at] = char(bytes.at(at) ^ (1 << (random() % 8)));
                }
            }
            run(bytes);
        }
        qInfo("%s: %d inputs", target.name, runs);
    }
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
