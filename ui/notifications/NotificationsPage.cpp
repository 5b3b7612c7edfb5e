// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationsPage.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/notifications/NotificationDelegate.h"
#include "ui/notifications/NotificationModel.h"
#include "ui/notifications/Openable.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

using Show = NotificationFilter::Show;

namespace {
constexpr int pause = 120, shortest = 15; // milliseconds
}

NotificationsPage::NotificationsPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(buildHead());
    m_filters = buildFilters();
    column->addWidget(m_filters);
    m_found = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_found->setObjectName(QStringLiteral("notifications.found"));
    column->addWidget(m_found);
    m_model = new NotificationModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("notifications.list"));
    m_list->setAccessibleName(tr("Notifications, the most pressing first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NotificationDelegate(theme(), m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_empty = new EmptyState(theme(), this);
    column->addWidget(m_empty, 1);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &NotificationsPage::reload);
    connect(&session(), &Session::notificationsChanged, this, [this] {
        // The first at once, many together; a list that is read in a moment may be read again in the next.
        if (isVisible() && !m_soon.isActive())
            m_soon.start(m_read.isValid() && !m_read.hasExpired(m_pause) ? m_pause : 0);
    });
    connect(m_list, &QListView::activated, this, &NotificationsPage::openCurrent);
    connect(m_list, &QListView::clicked, this, &NotificationsPage::openCurrent);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_search->text().isEmpty()) {
            host().open(session().account().connected ? QStringLiteral("procedures") : QStringLiteral("connect"));
            return;
        }
        m_search->clear();
    });
    watchOpenable();
}

// Somebody asked to be told: he is, wherever in the window he is by then.
void NotificationsPage::watchOpenable()
{
    connect(Openable::of(session()), &Openable::canBeOpened, this, [this](const QString &id) {
        host().say(tr("The notification you asked about can be opened now. It is still sealed."), tr("See it"),
                   [this, id] {
                       host().open(QStringLiteral("notification"), {{QStringLiteral("id"), id}});
                   });
    });
}

QWidget *NotificationsPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QVBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    auto *title = new PageHead(theme(), QStringLiteral("notifications"), tr("Notifications"), head);
    QLabel *why =
        theme().label(tr("They arrive sealed. Looking at this list opens nothing: one is opened only when you say so, "
                         "after you have read what that means."),
                      TypeRole::Body, head, Role::TextMuted);
    why->setObjectName(QStringLiteral("notifications.why"));
    row->addWidget(title);
    row->addWidget(why);
    m_alarm = new Callout(theme(), QStringLiteral("notifications.alarm"), head);
    row->addWidget(m_alarm);
    connect(&session(), &Session::accountChanged, this, &NotificationsPage::showAlarm);
    showAlarm();
    return head;
}

// Sealing protects from the operator; that it stops of itself is nothing a person should find out by chance.
void NotificationsPage::showAlarm()
{
    if (session().account().sealsGone)
        m_alarm->say(
            Callout::Kind::Danger, tr("Your operator no longer says that it seals notifications"),
            tr("Until now they came sealed: nobody could show them as opened without your receipt. Do not open new "
               "ones until your operator has told you why this changed. Those that are here stay as they are."));
    else
        m_alarm->clear();
}

QWidget *NotificationsPage::buildFilters()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("notifications.search"));
    m_search->setPlaceholderText(tr("Search in those you have opened"));
    m_search->setAccessibleName(tr("Search in those you have opened"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumSize(fontMetrics().averageCharWidth() * 40, space::target);
    m_show = new QComboBox(bar);
    m_show->setObjectName(QStringLiteral("notifications.show"));
    m_show->setAccessibleName(tr("Which to show"));
    m_show->addItem(tr("All"), int(Show::All));
    m_show->addItem(tr("To be opened"), int(Show::ToOpen));
    m_show->addItem(tr("With a term that runs"), int(Show::Running));
    m_show->addItem(tr("Opened"), int(Show::Opened));
    m_show->addItem(tr("Closed or with a problem"), int(Show::Closed));
    m_entity = new QComboBox(bar);
    m_entity->setObjectName(QStringLiteral("notifications.entity"));
    m_entity->setAccessibleName(tr("From which entity"));
    m_entity->addItem(tr("All entities"), QString());
    auto *verify = new QPushButton(theme().icon(QStringLiteral("shield-check")), tr("Verify evidence…"), bar);
    verify->setObjectName(QStringLiteral("notifications.verify"));
    verify->setToolTip(tr("Check a file of evidence that somebody gave you"));
    connect(verify, &QPushButton::clicked, this, [this] {
        host().open(QStringLiteral("evidence"), {{QStringLiteral("choose"), true}});
    });
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_show),
                            static_cast<QWidget *>(m_entity), static_cast<QWidget *>(verify)}) {
        widget->setMinimumHeight(space::target);
        flow->addWidget(widget);
    }
    for (QComboBox *box : {m_show, m_entity}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::activated, this, &NotificationsPage::reload);
    }
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_soon.start(pause); });
    return bar;
}

