// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/procedures/ProceduresPage.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/procedures/ProcedureDelegate.h"
#include "ui/procedures/ProcedurePage.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace carriel::ui {

ProceduresPage::ProceduresPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    auto *title = new PageHead(theme(), QStringLiteral("procedures"), tr("Procedures"), this);
    auto *why =
        theme().label(tr("Here you choose in which procedures an entity may notify you electronically instead of "
                         "on paper. Nobody may without your consent, and you can take it back whenever you want."),
                      TypeRole::Body, this, Role::TextMuted);
    why->setObjectName(QStringLiteral("procedures.why"));
    m_callout = new Callout(theme(), QStringLiteral("procedures.callout"), this);
    m_filters = buildFilters();
    m_sum = theme().label({}, TypeRole::Small, this, Role::TextMuted);
    m_sum->setObjectName(QStringLiteral("procedures.sum"));
    m_model = new QStandardItemModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("procedures.list"));
    m_list->setAccessibleName(tr("Procedures, by entity"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProcedureDelegate(theme(), m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_empty = new EmptyState(theme(), this);
    auto *given = new QPushButton(theme().icon(QStringLiteral("send")), tr("Documents that I am asked for"), this);
    given->setObjectName(QStringLiteral("procedures.contributions"));
    connect(given, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("contributions")); });
    column->addWidget(title);
    column->addWidget(why);
    column->addWidget(given, 0, Qt::AlignLeft);
    column->addWidget(m_callout);
    column->addWidget(m_filters);
    column->addWidget(m_sum);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);

    connect(m_list, &QListView::clicked, this, &ProceduresPage::go);
    connect(m_list, &QListView::activated, this, &ProceduresPage::go);
    connect(m_callout, &Callout::action, this, [this] {
        if (session().account().connected && !session().account().loggedIn)
            return host().open(QStringLiteral("login"));
        ask();
    });
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (!session().account().connected)
            return host().open(QStringLiteral("connect"));
        m_words->clear();
        m_standing->setCurrentIndex(0);
        m_entity->setCurrentIndex(0);
    });
    connect(&session(), &Session::notificationsChanged, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&session(), &Session::accountChanged, this, [this] {
        if (isVisible())
            enter({});
    });
    show();
}

