// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The signatures of one document at large: the verdict, the report, and the signed version beside the present one. Also
// of a file outside the vault, chosen or dropped here. Args: id or path; signature (place in the list): its signed
// version at once. Thread: GUI.
#pragma once

#include "core/services/Verification.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace carriel::ui {

class SideBySide;
class VerificationView;

class VerifyPage final : public Page
{
    Q_OBJECT
public:
    VerifyPage(const PageContext &context, QWidget *parent);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    QWidget *buildSides();
    void check(SecretBytes password = {}); // of a file outside
    void unlock();
    void came(const Result<CheckedFile> &checked);
    void showSigned(int signature);
    void choose();
    void report();
    void chooseContent();
    QString name() const;

    DocumentRow m_row; // of the vault, or
    QString m_path;    // outside
    QString m_content; // outside: what a signature beside it signs, if the person chose it
    CheckedFile m_file;
    QString m_under;   // the page that it was opened from, if that said so
    int m_wanted = -1; // a signed version to be shown when the verdict has come
    int m_turn = 0;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_choose;
    QPushButton *m_report;
    QPushButton *m_again;
    QPushButton *m_which;
    QStackedWidget *m_stack;
    VerificationView *m_view;
    QLabel *m_difference;
    QPushButton *m_back;
    SideBySide *m_sides;
};

} // namespace carriel::ui
