// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The n-th write, sync or open fails, for n from 1 until the act goes through, in everything that writes into a vault.
// Whatever is acknowledged is there; what is not happened wholly or not at all; the file is sound; the reason told is
// the true one; and as soon as the disk is good again the act works, in the same program or in the next.
#include "core/base/BaseErrors.h"
#include "core/vault/VaultErrors.h"
#include "tests/fault/DiskActs.h"
#include "tests/fault/FailingDisk.h"

#include <cerrno>

using namespace carriel;
using namespace carriel::test;

namespace {
struct Kind
{
    DiskCall call;
    int error;
    bool stays;
    bool half;
    const char *name;
    QList<ErrorCode> told; // any of these is true
};

QList<Kind> kinds()
{
    using namespace vault::errors;
    return {
        {DiskCall::Write, ENOSPC, false, false, "one write ENOSPC", {diskFull}},
        {DiskCall::Write, ENOSPC, true, true, "full from a write on", {diskFull}},
        {DiskCall::Write, EDQUOT, true, false, "quota reached at a write", {diskFull}},
        {DiskCall::Write, EIO, false, true, "one write EIO, half of it done", {storage}},
        {DiskCall::Write, EIO, true, false, "broken from a write on", {storage}},
        {DiskCall::Write, EROFS, true, false, "read-only from a write on", {readOnly}},
        {DiskCall::Sync, EIO, false, false, "one sync EIO", {storage}},
        {DiskCall::Sync, ENOSPC, true, false, "full from a sync on", {diskFull}},
        {DiskCall::Open, EIO, false, false, "one open EIO", {cannotOpen, storage}},
        {DiskCall::Open, ENOSPC, true, false, "full from an open on", {cannotOpen, diskFull}},
        {DiskCall::Open, EROFS, true, false, "read-only from an open on", {cannotOpen, readOnly}},
        {DiskCall::Lock, EAGAIN, false, false, "one lock busy", {busy}},
    };
}

bool isTold(const Error &error, const Kind &kind)
{
    return std::any_of(kind.told.begin(), kind.told.end(), [&](ErrorCode code) { return error.code == code; });
}

// Acts whose last step changes nothing that a person sees: that one may fail after the others.
bool endsWithoutContent(const DiskAct &act)
{
    return QByteArrayList{"release space", "checkpoint", "drop what was staged", "listing anew"}.contains(act.name);
}

bool isLong()
{
    return qEnvironmentVariableIsSet("CARRIEL_LONG");
}
} // namespace

class FaultDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAct();
    void twoFaultsInOneAct();

private:
    struct Golden
    {
        QByteArray before;
        QList<QByteArray> after; // of each transaction; the last is the end
    };
    struct Try
    {
        bool fired = false;
        QString wrong;
    };
    Golden golden(const DiskAct &act);
    Try once(const DiskAct &act, const Golden &golden, const Kind &kind, int nth, int second);
    std::unique_ptr<DiskRig> rig(QList<QByteArray> *states = nullptr);

    DiskRig m_base;
    int m_tries = 0;
    int m_unsure = 0; // an error was told, and the next start found it done
};

void FaultDisk::initTestCase()
{
    QVERIFY(m_base.open(vault::Access::Create).ok());
    const Outcome day = diskDay(m_base);
    QVERIFY2(day.ok(), day.ok() ? "" : qPrintable(day.error().codeText() + day.error().detail));
    m_base.close();
}

std::unique_ptr<DiskRig> FaultDisk::rig(QList<QByteArray> *states)
{
    auto out = std::make_unique<DiskRig>();
    out->copyFrom(m_base.dir.path());
    FailingDisk::watch(out->dir.path());
    if (const Outcome opened = out->open(vault::Access::ReadWrite, states); !opened.ok())
        qFatal("no rig: %s", qPrintable(opened.error().codeText() + opened.error().detail));
    return out;
}

FaultDisk::Golden FaultDisk::golden(const DiskAct &act)
{
    Golden out;
    const auto r = rig(&out.after);
    out.before = r->content();
    r->random.seed(7);
    if (const Outcome done = act.run(*r); !done.ok())
        qFatal("%s does not work on a good disk: %s", act.name,
               qPrintable(done.error().codeText() + done.error().detail));
    out.after.append(r->content());
    if (const QString damage = r->damage(); !damage.isEmpty())
        qFatal("%s leaves damage on a good disk: %s", act.name, qPrintable(damage));
    return out;
}

