// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The computers that may use the folder: which they are, which came lately, and how one is removed.
#pragma once

#include "core/services/Session.h"
#include "ui/shell/Page.h"

#include <QObject>

namespace carriel::ui {
class Callout;
class Card;
} // namespace carriel::ui

namespace carriel::ui::settings {

// Fills the card it is given. Lives as long as the card.
class DevicesCard final : public QObject
{
    Q_OBJECT
public:
    DevicesCard(const PageContext &context, Card *card);

    void begin(); // reads the list again
    void forget();
    // Asks whether it is to be removed, as its button does. Nothing is removed before the person says so.
    void askAbout(const DeviceId &id);

private:
    void read();
    void show(const QList<DeviceInfo> &devices);
    QWidget *row(const DeviceInfo &device, const QString &name, QWidget *parent);
    void ask(const DeviceInfo &device);
    void revoke(DeviceInfo device); // a copy: what it came from is emptied
    Session &session() const { return m_context.session; }
    Theme &theme() const { return m_context.theme; }

    PageContext m_context;
    Card *m_card;
    Callout *m_problem;
    QWidget *m_list = nullptr;
    DeviceId m_wanted; // to be asked about when the list is here
    std::optional<DeviceInfo> m_toRevoke;
};

} // namespace carriel::ui::settings
