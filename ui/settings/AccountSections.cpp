// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/AccountSections.h"

#include "core/services/Profiles.h"
#include "ui/settings/DevicesCard.h"
#include "ui/settings/SealedCard.h"
#include "ui/settings/TermsCard.h"
#include "ui/text/Format.h"
#include "ui/text/Preferences.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/RecoveryCodeView.h"
#include "ui/widgets/forms/SecretField.h"
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace carriel::ui::settings {

namespace {

// What just appeared below the edge, once it has its place.
void bringIntoView(QWidget *widget)
{
    QTimer::singleShot(0, widget, [widget] {
        for (QWidget *at = widget->parentWidget(); at; at = at->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(at))
                return area->ensureWidgetVisible(widget, 0, space::m);
        }
    });
}

} // namespace

// ---- the operator and the computers

OperatorSection::OperatorSection(const PageContext &context, QWidget *parent)
    : Section(context, QStringLiteral("operator"), tr("Operator"), parent)
{
    Card *account = card(QStringLiteral("account"), tr("My operator"));
    m_facts = text({}, QStringLiteral("settings.operator.facts"), account);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_connect = new QPushButton(tr("Connect an operator"), account);
    m_connect->setObjectName(QStringLiteral("settings.operator.connect"));
    setVariant(m_connect, Variant::Primary);
    m_login = new QPushButton(tr("Log in"), account);
    m_login->setObjectName(QStringLiteral("settings.operator.login"));
    m_logout = new QPushButton(tr("Log out"), account);
    m_logout->setObjectName(QStringLiteral("settings.operator.logout"));
    m_problem = new Callout(theme(), QStringLiteral("settings.operator.problem"), account);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_login);
    buttons->addWidget(m_logout);
    buttons->addStretch(1);
    account->column()->addWidget(m_facts);
    account->column()->addLayout(buttons);
    account->column()->addWidget(m_problem);

    Card *terms = card(QStringLiteral("terms"), tr("The terms that I accepted"));
    auto *accepted = text({}, QStringLiteral("settings.terms.facts"), terms, Role::TextMuted);
    accepted->setTextInteractionFlags(Qt::TextSelectableByMouse);
    terms->column()->addWidget(accepted);
    m_terms = new TermsCard(context, terms, accepted);

    m_devicesCard =
        card(QStringLiteral("devices"), tr("Computers that may use my folder"),
             tr("Remove one that you lost or no longer use. What it holds already stays on it; it gets nothing new."));
    m_devices = new DevicesCard(context, m_devicesCard);
    m_sealedCard = card(QStringLiteral("sealed"), tr("Sealed documents"),
                        tr("Only computers that have your key can open them. They get it from each other, after you compared six digits."));
    m_sealed = new SealedCard(context, m_sealedCard);

    connect(m_connect, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("connect")); });
    connect(m_login, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("login")); });
    connect(m_logout, &QPushButton::clicked, this, [this] {
        m_logout->setEnabled(false);
        session().logout().then(this, [this](Outcome outcome) {
            m_logout->setEnabled(true);
            if (outcome.ok())
                sayLoggedOut();
            else
                m_problem->say(outcome.error());
            showAccount();
        });
    });
    connect(&session(), &Session::accountChanged, this, &OperatorSection::showAccount);
    showAccount();
}

void OperatorSection::sayLoggedOut()
{
    const SyncStatus status = session().status();
    const int unsent = status.pending + status.waiting + status.failed;
    QString words = tr("Your documents stay on this computer. What you change waits until you log in again.");
    if (unsent > 0)
        words = QString(tr("%n change(s) of yours are only on this computer. Your operator gets them once you log in again.", nullptr, unsent)
                        + u' ' + words);
    m_problem->say(unsent > 0 ? Callout::Kind::Warning : Callout::Kind::Info, tr("You are logged out."), words);
}

void OperatorSection::begin()
{
    m_problem->clear();
    showAccount();
    m_devices->begin();
    m_sealed->begin();
    m_terms->begin();
}

void OperatorSection::ask(const QVariantMap &args)
{
    const QString device = args.value(QStringLiteral("device")).toString();
    if (!device.isEmpty())
        m_devices->askAbout(DeviceId(device));
}

void OperatorSection::forget()
{
    m_devices->forget();
    m_sealed->forget();
    m_facts->clear();
    m_terms->forget();
}