FaultDisk::Try FaultDisk::once(const DiskAct &act, const Golden &golden, const Kind &kind, int nth, int second)
{
    ++m_tries;
    Try out;
    const auto r = rig();
    r->random.seed(7);
    FailingDisk::arm({kind.call, nth, kind.error, kind.stays, kind.half});
    Outcome done = act.run(*r);
    out.fired = FailingDisk::fired();
    if (second > 0 && out.fired && !done.ok()) { // and again, into a second fault
        (void)r->store->dropStaged();
        r->random.seed(7);
        FailingDisk::arm({kind.call, second, kind.error, kind.stays, kind.half});
        done = act.run(*r);
    }
    if (!done.ok() && !isTold(done.error(), kind))
        out.wrong += QStringLiteral("told %1 (%2); ").arg(done.error().codeText(), done.error().detail);
    if (!done.ok() && !out.fired)
        out.wrong += QStringLiteral("failed without a fault; ");
    const bool nextProgram = nth % 2 == 0;
    if (nextProgram)
        r->close(); // on the bad disk still, as a person closes the program then
    FailingDisk::disarm();
    if (nextProgram) {
        if (const Outcome opened = r->open(vault::Access::ReadWrite); !opened.ok()) {
            out.wrong += QLatin1String("does not open again: ") + opened.error().codeText() + opened.error().detail;
            return out;
        }
    }
    const QByteArray now = r->content();
    const bool whole = now == golden.after.last();
    if (done.ok() && !whole)
        out.wrong += QStringLiteral("was acknowledged and is not there; ");
    // The listing is made anew in several steps, of items that are not touched.
    const bool steps = act.name == QByteArray("listing anew");
    if (now != golden.before && !golden.after.contains(now) && !steps)
        out.wrong += QStringLiteral("half of it happened; ");
    if (!done.ok() && whole && golden.after.last() != golden.before && !endsWithoutContent(act)) {
        // Nobody can know only where a sync failed and no later write was possible to make it undone.
        ++m_unsure;
        if (kind.call != DiskCall::Sync || !kind.stays)
            out.wrong += QStringLiteral("an error was told though it had happened; ");
    }
    if (!whole) {
        (void)r->store->dropStaged();
        r->random.seed(7);
        const Outcome again = act.run(*r);
        if (!again.ok())
            out.wrong += QStringLiteral("does not work on a good disk again: %1 %2; ")
                             .arg(again.error().codeText(), again.error().detail);
        else if (r->content() != golden.after.last() && golden.after.size() < 3)
            out.wrong += QStringLiteral("comes out otherwise the second time; ");
    }
    if (steps)
        (void)r->store->rebuildListing();
    (void)r->store->checkpoint(); // cipher_integrity_check reads the file, not the log
    if (const QString damage = r->damage(); !damage.isEmpty())
        out.wrong += damage;
    return out;
}

void FaultDisk::everyAct()
{
    const QList<DiskAct> acts = diskActs();
    const QList<Kind> all = kinds();
    QVERIFY(acts.size() >= 25);
    QStringList wrong;
    int turn = 0;
    for (const DiskAct &act : acts) {
        const Golden g = golden(act);
        for (const Kind &kind : all) {
            // Some of the kinds for each act unless all are wanted, and of those fewer and fewer n.
            if (!isLong() && ++turn % 5 != 0)
                continue;
            for (int n = 1;; n += isLong() ? 1 : 1 + n / 2) {
                const Try t = once(act, g, kind, n, 0);
                if (!t.wrong.isEmpty())
                    wrong.append(QStringLiteral("%1, %2 %3: %4")
                                     .arg(QLatin1String(act.name), QLatin1String(kind.name))
                                     .arg(n)
                                     .arg(t.wrong));
                if (!t.fired)
                    break; // it went through
            }
        }
        if (isLong()) // it takes long: one that is ended early leaves what it had
            qInfo("%s: %d tries so far, %d wrong", act.name, m_tries, int(wrong.size()));
    }
    qInfo("%d acts, %d tries, %d times nobody could know, %d wrong", int(acts.size()), m_tries, m_unsure,
          int(wrong.size()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 30).join(QLatin1Char('\n'))));
}

void FaultDisk::twoFaultsInOneAct()
{
    m_tries = 0;
    QStringList wrong;
    const QList<DiskAct> acts = diskActs();
    const QList<Kind> all = kinds();
    for (const DiskAct &act : acts) {
        if (!QByteArrayList{"put small", "new version", "page of changes", "trash a folder", "evict"}.contains(
                act.name))
            continue;
        const Golden g = golden(act);
        for (const int k : {0, 3, 6}) {
            const Kind &kind = all.at(k);
            bool more = true;
            // The fast run takes a fixed spread of both, however many calls an act has come to need.
            for (int n = 1; more && (isLong() || n <= 5 * 17); n += isLong() ? 1 : 17) {
                for (int second = 1; isLong() || second <= 4 * 19; second += isLong() ? 1 : 19) {
                    const Try t = once(act, g, kind, n, second);
                    if (!t.wrong.isEmpty())
                        wrong.append(QStringLiteral("%1, %2 %3+%4: %5")
                                         .arg(QLatin1String(act.name), QLatin1String(kind.name))
                                         .arg(n)
                                         .arg(second)
                                         .arg(t.wrong));
                    more = t.fired;
                    if (!t.fired || !FailingDisk::fired())
                        break;
                }
            }
        }
        if (isLong())
            qInfo("%s: %d pairs so far, %d wrong", act.name, m_tries, int(wrong.size()));
    }
    qInfo("pairs: %d tries, %d wrong", m_tries, int(wrong.size()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 30).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(FaultDisk)
#include "tst_fault_disk.moc"
