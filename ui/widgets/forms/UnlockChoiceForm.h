// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How this computer opens the documents from now on: the system's key store or a passphrase. Used when they are made, when
// the person changes it, and when damaged ones are saved into new ones.
#pragma once

#include "core/services/Session.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QRadioButton;
class QLabel;

namespace carriel::ui {

class Callout;
class SecretField;

// How hard a passphrase is to guess, roughly: its length and variety decide, not rules about signs.
enum class Strength { TooShort, Weak, Fair, Strong };
Strength strengthOf(const QString &passphrase);

class UnlockChoiceForm final : public QWidget
{
    Q_OBJECT
public:
    UnlockChoiceForm(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    // `problem` as in UnlockWays::keyStoreProblem; with one, the key store cannot be chosen and it is said why.
    void setKeyStore(const QString &problem);
    void choose(bool keyStore); // what is chosen at first; nothing if it cannot be chosen
    bool complete() const;
    UnlockChoice take(); // the passphrase leaves the form

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QRadioButton *m_keyStore;
    QLabel *m_keyStoreWhy;
    QRadioButton *m_passphrase;
    QWidget *m_fields;
    SecretField *m_first;
    SecretField *m_second;
    QLabel *m_strength;
};

} // namespace carriel::ui
