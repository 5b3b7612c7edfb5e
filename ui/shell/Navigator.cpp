// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Navigator.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Profiles.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NavigationPanel.h"
#include "ui/shell/ProfileTitle.h"
#include "ui/shell/Scrolled.h"
#include "ui/shell/QuickSearches.h"
#include "ui/shell/Resumable.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/TopBar.h"
#include "ui/text/ErrorWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/NoticeBar.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace carriel::ui {

namespace {
const QString home = QStringLiteral("home");
const QString documents = QStringLiteral("documents");
} // namespace

Navigator::Navigator(Session &session, Theme &theme, const PageRegistry &registry, MainWindow &window)
    : m_session(session), m_theme(theme), m_registry(registry), m_window(window)
{
    connect(&session, &Session::vaultStateChanged, this, &Navigator::followVault);
    // Blank rows and "nothing here" would be a lie: the page that says what happened and saves what can be read takes over.
    connect(&session, &Session::damageFound, &session, &Session::readThrough);
    connect(&session, &Session::aboutToLock, this, [] {
        if (QWidget *field = QApplication::focusWidget())
            field->clearFocus(); // a field takes what was typed into it when it is left
    });
    connect(&session, &Session::accountChanged, this, &Navigator::showHolder);
    connect(&session, &Session::notificationsChanged, this, &Navigator::countNotifications);
    connect(&session, &Session::statusChanged, this, [this](const SyncStatus &status) {
        m_window.topBar().setStatus(status);
        m_window.statusLine().setStatus(status);
    });
    m_renamedSoon.setSingleShot(true);
    m_renamedSoon.setInterval(1500); // connecting a folder may rename several, one after the other
    connect(&m_renamedSoon, &QTimer::timeout, this, &Navigator::sayRenamed);
    connect(&session.documents(), &Documents::changed, this, [this] {
        if (!m_renamedSoon.isActive())
            m_renamedSoon.start();
    });
    connect(&window.navigation(), &NavigationPanel::chosen, this, [this](const QString &id) {
        m_window.topBar().setSearchText({});
        open(id, {{QStringLiteral("fresh"), true}});
    });
    connect(&window.topBar(), &TopBar::searchChanged, this, &Navigator::searchChanged);
    window.topBar().quickSearches().searches = [this] { return m_session.documents().savedSearches(); };
    connect(&window.topBar().quickSearches(), &QuickSearches::chosen, this,
            [this](const QString &id) {
        open(documents, {{QStringLiteral("saved"), id}});
        page(documents)->focusContent();
    });
    connect(&window.topBar(), &TopBar::searchLeft, this, [this] {
        if (Page *front = page(m_current))
            front->focusContent();
    });
    const auto transfers = [this] {
        const SyncStatus status = m_session.status();
        const bool trouble = !status.problems.isEmpty() || status.failed > 0 || status.conflicts > 0 || status.waiting > 0
                             || status.phase == SyncPhase::Offline || status.phase == SyncPhase::NeedsLogin;
        open(trouble ? QStringLiteral("problems") : QStringLiteral("transfers"));
    };
    connect(&window.statusLine(), &StatusLine::retryAsked, this, [this] { m_session.retryNow(); });
    connect(&window.topBar(), &TopBar::syncStateClicked, this, transfers);
    connect(&window.statusLine(), &StatusLine::clicked, this, transfers);
    connect(&window.topBar(), &TopBar::detailsToggled, &window, &MainWindow::setDetailsShown);
    connect(&m_undo, &UndoStack::undone, this, [this](const QString &text, const QString &now) {
        say(now.isEmpty() ? tr("Undone: %1").arg(text) : now); // what was done reads as if it had just been done
    });
    connect(&m_undo, &UndoStack::redone, this, [this](const QString &text) { say(tr("Done again: %1").arg(text)); });
    connect(&m_undo, &UndoStack::nothingToUndo, this, [this] { say(tr("There is nothing to undo.")); });
    connect(&m_undo, &UndoStack::failed, this, [this](const Error &error) { showError(error); });
    connect(window.navigation().holderMenu(), &QMenu::aboutToShow, this, &Navigator::fillHolderMenu);
    shortcuts();
    m_window.topBar().setStatus(session.status());
    m_window.statusLine().setStatus(session.status());
    showHolder();
    followVault(session.vaultState());
}

