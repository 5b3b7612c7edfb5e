// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Translation.h"

#include "ui/text/Speaker.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// The resource lives in a static library, so the linker must be asked for it by name, outside any namespace.
static void initResource()
{
    Q_INIT_RESOURCE(translations);
}

namespace carriel::text {

Translation::Translation(QCoreApplication &app) : m_app(app), m_speaker(new Speaker(&app))
{
    initResource();
}

Translation::~Translation()
{
    delete m_speaker;
    m_app.removeTranslator(&m_own);
    m_app.removeTranslator(&m_qt);
}

void Translation::use(const QString &language)
{
    m_language = languageToUse(language);
    m_app.removeTranslator(&m_own);
    m_app.removeTranslator(&m_qt);
    m_app.removeTranslator(m_speaker);
    const bool spanish = m_language == QLatin1String("es");
    // English as well is a translation: its file holds the plurals.
    QLocale::setDefault(Speaker::locale(m_language));
    if (spanish && m_qt.load(QStringLiteral("qtbase_es"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_app.installTranslator(&m_qt);
    if (m_own.load(QString(QStringLiteral(":/i18n/carriel_") + m_language + QStringLiteral(".qm"))))
        m_app.installTranslator(&m_own);
    m_app.installTranslator(m_speaker);
}

QString languageToUse(const QString &chosen)
{
    for (const QString &wanted : {qEnvironmentVariable("CARRIEL_LANGUAGE"), chosen}) {
        const QString two = wanted.left(2).toLower();
        if (two == QLatin1String("es") || two == QLatin1String("en"))
            return two;
    }
    return QStringLiteral("es");
}

} // namespace carriel::text
