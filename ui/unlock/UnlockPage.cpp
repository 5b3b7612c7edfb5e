// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unlock/UnlockPage.h"

#include "ui/shell/PageRegistry.h"
#include "ui/shell/ProfileTitle.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/Preferences.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/Centred.h"
#include "ui/widgets/forms/ContentColumn.h"
#include "ui/widgets/forms/SecretField.h"

#include <QDateTime>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

UnlockPage::UnlockPage(const PageContext &context, Profiles profiles, QWidget *parent)
    : Page(context, parent), m_profiles(std::move(profiles))
{
    m_content = new ContentColumn(QStringLiteral("unlock.content"), 62, this);
    centre(*m_content);
    auto *column = m_content->column();
    auto *icon = new QLabel(this);
    icon->setObjectName(QStringLiteral("unlock.icon"));
    icon->setAlignment(Qt::AlignCenter);
    const auto paintIcon = [this, icon] {
        icon->setPixmap(theme().icon(QStringLiteral("lock"), Role::Primary).pixmap(QSize(40, 40), devicePixelRatioF()));
    };
    paintIcon();
    connect(&theme(), &Theme::changed, this, paintIcon);
    m_title = theme().label({}, TypeRole::Heading, this);
    m_title->setObjectName(QStringLiteral("unlock.title"));
    m_title->setAlignment(Qt::AlignCenter);
    m_intro = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_intro->setObjectName(QStringLiteral("unlock.intro"));
    m_intro->setAlignment(Qt::AlignCenter);
    m_intro->setWordWrap(true);
    m_waiting = theme().label({}, TypeRole::Strong, this);
    m_waiting->setObjectName(QStringLiteral("unlock.waiting"));
    m_waiting->setAlignment(Qt::AlignCenter);
    connect(&session(), &Session::waitingChanged, this, [this] { // at each answer, whether the number is another or not
        m_counted = QDateTime::currentDateTimeUtc();
        showWaiting();
    });
    showWaiting();
    m_state = new Callout(theme(), QStringLiteral("unlock.state"), this);

    m_card = new Card(theme(), QStringLiteral("unlock.card"), this);
    m_keyStore = new QPushButton(theme().icon(QStringLiteral("key-round")), tr("Open with this computer's key store"), m_card);
    m_keyStore->setObjectName(QStringLiteral("unlock.keyStore"));
    m_keyStoreWhy = new Callout(theme(), QStringLiteral("unlock.keyStoreWhy"), m_card);
    m_passphrase = new SecretField(theme(), tr("Passphrase"), QStringLiteral("unlock.passphrase"), m_card);
    m_recovery = new QWidget(m_card);
    m_recovery->setObjectName(QStringLiteral("unlock.recovery"));
    auto *codeLabel = theme().label(tr("Recovery code, as it stands on your paper"), TypeRole::Body, m_recovery);
    codeLabel->setObjectName(QStringLiteral("unlock.codeLabel"));
    codeLabel->setWordWrap(true);
    m_code = new QLineEdit(m_recovery);
    m_code->setObjectName(QStringLiteral("unlock.code"));
    m_code->setMinimumHeight(space::target);
    m_code->setAccessibleName(codeLabel->text());
    m_code->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    codeLabel->setBuddy(m_code);
    auto *recovery = new QVBoxLayout(m_recovery);
    recovery->setContentsMargins(0, 0, 0, 0);
    recovery->setSpacing(space::xs);
    recovery->addWidget(codeLabel);
    recovery->addWidget(m_code);
    m_problem = new Callout(theme(), QStringLiteral("unlock.problem"), m_card);
    m_open = new QPushButton(tr("Open"), m_card);
    m_open->setObjectName(QStringLiteral("unlock.open"));
    setVariant(m_open, Variant::Primary);
    m_other = new QPushButton(m_card);
    m_other->setObjectName(QStringLiteral("unlock.other"));
    setVariant(m_other, Variant::Quiet);
    m_folders = new QPushButton(tr("My folders…"), this);
    m_folders->setObjectName(QStringLiteral("unlock.folders"));
    setVariant(m_folders, Variant::Quiet);
    auto *verify = new QPushButton(tr("Check a file of evidence…"), this);
    verify->setObjectName(QStringLiteral("unlock.verify"));
    setVariant(verify, Variant::Quiet);
    connect(verify, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("verify-evidence")); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_other);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    auto *form = m_card->column();
    form->addWidget(m_keyStore);
    form->addWidget(m_keyStoreWhy);
    form->addWidget(m_passphrase);
    form->addWidget(m_recovery);
    form->addWidget(m_problem);
    form->addLayout(buttons);

    column->addStretch(1);
    column->addWidget(icon);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addWidget(m_waiting);
    column->addWidget(m_state);
    column->addWidget(m_card);
    column->addWidget(m_folders, 0, Qt::AlignCenter);
    column->addWidget(verify, 0, Qt::AlignCenter);
    column->addStretch(2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);

    connect(m_folders, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("profiles")); });
    connect(m_keyStore, &QPushButton::clicked, this, &UnlockPage::unlockWithKeyStore);
    connect(m_open, &QPushButton::clicked, this, &UnlockPage::unlock);
    connect(m_passphrase, &SecretField::entered, this, &UnlockPage::unlock);
    connect(m_code, &QLineEdit::returnPressed, this, &UnlockPage::unlock);
    connect(m_other, &QPushButton::clicked, this, [this] { useRecovery(!m_useRecovery); });
    connect(m_state, &Callout::action, this, [this] {
        session().lookAgain();
        enter({});
    });
    connect(&session(), &Session::vaultStateChanged, this, &UnlockPage::showState);
    showWays({false, true, true, {}}); // until it is known better
    showState(session().vaultState());
}

