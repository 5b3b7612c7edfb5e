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

class OperatorSection final : public Section
{
    Q_OBJECT
public:
    OperatorSection(const PageContext &context, QWidget *parent);
    void begin() override;
    void forget() override;

private:
    void showAccount();
    void sayLoggedOut();
    void readDevices();
    void showDevices(const QList<DeviceInfo> &devices);
    void revoke(const DeviceInfo &device);

    QLabel *m_facts;
    QPushButton *m_connect;
    QPushButton *m_login;
    QPushButton *m_logout;
    Card *m_devices;
    QWidget *m_list = nullptr;
    Callout *m_problem;
    std::optional<DeviceInfo> m_toRevoke;
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
