// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Speaking.h"

#include "ui/text/Speaker.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {
Speaker *speaker()
{
    return qApp ? qApp->findChild<Speaker *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}
} // namespace

QString Speaker::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    if (!m_words)
        return {}; // as if this one were not there
    const QString found = m_words->translate(context, source, disambiguation, n);
    return found.isNull() ? QString::fromUtf8(source) : found; // never the other language beneath
}

void Speaker::speak(const QString &language)
{
    m_language = language;
    m_words = nullptr;
    if (language.isEmpty())
        return;
    QTranslator &words = language == QLatin1String("es") ? m_spanish : m_english;
    if (!words.isEmpty() || words.load(QString(QStringLiteral(":/i18n/carriel_") + language + QStringLiteral(".qm"))))
        m_words = &words;
}

QLocale Speaker::locale(const QString &language)
{
    return language == QLatin1String("es") ? QLocale(QLocale::Spanish, QLocale::Colombia)
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

Speaking::Speaking(const QString &language) : m_before(spoken())
{
    if (Speaker *one = speaker(); one && language != m_before)
        one->speak(language);
}

Speaking::~Speaking()
{
    if (Speaker *one = speaker(); one && one->language() != m_before)
        one->speak(m_before);
}

QString spoken()
{
    const Speaker *one = speaker();
    return one ? one->language() : QString();
}

QLocale locale()
{
    const QString language = spoken();
    return language.isEmpty() ? QLocale() : Speaker::locale(language);
}

} // namespace carriel::text
