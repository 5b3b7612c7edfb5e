// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Preferences.h"

#include <QStandardPaths>

namespace carriel::text {

Preferences::Preferences(const QString &file, QObject *parent) : QObject(parent), m_store(file, QSettings::IniFormat) {}

QString Preferences::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/carriel/preferences.ini");
}

QString Preferences::read(const QString &key, const QString &fallback) const
{
    return m_store.value(key, fallback).toString();
}

QString Preferences::language() const
{
    return read(QStringLiteral("language"), QStringLiteral("es"));
}

void Preferences::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_store.setValue(QStringLiteral("language"), language);
    m_store.sync();
    Q_EMIT languageChanged(language);
}

QString Preferences::appearance() const
{
    return read(QStringLiteral("appearance"), QStringLiteral("system"));
}

void Preferences::setAppearance(const QString &name)
{
    if (name == appearance())
        return;
    m_store.setValue(QStringLiteral("appearance"), name);
    m_store.sync();
    Q_EMIT appearanceChanged(name);
}

bool Preferences::reducedMotion() const
{
    return m_store.value(QStringLiteral("reduced_motion"), false).toBool();
}

void Preferences::setReducedMotion(bool on)
{
    if (on == reducedMotion())
        return;
    m_store.setValue(QStringLiteral("reduced_motion"), on);
    m_store.sync();
    Q_EMIT reducedMotionChanged(on);
}

QByteArray Preferences::windowPlace() const
{
    return m_store.value(QStringLiteral("window")).toByteArray();
}

void Preferences::setWindowPlace(const QByteArray &place)
{
    m_store.setValue(QStringLiteral("window"), place);
}

} // namespace carriel::text
