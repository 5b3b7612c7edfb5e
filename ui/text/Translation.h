// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the language of the program in place: our words, Qt's own, and how numbers and dates are written.
#pragma once

#include <QString>
#include <QTranslator>

class QCoreApplication;

namespace carriel::text {

class Speaker;

// Keeps the translators installed while it lives; it must die before the application. Thread: the main one.
class Translation
{
public:
    explicit Translation(QCoreApplication &app);
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    // "es" (Spanish of Colombia; also for anything unknown) or "en". May be called again while the program runs:
    // windows get QEvent::LanguageChange.
    void use(const QString &language);
    QString language() const { return m_language; }

private:
    QCoreApplication &m_app;
    QTranslator m_own;
    QTranslator m_qt;
    Speaker *m_speaker; // before the others; the application's child
    QString m_language;
};

// The first of CARRIEL_LANGUAGE, `chosen`; Spanish if neither names a language we ship.
QString languageToUse(const QString &chosen);

} // namespace carriel::text
