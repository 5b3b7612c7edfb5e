// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/HomePage.h"

#include "core/services/Documents.h"
#include "ui/shell/DayMenu.h"
#include "ui/shell/PageRegistry.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"
#include "ui/widgets/forms/RowButton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {
namespace {

constexpr int recentCount = 6;
constexpr int widest = 192; // average letters; what needs the person and documents beside it
constexpr int forBoth = 150; // from here on they stand beside each other

} // namespace

HomePage::HomePage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_reminders(context.session), m_providers(needProviders(context.session, m_reminders))
{
    m_content = new ContentColumn(QStringLiteral("home.content"), widest, this);
    m_greeting = theme().label({}, TypeRole::Heading, this);
    m_greeting->setObjectName(QStringLiteral("home.greeting"));
    m_state = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_state->setObjectName(QStringLiteral("home.state"));
    m_content->column()->addWidget(m_greeting);
    m_content->column()->addWidget(m_state);
    m_content->column()->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);

    // Many changes in a row make one new picture.
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &HomePage::refresh);
    m_counting.setInterval(1000); // since when the operator says nothing
    connect(&m_counting, &QTimer::timeout, this, [this] {
        SyncStatus told = session().status();
        told.nextTryUtc = {};
        if (isVisible())
            m_state->setText(text::longWords(told, QDateTime::currentDateTimeUtc()));
    });
    connect(&session(), &Session::statusChanged, this, &HomePage::soon);
    connect(&session(), &Session::accountChanged, this, &HomePage::soon);
    connect(&session().documents(), &Documents::changed, this, &HomePage::soon);
    connect(&session(), &Session::notificationsChanged, this, &HomePage::soon);
}

HomePage::~HomePage() = default;

