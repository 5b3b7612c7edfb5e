// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's terms as the person accepted them: when, which version, its text, and a copy to keep.
#pragma once

#include "core/services/AcceptedTerms.h"
#include "ui/shell/Page.h"

#include <QObject>

class QLabel;
class QPushButton;
class QTextEdit;

namespace carriel::ui {
class Card;
}

namespace carriel::ui::settings {

// Fills the card it is given and hides it while there is nothing to show. Lives as long as the card.
class TermsCard final : public QObject
{
    Q_OBJECT
public:
    TermsCard(const PageContext &context, Card *card, QLabel *facts);

    void begin();
    void forget();

private:
    void show(const AcceptedTerms &accepted);
    void save(const QString &path);

    PageContext m_context;
    Card *m_card;
    QLabel *m_facts;
    QTextEdit *m_text;
    QPushButton *m_read;
    std::optional<AcceptedTerms> m_accepted;
};

} // namespace carriel::ui::settings
