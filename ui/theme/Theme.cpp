// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/CarrielStyle.h"
#include "ui/theme/IconEngine.h"
#include "ui/theme/ThemeState.h"

#include <QLabel>

namespace carriel::ui {

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return QStringLiteral("system");
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    case ThemeChoice::HighContrast: return QStringLiteral("contrast");
    }
    return {};
}

ThemeChoice themeChoiceFrom(const QString &name)
{
    for (ThemeChoice c : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        if (themeChoiceName(c) == name)
            return c;
    }
    return ThemeChoice::System;
}

void setVariant(QWidget *button, Variant variant)
{
    static constexpr const char *names[] = {"primary", "danger", "quiet"};
    button->setProperty("variant", QByteArray(names[int(variant)]));
}

Theme::Theme(QObject *parent) : QObject(parent), m_state(std::make_shared<State>()) {}
Theme::~Theme() = default;

void Theme::install(QApplication &app)
{
    m_state->app = &app;
    // Qt 6.4 has no word for the system's colour scheme; its palette before ours tells.
    m_state->systemDark = app.palette().color(QPalette::Window).lightness() < 128;
    m_state->base = app.font();
    app.setStyle(new CarrielStyle([state = m_state] { return state->kind; }));
    setChoice(m_state->choice);
}

ThemeChoice Theme::choice() const { return m_state->choice; }
ThemeKind Theme::kind() const { return m_state->kind; }
bool Theme::reducedMotion() const { return m_state->reducedMotion; }
void Theme::setReducedMotion(bool on) { m_state->reducedMotion = on; }

void Theme::setChoice(ThemeChoice choice)
{
    m_state->choice = choice;
    switch (choice) {
    case ThemeChoice::System: m_state->kind = m_state->systemDark ? ThemeKind::Dark : ThemeKind::Light; break;
    case ThemeChoice::Light: m_state->kind = ThemeKind::Light; break;
    case ThemeChoice::Dark: m_state->kind = ThemeKind::Dark; break;
    case ThemeChoice::HighContrast: m_state->kind = ThemeKind::HighContrast; break;
    }
    if (m_state->app)
        m_state->app->setPalette(palette());
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, color(Role::Window));
    p.setColor(QPalette::WindowText, color(Role::Text));
    p.setColor(QPalette::Base, color(Role::Surface));
    p.setColor(QPalette::AlternateBase, color(Role::SurfaceRaised));
    p.setColor(QPalette::Text, color(Role::Text));
    p.setColor(QPalette::PlaceholderText, color(Role::TextMuted));
    p.setColor(QPalette::Button, color(Role::Surface));
    p.setColor(QPalette::ButtonText, color(Role::Text));
    p.setColor(QPalette::BrightText, color(Role::Danger));
    p.setColor(QPalette::Highlight, color(Role::Selection));
    p.setColor(QPalette::HighlightedText, color(Role::OnSelection));
    p.setColor(QPalette::Link, color(Role::Link));
    p.setColor(QPalette::LinkVisited, color(Role::Link));
    p.setColor(QPalette::ToolTipBase, color(Role::SurfaceRaised));
    p.setColor(QPalette::ToolTipText, color(Role::Text));
    p.setColor(QPalette::Light, color(Role::SurfaceRaised));
    p.setColor(QPalette::Midlight, color(Role::Divider));
    p.setColor(QPalette::Mid, color(Role::Border));
    p.setColor(QPalette::Dark, color(Role::Border));
    p.setColor(QPalette::Shadow, color(Role::Divider));
    for (QPalette::ColorRole r : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, r, color(Role::TextDisabled));
    return p;
}

QFont Theme::font(TypeRole role) const
{
    QFont f = m_state->app ? m_state->base : QApplication::font();
    const double points = f.pointSizeF() > 0 ? f.pointSizeF() : 10;
    switch (role) {
    case TypeRole::Body: break;
    case TypeRole::Small: f.setPointSizeF(points * 0.9); break;
    case TypeRole::Strong: f.setWeight(QFont::DemiBold); break;
    case TypeRole::Title: f.setPointSizeF(points * 1.25); f.setWeight(QFont::DemiBold); break;
    case TypeRole::Heading: f.setPointSizeF(points * 1.6); f.setWeight(QFont::DemiBold); break;
    }
    return f;
}

QIcon Theme::icon(const QString &name, Role role) const
{
    return QIcon(new IconEngine(name, role, [state = m_state] { return state->kind; }));
}

QLabel *Theme::label(const QString &text, TypeRole type, QWidget *parent, Role role) const
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font(type));
    const auto colour = [this, label, role] {
        QPalette p = palette();
        p.setColor(QPalette::WindowText, color(role));
        label->setPalette(p);
    };
    if (role != Role::Text) {
        colour();
        connect(this, &Theme::changed, label, colour);
    }
    return label;
}

} // namespace carriel::ui
