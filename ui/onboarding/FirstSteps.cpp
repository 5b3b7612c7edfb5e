// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/FirstSteps.h"

#include "core/services/Profiles.h"
#include "ui/text/Preferences.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/RecoveryCodeView.h"
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui::onboarding {

// ---- with or without an operator

StartStep::StartStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.start"), tr("Your citizen folder, on your computer"),
           tr("Here you keep and find your documents. They are encrypted on this computer, and they work without the "
              "internet. Setting it up takes less than two minutes."),
           parent)
{
    const auto choice = [&](const QString &name, const QString &title, const QString &why) {
        auto *card = new Card(theme, name + QLatin1String(".card"), this);
        auto *button = new QRadioButton(title, card);
        button->setObjectName(name);
        button->setFont(theme.font(TypeRole::Strong));
        button->setAccessibleDescription(why);
        auto *text = theme.label(why, TypeRole::Body, card, Role::TextMuted);
        text->setObjectName(name + QLatin1String(".why"));
        text->setWordWrap(true);
        text->setContentsMargins(space::xl, 0, 0, 0);
        card->column()->setSpacing(space::xs);
        card->column()->addWidget(button);
        card->column()->addWidget(text);
        column()->addWidget(card);
        card->setCursor(Qt::PointingHandCursor);
        card->installEventFilter(this);
        return button;
    };
    m_with = choice(QStringLiteral("onboarding.withOperator"), tr("With my operator"),
                    tr("Your documents stay the same here and at your operator. Entities can send you theirs."));
    m_without =
        choice(QStringLiteral("onboarding.withoutOperator"), tr("Without an operator for now"),
               tr("Your documents stay on this computer only. You can connect an operator later and nothing is lost."));
    auto *either = new QButtonGroup(this); // they stand in two cards; an arrow key chooses the other
    either->addButton(m_with);
    either->addButton(m_without);
    (flow.withOperator ? m_with : m_without)->setChecked(true);
    const auto pick = [this](bool with) {
        (with ? m_with : m_without)->setChecked(true);
        this->flow().withOperator = with;
        Q_EMIT changed();
    };
    connect(m_with, &QRadioButton::clicked, this, [pick] { pick(true); });
    connect(m_without, &QRadioButton::clicked, this, [pick] { pick(false); });
    column()->addWidget(problem());
}

// All of the card is the choice, not its small circle alone.
bool StartStep::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        if (auto *button = object->findChild<QRadioButton *>())
            button->click();
    }
    return Step::eventFilter(object, event);
}

QString StartStep::verb() const
{
    return tr("Start");
}

void StartStep::commit()
{
    Q_EMIT advance();
}

// ---- which operator

