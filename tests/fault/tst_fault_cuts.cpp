// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The connection is cut at every class of point of every endpoint, in each of the ways a connection ends. After each
// cut the network is good again, and everything must be as if nothing had happened: nothing lost, nothing done twice,
// no question left. Every case runs with CARRIEL_LONG; else an even spread of them.
#include "tests/fault/Acts.h"
#include "tests/fault/Points.h"

using namespace carriel;
using namespace carriel::test;

namespace {
struct Case
{
    int act = 0;
    QByteArray kind;
    QString name;
    QList<Fault> faults;
};

constexpr End ends[] = {End::Fin, End::Rst, End::NoNotify};

// A fault that was not reached in its round: the act is done anew.
constexpr int roundsAllowed = 3;
constexpr int triesAllowed = 6;
} // namespace

class FaultCuts : public QObject, Acts
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { buildActs(); }
    void everyClassAtEveryEndpoint();
    void everyByteOfAnExchange();
    void executedUpToFourTimes();
    void hangsAreEndedByDeadlines();
    void connectionsThatDoNotComeToBe();

private:
    void run(const QList<Case> &all, int spread, const char *what);
    QString m_noted;
};

// An even spread of at most `spread` of them; all of them in the long test.
void FaultCuts::run(const QList<Case> &all, int spread, const char *what)
{
    QStringList wrong;
    int ran = 0;
    int again = 0;
    const double step = isLong() ? 1.0 : std::max(1.0, double(all.size()) / spread);
    for (double next = 0; next < double(all.size()); next += step) {
        const Case &one = all.at(qsizetype(next));
        const Act &act = acts.at(one.act);
        mine->doing =
            QLatin1String(act.name) + QLatin1Char('/') + QLatin1String(one.kind) + QLatin1Char(' ') + one.name;
        ++ran;
        bool reached = false;
        QString found;
        for (int tries = 0; !reached && found.isEmpty() && tries < triesAllowed; ++tries) {
            act.prepare();
            reached = isReached(one.faults);
            found = after(act);
            again += tries > 0;
        }
        if (!reached)
            found.prepend(QStringLiteral("the fault was not reached; "));
        if (!found.isEmpty())
            wrong.append(mine->doing + QLatin1String(": ") + found);
    }
    qInfo("%s: %d of %d cases, %d wrong (%d done anew to reach the fault)", what, ran, int(all.size()),
          int(wrong.size()), again);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(QLatin1Char('\n'))));
}

void FaultCuts::everyClassAtEveryEndpoint()
{
    QList<Case> all;
    for (int a = 0; a < acts.size(); ++a) {
        for (const QByteArray &kind : acts.at(a).kinds) {
            for (const Point &point : points(kind)) {
                for (int e = 0; e < 3; ++e) {
                    Fault fault;
                    fault.kind = kind;
                    fault.end = ends[e];
                    (point.request ? fault.requestAt : fault.answerAt) = point.at;
                    Case one{a, kind, QStringLiteral("%1 end %2").arg(QLatin1String(point.name)).arg(e), {fault}};
                    if (kind == "append") {
                        // The second append; and once more with the question that follows cut likewise.
                        one.faults[0].skip = 1;
                        all.append(one);
                        Fault asked = fault;
                        asked.kind = "head";
                        one.kind = "head";
                        one.faults.append(asked);
                    } else if (kind == "blob") {
                        // The whole, then also the rest that is asked for by range.
                        all.append(one);
                        Fault first;
                        first.kind = "blob";
                        first.answerAt = [](const Exchange &x) { return x.answerHead() + 300000; };
                        one.name += QLatin1String(" of a range");
                        one.faults.prepend(first);
                    }
                    all.append(one);
                }
            }
        }
    }
    run(all, 200, "cuts by class");
}

void FaultCuts::everyByteOfAnExchange()
{
    // About 2 KiB there and 2 KiB back.
    QList<Case> all;
    acts.append({"note",
                 {"patch"},
                 [this] {
                     m_noted = QString::number(++serial) + QString(1400, QLatin1Char('n'));
                     (void)mine->edits->editMeta({m_renamed}, [this](ItemMeta &meta) { meta.setNote(m_noted); });
                 },
                 [this] {
                     return there(m_renamed).fields.meta.note() == m_noted ? QString() : QStringLiteral("another note");
                 }});
    const int act = int(acts.size()) - 1;
    qint64 asked = 0;
    qint64 answered = 0;
    acts.last().prepare();
    Fault look;
    look.kind = "patch";
    look.rewrite = [&](const Exchange &e) {
        asked = e.request.size();
        answered = e.answer.size();
        return e.answer;
    };
    proxy->arm({look});
    mine->sync();
    QVERIFY2(asked + answered >= 4096, qPrintable(QString::number(asked + answered)));
    for (qint64 at = 0; at < asked + answered; ++at) {
        Fault fault;
        fault.kind = "patch";
        fault.end = ends[at % 3];
        if (at < asked)
            fault.requestAt = [at](const Exchange &e) { return std::min<qint64>(at, e.request.size() - 1); };
        else
            fault.answerAt = [at = at - asked](const Exchange &e) { return std::min<qint64>(at, e.answer.size() - 1); };
        all.append({act, "patch", QStringLiteral("byte %1").arg(at), {fault}});
    }
    run(all, 60, "cuts at every byte");
}

