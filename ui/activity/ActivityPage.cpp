// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/ActivityPage.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/text/ActivityWords.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

constexpr int atOnce = 500;

} // namespace

ActivityPage::ActivityPage(const PageContext &context, QWidget *parent) : Page(context, parent), m_most(atOnce)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xs, space::l, space::l);
    column->setSpacing(space::s);
    auto *title = theme().label(tr("Activity"), TypeRole::Heading, this);
    title->setObjectName(QStringLiteral("activity.title"));
    auto *why = theme().label(tr("What was done with your documents on this computer. This record cannot be changed without leaving a trace."),
                              TypeRole::Body, this, Role::TextMuted);
    why->setObjectName(QStringLiteral("activity.why"));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("activity.filter"));
    m_filter->setPlaceholderText(tr("Show only what contains…"));
    m_filter->setAccessibleName(tr("Show only what contains…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(480);
    m_filter->setMinimumHeight(space::target);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("activity.list"));
    m_list->setAccessibleName(tr("What happened, the newest first"));
    m_list->setWordWrap(true);
    m_list->setUniformItemSizes(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_none->setObjectName(QStringLiteral("activity.none"));
    m_more = new QPushButton(tr("Show earlier ones"), this);
    m_more->setObjectName(QStringLiteral("activity.more"));
    for (QWidget *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(why), static_cast<QWidget *>(m_filter),
                            static_cast<QWidget *>(m_none)})
        column->addWidget(widget);
    column->addWidget(m_list, 1);
    column->addStretch(0);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, &ActivityPage::reload);
    connect(m_filter, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&session().documents(), &Documents::changed, this, [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_most += atOnce;
        reload();
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const QString id = item->data(Qt::UserRole).toString();
        if (!id.isEmpty())
            host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id}});
    });
}

void ActivityPage::enter(const QVariantMap &) { reload(); }

void ActivityPage::forget()
{
    m_soon.stop();
    m_list->clear();
    m_filter->clear();
    m_most = atOnce;
}

void ActivityPage::focusContent() { m_list->count() > 0 ? m_list->setFocus() : m_filter->isVisible() ? m_filter->setFocus() : setFocus(); }

void ActivityPage::reload()
{
    const QList<ActivityRecord> records = session().documents().activity().records(m_most);
    const QString wanted = m_filter->text().trimmed();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const ActivityRecord &record : records) {
        const QString words = text::activityWords(record);
        if (!wanted.isEmpty() && !words.contains(wanted, Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(theme().icon(text::activityIcon(record.kind), Role::TextMuted),
                                         QString(words + QStringLiteral("  ·  ") + text::ago(record.whenUtc, now)), m_list);
        item->setData(Qt::UserRole, record.item.text());
        item->setToolTip(text::dateTime(record.whenUtc));
    }
    m_list->setCurrentRow(row < m_list->count() ? row : -1);
    m_more->setVisible(records.size() == m_most);
    m_none->setText(!wanted.isEmpty() ? tr("Nothing contains “%1”.").arg(wanted) : tr("Nothing happened yet."));
    m_none->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0); // an empty frame would say nothing
    m_filter->setVisible(m_list->count() > 0 || !wanted.isEmpty());
}

void addActivityPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("activity"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Activity"), "activity", 70,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new ActivityPage(context, parent); }});
}

} // namespace carriel::ui
