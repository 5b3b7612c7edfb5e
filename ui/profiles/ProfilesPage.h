// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The folders of this computer's user: mine, my company's. Open, name anew, add. A dialog. Thread: GUI.
#pragma once

#include "core/services/Profiles.h"
#include "ui/shell/Page.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace carriel::ui {

class Callout;
class PageRegistry;

class ProfilesPage final : public Page
{
    Q_OBJECT
public:
    ProfilesPage(const PageContext &context, Profiles profiles, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void focusContent() override;

private:
    void read(const QString &selected);
    QString selectedDir() const;
    void refresh();
    void openSelected();
    void create();
    void rename();
    void takeOff();
    void putBack();

    Profiles m_profiles;
    QListWidget *m_list;
    QPushButton *m_open;
    QPushButton *m_takeOff;
    QString m_takenOff; // the last one
    QLineEdit *m_name;
    QPushButton *m_rename;
    QPushButton *m_create;
    Callout *m_problem;
};

void addProfilePages(PageRegistry &registry, const Profiles &profiles);

} // namespace carriel::ui
