// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The translator that stands before the program's own and is silent until Speaking asks it for another language. It is there from
// the beginning, because one that is put in place tells every window to make its words anew. A child of the application.
#pragma once

#include <QLocale>
#include <QTranslator>

namespace carriel::text {

class Speaker final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;

    QString language() const { return m_language; } // empty: it is silent
    void speak(const QString &language);
    static QLocale locale(const QString &language);

private:
    QTranslator m_spanish, m_english;
    const QTranslator *m_words = nullptr;
    QString m_language;
};

} // namespace carriel::text
