// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents and the computers that open them: how this one stands, how it gets the key from another, and how another
// gets it from this one.
#pragma once

#include "core/services/Session.h"
#include "core/services/sealed/SealedDocuments.h"
#include "ui/shell/Page.h"

#include <QObject>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace carriel::ui {
class Callout;
class Card;
} // namespace carriel::ui

namespace carriel::ui::settings {

// Fills the card it is given. Lives as long as the card.
class SealedCard final : public QObject
{
    Q_OBJECT
public:
    SealedCard(const PageContext &context, Card *card);

    void begin(); // asks the operator again
    void forget();

private:
    void read();
    void showStanding(KeysStanding standing, const QList<DeviceInfo> &others);
    void showReady(const QList<DeviceInfo> &others);
    void showWaiting(KeysStanding standing);
    void askForCode();
    void askToStartOver();
    void pair();                        // on the new computer
    void allow(const DeviceInfo &other); // on the one that has the key
    void showMeeting(const QString &words);
    void showDigits(const QString &digits, std::function<void()> same);
    void waitForKeys();
    void stop(); // the meeting, for whatever reason
    QBoxLayout *freshPanel();
    QLabel *say(const QString &words, const char *name);
    QPushButton *button(const QString &words, const char *name, QBoxLayout *into);
    SealedDocuments &sealed() const;
    Session &session() const { return m_context.session; }
    Theme &theme() const { return m_context.theme; }

    PageContext m_context;
    Card *m_card;
    Callout *m_problem;
    QWidget *m_panel = nullptr;
    QTimer m_again; // while the keys are on their way
    int m_turn = 0; // counts what the card is at: an answer to something earlier is dropped
};

} // namespace carriel::ui::settings
