// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-CLI-001",
     QT_TRANSLATE_NOOP("ErrorWords", "This command line cannot be understood: {what}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was done."),
     QT_TRANSLATE_NOOP("ErrorWords", "See carriel-cli --help.")},
    {"CAR-CLI-002",
     QT_TRANSLATE_NOOP("ErrorWords", "There is nothing to lock."),
     QT_TRANSLATE_NOOP("ErrorWords", "No window has these documents open; each command closes the vault when it ends."),
     QT_TRANSLATE_NOOP("ErrorWords", "You need not do anything.")},
    {"CAR-CLI-003",
     QT_TRANSLATE_NOOP("ErrorWords", "There is a file of that name already: {path}."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not overwritten."),
     QT_TRANSLATE_NOOP("ErrorWords", "Name the file to write with -o.")},
    {"CAR-CLI-004",
     QT_TRANSLATE_NOOP("ErrorWords", "You have no folder at this operator yet, and nobody is here to accept its terms."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was accepted in your name."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in from a terminal to read them, or add --accept-terms.")},
    {"CAR-CLI-005",
     QT_TRANSLATE_NOOP("ErrorWords", "The vault cannot be opened from here."),
     QT_TRANSLATE_NOOP("ErrorWords", "This computer has no key store at hand, and no passphrase was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Run the command in a terminal, or set CARRIEL_PASSPHRASE.")},
    {"CAR-CLI-006",
     QT_TRANSLATE_NOOP("ErrorWords", "There is no vault here yet: {path}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was made."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in first: carriel-cli --operator URL login")},
    {"CAR-CLI-007",
     QT_TRANSLATE_NOOP("ErrorWords", "Not everything has reached the operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "It is stored on this computer and waits to be sent."),
     QT_TRANSLATE_NOOP("ErrorWords", "Run carriel-cli sync later; carriel-cli status says what stands in the way.")},
    {"CAR-CLI-008",
     QT_TRANSLATE_NOOP("ErrorWords", "The terms were not accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "No folder was made at the operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in again if you change your mind.")},
    {"CAR-CLI-009",
     QT_TRANSLATE_NOOP("ErrorWords", "The operator could not be reached."),
     QT_TRANSLATE_NOOP("ErrorWords", "Everything on this computer can be used, and your changes wait here."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check the connection and run carriel-cli sync again.")},
    {"CAR-CLI-010",
     QT_TRANSLATE_NOOP("ErrorWords", "No browser could be opened to log in."),
     QT_TRANSLATE_NOOP("ErrorWords", "The command for it is not there or failed, and there is no terminal to show the address in. You were not logged in."),
     QT_TRANSLATE_NOOP("ErrorWords", "Run the command in a terminal, or name a browser: --browser firefox.")},
    {"CAR-CLI-011",
     QT_TRANSLATE_NOOP("ErrorWords", "Your documents are whole: there is nothing to save from a damaged file."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "You need not do anything.")},
};

} // namespace

WordsRows commandWords() { return rows; }

} // namespace carriel::text