void OperatorSection::showAccount()
{
    const Account account = session().account();
    QStringList facts;
    if (!account.connected) {
        facts << tr("This folder has no operator yet. Your documents lie on this computer only. If you connect one, they all go there.");
    } else {
        facts << tr("Operator: %1").arg(account.op.name.isEmpty() ? account.op.url.host() : account.op.name);
        facts << tr("Address: %1").arg(account.op.url.toString());
        facts << tr("Who you are is checked by: %1").arg(account.op.issuer.host());
        if (!account.holder.number().isEmpty())
            facts << tr("Holder: %1, %2").arg(account.holderName, account.holder.display());
        facts
            << (account.loggedIn ? tr("You are logged in.")
                : account.removed
                    ? tr("This computer was removed from your folder. What is here stays here. Log in to add it again.")
                    : tr("You are not logged in."));
    }
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_connect->setVisible(!account.connected);
    m_login->setVisible(account.connected && !account.loggedIn);
    m_logout->setVisible(account.connected && account.loggedIn);
    m_devicesCard->setVisible(account.connected && account.loggedIn);
    m_sealedCard->setVisible(account.connected && account.loggedIn);
}

// ---- what opens the documents

UnlockSection::UnlockSection(const PageContext &context, QWidget *parent)
    : Section(context, QStringLiteral("unlock"), tr("Opening my documents"), parent)
{
    Card *ways = card(QStringLiteral("ways"), tr("What opens them"));
    m_now = text({}, QStringLiteral("settings.unlock.now"), ways, Role::TextMuted);
    m_now->hide();
    m_current = new SecretField(theme(), tr("Your passphrase of today, or your recovery code"), QStringLiteral("settings.unlock.current"), ways);
    m_current->hide();
    m_form = new UnlockChoiceForm(theme(), QStringLiteral("settings.unlock.choice"), ways);
    m_change = new QPushButton(tr("Use this from now on"), ways);
    m_change->setObjectName(QStringLiteral("settings.unlock.change"));
    m_changed = new Callout(theme(), QStringLiteral("settings.unlock.changed"), ways);
    ways->column()->addWidget(m_now);
    ways->column()->addWidget(m_current);
    ways->column()->addWidget(m_form);
    ways->column()->addWidget(m_change, 0, Qt::AlignLeft);
    ways->column()->addWidget(m_changed);

    Card *code = card(QStringLiteral("recovery"), tr("Recovery code"),
                      tr("It opens your documents if everything else fails. A new code replaces the one you have as soon as you confirm it."));
    m_make = new QPushButton(tr("Make a new code"), code);
    m_make->setObjectName(QStringLiteral("settings.unlock.makeCode"));
    m_codePassphrase = new SecretField(theme(), tr("Your passphrase of today, or your recovery code"), QStringLiteral("settings.unlock.codePassphrase"), code);
    m_codePassphrase->hide();
    m_code = new RecoveryCodeView(theme(), QStringLiteral("settings.recovery"), code);
    const QString holder = session().account().holderName;
    m_code->setFolder(holder.isEmpty() ? Profiles::nameOf(session().dir()) : holder);
    m_code->hide();
    m_have = new QPushButton(tr("I have it on paper"), code);
    m_have->setObjectName(QStringLiteral("settings.unlock.haveCode"));
    setVariant(m_have, Variant::Primary);
    m_have->hide();
    m_codeProblem = new Callout(theme(), QStringLiteral("settings.unlock.codeProblem"), code);
    code->column()->addWidget(m_make, 0, Qt::AlignLeft);
    code->column()->addWidget(m_codePassphrase);
    code->column()->addWidget(m_code);
    code->column()->addWidget(m_have, 0, Qt::AlignLeft);
    code->column()->addWidget(m_codeProblem);

    connect(m_form, &UnlockChoiceForm::changed, this, [this] { m_change->setEnabled(m_form->complete()); });
    connect(m_form, &UnlockChoiceForm::lookAgain, this, &UnlockSection::lookAtKeyStore);
    connect(m_change, &QPushButton::clicked, this,
            [this] { afterPassphrase(m_current, m_changed, [this] { change(); }); });
    connect(m_current, &SecretField::entered, m_change, &QPushButton::click);
    connect(m_codePassphrase, &SecretField::entered, m_codeProblem, &Callout::action);
    connect(m_make, &QPushButton::clicked, this, &UnlockSection::askForCode);
    connect(m_codeProblem, &Callout::action, this, [this] { afterPassphrase(m_codePassphrase, m_codeProblem, [this] { makeCode(); }); });
    connect(m_code, &RecoveryCodeView::changed, this, [this] { m_have->setEnabled(m_code->confirmed()); });
    connect(m_have, &QPushButton::clicked, this, [this] {
        session().confirmRecoveryCode().then(this, [this](const Outcome &confirmed) {
            if (!confirmed.ok())
                return m_codeProblem->say(confirmed.error());
            keep(carriel::text::keys::recoveryConfirmed, QStringLiteral("yes"));
            forget();
            m_codeProblem->say(Callout::Kind::Success, tr("Your new recovery code is in force."),
                               tr("The old paper no longer works: destroy it."));
        });
    });
}

