// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/TransfersPage.h"

#include "ui/shell/PageRegistry.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

constexpr int mostRows = 50; // the others are counted in words

} // namespace

TransfersPage::TransfersPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("transfers.content"), 96, this);
    auto *title = theme().label(tr("Transfers and problems"), TypeRole::Heading, this);
    title->setObjectName(QStringLiteral("transfers.title"));
    m_state = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_state->setObjectName(QStringLiteral("transfers.state"));
    m_pause = new QPushButton(this);
    m_pause->setObjectName(QStringLiteral("transfers.pause"));
    m_retry = new QPushButton(theme().icon(QStringLiteral("refresh-cw")), tr("Try now"), this);
    m_retry->setObjectName(QStringLiteral("transfers.retry"));
    m_login = new QPushButton(tr("Log in"), this);
    m_login->setObjectName(QStringLiteral("transfers.login"));
    setVariant(m_login, Variant::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_login);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_pause);
    buttons->addStretch(1);

    m_transfersTitle = theme().label(tr("On the way"), TypeRole::Title, this);
    m_transfersTitle->setObjectName(QStringLiteral("transfers.listTitle"));
    m_transfers = new Card(theme(), QStringLiteral("transfers.list"), this);
    m_problemsTitle = theme().label(tr("Problems"), TypeRole::Title, this);
    m_problemsTitle->setObjectName(QStringLiteral("transfers.problemsTitle"));
    m_calm = new Card(theme(), QStringLiteral("transfers.calm"), this);
    auto *calm = theme().label(tr("Nothing is on its way, and there are no problems."), TypeRole::Body, m_calm);
    calm->setObjectName(QStringLiteral("transfers.calmWords"));
    m_calm->column()->addWidget(calm);

    auto *column = m_content->column();
    column->addWidget(title);
    column->addWidget(m_state);
    column->addLayout(buttons);
    column->addWidget(m_problemsTitle);
    column->addWidget(m_transfersTitle);
    column->addWidget(m_transfers);
    column->addWidget(m_calm);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);

    connect(m_retry, &QPushButton::clicked, this, [this] {
        session().retryNow();
        host().say(tr("Trying again now."));
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_paused = !m_paused;
        session().pauseTransfers(m_paused);
        show(session().status());
    });
    connect(m_login, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("login")); });
    connect(&session(), &Session::statusChanged, this, [this](const SyncStatus &status) {
        if (isVisible())
            show(status);
    });
    m_clock.start();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &TransfersPage::tick);
}

void TransfersPage::enter(const QVariantMap &)
{
    show(session().status());
}

void TransfersPage::forget()
{
    for (const Row &row : std::as_const(m_rows))
        delete row.widget;
    m_rows.clear();
    m_order.clear();
    delete m_problems;
    m_problems = nullptr;
    m_problemsShown.clear();
    m_nexts.clear();
}

void TransfersPage::focusContent()
{
    m_pause->isVisible() ? m_pause->setFocus() : m_retry->setFocus();
}

void TransfersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    show(session().status());
    m_second.start();
}

void TransfersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

