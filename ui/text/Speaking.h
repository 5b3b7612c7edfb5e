// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Words in another language than the program's, for a command that runs in an open window's process and was asked for in its own:
// the window is told nothing of it and keeps its words. Needs a Translation; without one it does nothing. Thread: the main one.
#pragma once

#include <QLocale>
#include <QString>

namespace carriel::text {

// While it lives, words and numbers are made in `language` ("es", "en"; empty: the program's). What goes on later, when an answer
// comes, takes spoken() along and speaks so again.
class Speaking
{
public:
    explicit Speaking(const QString &language);
    ~Speaking();
    Speaking(const Speaking &) = delete;
    Speaking &operator=(const Speaking &) = delete;

private:
    QString m_before;
};

QString spoken();  // empty: the program's own
QLocale locale();  // of what is spoken; how numbers and dates are written

} // namespace carriel::text
