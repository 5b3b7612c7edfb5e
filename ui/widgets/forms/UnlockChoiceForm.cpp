// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/SecretField.h"

#include <QLabel>
#include <QRadioButton>
#include <QSet>
#include <QVBoxLayout>

namespace carriel::ui {

Strength strengthOf(const QString &passphrase)
{
    const QSet<QChar> different(passphrase.cbegin(), passphrase.cend());
    const qsizetype words = passphrase.split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
    if (passphrase.size() < 8)
        return Strength::TooShort;
    if (different.size() < 6 || passphrase.size() < 12)
        return Strength::Weak;
    return passphrase.size() >= 20 || words >= 4 ? Strength::Strong : Strength::Fair;
}

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
    column->addSpacing(space::m);
    column->addWidget(m_passphrase);
    column->addWidget(why);
    column->addSpacing(space::s);
    column->addWidget(m_fields);

    m_keyStore->setChecked(true);
    connect(m_keyStore, &QRadioButton::toggled, this, &UnlockChoiceForm::refresh);
    connect(m_first, &SecretField::changed, this, &UnlockChoiceForm::refresh);
    connect(m_second, &SecretField::changed, this, &UnlockChoiceForm::refresh);
    refresh();
}

void UnlockChoiceForm::setKeyStore(const QString &problem)
{
    const QString why = text::keyStoreWords(problem);
    m_keyStore->setEnabled(why.isEmpty());
    if (!why.isEmpty()) {
        m_keyStoreWhy->setText(why);
        m_passphrase->setChecked(true);
    }
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
    return m_keyStore->isChecked() || (strengthOf(m_first->text()) != Strength::TooShort && m_first->text() == m_second->text());
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
    QString words = tr("At least 8 letters.");
    if (!m_first->isEmpty()) {
        switch (strengthOf(m_first->text())) {
        case Strength::TooShort: words = tr("Too short: at least 8 letters."); break;
        case Strength::Weak: words = tr("Easy to guess. A longer one protects you better."); break;
        case Strength::Fair: words = tr("Good. One more word makes it strong."); break;
        case Strength::Strong: words = tr("Strong."); break;
        }
    }
    m_strength->setText(words);
    const bool differs = !m_second->isEmpty() && !m_first->text().startsWith(m_second->text());
    m_second->setProblem(differs ? tr("It is not the same as above.") : QString());
    Q_EMIT changed();
}

} // namespace carriel::ui