void TransfersPage::show(const SyncStatus &status)
{
    m_state->setText(text::longWords(status, QDateTime::currentDateTimeUtc()));
    const bool connected = status.phase != SyncPhase::NotConnected;
    m_paused = !status.transfers.isEmpty() ? status.transfers.first().paused : m_paused;
    m_pause->setVisible(connected);
    m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(theme().icon(m_paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_retry->setVisible(connected && status.phase != SyncPhase::NeedsLogin);
    m_login->setVisible(status.phase == SyncPhase::NeedsLogin);
    showProblems(status);
    showTransfers(status);
    m_calm->setVisible(status.transfers.isEmpty() && status.problems.isEmpty());
}

TransfersPage::Row TransfersPage::makeRow(const TransferInfo &transfer, int number)
{
    const QString name = QStringLiteral("transfers.row%1").arg(number);
    Row row;
    row.widget = new QWidget(m_transfers);
    row.widget->setObjectName(name);
    auto *icon = new QLabel(row.widget);
    icon->setObjectName(name + QLatin1String(".icon"));
    icon->setPixmap(theme().icon(transfer.up ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"), Role::Info)
                        .pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
    icon->setToolTip(transfer.up ? tr("To your operator") : tr("To this computer"));
    auto *title = theme().label(transfer.name, TypeRole::Body, row.widget);
    title->setObjectName(name + QLatin1String(".name"));
    row.bar = new QProgressBar(row.widget);
    row.bar->setObjectName(name + QLatin1String(".bar"));
    row.bar->setRange(0, 100);
    row.bar->setTextVisible(false);
    row.bar->setMaximumHeight(space::s);
    row.bar->setAccessibleName(transfer.name);
    row.fact = theme().label({}, TypeRole::Small, row.widget, Role::TextMuted);
    row.fact->setObjectName(name + QLatin1String(".fact"));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(title);
    words->addWidget(row.bar);
    words->addWidget(row.fact);
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    m_transfers->column()->addWidget(row.widget);
    return row;
}

void TransfersPage::showTransfers(const SyncStatus &status)
{
    m_transfers->setVisible(!status.transfers.isEmpty());
    m_transfersTitle->setVisible(!status.transfers.isEmpty());
    QStringList order;
    QSet<QString> ids;
    for (const TransferInfo &transfer : status.transfers) {
        ids.insert(transfer.item.text());
        if (order.size() < mostRows)
            order.append(transfer.item.text());
        m_speed.note(transfer.item.text(), transfer.done, m_clock.elapsed());
    }
    m_speed.keepOnly(ids);
    if (order != m_order) {
        for (const Row &row : std::as_const(m_rows))
            delete row.widget;
        m_rows.clear();
        int number = 0;
        for (const TransferInfo &transfer : status.transfers.mid(0, mostRows))
            m_rows.insert(transfer.item.text(), makeRow(transfer, number++));
        m_order = order;
    }
    for (const TransferInfo &transfer : status.transfers) {
        const Row row = m_rows.value(transfer.item.text());
        if (!row.widget)
            continue;
        QString fact = text::sizeOf(transfer.done, transfer.size);
        const qint64 left = m_speed.secondsLeft(transfer.item.text(), transfer.size - transfer.done);
        if (transfer.paused)
            fact += QStringLiteral(" · ") + tr("paused");
        else if (left >= 0)
            fact += QStringLiteral(" · ") + tr("%1 left").arg(text::duration(left));
        row.fact->setText(fact);
        row.bar->setValue(transfer.size > 0 ? int(transfer.done * 100 / transfer.size) : 0);
        row.bar->setAccessibleDescription(fact);
    }
    m_transfersTitle->setText(status.transfers.size() > mostRows
                                  ? tr("On the way: %1 documents").arg(text::count(status.transfers.size()))
                                  : tr("On the way"));
}

QString TransfersPage::next(const SyncProblem &problem) const
{
    const qint64 seconds = problem.nextTryUtc.isValid() ? QDateTime::currentDateTimeUtc().secsTo(problem.nextTryUtc) : -1;
    if (!problem.nextTryUtc.isValid())
        return text::wordsFor(problem.error).remedy;
    return seconds > 0 ? tr("The next try is in %1.").arg(text::duration(seconds)) : tr("It is being tried now.");
}

void TransfersPage::showProblems(const SyncStatus &status)
{
    QStringList shows;
    for (const SyncProblem &problem : status.problems)
        shows << problem.item.text() << problem.error.codeText() << problem.userMessage
              << QString::number(problem.nextTryUtc.isValid());
    m_problemsTitle->setVisible(!status.problems.isEmpty());
    if (shows == m_problemsShown) {
        for (qsizetype i = 0; i < m_nexts.size() && i < status.problems.size(); ++i)
            m_nexts.at(i)->setText(next(status.problems.at(i)));
        return;
    }
    m_problemsShown = shows;
    delete m_problems;
    m_nexts.clear();
    m_problems = new QWidget(m_content->widget());
    m_problems->setObjectName(QStringLiteral("transfers.problems"));
    auto *column = new QVBoxLayout(m_problems);
    column->setContentsMargins(0, 0, 0, space::m);
    column->setSpacing(space::m);
    int number = 0;
    for (const SyncProblem &problem : status.problems.mid(0, mostRows))
        column->addWidget(problemCard(problem, number++));
    m_content->column()->insertWidget(m_content->column()->indexOf(m_problemsTitle) + 1, m_problems);
    m_problems->setVisible(!status.problems.isEmpty());
}

QWidget *TransfersPage::problemCard(const SyncProblem &problem, int number)
{
    const text::Words words = text::wordsFor(problem.error);
    const QString name = QStringLiteral("transfers.problem%1").arg(number);
    auto *card = new Card(theme(), name, m_problems);
    auto *icon = new QLabel(card);
    icon->setObjectName(name + QLatin1String(".icon"));
    icon->setPixmap(theme().icon(QStringLiteral("triangle-alert"), Role::Danger).pixmap(QSize(space::xl, space::xl), devicePixelRatioF()));
    auto *title = theme().label(problem.itemName.isEmpty() ? words.title : QString(problem.itemName + QLatin1String(": ") + words.title),
                                TypeRole::Strong, card);
    title->setObjectName(name + QLatin1String(".title"));
    auto *meaning = theme().label(problem.userMessage.isEmpty() ? words.meaning : problem.userMessage, TypeRole::Body, card);
    meaning->setObjectName(name + QLatin1String(".meaning"));
    auto *then = theme().label(next(problem), TypeRole::Body, card, Role::TextMuted);
    then->setObjectName(name + QLatin1String(".next"));
    m_nexts.append(then);
    auto *code = theme().label(problem.error.codeText(), TypeRole::Small, card, Role::TextMuted);
    code->setObjectName(name + QLatin1String(".code"));
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const bool retries = problem.nextTryUtc.isValid() || problem.item.isEmpty();
    auto *button = new QPushButton(retries ? tr("Try now") : tr("See the document"), card);
    button->setObjectName(name + QLatin1String(".button"));
    button->setAccessibleName(QString(button->text() + QLatin1String(": ") + title->text()));
    connect(button, &QPushButton::clicked, this, [this, retries, id = problem.item.text()] {
        if (retries)
            session().retryNow();
        else
            host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id}});
    });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(space::xs);
    texts->addWidget(title);
    texts->addWidget(meaning);
    texts->addWidget(then);
    texts->addWidget(code);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
    card->column()->addLayout(row);
    return card;
}

void TransfersPage::tick()
{
    show(session().status());
}

void addTransferPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("transfers"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Transfers and problems"), "activity", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new TransfersPage(context, parent); }});
}

} // namespace carriel::ui
