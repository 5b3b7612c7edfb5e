// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How the program looks and speaks, how it guards itself, and what it is made of.
#pragma once

#include "ui/settings/Section.h"

#include <memory>

class QCheckBox;
class QComboBox;

namespace carriel::text {
class Preferences;
}

namespace carriel::ui::settings {

class LookSection final : public Section
{
    Q_OBJECT
public:
    LookSection(const PageContext &context, std::shared_ptr<carriel::text::Preferences> preferences, QWidget *parent);

private:
    std::shared_ptr<carriel::text::Preferences> m_preferences;
};

class GuardSection final : public Section
{
    Q_OBJECT
public:
    GuardSection(const PageContext &context, QWidget *parent);
    void begin() override;

private:
    QComboBox *m_idle;
    QCheckBox *m_notices;
    QCheckBox *m_content;
};

class AboutSection final : public Section
{
    Q_OBJECT
public:
    AboutSection(const PageContext &context, QWidget *parent);
};

} // namespace carriel::ui::settings
