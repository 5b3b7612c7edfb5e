// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One procedure: who, what agreeing means, the whole text with its digest, the one verb; taking it back as easily; and
// the history of it. Args: id. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "ui/procedures/Catalogue.h"
#include "ui/shell/Page.h"

#include <QSet>

class QLabel;
class QPushButton;
class QToolButton;

namespace carriel::ui {

class Callout;
class Card;
class ConsentHistory;
class ContentColumn;

class ProcedurePage final : public Page
{
    Q_OBJECT
public:
    explicit ProcedurePage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    void buildStanding();
    void buildMeaning();
    void buildText();
    void buildWithdrawal();
    QLabel *line(Card *card, const QString &words, const char *name, Role role = Role::Text);
    void reload();
    void show();
    void agree();
    void withdraw();
    void begin();
    void finished(const QString &id, const QString &title, const Outcome &outcome, const QString &words);

    QString m_id, m_left; // m_left: what it showed before the folder was locked
    QList<ProcedureInfo> m_catalogue;
    ProcedureLine m_line;
    bool m_known = false;  // the operator told what it is now
    QSet<QString> m_under; // procedures of which a statement is being signed and sent
    ContentColumn *m_content;
    QToolButton *m_back;
    QLabel *m_title;
    QLabel *m_entity;
    QLabel *m_about;
    Callout *m_callout;
    Card *m_standing;
    QLabel *m_standingIcon;
    QLabel *m_standingWords;
    QPushButton *m_end;
    Card *m_withdrawal;
    QPushButton *m_withdraw;
    QPushButton *m_keep;
    Card *m_meaning;
    Card *m_text;
    QLabel *m_words;
    QLabel *m_digest;
    QLabel *m_waiting;
    QPushButton *m_agree;
    ConsentHistory *m_history;
};

} // namespace carriel::ui