void UnlockPage::showWaiting()
{
    const int waiting = session().waiting();
    QString words = tr("%n notification(s) wait for you", nullptr, qMax(0, waiting));
    if (m_counted.isValid()) // it is asked for every few minutes, and not without a network
        words += QLatin1Char('\n') + tr("As your operator said at %1").arg(text::time(m_counted));
    m_waiting->setText(words);
    m_waiting->setVisible(waiting > 0);
}

void UnlockPage::enter(const QVariantMap &)
{
    m_problem->clear();
    const VaultState state = session().vaultState();
    showState(state);
    if (state != VaultState::Locked && state != VaultState::InUse && state != VaultState::Damaged)
        return;
    session().unlockWays().then(this, [this](Result<UnlockWays> ways) {
        showState(session().vaultState()); // asking may have found that the other program is gone
        if (!ways.ok()) {
            m_problem->say(ways.error());
            return;
        }
        showWays(ways.value());
        // The key store asks for nothing, so neither do we.
        if (m_ways.keyStore && m_ways.keyStoreProblem.isEmpty() && !m_salvage && session().vaultState() == VaultState::Locked)
            unlockWithKeyStore();
    });
}

void UnlockPage::forget()
{
    m_passphrase->clear();
    m_code->clear();
    m_problem->clear();
}

void UnlockPage::focusContent()
{
    if (m_code->isVisible())
        m_code->setFocus();
    else if (m_passphrase->isVisible())
        m_passphrase->setFocus();
    else
        m_keyStore->setFocus();
}

void UnlockPage::showState(VaultState state)
{
    const bool canOpen = state == VaultState::Locked || state == VaultState::Unlocked || state == VaultState::None;
    // What can be read of a damaged one is saved under the same keys, so they are asked for.
    m_salvage = state == VaultState::Damaged;
    m_card->setVisible(canOpen || m_salvage);
    m_open->setText(openVerb());
    m_keyStore->setText(m_salvage ? tr("Save with this computer's key store") : tr("Open with this computer's key store"));
    m_other->setVisible(m_other->isVisibleTo(m_card) && !m_salvage);
    const QString name = folderName();
    m_title->setText(canOpen ? name.isEmpty() ? tr("Your documents are locked") : tr("The documents of «%1» are locked").arg(name) : tr("Your documents do not open now"));
    m_intro->setVisible(canOpen);
    m_intro->setText(text::longWords(VaultState::Locked));
    if (canOpen) {
        m_folders->setText(tr("My folders…"));
        m_state->clear();
        return;
    }
    // What exactly is wrong with the file, which one it is and what helps: the same words as on the command line.
    const auto problem = session().vaultProblem();
    const bool known = problem && (state == VaultState::Foreign || state == VaultState::Damaged);
    const text::Words words = known ? text::wordsFor(*problem) : text::Words{};
    const QString file = known ? problem->params.value(QStringLiteral("path")).toString() : QString();
    m_state->say(state == VaultState::Damaged ? Callout::Kind::Danger : Callout::Kind::Warning, known ? words.title : text::shortWords(state),
                 known ? QString(words.meaning + u' ' + words.remedy + (file.isEmpty() ? QString() : QString(u'\n' + tr("The file: %1").arg(file))))
                       : text::longWords(state));
    m_folders->setText(state == VaultState::Foreign ? tr("Choose another folder…") : tr("My folders…"));
    m_state->setAction(m_salvage ? QString() : tr("Try again"));
}

