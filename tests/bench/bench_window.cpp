// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a vault of 100,000 documents (see `make bench`): from the start of a process to the first painted list,
// beside a bare Qt window with 200 rows of SQLCipher; and scrolling, frame by frame. Each start is a process of its
// own, this program with another first word. The vault is unlocked by the session's real key store. Nothing here passes
// or fails by time.
#include "app/desktop/OpenProfile.h"
#include "core/vault/Vault.h"
#include "core/vault/keys/KeyStore.h"
#include "tests/bench/Filling.h"
#include "tests/bench/Table.h"
#include "tests/support/Patience.h"
#include "ui/documents/DocumentViews.h"
#include "ui/text/Preferences.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTimer>
#include <QTreeView>
#include <cstdio>
#include <ctime>

using namespace carriel;
using namespace carriel::bench;

namespace {

constexpr int documents = 100000;
constexpr int starts = 7;
constexpr int frames = 60;

[[noreturn]] void stop(const QString &what)
{
    std::fprintf(stderr, "bench_window: %s\n", qPrintable(what));
    std::exit(1);
}

void need(const Outcome &outcome, const char *what)
{
    if (!outcome.ok())
        stop(QString(QLatin1String(what) + QLatin1String(": ") + outcome.error().codeText() + u' ' +
                     outcome.error().detail));
}

// Of a clock that both processes share.
double nowMs()
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray &line : lines)
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

// Calls back once the widget has been painted while `ready` holds.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget *widget, std::function<bool()> ready, std::function<void()> painted)
        : QObject(widget), m_ready(std::move(ready)), m_painted(std::move(painted))
    {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_done && m_ready()) {
            m_done = true;
            QTimer::singleShot(0, this, m_painted); // after the painting that this event begins
        }
        return false;
    }

private:
    std::function<bool()> m_ready;
    std::function<void()> m_painted;
    bool m_done = false;
};

void tell()
{
    std::printf("painted %.3f %.1f\n", nowMs(), residentMb());
}

// Worst, and the one in a hundred, of the time that a page down takes to be on the screen.
void scroll(QAbstractItemView *view)
{
    QScrollBar *bar = view->verticalScrollBar();
    QList<double> took;
    for (int i = 1; i <= frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(int(qint64(bar->maximum()) * i / frames)); // far apart: no row is in the cache yet
        view->viewport()->repaint();
        took.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("scrolled %.3f %.3f\n", quantile(took, 0.5), quantile(took, 1.0));
}

int showProgram(QApplication &app, const QString &dir, bool scrolling)
{
    ui::Theme theme;
    theme.install(app);
    ui::PageParts parts;
    parts.profiles = Profiles(QString(dir + QLatin1String("/profiles")));
    parts.preferences = std::make_shared<text::Preferences>(QString(dir + QLatin1String("/preferences.ini")));
    commands::Browser browser([](const QUrl &) {});
    desktop::OpenProfile open(QString(dir + QLatin1String("/profile")), {}, std::move(parts), theme, browser);
    open.show();
    const auto unlocked = [&open, scrolling] {
        open.navigator().open(QStringLiteral("documents"));
        auto *views = open.window().findChild<ui::DocumentViews *>();
        QAbstractItemView *view = views ? views->view() : nullptr;
        if (!view)
            stop(QStringLiteral("there is no list"));
        new FirstPaint(
            view->viewport(), [view] { return view->model()->rowCount() > 0; },
            [view, scrolling] {
                tell();
                std::fflush(stdout);
                if (!scrolling)
                    std::_Exit(0); // what follows is not measured
                const auto go = [view] { // through all of them: the rest comes behind the first ones
                    if (view->model()->rowCount() < documents)
                        return;
                    scroll(view);
                    std::fflush(stdout);
                    std::_Exit(0);
                };
                auto *whole = new QTimer(view);
                QObject::connect(whole, &QTimer::timeout, view, go);
                whole->start(20);
            });
    };
    QObject::connect(&open.session(), &Session::vaultStateChanged, &open, [unlocked](VaultState state) {
        if (state == VaultState::Unlocked)
            unlocked();
    });
    QTimer::singleShot(60000, &app, [] { stop(QStringLiteral("the vault was not opened")); });
    return QApplication::exec();
}

int showFloor(const QString &path)
{
    QTreeView view;
    QStandardItemModel model(0, 3);
    view.setModel(&model);
    view.setUniformRowHeights(true);
    view.resize(1180, 760);
    auto database = vault::Database::open(path, vault::testing::keyOf('k'), vault::Access::ReadOnly);
    if (!database.ok())
        stop(QStringLiteral("the floor cannot be opened"));
    for (vault::Statement row = database.value()->query(plainFirst200); row.next().valueOr(false);)
        model.appendRow(
            {new QStandardItem(row.text(1)), new QStandardItem(row.text(2)), new QStandardItem(row.text(3))});
    new FirstPaint(
        view.viewport(), [] { return true; },
        [] {
            tell();
            std::fflush(stdout);
            std::_Exit(0);
        });
    view.show();
    return QApplication::exec();
}

void prepare(const QString &dir, const QString &floor)
{
    const auto keyStore = vault::systemKeyStore();
    vault::Vault::Plan plan = vault::Vault::plan();
    std::optional<Outcome> written;
    keyStore->write(plan.keys.vaultId(), plan.key, [&](Outcome outcome) { written = std::move(outcome); });
    if (!QTest::qWaitFor([&] { return written.has_value(); }, carriel::test::patienceMs))
        stop(QStringLiteral("the key store does not answer"));
    need(*written, "the key store");
    SystemClock clock;
    SystemRandom random;
    vault::UnlockSetup setup;
    setup.keyStore = true;
    auto made = vault::Vault::create(QString(dir + QLatin1String("/profile")), std::move(plan), setup, clock, random);
    auto cipher = vault::Database::open(floor, vault::testing::keyOf('k'), vault::Access::Create);
    if (!made.ok() || !cipher.ok())
        stop(QStringLiteral("the databases cannot be made"));
    auto store = made.value().vault->openStore(clock, random);
    if (!store.ok())
        stop(QStringLiteral("the vault cannot be opened"));
    need(cipher.value()->exec(plainTable), "the floor");
    need(cipher.value()->exec(plainIndex), "the floor");
    need(store.value()->database().exec("PRAGMA synchronous=OFF"), "pragma");
    Words words(2026);
    for (int i = 0; i < documents; i += 1000) {
        const QList<Sample> samples = thousand(words, i);
        need(fillCipher(*cipher.value(), samples, i), "filling the floor");
        need(fillVault(*store.value(), samples), "filling the vault");
        for (const Sample &s : samples)
            need(store.value()->putText(ItemId(s.id), VersionId(QString(s.id + QLatin1String("-v"))), s.text), "filling the words");
    }
    // Their signatures have been looked at, as in a vault that was open before.
    need(store.value()->database().exec(
             "INSERT INTO document_verdict(n,version,verdict) SELECT n,l_version,'none' FROM item;"
             "INSERT OR IGNORE INTO verdict(sha256,trust,checked,verdict,report) SELECT sha256,'',0,'none',x'' FROM blob;"
             "DELETE FROM to_verify"),
         "the verdicts");
    need(store.value()->checkpoint(), "checkpoint");
}

struct Start
{
    double ms = 0;
    double mb = 0;
    double frame = 0;
    double worst = 0;
};

Start run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const double begin = nowMs();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(90000) || process.exitCode() != 0)
        stop(QString(u'\'' + arguments.join(u' ') + QLatin1String("' did not paint")));
    Start start;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3 && words.first() == "painted") {
            start.ms = words.at(1).toDouble() - begin;
            start.mb = words.at(2).toDouble();
        } else if (words.size() == 3 && words.first() == "scrolled") {
            start.frame = words.at(1).toDouble();
            start.worst = words.at(2).toDouble();
        }
    }
    return start;
}

