// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The last steps: who the person is, the operator's terms, and the first documents.
#pragma once

#include "ui/onboarding/Step.h"

class QCheckBox;
class QLineEdit;
class QListWidget;
class QTextEdit;
class QProgressBar;
class QPushButton;

namespace carriel::ui {
class Card;
}

namespace carriel::ui::onboarding {

class LoginStep final : public Step
{
    Q_OBJECT
public:
    LoginStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool ready() const override { return !busy(); }
    QString skipVerb() const override;
    void skip() override; // remembers the operator all the same
    void begin() override;
    void commit() override;

private:
    void login();
    void waiting(bool on);

    QWidget *m_computer; // hidden once the operator knows this computer
    QLineEdit *m_name;
    Card *m_wait;
    QPushButton *m_again;
    QPushButton *m_cancel;
    int m_attempt = 0; // an answer of an earlier one does not count
};

class TermsStep final : public Step
{
    Q_OBJECT
public:
    TermsStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool ready() const override;
    bool canGoBack() const override { return false; } // the login is done; they can be left for another day
    QString skipVerb() const override;
    void begin() override;
    void commit() override;

private:
    void fetch();

    QTextEdit *m_text;
    QLabel *m_digest;
    QCheckBox *m_accept;
    std::optional<Terms> m_terms;
};

class DocumentsStep final : public Step
{
    Q_OBJECT
public:
    DocumentsStep(Flow &flow, const Theme &theme, QWidget *parent);
    QString verb() const override;
    bool ready() const override { return !busy(); }
    bool canGoBack() const override { return false; }
    void begin() override; // says whose folder it is now
    void commit() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void add(const QStringList &paths);

    QLabel *m_who;
    QLabel *m_count;
    QListWidget *m_list;
    QProgressBar *m_progress;
    int m_added = 0;
};

} // namespace carriel::ui::onboarding
