// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept on this computer, how much room it takes, and how to get room back without losing anything; and how fast
// documents may travel. Thread: GUI.
#pragma once

#include "core/services/Storage.h"
#include "ui/settings/Section.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace carriel::ui {
class Card;
}

namespace carriel::ui::settings {

class StorageSection final : public Section
{
    Q_OBJECT
public:
    StorageSection(const PageContext &context, QWidget *parent);
    void begin() override;
    void forget() override;

private:
    void keepEverything(bool on);
    void freeNow();
    void showRules();

    QLabel *m_used;
    QLabel *m_only;
    QPushButton *m_free;
    QRadioButton *m_everything;
    QRadioButton *m_onDemand;
    Card *m_folders;
    QWidget *m_rules = nullptr; // made anew when they change
};

class NetworkSection final : public Section
{
    Q_OBJECT
public:
    NetworkSection(const PageContext &context, QWidget *parent);
    void begin() override;

private:
    QComboBox *rates(const QString &name, const QString &words, Card *card);
    void keepLimits();

    QComboBox *m_up;
    QComboBox *m_down;
    QCheckBox *m_metered;
};

} // namespace carriel::ui::settings
