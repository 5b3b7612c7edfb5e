// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Random lives, many of them. CARRIEL_SEEDS=n runs n of them, CARRIEL_SEED=s begins there; alone it runs only that one and
// tells its story. Runs of more than five minutes need QTEST_FUNCTION_TIMEOUT.
#include "tests/property/Script.h"

#include <QTest>

using namespace carriel;

class TestSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostAndAllAgree();
};

void TestSimulation::nothingIsLostAndAllAgree()
{
    const QByteArray one = qgetenv("CARRIEL_SEED");
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("CARRIEL_SEEDS", &given);
    const quint64 from = one.isEmpty() ? 1 : one.toULongLong();
    const quint64 count = given ? quint64(asked) : one.isEmpty() ? 4000 : 1;
    int failed = 0;
    for (quint64 seed = from; seed < from + count; ++seed) {
        property::Script script(seed);
        const QStringList failures = script.run();
        if (count == 1 || !failures.isEmpty()) {
            const QString story = script.steps().join(u'\n');
            qWarning("seed %llu (CARRIEL_SEED=%llu runs it alone)\n%s\n%s", static_cast<unsigned long long>(seed),
                     static_cast<unsigned long long>(seed), qPrintable(story), qPrintable(failures.join(u'\n')));
        }
        failed += !failures.isEmpty();
        if (failed >= 5)
            break;
    }
    QCOMPARE(failed, 0);
    qInfo("%llu lives", static_cast<unsigned long long>(count));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
