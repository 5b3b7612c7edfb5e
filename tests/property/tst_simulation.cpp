// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Random lives, many of them.
//   tst_simulation [--seed N] [--seeds COUNT] [--threads T] [--script FILE] [--long-story] [--only-calm]
//                  [--unsettled]
// Without arguments the seeds 1 to 10,000, and 10,000 that belong to this very engine (see ownBase): it prints from
// which on. One seed, or a script, tells its story. A life that fails is shortened, and printed as a script that plays
// it again.
#include "tests/property/Arrows.h"
#include "tests/property/Life.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace carriel;
using namespace carriel::property;

namespace {

// Faults on and off, everybody at rest after each step: the same in the end.
QStringList compareWithoutFaults(const Story &story, const Life &life)
{
    Story quiet = story;
    quiet.faults = {};
    Life other(quiet);
    QStringList failures = other.run();
    if (failures.isEmpty() && other.outcome() != life.outcome())
        failures.append(QStringLiteral("META: with faults %1; without %2")
                            .arg(life.outcome().join(u'|'), other.outcome().join(u'|')));
    return failures;
}

QStringList lived(const Story &story, QStringList *steps)
{
    Life life(story);
    QStringList failures = life.run();
    if (failures.isEmpty() && story.calm)
        failures = compareWithoutFaults(story, life);
    if (steps)
        *steps = life.steps();
    return failures;
}

void tell(const Story &story, const QStringList &steps, const QStringList &failures)
{
    std::printf("%s\nscript:\n%s\n%s\n\n", qPrintable(steps.join(u'\n')), story.text().constData(),
                failures.isEmpty() ? "all held" : qPrintable(failures.join(u'\n')));
    std::fflush(stdout);
}

// Each change of the engine or of the simulator plays lives that nobody has seen; the same code plays the same ones
// everywhere, so that what passed on one machine does not fail on the next by luck. Where there is no repository to
// ask, the seeds just go on.
quint64 ownBase()
{
    QProcess git;
    git.start(QStringLiteral("git"),
              {QStringLiteral("-C"), QStringLiteral(CARRIEL_SOURCE_DIR), QStringLiteral("rev-parse"),
               QStringLiteral("HEAD:core/sync"), QStringLiteral("HEAD:tests/property")});
    if (!git.waitForFinished() || git.exitCode() != 0)
        return 10001;
    const QByteArray digest = QCryptographicHash::hash(git.readAllStandardOutput(), QCryptographicHash::Sha256).left(4);
    return (quint64(digest.toHex().toUInt(nullptr, 16)) + 1) * 100000;
}

std::optional<Story> scriptIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return Story::fromText(file.readAll());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    const auto value = [&](const char *name) {
        const qsizetype at = words.indexOf(QLatin1String(name));
        return at < 0 ? QString() : words.value(at + 1);
    };
    if (!value("--script").isEmpty()) {
        const auto story = scriptIn(value("--script"));
        if (!story) {
            std::printf("cannot read the script\n");
            return 2;
        }
        QStringList steps;
        const QStringList failures = lived(*story, &steps);
        tell(*story, steps, failures);
        return failures.isEmpty() ? 0 : 1;
    }
    const Kind kind = words.contains(QLatin1String("--unsettled")) ? Kind::Unsettled : Kind::Usual;
    const bool onlyCalm = words.contains(QLatin1String("--only-calm"));
    const bool single = !value("--seed").isEmpty() && value("--seeds").isEmpty();
    const quint64 first = value("--seed").isEmpty() ? 1 : value("--seed").toULongLong();
    const quint64 count = single ? 1 : value("--seeds").isEmpty() ? 20000 : value("--seeds").toULongLong();
    const int threads = single ? 1 : value("--threads").isEmpty() ? 2 : value("--threads").toInt();
    // What was found once is looked for first, every time.
    const QDir found(QStringLiteral(CARRIEL_SOURCE_DIR "/tests/property/found"));
    const QStringList names = single ? QStringList() : found.entryList({QStringLiteral("*.txt")}, QDir::Files);
    for (const QString &name : names) {
        const Story story = scriptIn(found.filePath(name)).value_or(Story());
        QStringList steps;
        const QStringList failures = lived(story, &steps);
        if (!failures.isEmpty()) {
            tell(story, steps, failures);
            return 1;
        }
    }
    // The same for every engine, and some that are this engine's own.
    const bool mixed = value("--seed").isEmpty() && value("--seeds").isEmpty();
    const quint64 fixed = mixed ? count / 2 : count;
    const quint64 fresh = ownBase();
    if (mixed)
        std::printf("seeds %llu to %llu, and %llu from %llu on\n", first, first + fixed - 1, count - fixed, fresh);
    std::atomic<quint64> next = 0;
    std::atomic<quint64> done = 0;
    std::atomic<int> failed = 0;
    std::mutex printing;
    QElapsedTimer clock;
    clock.start();
    const auto work = [&] {
        for (quint64 number = next++; number < count && failed < 3; number = next++) {
            const quint64 seed = number < fixed ? first + number : fresh + number - fixed;
            Story story = storyOf(seed, kind);
            if (onlyCalm && !story.calm)
                continue;
            QStringList steps;
            QStringList failures = lived(story, &steps);
            ++done;
            if (failures.isEmpty() && !single)
                continue;
            if (!failures.isEmpty()) {
                ++failed;
                if (!story.calm && !words.contains(QLatin1String("--long-story"))) {
                    story = shrunk(story, failures.first().toUtf8());
                    failures = lived(story, &steps);
                }
            }
            const std::lock_guard<std::mutex> lock(printing);
            std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
            tell(story, steps, failures);
        }
    };
    std::vector<std::thread> workers;
    for (int i = 1; i < threads; ++i)
        workers.emplace_back(work);
    work();
    for (std::thread &worker : workers)
        worker.join();
    std::printf("%llu lives, %d failed, %.1f s\n", static_cast<unsigned long long>(done.load()), failed.load(),
                double(clock.elapsed()) / 1000);
    // Ten thousand lives know every arrow of the engine's tables that lives can know; a few may not.
    const Arrows gone = arrows();
    std::printf("%d of %d arrows of the tables, the rarest %lld times, %d are left to stories%s\n",
                gone.all - gone.elsewhere - int(gone.never.size()), gone.all, static_cast<long long>(gone.leastOften), gone.elsewhere,
                qPrintable(gone.never.isEmpty() ? QString() : QStringLiteral("; never ") + gone.never.join(QStringLiteral(", "))));
    const bool bare = !gone.never.isEmpty() && !onlyCalm && count >= 10000;
    return failed == 0 && !bare ? 0 : 1;
}