void HomePage::soon()
{
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void HomePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void HomePage::arrange()
{
    const bool both = width() >= fontMetrics().averageCharWidth() * forBoth;
    if (m_sides)
        m_sides->setDirection(both ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void HomePage::enter(const QVariantMap &)
{
    refresh();
}

void HomePage::forget()
{
    m_timer.stop();
    m_counting.stop();
    delete m_body;
    m_body = nullptr;
    m_sides = nullptr;
    m_shown.clear();
    m_greeting->clear();
    m_state->clear();
}

void HomePage::focusContent()
{
    if (m_body) {
        for (auto *button : m_body->findChildren<QAbstractButton *>()) {
            if (button->property("answers").toBool())
                continue; // a question of yes or no is not answered by the Enter that opened the page
            button->setFocus();
            return;
        }
    }
    m_content->setFocus();
}

QLabel *HomePage::sectionTitle(const QString &text, const QString &name)
{
    QLabel *label = theme().label(text, TypeRole::Title, m_body);
    label->setObjectName(name);
    return label;
}

void HomePage::refresh()
{
    if (session().vaultState() != VaultState::Unlocked && m_shown.isEmpty() && !isVisible())
        return;
    const QDate today = text::colombianToday(); // of the days that the law sets
    const SyncStatus status = session().status();
    const Account account = session().account();
    const QString holder =
        account.holder.isLegalPerson() ? account.holderName : account.holderName.section(QLatin1Char(' '), 0, 0);
    m_greeting->setText(holder.isEmpty() ? tr("Hello") : tr("Hello, %1").arg(holder));
    SyncStatus told = status;
    told.nextTryUtc = {}; // the line below counts it down
    m_state->setText(text::longWords(told, QDateTime::currentDateTimeUtc()));
    text::isSilent(status) ? m_counting.start() : m_counting.stop();

    const QList<Need> needs = collectNeeds(m_providers, today);
    const QList<DocumentRow> recent = session().documents().recent(recentCount);
    DocumentQuery query;
    query.everywhere = true;
    query.favourite = true;
    const QList<DocumentRow> favourites = session().documents().rows(session().documents().ids(query, recentCount));

    // Making the widgets anew takes the keyboard away from the person, so only when something is different.
    const bool silent = text::isSilent(status); // then nothing is on the way
    QStringList shows{QString::number(silent ? 0 : status.transfers.size()), text::size(status.bytesLeft)};
    for (const Need &need : needs)
        shows << need.title << need.text;
    for (const DocumentRow &row : recent + favourites)
        shows << row.id.text() << row.name << row.modifiedUtc.toString(Qt::ISODate) << QString::number(row.favourite);
    if (shows == m_shown && m_body)
        return;
    m_shown = shows;

    const QStringList held = heldIn(m_body);
    delete m_body;
    m_body = new QWidget(m_content->widget());
    m_body->setObjectName(QStringLiteral("home.body"));
    m_sides = new QBoxLayout(QBoxLayout::TopToBottom, m_body);
    m_sides->setContentsMargins(0, space::s, 0, 0);
    m_sides->setSpacing(space::xl);
    const auto side = [this](const char *name, int stretch) {
        auto *whole = new QWidget(m_body);
        whole->setObjectName(QLatin1String(name));
        auto *made = new QVBoxLayout(whole);
        made->setContentsMargins(0, 0, 0, 0);
        made->setSpacing(space::m);
        m_sides->addWidget(whole, stretch, Qt::AlignTop);
        return made;
    };
    QVBoxLayout *column = side("home.needs", 3);
    column->addWidget(sectionTitle(tr("What needs you"), QStringLiteral("home.needsTitle")));
    int number = 0;
    for (const Need &need : needs)
        column->addWidget(needCard(need, number++));
    if (needs.isEmpty()) {
        auto *calm = new Card(theme(), QStringLiteral("home.calm"), m_body);
        auto *row = new QHBoxLayout;
        row->setSpacing(space::m);
        auto *icon = new QLabel(calm);
        icon->setObjectName(QStringLiteral("home.calmIcon"));
        icon->setPixmap(theme().icon(QStringLiteral("circle-check"), Role::Success).pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
        auto *words = theme().label(tr("Nothing needs you now."), TypeRole::Body, calm);
        words->setObjectName(QStringLiteral("home.calmWords"));
        row->addWidget(icon);
        row->addWidget(words, 1);
        calm->column()->addLayout(row);
        column->addWidget(calm);
    }
    if (!status.transfers.isEmpty() && !silent)
        column->addWidget(underWay(status));
    column = side("home.documents", 2);
    if (recent.isEmpty() && !session().documents().unread()) { // a folder that cannot be read is not empty
        column->addWidget(emptyState());
    } else if (!recent.isEmpty()) {
        column->addWidget(rows(tr("Recent"), QStringLiteral("home.recent"), recent));
        if (!favourites.isEmpty())
            column->addWidget(rows(tr("Favourites"), QStringLiteral("home.favourites"), favourites));
    }
    arrange();
    m_content->column()->insertWidget(2, m_body);
    giveBack(held);
}

// The button that has the keyboard, by what it says and by where it stands; empty: none.
QStringList HomePage::heldIn(const QWidget *body)
{
    const auto *button = qobject_cast<const QAbstractButton *>(QApplication::focusWidget());
    if (!body || !button || !body->isAncestorOf(button))
        return {};
    return {button->accessibleName().isEmpty() ? button->text() : button->accessibleName(), button->objectName()};
}

// The same button among the new ones, or the one in its place.
void HomePage::giveBack(const QStringList &held)
{
    if (held.isEmpty())
        return;
    m_body->show();
    const auto buttons = m_body->findChildren<QAbstractButton *>();
    const auto says = [&](QAbstractButton *one) {
        return (one->accessibleName().isEmpty() ? one->text() : one->accessibleName()) == held.first();
    };
    auto found = std::find_if(buttons.begin(), buttons.end(), says);
    if (found == buttons.end())
        found = std::find_if(buttons.begin(), buttons.end(),
                             [&](QAbstractButton *one) { return one->objectName() == held.last(); });
    if (found == buttons.end())
        focusContent();
    else
        (*found)->setFocus(Qt::OtherFocusReason);
}

QWidget *HomePage::needCard(const Need &need, int number)
{
    const QString name = QStringLiteral("home.need%1").arg(number);
    auto *card = new Card(theme(), name, m_body);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    auto *icon = new QLabel(card);
    icon->setObjectName(name + QLatin1String(".icon"));
    icon->setPixmap(theme().icon(need.icon, need.role).pixmap(QSize(space::xl, space::xl), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    auto *title = theme().label(need.title, TypeRole::Strong, card);
    title->setObjectName(name + QLatin1String(".title"));
    auto *text = theme().label(need.text, TypeRole::Body, card, Role::TextMuted);
    text->setObjectName(name + QLatin1String(".text"));
    words->addWidget(title);
    words->addWidget(text);
    auto *button = new QPushButton(need.verb, card);
    button->setObjectName(name + QLatin1String(".button"));
    button->setAccessibleName(QString(need.verb + QLatin1String(": ") + need.title));
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
    if (!need.other.isEmpty()) {
        button->setProperty("answers", true);
        auto *other = new QPushButton(need.other, card);
        other->setObjectName(name + QLatin1String(".other"));
        other->setAccessibleName(QString(need.other + QLatin1String(": ") + need.title));
        other->setProperty("answers", true);
        row->addWidget(other, 0, Qt::AlignVCenter);
        connect(other, &QPushButton::clicked, this, [this, act = need.otherAct] {
            act();
            soon();
        });
    }
    if (need.day)
        row->addWidget(dayMenu(context(), m_reminders, *need.day, [this] { soon(); }, name, card), 0, Qt::AlignVCenter);
    card->column()->addLayout(row);
    connect(button, &QPushButton::clicked, this, [this, need] {
        if (need.act)
            need.act();
        else
            host().open(need.page, need.args);
    });
    return card;
}

QWidget *HomePage::underWay(const SyncStatus &status)
{
    auto *card = new Card(theme(), QStringLiteral("home.underWay"), m_body);
    card->column()->setContentsMargins(space::s, space::s, space::s, space::s);
    auto *row = new RowButton(theme(), QStringLiteral("refresh-cw"),
                              tr("%n document(s) on the way", nullptr, int(status.transfers.size())),
                              tr("%1 left").arg(text::size(status.bytesLeft)), card);
    row->setObjectName(QStringLiteral("home.underWayRow"));
    connect(row, &QAbstractButton::clicked, this, [this] { host().open(QStringLiteral("transfers")); });
    card->column()->addWidget(row);
    return card;
}

QWidget *HomePage::rows(const QString &title, const QString &name, const QList<DocumentRow> &documents)
{
    auto *section = new QWidget(m_body);
    section->setObjectName(name);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, space::m);
    column->setSpacing(space::s);
    column->addWidget(sectionTitle(title, name + QLatin1String("Title")));
    auto *card = new Card(theme(), name + QLatin1String("Card"), section);
    card->column()->setContentsMargins(space::s, space::s, space::s, space::s);
    card->column()->setSpacing(0);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int number = 0;
    for (const DocumentRow &document : documents) {
        auto *row = new RowButton(theme(), iconFor(document.mediaType), document.name, text::ago(document.modifiedUtc, now), card);
        row->setObjectName(QStringLiteral("%1.%2").arg(name).arg(number++));
        connect(row, &QAbstractButton::clicked, this, [this, id = document.id.text()] {
            host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id}, {QStringLiteral("view"), id}});
        });
        card->column()->addWidget(row);
    }
    column->addWidget(card);
    return section;
}

QWidget *HomePage::emptyState()
{
    auto *card = new Card(theme(), QStringLiteral("home.empty"), m_body);
    card->column()->setContentsMargins(space::xl, space::xxl, space::xl, space::xxl);
    auto *icon = new QLabel(card);
    icon->setObjectName(QStringLiteral("home.emptyIcon"));
    icon->setAlignment(Qt::AlignCenter);
    icon->setPixmap(theme().icon(QStringLiteral("folder-open"), Role::Primary).pixmap(QSize(40, 40), devicePixelRatioF()));
    auto *title = theme().label(tr("Your folder is empty"), TypeRole::Title, card);
    title->setObjectName(QStringLiteral("home.emptyTitle"));
    title->setAlignment(Qt::AlignCenter);
    auto *text = theme().label(tr("Bring the documents you are asked for most: identity document, diploma, certificates."),
                               TypeRole::Body, card, Role::TextMuted);
    text->setObjectName(QStringLiteral("home.emptyText"));
    text->setAlignment(Qt::AlignCenter);
    auto *button = new QPushButton(theme().icon(QStringLiteral("plus"), Role::OnPrimary), tr("Add documents"), card);
    button->setObjectName(QStringLiteral("home.add"));
    setVariant(button, Variant::Primary);
    card->column()->addWidget(icon);
    card->column()->addWidget(title);
    card->column()->addWidget(text);
    card->column()->addWidget(button, 0, Qt::AlignCenter);
    connect(button, &QPushButton::clicked, this, &HomePage::chooseDocuments);
    return card;
}

void HomePage::chooseDocuments()
{
    auto *dialog = new QFileDialog(this, tr("Add documents"));
    dialog->setObjectName(QStringLiteral("home.addDialog"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QList<AddRequest> requests;
        for (const QString &path : paths)
            requests.append({path, rootItem(), {}, OriginMedium::Electronic});
        session().documents().add(requests, [](const Progress &) {}, CancelToken()).then(this, [this](Result<QList<AddedDocument>> added) {
            if (!added.ok()) {
                host().showError(added.error());
                return;
            }
            for (const AddedDocument &document : added.value()) {
                if (document.error)
                    host().showError(*document.error);
            }
            host().open(QStringLiteral("documents"), {{QStringLiteral("fresh"), true}});
        });
    });
    dialog->open();
}

void addHomePages(PageRegistry &registry)
{
    registry.add({QStringLiteral("home"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Home"), "house", 10,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new HomePage(context, parent); }});
}

} // namespace carriel::ui
