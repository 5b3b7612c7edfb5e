// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The look that is in force: colours, type and icons. One object, made by app/, handed down by reference. Everything drawn
// from it follows when it changes. Thread: GUI.
#pragma once

#include "ui/theme/Tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <memory>

class QApplication;
class QLabel;
class QWidget;

namespace carriel::ui {

enum class ThemeChoice { System, Light, Dark, HighContrast };
QString themeChoiceName(ThemeChoice choice); // "system" "light" "dark" "contrast"; kept in the settings
ThemeChoice themeChoiceFrom(const QString &name);

// Sizes relative to the system's font, so that a person's own setting holds.
enum class TypeRole { Body, Small, Strong, Title, Heading };

// How a button stands out: the one main act, the one that destroys, or without an edge until it is hovered.
enum class Variant { Primary, Danger, Quiet };
void setVariant(QWidget *button, Variant variant);

class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    // Gives the application style, palette and font. Once, before the first window.
    void install(QApplication &app);

    ThemeChoice choice() const;
    void setChoice(ThemeChoice choice);
    ThemeKind kind() const;
    bool reducedMotion() const;
    void setReducedMotion(bool on);

    QColor color(Role role) const { return tokenColor(kind(), role); }
    QPalette palette() const;
    QFont font(TypeRole role) const;

    // A name of resources/icons.txt. Coloured when it is painted, so it need not be set again when the theme changes.
    // In a selected row and when disabled it takes the matching text colour.
    QIcon icon(const QString &name, Role role = Role::Text) const;

    // A label of that type that keeps it when the theme changes.
    QLabel *label(const QString &text, TypeRole type, QWidget *parent, Role role = Role::Text) const;

Q_SIGNALS:
    void changed();

private:
    struct State;
    std::shared_ptr<State> m_state; // shared with the style and the icons, which may live longer
};

} // namespace carriel::ui