OperatorStep::OperatorStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.operator"), tr("Which is your operator?"),
           tr("The operator keeps your folder and receives what entities send you. Type its address; it stands on its "
              "web page."),
           parent)
{
    auto *label = paragraph(tr("Address of the operator"), QStringLiteral("urlLabel"));
    m_url = new QLineEdit(this);
    m_url->setObjectName(QStringLiteral("onboarding.url"));
    m_url->setMinimumHeight(space::target);
    m_url->setPlaceholderText(QStringLiteral("https://"));
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_url->setText(flow.url.toString());
    m_url->setAccessibleName(label->text());
    label->setBuddy(m_url);

    auto *more = new QToolButton(this);
    more->setObjectName(QStringLiteral("onboarding.caToggle"));
    more->setText(tr("My operator gave me a certificate file"));
    more->setIcon(theme.icon(flow.caFile.isEmpty() ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setCheckable(true);
    more->setAutoRaise(true);
    more->setMinimumHeight(space::target);
    m_caRow = new QWidget(this);
    m_caRow->setObjectName(QStringLiteral("onboarding.caRow"));
    m_ca = new QLineEdit(m_caRow);
    m_ca->setObjectName(QStringLiteral("onboarding.ca"));
    m_ca->setMinimumHeight(space::target);
    m_ca->setAccessibleName(tr("Certificate file"));
    m_ca->setText(flow.caFile);
    auto *browse = new QPushButton(tr("Choose…"), m_caRow);
    browse->setObjectName(QStringLiteral("onboarding.caBrowse"));
    auto *row = new QHBoxLayout(m_caRow);
    row->setContentsMargins(space::xl, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_ca, 1);
    row->addWidget(browse);
    m_caRow->setVisible(!flow.caFile.isEmpty());
    more->setChecked(!flow.caFile.isEmpty());
    m_result = new Callout(theme, QStringLiteral("onboarding.found"), this);

    column()->addWidget(label);
    column()->addWidget(m_url);
    column()->addWidget(more, 0, Qt::AlignLeft);
    column()->addWidget(m_caRow);
    column()->addWidget(m_result);
    column()->addWidget(problem());

    connect(more, &QToolButton::toggled, this, [this, more](bool open) {
        m_caRow->setVisible(open);
        more->setIcon(this->theme().icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Certificate file"), {}, tr("Certificates (*.pem *.crt *.cer)"));
        dialog->setObjectName(QStringLiteral("onboarding.caDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, m_ca, &QLineEdit::setText);
        dialog->open();
    });
    connect(m_url, &QLineEdit::textChanged, this, &OperatorStep::edited);
    connect(m_ca, &QLineEdit::textChanged, this, &OperatorStep::edited);
}

QUrl OperatorStep::typedUrl() const
{
    QString text = m_url->text().trimmed();
    if (!text.isEmpty() && !text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() ? url : QUrl();
}

QString OperatorStep::verb() const
{
    return flow().found ? tr("Continue") : tr("Look for it");
}

QString OperatorStep::skipVerb() const
{
    return flow().journey == Journey::First && !busy() ? tr("Later") : QString();
}

bool OperatorStep::ready() const
{
    return !busy() && !m_url->text().trimmed().isEmpty();
}

void OperatorStep::edited()
{
    flow().found.reset();
    m_result->clear();
    problem()->clear();
    if (m_url->text().contains(QLatin1String("://")) &&
        !m_url->text().trimmed().startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
        sayAddress();
    Q_EMIT changed();
}

void OperatorStep::sayAddress()
{
    problem()->say(Callout::Kind::Warning, tr("An operator's address begins with https://"),
                   tr("Only so nobody can listen in between. Write it as it stands on your operator's web page. "
                      "Nothing was sent."));
}

void OperatorStep::begin()
{
    if (!flow().found && typedUrl().isValid() && ready())
        discover();
}

void OperatorStep::commit()
{
    if (flow().found)
        Q_EMIT advance();
    else
        discover();
}

void OperatorStep::discover()
{
    if (!typedUrl().isValid())
        return sayAddress();
    problem()->clear();
    flow().url = typedUrl();
    flow().caFile = m_ca->text().trimmed();
    setBusy(true);
    m_result->say(Callout::Kind::Info, tr("Looking for the operator…"));
    flow()
        .session.discover(flow().url, flow().caFile)
        .then(this, [this, asked = flow().url](Result<OperatorInfo> found) {
            if (asked != typedUrl()) { // it was changed meanwhile
                setBusy(false);
                return;
            }
            m_result->clear();
            if (!found.ok())
                return fail(atTheBeginning(found.error()));
            flow().found = found.value();
            setBusy(false);
            m_result->say(Callout::Kind::Success, found.value().name,
                          tr("Who you are is checked by %1. Nobody else is asked.").arg(found.value().issuer.host()));
        });
}

// ---- how they are opened

UnlockStep::UnlockStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.unlock"), tr("How do you want to open your documents?"),
           tr("They are encrypted on this computer. Choose what opens them. You can change it later."), parent)
{
    m_form = new UnlockChoiceForm(theme, QStringLiteral("onboarding.choice"), this);
    column()->addWidget(m_form);
    column()->addWidget(problem());
    connect(m_form, &UnlockChoiceForm::changed, this, &Step::changed);
    connect(m_form, &UnlockChoiceForm::lookAgain, this, &UnlockStep::begin);
}

QString UnlockStep::verb() const
{
    return tr("Create my folder");
}

bool UnlockStep::ready() const
{
    return !busy() && m_form->complete();
}

void UnlockStep::begin()
{
    flow().session.unlockWays().then(this, [this](Result<UnlockWays> ways) {
        if (ways.ok())
            m_form->setKeyStore(ways.value().keyStoreProblem == QLatin1String("missing_entry")
                                    ? QString()
                                    : ways.value().keyStoreProblem);
        if (isVisible()) // the way that stood first may have fallen away
            focusFirst();
    });
}

void UnlockStep::commit()
{
    if (flow().session.vaultState() == VaultState::Unlocked) { // made already, and come back to
        Q_EMIT advance();
        return;
    }
    setBusy(true);
    flow().session.createVault(m_form->take()).then(this, [this](Result<QString> code) {
        if (!code.ok())
            return fail(code.error());
        flow().recoveryCode = code.value();
        setBusy(false);
        Q_EMIT advance();
    });
}

// ---- the recovery code

RecoveryStep::RecoveryStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.recovery"), tr("Write down your recovery code"),
           tr("If you forget your passphrase, or this computer does not open your documents by itself any more, this "
              "code "
              "does. It is shown only now, and nobody, not even your operator, can give you another one. Another "
              "computer gets a code of its own."),
           parent)
{
    m_view = new RecoveryCodeView(theme, QStringLiteral("recovery"), this);
    m_view->setFolder(Profiles::nameOf(flow.session.dir()));
    column()->addWidget(m_view);
    column()->addWidget(problem());
    connect(m_view, &RecoveryCodeView::changed, this, &Step::changed);
}

QString RecoveryStep::verb() const
{
    return tr("I have it on paper");
}

bool RecoveryStep::ready() const
{
    return !busy() && m_view->confirmed();
}

void RecoveryStep::begin()
{
    m_view->setCode(flow().recoveryCode);
}

void RecoveryStep::commit()
{
    setBusy(true);
    flow().session.setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes")).then(this, [this](Outcome stored) {
        if (!stored.ok())
            return fail(stored.error());
        m_view->forget();
        flow().recoveryCode.fill(QLatin1Char(' '));
        flow().recoveryCode.clear();
        setBusy(false);
        Q_EMIT advance();
    });
}

} // namespace carriel::ui::onboarding
