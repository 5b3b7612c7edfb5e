// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The act of sharing: what exactly, with whom, what for, until when. Args: ids, the documents and folders. Thread: GUI.
#pragma once

#include "core/services/Shares.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace carriel::ui {

class Callout;
class ContentColumn;

class SharePage final : public Page
{
    Q_OBJECT
public:
    explicit SharePage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    QWidget *buildSearch();
    QWidget *buildAnswer();
    void answer(const QString &who); // what the search found; empty: nothing was asked yet
    void answer(const Error &error);
    void find();
    QDate lastDay() const;
    void lookAtKey();
    void look(); // whether everything is there that is needed
    void share();
    void agree();   // the person compared the code
    bool isSealed() const { return !m_documents.isEmpty() && m_documents.first().sealed; }

    ContentColumn *m_content;
    Callout *m_callout;
    QLabel *m_what;
    QLineEdit *m_number;
    QPushButton *m_find;
    QWidget *m_room;
    Callout *m_answer;
    QLabel *m_who, *m_hint;
    QLabel *m_honest;
    QLabel *m_key, *m_code; // of sealed documents: whose key it is, and what both read the same
    QPushButton *m_compared;
    QCheckBox *m_link;
    QLabel *m_linkWhy, *m_followWhy;
    QLineEdit *m_purpose;
    QPlainTextEdit *m_message;
    QComboBox *m_until;
    QCheckBox *m_follow;
    QLabel *m_before; // that the same person reads one of these already
    QLabel *m_sum;    // what is decided
    QTimer *m_silent; // while the operator is waited for
    QPushButton *m_share;
    QList<ShareDocument> m_documents;
    std::optional<ShareRecipient> m_found;
    QDateTime m_sharedUtc; // one of them, with whom was found, before; invalid: none
};

} // namespace carriel::ui
