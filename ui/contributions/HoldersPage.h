// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who has what: every contribution that was taken and every consent in force, by entity or by document, with the way to
// take back what can be taken back and the words to ask for the rest. Thread: GUI.
#pragma once

#include "ui/contributions/Holdings.h"
#include "ui/shell/Page.h"

class QComboBox;
class QLabel;

namespace carriel::ui {

class Callout;
class Card;
class ContentColumn;

class HoldersPage final : public Page
{
    Q_OBJECT
public:
    explicit HoldersPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    void reload();
    Card *cardOf(const HoldingGroup &group, int number);
    void addLine(Card *card, const QString &name, const Holding &one);
    QString nameless() const; // the heading of lines without one
    QString sentence(const Holding &one) const;
    void copyErasure(const Holding &one);

    ContentColumn *m_content;
    Callout *m_callout;
    QComboBox *m_by;
    QLabel *m_none;
    QWidget *m_body = nullptr;
};

} // namespace carriel::ui