void NotificationsPage::enter(const QVariantMap &args)
{
    if (args.value(QStringLiteral("fresh")).toBool()) {
        m_search->clear();
        m_show->setCurrentIndex(0);
        m_entity->setCurrentIndex(0);
    }
    if (args.contains(QStringLiteral("search")))
        m_search->setText(args.value(QStringLiteral("search")).toString());
    reload();
    const int row = m_model->rowOf(args.value(QStringLiteral("id")).toString());
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void NotificationsPage::forget()
{
    m_soon.stop();
    m_search->clear();
    m_soon.stop();
    m_model->show({}, {}, {});
    fillEntities({}, {});
}

void NotificationsPage::focusContent()
{
    if (m_model->shown() == 0)
        return m_search->isVisible() ? m_search->setFocus() : setFocus();
    m_list->setFocus();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(1)); // behind its heading
}

void NotificationsPage::fillEntities(const QStringList &ids, const QStringList &names)
{
    QStringList there;
    for (int i = 1; i < m_entity->count(); ++i)
        there << m_entity->itemData(i).toString();
    if (there == ids)
        return;
    const QString chosen = m_entity->currentData().toString();
    while (m_entity->count() > 1)
        m_entity->removeItem(1);
    for (qsizetype i = 0; i < ids.size(); ++i)
        m_entity->addItem(names.at(i), ids.at(i));
    m_entity->setCurrentIndex(qMax(0, m_entity->findData(chosen)));
}

void NotificationsPage::reload()
{
    m_read.start();
    Notifications &mail = session().documents().notifications();
    const QList<NotificationEntry> all = mail.list();
    QStringList ids, names;
    for (const NotificationEntry &one : all) {
        if (!ids.contains(one.entityId)) {
            ids << one.entityId;
            names << text::entityWords(one);
        }
    }
    fillEntities(ids, names);
    NotificationFilter filter;
    filter.show = Show(m_show->currentData().toInt());
    filter.entity = m_entity->currentData().toString();
    const QString words = m_search->text().trimmed();
    if (!words.isEmpty()) {
        filter.found.emplace();
        for (const NotificationEntry &one : mail.search(words))
            filter.found->append(one.id);
    }
    const QString current = m_list->currentIndex().data(NotificationModel::IdRole).toString();
    m_model->show(all, filter, text::colombianToday());
    m_pause = std::clamp(4 * int(m_read.elapsed()), shortest, pause);
    if (const int row = m_model->rowOf(current); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    const bool any = m_model->shown() > 0;
    m_filters->setVisible(true);
    m_search->setVisible(!all.isEmpty());
    m_show->setVisible(!all.isEmpty());
    m_entity->setVisible(ids.size() > 1);
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_found->setVisible(!words.isEmpty() && any);
    m_found->setText(tr("%n of those you have opened say so", nullptr, m_model->shown()));
    if (any)
        return;
    if (!words.isEmpty())
        m_empty->show(QStringLiteral("search"), tr("None of those you have opened says that"),
                      tr("What is still sealed is not searched: nobody can read it, this program neither."),
                      tr("Show all of them"));
    else if (!all.isEmpty())
        m_empty->show(QStringLiteral("circle-check"), tr("There is none of this kind"),
                      tr("Choose another one above to see the others."));
    else if (!session().account().connected)
        m_empty->show(QStringLiteral("inbox"), tr("Nothing can arrive yet"),
                      tr("Entities reach you through an operator. Connect one and agree to be notified in the "
                         "procedures that you choose."),
                      tr("Connect an operator"));
    else
        m_empty->show(QStringLiteral("inbox"), tr("You have no notifications"),
                      tr("An entity notifies you here only in the procedures in which you agreed to it."));
}

void NotificationsPage::openCurrent(const QModelIndex &index)
{
    const auto entry = m_model->at(index);
    if (entry)
        host().open(QStringLiteral("notification"), {{QStringLiteral("id"), entry->id}});
}

} // namespace carriel::ui
