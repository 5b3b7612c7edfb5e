// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-EVD-001", QT_TRANSLATE_NOOP("ErrorWords", "The rules for counting terms cannot be read."),
     QT_TRANSLATE_NOOP("ErrorWords", "File {file}: {reason}. No term was computed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Install the program again.")},
    {"CAR-EVD-002", QT_TRANSLATE_NOOP("ErrorWords", "The rules say nothing about that date."),
     QT_TRANSLATE_NOOP("ErrorWords", "There is none for {date}, so no term was computed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the entity by when you must answer.")},
    {"CAR-EVD-003", QT_TRANSLATE_NOOP("ErrorWords", "This program does not know that kind of notification."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its legal regime is called {regime}, so no term was computed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Update the program, or ask the entity by when you must answer.")},
    {"CAR-EVD-004", QT_TRANSLATE_NOOP("ErrorWords", "The term does not run yet."),
     QT_TRANSLATE_NOOP("ErrorWords", "What it is counted from has not happened, or is not proven: {what}."),
     QT_TRANSLATE_NOOP("ErrorWords", "There is nothing to do now.")},
};

} // namespace

WordsRows evidenceWords()
{
    return rows;
}

} // namespace carriel::text
