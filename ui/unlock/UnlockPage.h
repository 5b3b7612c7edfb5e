// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before closed documents: the ways to open them, or, in words, why they cannot be opened. Thread: GUI.
#pragma once

#include "core/services/Profiles.h"
#include "core/services/Session.h"
#include "ui/shell/Page.h"

#include <QDateTime>

class QLabel;
class QLineEdit;
class QPushButton;

namespace carriel::ui {

class Callout;
class Card;
class ContentColumn;
class PageRegistry;
class SecretField;

class UnlockPage final : public Page
{
    Q_OBJECT
public:
    UnlockPage(const PageContext &context, Profiles profiles, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    void showState(VaultState state);
    void showWays(const UnlockWays &ways);
    void useRecovery(bool on);
    void unlock();
    void unlockWithKeyStore();
    void salvage(UnlockChoice choice);
    QString openVerb() const;
    QString folderName() const;
    void working(bool on);
    void showWaiting();
    void finish(const Outcome &outcome);

    Profiles m_profiles;
    ContentColumn *m_content;
    Callout *m_state;     // why the documents cannot be opened at all
    Card *m_card;
    QLabel *m_title;
    QLabel *m_intro;
    QDateTime m_counted; // when that was answered
    QLabel *m_waiting; // how many notifications wait; nothing else is known while it is closed
    QPushButton *m_keyStore;
    Callout *m_keyStoreWhy;
    SecretField *m_passphrase;
    QWidget *m_recovery;
    QLineEdit *m_code;
    Callout *m_problem;
    QPushButton *m_open;
    QPushButton *m_other;
    QPushButton *m_folders;
    UnlockWays m_ways;
    bool m_useRecovery = false;
    bool m_salvage = false; // the documents are damaged
    bool m_busy = false;
};

void addUnlockPages(PageRegistry &registry, const Profiles &profiles);

} // namespace carriel::ui
