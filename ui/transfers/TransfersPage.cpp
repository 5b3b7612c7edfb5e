// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/TransfersPage.h"

#include "core/services/Documents.h"
#include "core/services/Transfers.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/transfers/DiagnosticsDialog.h"
#include "ui/transfers/ProblemsPage.h"
#include "ui/transfers/TransferRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {
namespace {

constexpr int mostRows = 50; // the others are counted in words

// The key of their speed together.
QString whole() { return QStringLiteral("all"); }

QString keyOf(const TransferInfo &transfer) { return transfer.id.text() + (transfer.up ? QLatin1Char('u') : QLatin1Char('d')); }

// Whether anything goes out at all just now.
bool mayMove(const SyncStatus &status)
{
    return status.phase == SyncPhase::Syncing || status.phase == SyncPhase::UpToDate ||
           status.phase == SyncPhase::Problem || (status.phase == SyncPhase::Waiting && !status.nextTryUtc.isValid());
}

// What the person allows this way; 0: as fast as it goes.
qint64 limitOf(const TransferLimits &limits, bool up)
{
    return up ? limits.upBytesPerSecond : limits.downBytesPerSecond;
}

double within(double rate, qint64 limit)
{
    return limit > 0 ? qMin(rate, double(limit)) : rate;
}

// Those of the vault in their order, with what the engine knows of those that move.
QList<TransferInfo> transfersOf(Session &session)
{
    QList<TransferInfo> all = session.documents().transfers().list();
    const SyncStatus status = session.status();
    const QList<TransferInfo> moving = status.transfers;
    for (const TransferInfo &live : moving) {
        bool known = false;
        for (TransferInfo &transfer : all) {
            if (transfer.id != live.id || transfer.up != live.up)
                continue;
            transfer.moving = mayMove(status) && live.moving && !live.paused && !text::isSilent(status);
            transfer.done = qMax(transfer.done, live.done);
            known = true;
        }
        if (!known) {
            all.append(live);
            all.last().moving &= mayMove(status);
            if (live.name.isEmpty()) // an earlier version, or one that is not wanted here any more
                all.last().name = session.documents().transfers().nameOf(live.id);
        }
    }
    std::stable_partition(all.begin(), all.end(), [](const TransferInfo &transfer) { return transfer.moving; });
    return all;
}

} // namespace

TransfersPage::TransfersPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("transfers.content"), 96, this);
    auto *title = new PageHead(theme(), QStringLiteral("transfers"), tr("Transfers"), this);
    m_state = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_state->setObjectName(QStringLiteral("transfers.state"));
    auto *bar = new QWidget(this);
    auto *buttons = new FlowLayout(bar, space::s);
    const auto button = [&](const char *icon, const QString &name, const QString &words) {
        auto *made = new QPushButton(theme().icon(QString::fromLatin1(icon)), words, bar);
        made->setObjectName(QStringLiteral("transfers.") + name);
        buttons->addWidget(made);
        return made;
    };
    m_pause = button("pause", QStringLiteral("pause"), tr("Pause everything"));
    m_limits = button("gauge", QStringLiteral("limits"), tr("Limits…"));
    m_problems = button("triangle-alert", QStringLiteral("problems"), tr("Problems"));

    m_sum = theme().label({}, TypeRole::Title, this);
    m_sum->setObjectName(QStringLiteral("transfers.sum"));
    m_list = new Card(theme(), QStringLiteral("transfers.list"), this);
    m_calm = new Card(theme(), QStringLiteral("transfers.calm"), this);
    auto *calm = theme().label(tr("Nothing is on its way."), TypeRole::Body, m_calm);
    calm->setObjectName(QStringLiteral("transfers.calmWords"));
    m_calm->column()->addWidget(calm);

    auto *column = m_content->column();
    for (QWidget *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(m_state), bar, static_cast<QWidget *>(m_sum),
                            static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_calm)})
        column->addWidget(widget);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);

    connect(m_pause, &QPushButton::clicked, this, &TransfersPage::pauseAll);
    connect(m_limits, &QPushButton::clicked, this,
            [this] { host().open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("network")}}); });
    connect(m_problems, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("problems")); });
    connect(&session(), &Session::statusChanged, this, [this] {
        if (isVisible())
            show();
    });
    m_clock.start();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &TransfersPage::show);
}

void TransfersPage::enter(const QVariantMap &) { show(); }

void TransfersPage::forget()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    m_order.clear();
}

void TransfersPage::focusContent() { m_pause->setFocus(); }

void TransfersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_speed = {}; // of what went meanwhile nobody saw how fast
    m_left = 0;
    show();
    m_second.start();
}

void TransfersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

void TransfersPage::pauseAll()
{
    session().documents().transfers().pauseAll(!m_paused).then(this, [this, on = !m_paused](const Outcome &outcome) {
        if (outcome.ok())
            m_paused = on;
        tell(outcome);
    });
}

// What was asked shows in the list; only what failed is said.
void TransfersPage::tell(const Outcome &outcome)
{
    if (!outcome.ok())
        host().showError(outcome.error());
    show();
}

