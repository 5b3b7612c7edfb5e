// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The first steps: with or without an operator, how the documents will be opened, the recovery code, and which
// operator.
#pragma once

#include "ui/onboarding/Step.h"

class QLineEdit;
class QRadioButton;

namespace carriel::ui {
class RecoveryCodeView;
class UnlockChoiceForm;
} // namespace carriel::ui

namespace carriel::ui::onboarding {

class StartStep final : public Step
{
    Q_OBJECT
public:
    StartStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool canGoBack() const override { return false; }
    void commit() override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QRadioButton *m_with;
    QRadioButton *m_without;
};

class OperatorStep final : public Step
{
    Q_OBJECT
public:
    OperatorStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool ready() const override;
    bool canGoBack() const override { return flow().journey != Journey::First; } // the recovery code was shown once
    QString skipVerb() const override;
    void begin() override;
    void commit() override;

private:
    void edited();
    void discover();
    void sayAddress(); // why what is typed is none
    QUrl typedUrl() const;

    QLineEdit *m_url;
    QLineEdit *m_ca;
    QWidget *m_caRow;
    Callout *m_result;
};

class UnlockStep final : public Step
{
    Q_OBJECT
public:
    UnlockStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool ready() const override;
    void begin() override;
    void commit() override;

private:
    UnlockChoiceForm *m_form;
};

class RecoveryStep final : public Step
{
    Q_OBJECT
public:
    RecoveryStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool ready() const override;
    bool canGoBack() const override { return false; } // the documents exist by now
    void begin() override;
    void commit() override;

private:
    RecoveryCodeView *m_view;
};

} // namespace carriel::ui::onboarding
