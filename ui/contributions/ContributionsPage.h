// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What entities asked for and what the person gave them: a place to answer a request, and each contribution with its
// state, its filing number and what can still be done. Args: id, one to bring into sight. Thread: GUI.
#pragma once

#include "core/services/Contributions.h"
#include "ui/shell/Page.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace carriel::ui {

class Callout;
class Card;
class ContentColumn;
class PublishedList;

class ContributionsPage final : public Page
{
    Q_OBJECT
public:
    explicit ContributionsPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    QWidget *buildAnswer();
    void answer();
    void openFile(const QString &path);
    void ask();    // the operator, as far as the network allows
    void reload(); // what the vault knows
    void askPublished();
    Card *cardOf(const ContributionInfo &one);
    void addActs(Card *card, const ContributionInfo &one);
    void saveProof(const QString &id);

    ContentColumn *m_content;
    QLineEdit *m_source;
    Callout *m_callout;
    PublishedList *m_published;
    QLabel *m_none;
    QWidget *m_body = nullptr;
    QString m_wanted;
};

} // namespace carriel::ui