void FaultCuts::executedUpToFourTimes()
{
    QList<Case> all;
    for (int a = 0; a < acts.size(); ++a) {
        for (const QByteArray &kind : acts.at(a).kinds) {
            for (int times = 1; times <= 4; ++times) {
                for (const int answerOf : {0, 1, -1}) {
                    for (const bool lost : {false, true}) {
                        Fault fault;
                        fault.kind = kind;
                        fault.executions = times;
                        fault.answerOf = answerOf;
                        if (lost)
                            fault.answerAt = [](const Exchange &) { return 0; };
                        all.append({a,
                                    kind,
                                    QStringLiteral("%1 times, answer %2%3")
                                        .arg(times)
                                        .arg(answerOf)
                                        .arg(lost ? QStringLiteral(" lost") : QString()),
                                    {fault}});
                    }
                }
            }
        }
    }
    run(all, 90, "executed 1-4 times");
}

void FaultCuts::hangsAreEndedByDeadlines()
{
    mine->transport.setHaste(hastyDeadlines);
    QList<Case> all;
    for (int a = 0; a < acts.size(); ++a) {
        for (const QByteArray &kind : acts.at(a).kinds) {
            for (const int where : {0, 1, 2, 3}) {
                Fault fault;
                fault.kind = kind;
                fault.end = End::Stall;
                if (where == 0)
                    fault.requestAt = [](const Exchange &e) { return e.request.size() - 1; };
                else if (where == 1)
                    fault.answerAt = [](const Exchange &) { return 0; };
                else if (where == 2)
                    fault.answerAt = [](const Exchange &e) { return e.answer.size() - 1; };
                else
                    fault.delayMs = 5000; // answered long after the client gave up
                all.append({a, kind, QStringLiteral("silence %1").arg(where), {fault}});
            }
        }
    }
    run(all, 8, "hangs");
    mine->transport.setHaste(patientDeadlines);
}

void FaultCuts::connectionsThatDoNotComeToBe()
{
    // A handshake and the request behind it are some 1,500 bytes each way, by no more than one request on a connection:
    // a point beyond that is not on every one.
    constexpr qint64 each = 1400;
    QStringList wrong;
    int ran = 0;
    int again = 0;
    const Act &act = acts.first();
    const int step = isLong() ? 3 : 100;
    for (qint64 at = 0; at < 2 * each; at += step) {
        bool isCut = false;
        QString found;
        for (int tries = 0; !isCut && found.isEmpty() && tries < triesAllowed; ++tries) {
            act.prepare();
            mine->transport.dropConnections();
            relay->cut(at < each ? at : -1, at < each ? -1 : at - each, ends[ran % 2], 1 + ran % 3);
            for (int round = 0; round < roundsAllowed && relay->cuts() == 0; ++round)
                mine->sync();
            isCut = relay->cuts() > 0;
            found = after(act);
            again += tries > 0;
        }
        ++ran;
        if (!isCut)
            found.prepend(QStringLiteral("no cut; "));
        if (!found.isEmpty())
            wrong.append(QStringLiteral("raw byte %1: %2").arg(at).arg(found));
    }
    // Nobody listens at all, for a while.
    for (int i = 0; i < (isLong() ? 20 : 2); ++i) {
        acts.at(i % acts.size()).prepare();
        mine->transport.dropConnections();
        relay->refuse();
        const sync::Status status = mine->sync();
        if (status.pendingOps == 0 && i % acts.size() < 2)
            wrong.append(QStringLiteral("nothing waits though nobody answered"));
        ++ran;
        if (const QString found = after(acts.at(i % acts.size())); !found.isEmpty())
            wrong.append(QStringLiteral("refused: ") + found);
    }
    qInfo("connections cut in TLS or refused: %d, %d wrong (%d done anew to be cut)", ran, int(wrong.size()), again);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(FaultCuts)
#include "tst_fault_cuts.moc"
