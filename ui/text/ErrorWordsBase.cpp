// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-BAS-001",
     QT_TRANSLATE_NOOP("ErrorWords", "Something in the program went wrong ({code})."),
     QT_TRANSLATE_NOOP("ErrorWords", "Your documents were not touched."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again. If it happens again, close the program, open it and tell us the code.")},
    {"CAR-BAS-002",
     QT_TRANSLATE_NOOP("ErrorWords", "It was cancelled."),
     QT_TRANSLATE_NOOP("ErrorWords", "What was already finished stays as it is."),
     QT_TRANSLATE_NOOP("ErrorWords", "Start again whenever you like.")},
    {"CAR-BAS-003",
     QT_TRANSLATE_NOOP("ErrorWords", "The file {path} could not be read."),
     QT_TRANSLATE_NOOP("ErrorWords", "The computer says: {reason}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check that the file is still there and that you are allowed to open it, then try again.")},
    {"CAR-BAS-004",
     QT_TRANSLATE_NOOP("ErrorWords", "The file {path} could not be written."),
     QT_TRANSLATE_NOOP("ErrorWords", "The computer says: {reason}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another place, or check that you are allowed to write there.")},
    {"CAR-BAS-005",
     QT_TRANSLATE_NOOP("ErrorWords", "There is no room left on the disk."),
     QT_TRANSLATE_NOOP("ErrorWords", "What was being written to {path} was not kept. Everything before it is safe."),
     QT_TRANSLATE_NOOP("ErrorWords", "Free some room on the disk and try again.")},
    {"CAR-BAS-006",
     QT_TRANSLATE_NOOP("ErrorWords", "Something is not written the way it must be ({what})."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Correct it and try again.")},
    {"CAR-BAS-007",
     QT_TRANSLATE_NOOP("ErrorWords", "This version of the program cannot do that yet ({what})."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look for a newer version of the program.")},
};

} // namespace

WordsRows baseWords() { return rows; }

} // namespace carriel::text
