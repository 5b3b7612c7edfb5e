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
class QPushButton;

namespace carriel::ui {

class Callout;
class SecretField;

class UnlockChoiceForm final : public QWidget
{
    Q_OBJECT
public:
    UnlockChoiceForm(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    // `problem` as in UnlockWays::keyStoreProblem; with one, the key store cannot be chosen, it is said why, and it can be looked
    // again. "no_keyring" is none: it can be chosen, and it is said what the system will ask then.
    void setKeyStore(const QString &problem);
    void choose(bool keyStore); // what is chosen at first; nothing if it cannot be chosen
    bool complete() const;
    UnlockChoice take(); // the passphrase leaves the form

Q_SIGNALS:
    void changed();
    void lookAgain(); // somebody has unlocked the key store meanwhile, say: ask, and setKeyStore() anew

private:
    void refresh();

    QRadioButton *m_keyStore;
    QLabel *m_keyStoreWhy;
    QPushButton *m_lookAgain;
    QRadioButton *m_passphrase;
    QWidget *m_fields;
    SecretField *m_first;
    SecretField *m_second;
    QLabel *m_strength;
    bool m_touched = false; // the person chose the key store: a look again does not choose otherwise
};

} // namespace carriel::ui