QWidget *ProceduresPage::buildFilters()
{
    auto *bar = new QWidget(this);
    auto *row = new FlowLayout(bar, space::s);
    m_words = new QLineEdit(bar);
    m_words->setObjectName(QStringLiteral("procedures.words"));
    m_words->setPlaceholderText(tr("Search procedure or entity…"));
    m_words->setAccessibleName(tr("Search procedure or entity…"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumSize(280, space::target);
    m_standing = new QComboBox(bar);
    m_standing->setObjectName(QStringLiteral("procedures.standing"));
    m_standing->setAccessibleName(tr("Which procedures"));
    m_standing->setMinimumHeight(space::target);
    m_standing->addItem(tr("All procedures"), -1);
    m_standing->addItem(tr("Where I am notified"), int(Standing::Subscribed));
    m_standing->addItem(tr("Where I am not"), int(Standing::Offered));
    m_standing->addItem(tr("Where I took it back"), int(Standing::Withdrawn));
    m_entity = new QComboBox(bar);
    m_entity->setObjectName(QStringLiteral("procedures.entity"));
    m_entity->setAccessibleName(tr("Which entity"));
    m_entity->setMinimumHeight(space::target);
    m_entity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_entity->setMinimumContentsLength(22);
    m_entity->addItem(tr("All entities"));
    for (QWidget *one :
         {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_standing), static_cast<QWidget *>(m_entity)})
        row->addWidget(one);
    connect(m_words, &QLineEdit::textChanged, this, &ProceduresPage::show);
    connect(m_standing, &QComboBox::currentIndexChanged, this, &ProceduresPage::show);
    connect(m_entity, &QComboBox::currentIndexChanged, this, &ProceduresPage::show);
    return bar;
}

void ProceduresPage::enter(const QVariantMap &args)
{
    if (args.contains(QStringLiteral("entity")))
        m_entity->setCurrentIndex(qMax(0, m_entity->findData(args.value(QStringLiteral("entity")))));
    reload();
    ask();
}

void ProceduresPage::forget()
{
    m_catalogue.clear();
    m_lines.clear();
    m_known = m_asking = false;
    m_words->clear();
    m_callout->clear();
    {
        const QSignalBlocker quiet(m_entity); // it names who notifies
        m_entity->clear();
        m_entity->addItem(tr("All entities"));
    }
    show();
}

void ProceduresPage::focusContent()
{
    m_filters->isVisible() ? m_words->setFocus() : setFocus();
}

void ProceduresPage::ask()
{
    const Account account = session().account();
    if (!account.connected || m_asking || session().vaultState() != VaultState::Unlocked)
        return;
    m_asking = true;
    session().documents().notifications().procedures().then(this, [this](const Result<QList<ProcedureInfo>> &all) {
        if (!std::exchange(m_asking, false))
            return; // locked meanwhile
        if (all) {
            m_known = true;
            m_catalogue = all.value();
            m_callout->clear();
        } else if (!m_known) {
            const bool login = !session().account().loggedIn;
            m_callout->say(Callout::Kind::Info,
                           login ? tr("To see the catalogue, log in.") : tr("The catalogue could not be read now."),
                           login
                               ? tr("The procedures that you agreed to are in your folder and are shown here.")
                               : tr("It comes from your operator, and there is no connection. The procedures that you "
                                    "agreed to are in your folder and are shown here."));
            m_callout->setAction(login ? tr("Log in") : tr("Try again"));
        }
        reload();
    });
    show();
}

void ProceduresPage::reload()
{
    m_lines = procedureLines(m_catalogue, session().documents().notifications().consents());
    const QVariant chosen = m_entity->currentData();
    const QSignalBlocker quiet(m_entity);
    m_entity->clear();
    m_entity->addItem(tr("All entities"));
    for (const ProcedureLine &line : std::as_const(m_lines)) {
        if (m_entity->findData(line.entityId) < 0)
            m_entity->addItem(line.entity, line.entityId);
    }
    m_entity->setCurrentIndex(qMax(0, m_entity->findData(chosen)));
    show();
}

void ProceduresPage::show()
{
    const QString before = m_list->currentIndex().data(ProcedureDelegate::Id).toString();
    const int standing = m_standing->currentData().toInt();
    const QString entity = m_entity->currentData().toString();
    m_model->clear();
    int shown = 0, subscribed = 0;
    QString heading;
    for (const ProcedureLine &line : std::as_const(m_lines)) {
        subscribed += line.standing == Standing::Subscribed ? 1 : 0;
        const bool offered = line.standing == Standing::Offered || line.standing == Standing::Withdrawn;
        const bool fits =
            standing < 0 || int(line.standing) == standing || (standing == int(Standing::Offered) && offered);
        if (!fits || (!entity.isEmpty() && line.entityId != entity) || !hasWords(line, m_words->text()))
            continue;
        if (heading != line.entityId || shown == 0) {
            auto *head = new QStandardItem(line.entity);
            head->setFlags(Qt::NoItemFlags);
            head->setData(true, ProcedureDelegate::Heading);
            m_model->appendRow(head);
            heading = line.entityId;
        }
        const StandingMark mark = markOf(line);
        auto *item = new QStandardItem(line.title);
        item->setData(line.id, ProcedureDelegate::Id);
        item->setData(line.description, ProcedureDelegate::About);
        item->setData(QString::fromLatin1(mark.icon), ProcedureDelegate::MarkIcon);
        item->setData(int(mark.role), ProcedureDelegate::MarkRole);
        item->setData(mark.words, ProcedureDelegate::MarkWords);
        item->setData(QStringLiteral("%1, %2, %3").arg(line.title, line.entity, mark.words), Qt::AccessibleTextRole);
        item->setToolTip(line.description);
        m_model->appendRow(item);
        if (line.id == before)
            m_list->setCurrentIndex(m_model->indexFromItem(item));
        ++shown;
    }
    const bool any = !m_lines.isEmpty();
    m_sum->setText(tr("You are notified electronically in %1 of %2 procedures.")
                       .arg(text::count(subscribed), text::count(m_lines.size())));
    m_sum->setVisible(any && m_known);
    m_filters->setVisible(any);
    m_list->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    if (shown > 0)
        return;
    if (!session().account().connected)
        m_empty->show(QStringLiteral("landmark"), tr("Entities notify through an operator"),
                      tr("With an operator you choose here which entities may notify you electronically, and in what."),
                      tr("Connect an operator"));
    else if (any)
        m_empty->show(QStringLiteral("folder-search"), tr("No procedure is like that"),
                      tr("Try fewer words, or all procedures of all entities."), tr("Show all"));
    else if (m_asking)
        m_empty->show(QStringLiteral("clock"), tr("The catalogue is being read…"), tr("It comes from your operator."));
    else
        m_empty->show(QStringLiteral("landmark"), tr("There is no procedure here yet"),
                      tr("When an entity offers to notify electronically, its procedures stand here."));
}

void ProceduresPage::go(const QModelIndex &index)
{
    const QString id = index.data(ProcedureDelegate::Id).toString();
    if (!id.isEmpty() && isVisible())
        host().open(QStringLiteral("procedure"), {{QStringLiteral("id"), id}});
}

void addProcedurePages(PageRegistry &registry)
{
    registry.add(
        {QStringLiteral("procedures"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Procedures"), "landmark", 40,
         [](const PageContext &context, QWidget *parent) -> Page * { return new ProceduresPage(context, parent); }});
    registry.add(
        {QStringLiteral("procedure"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Procedure"), "landmark", 0,
         [](const PageContext &context, QWidget *parent) -> Page * { return new ProcedurePage(context, parent); },
         QStringLiteral("procedures")});
}

} // namespace carriel::ui