void UnlockSection::begin()
{
    m_changed->clear();
    m_codeProblem->clear();
    showWays();
}

void UnlockSection::forget()
{
    m_current->clear();
    m_codePassphrase->clear();
    m_codePassphrase->hide();
    m_codeProblem->clear();
    m_code->forget();
    m_code->hide();
    m_have->hide();
    m_make->show();
}

void UnlockSection::showWays()
{
    session().unlockWays().then(this, [this](Result<UnlockWays> ways) {
        if (!ways.ok())
            return;
        m_hasPassphrase = ways.value().passphrase;
        m_current->setVisible(m_hasPassphrase);
        QStringList now;
        if (ways.value().keyStore)
            now << tr("this computer's key store");
        if (ways.value().passphrase)
            now << tr("a passphrase");
        if (ways.value().recoveryCode)
            now << tr("the recovery code");
        m_now->setText(tr("Now: %1.").arg(now.join(QLatin1String(", "))));
        m_now->show();
        m_form->choose(ways.value().keyStore);
    });
    lookAtKeyStore();
}

// Looking asks for nothing: the system's dialogs come only when the key store was chosen.
void UnlockSection::lookAtKeyStore()
{
    session().keyStoreProblem().then(this, [this](const Result<QString> &problem) { m_form->setKeyStore(problem.valueOr({})); });
}

void UnlockSection::afterPassphrase(SecretField *field, Callout *problem, std::function<void()> act)
{
    field->setProblem({});
    if (!m_hasPassphrase)
        return act();
    if (field->isEmpty()) {
        field->setProblem(tr("Type the passphrase that opens your documents today, or your recovery code. It is asked so that nobody else changes this."));
        field->edit()->setFocus();
        return;
    }
    session().checkOwner(field->take()).then(this, [field, problem, act = std::move(act)](const Outcome &right) {
        if (right.ok())
            return act();
        problem->say(right.error());
        field->edit()->setFocus();
    });
}

void UnlockSection::change()
{
    m_change->setEnabled(false);
    m_changed->clear();
    session().changeUnlock(m_form->take()).then(this, [this](Outcome outcome) {
        m_change->setEnabled(m_form->complete());
        if (outcome.ok()) {
            keep(carriel::text::keys::openedByCode, QStringLiteral("no"));
            m_changed->say(Callout::Kind::Success, tr("Done. From now on your documents open this way."));
        } else {
            m_changed->say(outcome.error());
        }
        showWays();
    });
}

void UnlockSection::askForCode()
{
    m_codePassphrase->setVisible(m_hasPassphrase);
    m_codeProblem->say(Callout::Kind::Warning, tr("Replace your recovery code?"),
                       tr("You write the new one down in its place. The one you have on paper works until you confirm the new one."));
    m_codeProblem->setAction(tr("Replace it"));
    bringIntoView(m_codeProblem);
    if (m_hasPassphrase)
        m_codePassphrase->edit()->setFocus();
}

void UnlockSection::makeCode()
{
    m_make->setEnabled(false);
    m_codeProblem->clear();
    m_codePassphrase->hide();
    session().newRecoveryCode().then(this, [this](Result<QString> code) {
        m_make->setEnabled(true);
        if (!code.ok()) {
            m_codeProblem->say(code.error());
            return;
        }
        // Until it is confirmed, Inicio reminds of it.
        keep(carriel::text::keys::recoveryConfirmed, QStringLiteral("no"));
        m_code->setCode(code.value());
        m_code->show();
        m_have->setEnabled(false);
        m_have->show();
        m_make->hide();
        bringIntoView(m_have);
        m_code->setFocus();
    });
}

} // namespace carriel::ui::settings