int measure(const QString &json)
{
    QTemporaryDir dir;
    const QString floor = dir.filePath(QStringLiteral("floor.db"));
    prepare(dir.path(), floor);
    std::printf("\nthe window on a vault of 100,000 documents; medians of %d starts\n", starts);
    Table table;
    for (int i = 0; i < starts; ++i) {
        const Start ours = run({QStringLiteral("program"), dir.path()});
        const Start bare = run({QStringLiteral("floor"), floor});
        const Start scrolled = run({QStringLiteral("scroll"), dir.path()});
        const QString floorName = QStringLiteral("bare Qt list of 200, SQLCipher");
        table.add(QStringLiteral("P10 start to first painted list"), floorName, QStringLiteral("ms"), ours.ms, bare.ms);
        table.add(QStringLiteral("P10 memory then"), floorName, QStringLiteral("MB"), ours.mb, bare.mb);
        table.add(QStringLiteral("P11 scroll, a frame"), QStringLiteral("16 ms"), QStringLiteral("ms"), scrolled.frame,
                  16);
        table.add(QStringLiteral("P11 scroll, worst of 60 frames"), QStringLiteral("16 ms"), QStringLiteral("ms"),
                  scrolled.worst, 16);
    }
    table.print();
    if (!table.save(json))
        stop(QStringLiteral("cannot write the figures"));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() == 3 && words.at(1) == u"program")
        return showProgram(app, words.at(2), false);
    if (words.size() == 3 && words.at(1) == u"scroll")
        return showProgram(app, words.at(2), true);
    if (words.size() == 3 && words.at(1) == u"floor")
        return showFloor(words.at(2));
    if (words.size() == 3 && words.at(1) == u"prepare") { // to look at single starts afterwards
        prepare(words.at(2), QString(words.at(2) + QLatin1String("/floor.db")));
        return 0;
    }
    if (words.size() == 3 && words.at(1) == u"--json")
        return measure(words.at(2));
    std::fprintf(stderr, "usage: bench_window --json FILE | prepare DIR | program DIR | scroll DIR | floor FILE\n");
    return 64;
}