Navigator::~Navigator()
{
    for (const auto &page : std::as_const(m_pages)) {
        if (page)
            delete frameOf(page);
    }
    for (const auto &dialog : std::as_const(m_dialogs))
        delete dialog.data();
}

void Navigator::shortcuts()
{
    const auto bind = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, &m_window);
        connect(shortcut, &QShortcut::activated, this, [this, act] {
            if (m_inFolder)
                act();
        });
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_window.topBar().focusSearch(); });
    bind(QKeySequence::Undo, [this] { m_undo.undo(); });
    bind(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_undo.redo(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_session.lock(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), &m_window), &QShortcut::activated, &m_window, &QWidget::close); // locked too
    const QList<PageInfo> places = m_registry.navigation();
    for (int i = 0; i < places.size() && i < 9; ++i)
        bind(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, id = places.at(i).id] {
            open(id);
            page(id)->focusContent();
        });
}

void Navigator::followVault(VaultState state)
{
    if (state == VaultState::Unlocked) {
        if (!m_gate.isEmpty() && m_gate != QStringLiteral("unlock"))
            return; // it may still show a recovery code; its done() lets in
        m_gate.clear();
        m_inFolder = true;
        m_renamedSoon.start();
        showHolder();
        countNotifications();
        m_window.showGate(false);
        open(m_current.isEmpty() ? (m_registry.find(home) ? home : documents) : m_current);
        page(m_current)->focusContent();
        openAddress(std::exchange(m_address, {}));
        return;
    }
    if (m_inFolder)
        forgetAll();
    m_inFolder = false;
    open(state == VaultState::None ? QStringLiteral("onboarding") : QStringLiteral("unlock"));
}

void Navigator::forgetAll()
{
    m_undo.clear();
    m_window.notices().forget();
    m_window.topBar().setSearchText({});
    for (const auto &page : std::as_const(m_pages)) {
        if (page)
            page->forget();
    }
    for (const auto &dialog : std::as_const(m_dialogs))
        delete dialog.data();
    m_dialogs.clear();
    for (auto *dialog : m_window.findChildren<QDialog *>()) // of pages: file dialogs name what is in the folder
        dialog->reject();
}

Page *Navigator::page(const QString &pageId)
{
    if (Page *there = m_pages.value(pageId))
        return there;
    const PageInfo *info = m_registry.find(pageId);
    if (!info || info->place == PagePlace::Dialog)
        return nullptr;
    QStackedWidget &stack = info->place == PagePlace::Gate ? m_window.gates() : m_window.content();
    auto *frame = new QScrollArea(&stack);
    frame->setObjectName(pageId + QLatin1String(".frame"));
    frame->setFrameShape(QFrame::NoFrame);
    frame->setFocusPolicy(Qt::NoFocus);
    frame->setWidgetResizable(true);
    Page *made = m_registry.make(pageId, context(), frame);
    frame->setWidget(made);
    stack.addWidget(frame);
    m_pages.insert(pageId, made);
    connect(made, &Page::detailsChanged, this, [this, pageId, made] {
        if (m_current == pageId)
            m_window.setDetails(made->details());
    });
    if (info->place == PagePlace::Gate) {
        connect(made, &Page::done, this, [this] {
            m_gate.clear();
            followVault(m_session.vaultState());
        });
    }
    return made;
}

QWidget *Navigator::frameOf(Page *page)
{
    return page->parentWidget()->parentWidget(); // through the viewport
}

