// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator and the computers that may use the folder; what opens the documents.
#pragma once

#include "core/services/Session.h"
#include "ui/settings/Section.h"

#include <functional>

class QPushButton;

namespace carriel::ui {
class RecoveryCodeView;
class SecretField;
class UnlockChoiceForm;
}

namespace carriel::ui::settings {

class DevicesCard;
class SealedCard;
class TermsCard;

class OperatorSection final : public Section
{
    Q_OBJECT
public:
    OperatorSection(const PageContext &context, QWidget *parent);
    void begin() override;
    void ask(const QVariantMap &args) override; // "device": whether that one is to be removed
    void forget() override;

private:
    void showAccount();
    void sayLoggedOut();

    QLabel *m_facts;
    QPushButton *m_connect;
    QPushButton *m_login;
    QPushButton *m_logout;
    TermsCard *m_terms;
    Card *m_devicesCard;
    DevicesCard *m_devices;
    Card *m_sealedCard;
    SealedCard *m_sealed;
    Callout *m_problem;
};

class UnlockSection final : public Section
{
    Q_OBJECT
public:
    UnlockSection(const PageContext &context, QWidget *parent);
    void begin() override;
    void forget() override;

private:
    void showWays();
    void lookAtKeyStore();
    // Does it at once where no passphrase opens the vault, else once the right one was typed.
    void afterPassphrase(SecretField *field, Callout *problem, std::function<void()> act);
    void change();
    void askForCode();
    void makeCode();

    QLabel *m_now;
    bool m_hasPassphrase = false;
    SecretField *m_current;
    UnlockChoiceForm *m_form;
    QPushButton *m_change;
    Callout *m_changed;
    QPushButton *m_make;
    SecretField *m_codePassphrase;
    RecoveryCodeView *m_code;
    QPushButton *m_have;
    Callout *m_codeProblem;
};

} // namespace carriel::ui::settings
