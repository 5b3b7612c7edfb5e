// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings, in sections. args: {"section": "operator" | "unlock" | "look" | "storage" | "guard" | "about"}.
#pragma once

#include "ui/shell/Page.h"
#include "ui/shell/Resumable.h"

#include <QList>
#include <memory>

class QListWidget;
class QStackedWidget;

namespace carriel::text {
class Preferences;
}

namespace carriel::ui {
class PageRegistry;
}

namespace carriel::ui::settings {

class Section;

class SettingsPage final : public Page, public Resumable
{
    Q_OBJECT
public:
    SettingsPage(const PageContext &context, std::shared_ptr<carriel::text::Preferences> preferences, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    QVariantMap place() const override;
    void forget() override;
    void focusContent() override;

private:
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<Section *> m_sections;
};

void addPages(PageRegistry &registry, std::shared_ptr<carriel::text::Preferences> preferences);

} // namespace carriel::ui::settings
