// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the small dialogs: a sentence, the form, and the buttons; the main one carries a verb. Enter presses it.
#pragma once

#include "ui/shell/Page.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class FormDialog : public Page
{
    Q_OBJECT
public:
    FormDialog(const PageContext &context, QWidget *parent, const QString &verb, bool destroys = false);

protected:
    QVBoxLayout &body() const { return *m_body; }
    QPushButton &verbButton() const { return *m_verb; }
    void setVerbEnabled(bool enabled); // once it is known whether there is anything to do
    void setWords(const QString &words);   // what this is, above the form
    void setProblem(const QString &words); // what is wrong with the form, under it; read out
    void grow();                           // after words that came later: nothing of them is cut
    // The verb was pressed. True: done, close.
    virtual bool accept() = 0;
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_words;
    QVBoxLayout *m_body;
    QLabel *m_problem;
    const bool m_destroys;
    QPushButton *m_cancel;
    QPushButton *m_verb;
};

} // namespace carriel::ui
