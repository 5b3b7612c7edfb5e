// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One notification before it is opened: who really sent it, what it is, what opening it means, what term would run, how
// to leave it for later; then the one verb, and the opening step by step. One that is opened already goes on to its
// act. Args: id. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/NotificationValues.h"
#include "core/services/Values.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace carriel::ui {

class Callout;
class Card;
class ContentColumn;
class IdentityChooser;
class OpeningSteps;

class NotificationPage final : public Page
{
    Q_OBJECT
public:
    NotificationPage(const PageContext &context, QWidget *parent);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildFoot();
    void load();
    void came(const Result<OpeningTerms> &terms);
    void fill();
    void fillSender(QVBoxLayout *column);
    void fillMeaning(QVBoxLayout *column);
    void fillTerm(QVBoxLayout *column);
    void fillLater(QVBoxLayout *column);
    void fillKey();
    void showVerb();
    std::optional<Error> hindrance() const; // why it cannot be opened now
    void openIt();
    void ended(const Outcome &outcome);
    void endedElsewhere(const QString &id, const QString &title, const Outcome &outcome);
    void goOn(); // to the act
    void statusCame(const SyncStatus &status);
    void tellMe();

    QString m_id;
    std::optional<OpeningTerms> m_terms;
    QString m_left;     // shown when the folder was locked
    bool m_cut = false; // … and being opened
    QDateTime m_failedUtc;
    std::optional<Error> m_failed; // of the last try, until the page is entered anew
    int m_turn = 0;                // answers for an earlier one are dropped
    bool m_opening = false;
    bool m_tight = false; // little room
    QLabel *m_title;
    QLabel *m_kind;
    QStackedWidget *m_stack;
    ContentColumn *m_column;
    QWidget *m_body = nullptr;
    Card *m_key = nullptr; // only where the entity asks for a certificate
    IdentityChooser *m_chooser = nullptr;
    Callout *m_callout;
    OpeningSteps *m_steps;
    QWidget *m_foot;
    QLabel *m_consequence;
    QPushButton *m_verb, *m_later, *m_tell;
};

} // namespace carriel::ui
