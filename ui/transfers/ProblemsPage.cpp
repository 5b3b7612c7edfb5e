// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/ProblemsPage.h"

#include "core/services/Documents.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {
namespace {

constexpr qsizetype mostCards = 50;

} // namespace

ProblemsPage::ProblemsPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("problems.content"), 96, this);
    auto *title = new PageHead(theme(), QStringLiteral("problems"), tr("Problems"), this);
    m_state = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_state->setObjectName(QStringLiteral("problems.state"));
    auto *bar = new QWidget(this);
    auto *buttons = new FlowLayout(bar, space::s);
    const auto button = [&](const char *icon, const QString &name, const QString &words, Role role) {
        auto *made = new QPushButton(theme().icon(QString::fromLatin1(icon), role), words, bar);
        made->setObjectName(QStringLiteral("problems.") + name);
        buttons->addWidget(made);
        return made;
    };
    m_retry = button("refresh-cw", QStringLiteral("retry"), tr("Try again now"), Role::OnPrimary);
    setVariant(m_retry, Variant::Primary);
    m_transfers = button("activity", QStringLiteral("transfers"), tr("Transfers"), Role::Text);
    auto *report = button("life-buoy", QStringLiteral("report"), tr("Report for support…"), Role::Text);
    m_calm = new Card(theme(), QStringLiteral("problems.calm"), this);
    auto *calm = theme().label(tr("There are no problems."), TypeRole::Body, m_calm);
    calm->setObjectName(QStringLiteral("problems.calmWords"));
    m_calm->column()->addWidget(calm);
    auto *column = m_content->column();
    column->addWidget(title);
    column->addWidget(m_state);
    column->addWidget(bar);
    column->addWidget(m_calm);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);

    connect(m_retry, &QPushButton::clicked, this, [this] {
        session().retryNow();
        host().say(tr("Trying again now."));
    });
    connect(m_transfers, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("transfers")); });
    connect(report, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("diagnostics")); });
    const auto follow = [this] {
        if (isVisible())
            show();
    };
    connect(&session(), &Session::statusChanged, this, follow);
    connect(&session().documents(), &Documents::changed, this, follow);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ProblemsPage::show);
}

void ProblemsPage::enter(const QVariantMap &) { show(); }

void ProblemsPage::forget()
{
    delete m_cards;
    m_cards = nullptr;
    m_shown.clear();
    m_nexts.clear();
    m_state->clear();
}

void ProblemsPage::focusContent() { m_retry->isEnabled() ? m_retry->setFocus() : m_transfers->setFocus(); }

void ProblemsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    show();
    m_second.start();
}

void ProblemsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

void ProblemsPage::show()
{
    const SyncStatus status = session().status();
    const QList<Matter> matters = mattersOf(context());
    m_state->setText(text::longWords(status, QDateTime::currentDateTimeUtc()));
    // A question to the person is not answered by trying again.
    const bool helps = status.pending + status.failed > 0 || !status.problems.isEmpty() || status.nextTryUtc.isValid() ||
                       status.phase == SyncPhase::Offline || text::isSilent(status);
    m_retry->setEnabled(helps && status.phase != SyncPhase::NotConnected && status.phase != SyncPhase::NeedsLogin);
    m_calm->setVisible(matters.isEmpty());
    const bool same = m_cards && matters.size() == m_shown.size()
                      && std::equal(matters.begin(), matters.end(), m_shown.begin(),
                                    [](const Matter &a, const Matter &b) { return a.key == b.key; });
    if (!same) {
        forget();
        m_state->setText(text::longWords(status, QDateTime::currentDateTimeUtc()));
        m_cards = new QWidget(m_content->widget());
        m_cards->setObjectName(QStringLiteral("problems.cards"));
        auto *column = new QVBoxLayout(m_cards);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(space::m);
        int number = 0;
        for (const Matter &matter : matters.mid(0, mostCards))
            column->addWidget(card(matter, number++));
        m_content->column()->insertWidget(m_content->column()->indexOf(m_calm), m_cards);
    }
    m_shown = matters;
    for (qsizetype i = 0; i < m_nexts.size(); ++i) {
        const QString words = m_shown.at(i).next ? m_shown.at(i).next() : QString();
        if (m_nexts.at(i)->text() != words)
            m_nexts.at(i)->setText(words);
        m_nexts.at(i)->setVisible(!words.isEmpty());
    }
}

QWidget *ProblemsPage::card(const Matter &matter, int number)
{
    const QString name = QStringLiteral("problems.card%1").arg(number);
    auto *made = new Card(theme(), name, m_cards);
    auto *icon = new QLabel(made);
    icon->setObjectName(name + QLatin1String(".icon"));
    icon->setPixmap(theme().icon(matter.icon, matter.role).pixmap(QSize(space::xl, space::xl), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    const auto line = [&](const QString &part, const QString &text, TypeRole type, Role role) {
        QLabel *label = theme().label(text, type, made, role);
        label->setObjectName(QString(name + QLatin1Char('.') + part));
        label->setVisible(!text.isEmpty());
        words->addWidget(label);
        return label;
    };
    line(QStringLiteral("title"), matter.title, TypeRole::Strong, Role::Text);
    line(QStringLiteral("text"), matter.text, TypeRole::Body, Role::Text);
    m_nexts << line(QStringLiteral("next"), matter.next ? matter.next() : QString(), TypeRole::Body, Role::TextMuted);
    line(QStringLiteral("fact"), matter.fact, TypeRole::Small, Role::TextMuted)->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *bar = new QWidget(made);
    auto *verbs = new FlowLayout(bar, space::s);
    int at = 0;
    for (const Matter::Verb &verb : matter.verbs) {
        auto *button = new QPushButton(verb.text, bar);
        button->setObjectName(QStringLiteral("%1.verb%2").arg(name).arg(at));
        button->setAccessibleName(QString(verb.text + QLatin1String(": ") + matter.title));
        if (at++ > 0)
            setVariant(button, Variant::Quiet);
        verbs->addWidget(button);
        connect(button, &QPushButton::clicked, this, [act = verb.act] { act(); });
    }
    words->addSpacing(space::s);
    words->addWidget(bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    made->column()->addLayout(row);
    return made;
}

} // namespace carriel::ui