void Navigator::open(const QString &pageId, const QVariantMap &args)
{
    const PageInfo *info = m_registry.find(pageId);
    if (!info)
        return;
    if (info->place == PagePlace::Dialog) {
        openDialog(*info, args);
        return;
    }
    Page *target = page(pageId);
    if (info->place == PagePlace::Gate) {
        m_gate = pageId;
        m_window.gates().setCurrentWidget(frameOf(target));
        m_window.showGate(true);
        target->enter(args);
        return;
    }
    if (pageId == documents && !m_searchedFrom.isEmpty() && args.contains(QStringLiteral("search")) &&
        args.value(QStringLiteral("search")).toString().isEmpty()) {
        open(std::exchange(m_searchedFrom, {}));
        if (!m_window.topBar().isAncestorOf(QApplication::focusWidget())) // who types goes on typing
            page(m_current)->focusContent();
        return;
    }
    const bool changes = m_current != pageId;
    const bool searches = args.contains(QStringLiteral("saved")) || !args.value(QStringLiteral("search")).toString().isEmpty();
    if (const PageInfo *now = m_registry.find(m_current); changes && searches && pageId == documents && now && now->place != PagePlace::Inner)
        m_searchedFrom = m_current;
    // What is searched for stays in the field only while its results are in front, or one of them is looked at.
    const bool elsewhere = args.contains(QStringLiteral("folder")) || args.contains(QStringLiteral("fresh")) ||
                           args.contains(QStringLiteral("reveal"));
    if (elsewhere || (pageId != documents && info->under != documents)) {
        m_window.topBar().setSearchText({});
        m_searchedFrom.clear();
    } else if (args.contains(QStringLiteral("search")) && pageId == documents)
        m_window.topBar().setSearchText(args.value(QStringLiteral("search")).toString());
    const PageInfo *before = m_registry.find(m_current);
    const bool back = pageId == documents && args.isEmpty() && before && before->under == documents;
    m_current = pageId;
    m_window.content().setCurrentWidget(frameOf(target));
    // An inner page belongs to where it was opened from, if that is said.
    const QString under = args.value(QStringLiteral("under"), info->under).toString();
    m_window.navigation().setCurrent(info->place == PagePlace::Inner ? under : pageId);
    target->enter(back ? QVariantMap{{QStringLiteral("back"), true}} : args);
    m_window.setDetails(target->details());
    if (changes)
        Q_EMIT pageChanged(pageId);
}

Navigator::Place Navigator::place() const
{
    Place out;
    if (!m_inFolder || !m_pages.value(m_current))
        return out;
    out.page = m_current;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        if (const auto *known = dynamic_cast<const Resumable *>(it.value().data()); known && !known->place().isEmpty())
            out.pages.insert(it.key(), known->place());
    }
    out.scrolled = scrolledIn(*frameOf(m_pages.value(m_current))->parentWidget());
    if (const QWidget *focus = QApplication::focusWidget(); focus && m_window.isAncestorOf(focus))
        out.focus = focus->objectName();
    return out;
}

void Navigator::goTo(const Place &place)
{
    if (!m_inFolder || place.page.isEmpty())
        return;
    for (auto it = place.pages.cbegin(); it != place.pages.cend(); ++it) {
        if (it.key() != place.page)
            page(it.key())->enter(it.value());
    }
    open(place.page, place.pages.value(place.page));
    scrollIn(*frameOf(page(place.page))->parentWidget(), place.scrolled);
    if (auto *focus = place.focus.isEmpty() ? nullptr : m_window.findChild<QWidget *>(place.focus))
        focus->setFocus(Qt::OtherFocusReason);
}

void Navigator::openAddress(const QString &address)
{
    if (address.isEmpty())
        return;
    if (!m_inFolder) {
        m_address = address;
        return;
    }
    open(QStringLiteral("contribute"), {{QStringLiteral("source"), address}});
}

void Navigator::openDialog(const PageInfo &info, const QVariantMap &args)
{
    if (QWidget *there = m_dialogs.value(info.id)) {
        there->raise();
        there->activateWindow();
        return;
    }
    auto *dialog = new QDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("dialog.") + info.id);
    dialog->setWindowTitle(info.titleText());
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    Page *content = m_registry.make(info.id, context(), dialog);
    layout->addWidget(content);
    connect(content, &Page::done, dialog, &QDialog::close);
    m_dialogs.insert(info.id, dialog);
    content->enter(args);
    dialog->open(); // window-modal, returns at once
}