void UnlockPage::showWays(const UnlockWays &ways)
{
    m_ways = ways;
    const QString why = ways.keyStore ? text::keyStoreWords(ways.keyStoreProblem) : QString();
    m_keyStore->setVisible(ways.keyStore);
    if (why.isEmpty())
        m_keyStoreWhy->clear();
    else
        m_keyStoreWhy->say(Callout::Kind::Warning, tr("The key store does not answer"), why);
    useRecovery(!ways.passphrase && (!ways.keyStore || !why.isEmpty()));
}

void UnlockPage::useRecovery(bool on)
{
    m_useRecovery = on;
    m_recovery->setVisible(on);
    m_passphrase->setVisible(!on && m_ways.passphrase);
    m_open->setVisible(on || m_ways.passphrase);
    m_other->setText(on ? tr("Use another way") : tr("Use the recovery code"));
    m_other->setVisible(!m_salvage && (on ? m_ways.passphrase || m_ways.keyStore : m_ways.recoveryCode));
    m_problem->clear();
    focusContent();
}

void UnlockPage::working(bool on)
{
    m_busy = on;
    m_open->setEnabled(!on);
    m_keyStore->setEnabled(!on);
    m_other->setEnabled(!on);
    m_open->setText(on ? tr("Opening…") : openVerb());
    if (on)
        m_problem->clear();
}

void UnlockPage::finish(const Outcome &outcome)
{
    working(false);
    if (outcome.ok()) {
        if (session().keysRestored())
            host().say(tr("The file with the keys of your documents was missing or damaged. It was written anew from "
                          "its copy; nothing was lost."));
        return; // the window leaves this page by itself
    }
    m_problem->say(outcome.error());
    focusContent();
}

QString UnlockPage::openVerb() const
{
    return m_salvage ? tr("Save what can be read") : tr("Open");
}

void UnlockPage::salvage(UnlockChoice choice)
{
    working(true);
    session().salvage(std::move(choice)).then(this, [this](Result<QString> setAside) {
        working(false);
        if (setAside.ok())
            host().say(tr("What could be read was saved. The damaged file is kept here: %1").arg(setAside.value()));
        else
            m_problem->say(setAside.error());
    });
}

void UnlockPage::unlockWithKeyStore()
{
    if (m_busy)
        return;
    if (m_salvage)
        return salvage({});
    working(true);
    session().unlockWithKeyStore().then(this, [this](Outcome outcome) { finish(outcome); });
}

void UnlockPage::unlock()
{
    if (m_busy)
        return;
    if (m_useRecovery) {
        const QString code = m_code->text().trimmed();
        if (code.isEmpty())
            return m_code->setFocus();
        working(true);
        session().unlockWithRecoveryCode(code).then(this, [this](Outcome outcome) {
            if (outcome.ok()) {
                m_code->clear();
                session().setSetting(carriel::text::keys::openedByCode, QStringLiteral("yes"));
                session().setSetting(carriel::text::keys::recoveryConfirmed, QStringLiteral("yes")); // it was on paper
            }
            finish(outcome);
        });
        return;
    }
    if (m_passphrase->isEmpty())
        return m_passphrase->setFocus();
    if (m_salvage)
        return salvage({false, m_passphrase->take()});
    working(true);
    session().unlockWithPassphrase(m_passphrase->take()).then(this, [this](Outcome outcome) {
        if (outcome.ok() &&
            session().setting(carriel::text::keys::openedByCode) == QLatin1String("yes")) // it is known after all
            session().setSetting(carriel::text::keys::openedByCode, {});
        finish(outcome);
    });
}

// Of several folders the one whose passphrase is asked for.
QString UnlockPage::folderName() const
{
    const QList<ProfileInfo> all = m_profiles.list(session().dir());
    const auto here = std::find_if(all.begin(), all.end(), [this](const ProfileInfo &one) {
        return QDir::cleanPath(one.dir) == QDir::cleanPath(session().dir());
    });
    return all.size() < 2 || here == all.end() ? QString() : profileTitle(*here, all, session());
}

void addUnlockPages(PageRegistry &registry, const Profiles &profiles)
{
    PageInfo info;
    info.id = QStringLiteral("unlock");
    info.place = PagePlace::Gate;
    info.title = QT_TRANSLATE_NOOP("Pages", "Open my documents");
    info.make = [profiles](const PageContext &context, QWidget *parent) -> Page * { return new UnlockPage(context, profiles, parent); };
    registry.add(info);
}

} // namespace carriel::ui