void TransfersPage::show()
{
    const SyncStatus status = session().status();
    const QList<TransferInfo> transfers = transfersOf(session());
    m_state->setText(text::longWords(status, QDateTime::currentDateTimeUtc()));
    m_paused = session().documents().transfers().allPaused() || (m_paused && !transfers.isEmpty());
    m_pause->setText(m_paused ? tr("Resume everything") : tr("Pause everything"));
    m_pause->setIcon(theme().icon(m_paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setEnabled(status.phase != SyncPhase::NotConnected);
    const auto troubles = status.problems.size() + status.conflicts;
    m_problems->setText(troubles > 0 ? tr("%n problem(s)", nullptr, int(troubles)) : tr("Problems"));
    showRows(transfers);
}

TransferRow *TransfersPage::makeRow(const TransferInfo &transfer, int number)
{
    auto *row = new TransferRow(transfer, number, theme(), m_list);
    m_list->column()->addWidget(row);
    Transfers &service = session().documents().transfers();
    const QList<BlobId> ids{transfer.id};
    const auto told = [this](const Outcome &outcome) { tell(outcome); };
    connect(row, &TransferRow::pauseAsked, this, [this, &service, ids, told](bool on) {
        (on ? service.pause(ids) : service.resume(ids)).then(this, told);
    });
    connect(row, &TransferRow::firstAsked, this, [this, &service, ids, told] { service.first(ids).then(this, told); });
    connect(row, &TransferRow::cancelAsked, this, [this, &service, ids, up = transfer.up, name = transfer.name] {
        service.cancel(ids).then(this, [this, up, name](const Outcome &outcome) {
            if (outcome.ok())
                host().say(up ? tr("“%1” stays on this computer and is not sent; in Problems it can be sent again.").arg(name) : tr("“%1” will come when you open it.").arg(name));
            tell(outcome);
        });
    });
    return row;
}

void TransfersPage::showRows(const QList<TransferInfo> &transfers)
{
    m_list->setVisible(!transfers.isEmpty());
    m_sum->setVisible(!transfers.isEmpty());
    m_calm->setVisible(transfers.isEmpty());
    QStringList order;
    QSet<QString> ids;
    for (const TransferInfo &transfer : transfers) {
        const QString key = keyOf(transfer);
        ids.insert(key);
        if (order.size() < mostRows)
            order.append(key);
        m_speed.note(key, transfer.done, m_clock.elapsed());
    }
    showSum(transfers);
    ids.insert(whole());
    m_speed.keepOnly(ids);
    if (order != m_order) {
        forget();
        int number = 0;
        for (const TransferInfo &transfer : transfers.mid(0, mostRows))
            m_rows.insert(keyOf(transfer), makeRow(transfer, number++));
        m_order = order;
    }
    const SyncStatus status = session().status();
    const bool metered = std::any_of(status.transfers.begin(), status.transfers.end(),
                                     [](const TransferInfo &transfer) { return !transfer.moving && !transfer.paused; });
    const QString waits = !mayMove(status) ? tr("waits for the connection")
                          : metered        ? tr("waits for another network")
                                           : tr("waits for its turn");
    const TransferLimits limits = session().documents().transfers().limits();
    for (const TransferInfo &transfer : transfers) {
        const QString key = keyOf(transfer);
        if (TransferRow *row = m_rows.value(key))
            row->show(transfer, within(m_speed.bytesPerSecond(key, m_clock.elapsed()), limitOf(limits, transfer.up)),
                      m_paused, waits);
    }
}

// All together: what is left, and how long it takes at the speed of the last half minute, never faster than is allowed.
void TransfersPage::showSum(const QList<TransferInfo> &transfers)
{
    const TransferLimits limits = session().documents().transfers().limits();
    qint64 left = 0;
    bool up = false, down = false, moving = false;
    for (const TransferInfo &transfer : transfers) {
        left += qMax<qint64>(0, transfer.size - transfer.done);
        (transfer.up ? up : down) = true;
        moving |= transfer.moving && !m_paused;
    }
    left = qMax(left, session().status().bytesLeft); // the list tells of the first thousand
    m_gone += qMax<qint64>(0, m_left - left);
    m_left = left;
    m_speed.note(whole(), m_gone, m_clock.elapsed());
    const qint64 allowed = up && down ? (limitOf(limits, true) > 0 && limitOf(limits, false) > 0 ? limitOf(limits, true) + limitOf(limits, false) : 0)
                                      : limitOf(limits, up);
    const double measured = m_speed.bytesPerSecond(whole(), m_clock.elapsed());
    const double rate = measured > 0 ? within(measured, allowed) : double(allowed);
    QStringList parts{tr("%n document(s), %1 left", nullptr, int(transfers.size())).arg(text::size(left))};
    if (const qint64 seconds = Speed::secondsLeft(rate, left); moving && seconds >= 0)
        parts << tr("about %1").arg(text::duration(seconds));
    m_sum->setText(parts.join(QStringLiteral(" · ")));
}

void addTransferPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("transfers"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Transfers"), "activity", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new TransfersPage(context, parent); }});
    registry.add({QStringLiteral("problems"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Problems"), "triangle-alert", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new ProblemsPage(context, parent); }});
    registry.add({QStringLiteral("diagnostics"), PagePlace::Dialog, QT_TRANSLATE_NOOP("Pages", "Report for support"), "life-buoy", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new DiagnosticsDialog(context, parent); }});
}

} // namespace carriel::ui
