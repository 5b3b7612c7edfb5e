// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include "core/base/SecretBytes.h"
#include "core/domain/PassphraseRule.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/SecretField.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {

PassphraseStrength strengthOf(const QString &passphrase)
{
    QByteArray bytes = passphrase.toUtf8();
    const PassphraseStrength strength = passphraseStrength(bytes);
    wipeMemory(bytes.data(), std::size_t(bytes.size()));
    return strength;
}

} // namespace

UnlockChoiceForm::UnlockChoiceForm(const Theme &theme, const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name);
    const auto explained = [&](const QString &text, const QString &part) {
        auto *label = theme.label(text, TypeRole::Small, this, Role::TextMuted);
        label->setObjectName(name + part);
        label->setWordWrap(true);
        label->setIndent(space::xl);
        return label;
    };
    m_keyStore = new QRadioButton(tr("With this computer's key store"), this);
    m_keyStore->setObjectName(name + QLatin1String(".keyStore"));
    m_keyStoreWhy = explained(tr("They open when you start your session. You type nothing. Recommended."), QStringLiteral(".keyStoreWhy"));
    m_lookAgain = new QPushButton(tr("Look again"), this);
    m_lookAgain->setObjectName(name + QLatin1String(".lookAgain"));
    setVariant(m_lookAgain, Variant::Quiet);
    m_lookAgain->hide();
    connect(m_lookAgain, &QPushButton::clicked, this, &UnlockChoiceForm::lookAgain);
    m_passphrase = new QRadioButton(tr("With a passphrase"), this);
    m_passphrase->setObjectName(name + QLatin1String(".passphrase"));
    auto *why = explained(tr("You type it each time. Nobody can tell it to you if you forget it."), QStringLiteral(".passphraseWhy"));

    m_fields = new QWidget(this);
    m_fields->setObjectName(name + QLatin1String(".fields"));
    m_first = new SecretField(theme, tr("Passphrase: four or more words that only you would put together"), name + QLatin1String(".first"), m_fields);
    m_strength = theme.label({}, TypeRole::Small, m_fields, Role::TextMuted);
    m_strength->setObjectName(name + QLatin1String(".strength"));
    m_strength->setWordWrap(true);
    m_second = new SecretField(theme, tr("The same passphrase again"), name + QLatin1String(".second"), m_fields);
    m_first->shownBy(*m_second);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(space::xl, 0, 0, 0);
    fields->setSpacing(space::s);
    fields->addWidget(m_first);
    fields->addWidget(m_strength);
    fields->addWidget(m_second);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_keyStore);
    column->addWidget(m_keyStoreWhy);
    auto *again = new QHBoxLayout;
    again->setContentsMargins(space::xl, 0, 0, 0);
    again->addWidget(m_lookAgain);
    again->addStretch(1);
    column->addLayout(again);
    column->addSpacing(space::m);
    column->addWidget(m_passphrase);
    column->addWidget(why);
    column->addSpacing(space::s);
    column->addWidget(m_fields);

    m_keyStore->setChecked(true);
    connect(m_keyStore, &QRadioButton::clicked, this, [this] { m_touched = true; });
    connect(m_keyStore, &QRadioButton::toggled, this, &UnlockChoiceForm::refresh);
    connect(m_first, &SecretField::changed, this, &UnlockChoiceForm::refresh);
    connect(m_second, &SecretField::changed, this, &UnlockChoiceForm::refresh);
    refresh();
}

void UnlockChoiceForm::setKeyStore(const QString &problem)
{
    const bool noKeyring = problem == QLatin1String("no_keyring");
    const QString why = noKeyring ? QString() : text::keyStoreWords(problem);
    m_keyStore->setEnabled(why.isEmpty());
    m_lookAgain->setVisible(!why.isEmpty());
    m_keyStoreWhy->setText(!why.isEmpty() ? why
                           : noKeyring ? tr("Nobody has made a keyring on this computer yet. If you choose it, your system asks you for a password for a new one.")
                                       : tr("They open when you start your session. You type nothing. Recommended."));
    if (!why.isEmpty() || (noKeyring && !m_touched))
        m_passphrase->setChecked(true); // nobody is led into a dialog of the system unawares
    refresh();
}

void UnlockChoiceForm::choose(bool keyStore)
{
    if (!keyStore || m_keyStore->isEnabled())
        (keyStore ? m_keyStore : m_passphrase)->setChecked(true);
    refresh();
}

bool UnlockChoiceForm::complete() const
{
    return m_keyStore->isChecked() || (strengthOf(m_first->text()) >= PassphraseStrength::Weak && m_first->text() == m_second->text());
}

UnlockChoice UnlockChoiceForm::take()
{
    UnlockChoice choice;
    choice.keyStore = m_keyStore->isChecked();
    if (!choice.keyStore) {
        choice.passphrase = m_first->take();
        m_second->clear();
    }
    return choice;
}

void UnlockChoiceForm::refresh()
{
    m_fields->setVisible(m_passphrase->isChecked());
    QString words = tr("At least %1 letters, %2 of them different.").arg(shortestPassphrase).arg(leastDifferentSigns);
    if (!m_first->isEmpty()) {
        switch (strengthOf(m_first->text())) {
        case PassphraseStrength::TooShort: words = tr("Too short: at least %1 letters.").arg(shortestPassphrase); break;
        case PassphraseStrength::TooUniform: words = tr("Too easy to guess: at least %1 different letters.").arg(leastDifferentSigns); break;
        case PassphraseStrength::Weak: words = tr("Easy to guess. Four words or more protect you better."); break;
        case PassphraseStrength::Fair: words = tr("Good. One more word makes it strong."); break;
        case PassphraseStrength::Strong: words = tr("Strong."); break;
        }
    }
    m_strength->setText(words);
    const bool differs = !m_second->isEmpty() && !m_first->text().startsWith(m_second->text());
    m_second->setProblem(differs ? tr("It is not the same as above.") : QString());
    Q_EMIT changed();
}

} // namespace carriel::ui