void Navigator::searchChanged(const QString &text)
{
    if (!text.isEmpty() || m_current == documents)
        open(documents, {{QStringLiteral("search"), text}});
}

void Navigator::say(const QString &words, const QString &actionText, std::function<void()> action)
{
    m_window.notices().show(NoticeBar::Kind::Notice, words, actionText, std::move(action));
}

void Navigator::showError(const Error &error)
{
    m_window.notices().show(NoticeBar::Kind::Error, text::wordsFor(error).paragraph());
}

// What met something of its name at the operator is called otherwise since; the record of activity has it.
void Navigator::sayRenamed()
{
    if (!m_inFolder || !m_session.account().connected)
        return;
    QList<ActivityRecord> renamed;
    constexpr int looked = 50; // of the newest
    for (const ActivityRecord &record : m_session.documents().activity().records(looked)) {
        if (record.whenUtc < m_renamedSince || record.kind != QLatin1String("item.renamed_apart"))
            continue;
        const QString which = record.log + QLatin1Char(' ') + QString::number(record.seq);
        if (m_renamedSaid.contains(which))
            continue;
        m_renamedSaid.insert(which);
        renamed.prepend(record);
    }
    if (renamed.isEmpty())
        return;
    const ActivityRecord &first = renamed.first();
    const QString words =
        renamed.size() == 1
            ? tr("Your operator had “%1” already: the one of this computer is called “%2” now.")
                  .arg(first.before, first.name)
            : tr("Your operator had %n of these names already: “%1” of this computer is called “%2” now, and so on.",
                 nullptr, int(renamed.size()))
                  .arg(first.before, first.name);
    say(words, tr("See all"), [this] { open(QStringLiteral("activity")); });
}

void Navigator::showHolder()
{
    const Account account = m_session.account();
    const QString given = Profiles::nameOf(m_session.dir());
    const QString name = !account.holderName.isEmpty() ? account.holderName : given.isEmpty() ? tr("My folder") : given;
    m_window.navigation().setHolder(name, account.holder.number().isEmpty() ? QString() : account.holder.display());
}

void Navigator::countNotifications()
{
    const QList<NotificationEntry> all = m_session.documents().notifications().list();
    m_window.navigation().setBadge(
        QStringLiteral("notifications"),
        int(std::count_if(all.begin(), all.end(), [](const NotificationEntry &one) { return one.canBeOpened(); })));
}

void Navigator::fillHolderMenu()
{
    QMenu *menu = m_window.navigation().holderMenu();
    menu->clear();
    const QList<ProfileInfo> profiles = Profiles(Profiles::defaultRoot()).list(m_session.dir());
    for (const ProfileInfo &profile : profiles) {
        QAction *action = menu->addAction(m_theme.icon(QStringLiteral("user")), profileTitle(profile, profiles, m_session),
                                          [this, dir = profile.dir] { Q_EMIT profileRequested(dir); });
        action->setCheckable(true);
        action->setChecked(profile.dir == m_session.dir());
    }
    menu->addAction(m_theme.icon(QStringLiteral("users")), tr("My folders…"),
                    [this] { open(QStringLiteral("profiles")); });
    menu->addSeparator();
    if (m_registry.find(QStringLiteral("settings")))
        menu->addAction(m_theme.icon(QStringLiteral("settings")), tr("Settings"),
                        [this] { open(QStringLiteral("settings")); });
    menu->addAction(m_theme.icon(QStringLiteral("lock")), tr("Lock (Ctrl+L)"), [this] { m_session.lock(); });
    menu->addAction(m_theme.icon(QStringLiteral("x")), tr("Quit (Ctrl+Q)"), &m_window, &QWidget::close);
}

} // namespace carriel::ui
