// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-CLI-001",
     QT_TRANSLATE_NOOP("ErrorWords", "The command is not written right ({what})."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was done."),
     QT_TRANSLATE_NOOP("ErrorWords", "Write carriel-cli --help to see how it is written.")},
    {"CAR-CLI-002",
     QT_TRANSLATE_NOOP("ErrorWords", "There is nothing to lock."),
     QT_TRANSLATE_NOOP("ErrorWords", "No window has these documents open."),
     QT_TRANSLATE_NOOP("ErrorWords", "You need not do anything.")},
    {"CAR-CLI-003",
     QT_TRANSLATE_NOOP("ErrorWords", "{path} is there already."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not written over."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another name, or name it with -o to write over it.")},
    {"CAR-CLI-004",
     QT_TRANSLATE_NOOP("ErrorWords", "The operator's terms must be accepted first."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nobody is here to read them, so nothing was accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Run it in a terminal, or read the terms and add --accept-terms.")},
    {"CAR-CLI-005",
     QT_TRANSLATE_NOOP("ErrorWords", "There is no way to open the documents from here."),
     QT_TRANSLATE_NOOP("ErrorWords", "There is no key store and nobody to ask for the passphrase."),
     QT_TRANSLATE_NOOP("ErrorWords", "Put the passphrase in CARRIEL_PASSPHRASE, or run it in a terminal.")},
    {"CAR-CLI-006",
     QT_TRANSLATE_NOOP("ErrorWords", "There are no documents in {path} yet."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was made."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in first, with carriel-cli login, or name another folder with --profile.")},
    {"CAR-CLI-007",
     QT_TRANSLATE_NOOP("ErrorWords", "It is kept here, but it is not at your operator yet."),
     QT_TRANSLATE_NOOP("ErrorWords", "It goes there as soon as possible."),
     QT_TRANSLATE_NOOP("ErrorWords", "Run carriel-cli sync when you have a connection.")},
    {"CAR-CLI-008",
     QT_TRANSLATE_NOOP("ErrorWords", "The terms were not accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "So no folder was opened at the operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "Start again when you have decided.")},
};

} // namespace

WordsRows cliWords() { return rows; }

} // namespace carriel::text
