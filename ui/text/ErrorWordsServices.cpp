// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-SVC-001",
     QT_TRANSLATE_NOOP("ErrorWords", "Your documents are locked."),
     QT_TRANSLATE_NOOP("ErrorWords", "While they are locked they can be neither read nor changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Unlock them and try again.")},
    {"CAR-SVC-002",
     QT_TRANSLATE_NOOP("ErrorWords", "This folder has no operator yet."),
     QT_TRANSLATE_NOOP("ErrorWords", "It works on this computer, but this step needs an operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "Connect an operator in the settings.")},
    {"CAR-SVC-003",
     QT_TRANSLATE_NOOP("ErrorWords", "You are not logged in at your operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "You can go on working here. Your changes wait on this computer."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in to send and receive.")},
    {"CAR-SVC-004",
     QT_TRANSLATE_NOOP("ErrorWords", "The document or folder is not here."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was moved or deleted, or its name is written differently."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look for it with the search, or in the trash.")},
    {"CAR-SVC-005",
     QT_TRANSLATE_NOOP("ErrorWords", "The content of \"{name}\" is not on this computer."),
     QT_TRANSLATE_NOOP("ErrorWords", "It lies at your operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "Connect to the internet and open it again.")},
    {"CAR-SVC-006",
     QT_TRANSLATE_NOOP("ErrorWords", "The place for this folder cannot be used: {path}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing can be kept there. The computer says: {reason}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check that the place exists and that you are allowed to write there.")},
    {"CAR-SVC-007",
     QT_TRANSLATE_NOOP("ErrorWords", "This folder belongs to another operator."),
     QT_TRANSLATE_NOOP("ErrorWords", "Documents of two operators are never mixed. Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Make another folder in this program for the operator {url}.")},
    {"CAR-SVC-010",
     QT_TRANSLATE_NOOP("ErrorWords", "You have no folder at this operator yet."),
     QT_TRANSLATE_NOOP("ErrorWords", "To have one you must read and accept its terms. It is free."),
     QT_TRANSLATE_NOOP("ErrorWords", "Read the terms and decide.")},
    {"CAR-SVC-011",
     QT_TRANSLATE_NOOP("ErrorWords", "The operator changed its terms while you were reading."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was accepted in your name."),
     QT_TRANSLATE_NOOP("ErrorWords", "Read them again before you accept.")},
    {"CAR-SVC-012",
     QT_TRANSLATE_NOOP("ErrorWords", "A login is under way already."),
     QT_TRANSLATE_NOOP("ErrorWords", "It waits for you in the browser."),
     QT_TRANSLATE_NOOP("ErrorWords", "Finish it there, or cancel it here and start again.")},
    {"CAR-SVC-013",
     QT_TRANSLATE_NOOP("ErrorWords", "Somebody else logged in."),
     QT_TRANSLATE_NOOP("ErrorWords", "This folder belongs to {holder}, and {other} logged in. Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in as its holder, or make another folder for that person.")},
    {"CAR-SVC-020",
     QT_TRANSLATE_NOOP("ErrorWords", "The words of this document could not be read."),
     QT_TRANSLATE_NOOP("ErrorWords", "It is kept and shown as it is. The search finds it by its name only."),
     QT_TRANSLATE_NOOP("ErrorWords", "You need not do anything.")},
};

} // namespace

WordsRows servicesWords() { return rows; }

} // namespace carriel::text
