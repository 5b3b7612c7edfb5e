// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/TrashPage.h"

#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "core/services/Session.h"
#include "core/services/sealed/SealedDocuments.h"
#include "ui/documents/Acts.h"
#include "ui/documents/DocumentViews.h"
#include "ui/documents/Place.h"
#include "ui/models/DocumentListModel.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHead.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTreeView>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {

// What lies in a folder that is in the trash, too, goes and comes back with it, and would stand here as if it had been
// thrown away by itself.
QList<ItemId> withoutInside(const Documents &documents, const QList<ItemId> &ids)
{
    constexpr int most = 5000; // reading more rows would be felt
    if (ids.size() > most)
        return ids;
    const QSet<ItemId> all(ids.begin(), ids.end());
    QList<ItemId> out;
    for (const DocumentRow &row : documents.rows(ids)) {
        if (!all.contains(row.parent))
            out << row.id;
    }
    return out;
}

} // namespace

TrashPage::TrashPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    Documents &documents = session().documents();
    m_model = new DocumentListModel(
        {[&documents](const DocumentQuery &query) { return withoutInside(documents, documents.ids(query)); },
         [&documents](const QList<ItemId> &ids) { return documents.rows(ids); }, {},
         [&documents](const QList<ItemId> &ids) { return SealedDocuments::of(documents).among(ids); }},
        theme(), this);
    m_model->placeWords = [&documents](const DocumentRow &row) { return placeOf(documents, row.parent); };
    m_model->stateWords = [this](const DocumentRow &row) { return purgeWords(row); };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, 0);
    column->setSpacing(space::s);
    column->addWidget(new PageHead(theme(), QStringLiteral("trash"), tr("Trash"), this));
    m_why = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    column->addWidget(m_why);
    auto *row = new QHBoxLayout;
    m_restore = new QPushButton(theme().icon(QStringLiteral("rotate-ccw"), Role::OnPrimary), tr("Restore"), this);
    m_restore->setObjectName(QStringLiteral("restore"));
    setVariant(m_restore, Variant::Primary);
    m_purge = new QPushButton(theme().icon(QStringLiteral("trash-2")), tr("Delete for ever…"), this);
    m_purge->setObjectName(QStringLiteral("purge"));
    m_count = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    row->addWidget(m_restore);
    row->addWidget(m_purge);
    row->addWidget(m_count, 1);
    column->addLayout(row);
    m_views = new DocumentViews(*m_model, theme(), this);
    m_views->tree()->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_views->empty().show(QStringLiteral("trash-2"), tr("The trash is empty"),
                          tr("Documents that you delete wait here, so that you can take them back."));
    m_views->updateEmpty();
    column->addWidget(m_views, 1);

    connect(&documents, &Documents::changed, this, [this] {
        if (!m_stale && session().vaultState() == VaultState::Unlocked)
            m_model->reload();
        selectionChanged();
    });
    connect(m_views, &DocumentViews::selectionChanged, this, &TrashPage::selectionChanged);
    connect(m_model, &DocumentListModel::countChanged, this, &TrashPage::selectionChanged);
    connect(m_restore, &QPushButton::clicked, this, [this] { acts::restore(this->context(), acts::fromTexts(chosen())); });
    connect(m_purge, &QPushButton::clicked, this,
            [this] { host().open(QStringLiteral("documents.purge"), {{QStringLiteral("ids"), chosen()}}); });
    connect(m_views, &DocumentViews::copyAsked, this, [this] {
        host().say(tr("What lies in the trash is not copied. Take it back first."));
    });
    connect(m_views, &DocumentViews::menuAsked, this, [this](const QPoint &at) {
        if (m_views->selectedIds().isEmpty())
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu->addAction(m_restore->text()), &QAction::triggered, m_restore, &QPushButton::click);
        connect(menu->addAction(m_purge->text()), &QAction::triggered, m_purge, &QPushButton::click);
        menu->popup(at);
    });
    selectionChanged();
}

void TrashPage::enter(const QVariantMap &)
{
    reload();
    const qint64 days = keptDays();
    m_why->setText(days > 0 ? tr("What is here can be taken back. Your operator deletes it for ever %n day(s) after it came here.", nullptr, int(days))
                            : tr("What is here can be taken back until you delete it for ever."));
}

qint64 TrashPage::keptDays() const
{
    return session().documents().guard().trashSeconds() / (24 * 60 * 60);
}

// The operator counts from when it heard of it; before, and without an operator, nothing is deleted by itself.
QString TrashPage::purgeWords(const DocumentRow &row) const
{
    const qint64 days = keptDays();
    if (days <= 0)
        return tr("only by you");
    const auto details = session().documents().details(row.id);
    if (!details || !details->facts.trashedUtc.isValid())
        return tr("%n day(s) after it is sent", nullptr, int(days));
    const QDate day = details->facts.trashedUtc.toLocalTime().date().addDays(days);
    return text::daysAway(qMax(day, QDate::currentDate()), QDate::currentDate());
}

void TrashPage::forget()
{
    m_model->clear();
    m_stale = true;
}

void TrashPage::focusContent() { m_views->view()->setFocus(); }

void TrashPage::reload()
{
    m_stale = false;
    DocumentQuery query;
    query.state = ItemState::Trashed;
    query.everywhere = true;
    query.sortBy = SortBy::Modified;
    query.order = Qt::DescendingOrder;
    m_model->setQuery(query);
    selectionChanged();
}

void TrashPage::selectionChanged()
{
    const bool any = !m_views->selectedIds().isEmpty();
    m_restore->setEnabled(any);
    m_purge->setEnabled(any);
    const int count = m_model->rowCount();
    m_count->setText(tr("%n in the trash", nullptr, count));
    m_restore->setVisible(count > 0); // an empty trash says so itself
    m_purge->setVisible(count > 0);
    m_count->setVisible(count > 0);
}

QStringList TrashPage::chosen() const { return acts::toTexts(m_views->selectedIds()); }

} // namespace carriel::ui
