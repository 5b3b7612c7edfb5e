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
    {"CAR-EVD-005",
     QT_TRANSLATE_NOOP("ErrorWords", "A signed statement of this notification is not what it should be."),
     QT_TRANSLATE_NOOP("ErrorWords", "Statement {what}, member {member}. Nothing was opened because of it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the entity or your operator about this notification.")},
    {"CAR-EVD-006", QT_TRANSLATE_NOOP("ErrorWords", "What came is not what was sealed."),
     QT_TRANSLATE_NOOP("ErrorWords", "The check that failed: {reason}. The content is not shown; the proof is kept."),
     QT_TRANSLATE_NOOP("ErrorWords", "Export the evidence and show it to the entity.")},
    {"CAR-EVD-007", QT_TRANSLATE_NOOP("ErrorWords", "This file cannot be checked as evidence."),
     QT_TRANSLATE_NOOP("ErrorWords", "It could not be read: {reason}. It shows in this file of those in it: {file}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask whoever gave it to you for the original.")},
    {"CAR-EVD-008", QT_TRANSLATE_NOOP("ErrorWords", "This file names nobody to trust."),
     QT_TRANSLATE_NOOP("ErrorWords", "{file} has neither a key (JWK, JWKS or PEM) nor a certificate in it."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Name the operator's keys as it publishes them, a key of keys/, or the certificate of an authority.")},
    {"CAR-EVD-010", QT_TRANSLATE_NOOP("ErrorWords", "What the entity sealed is no act that can be shown."),
     QT_TRANSLATE_NOOP("ErrorWords", "It came as it was sealed. The check that failed: {reason}. The proof is kept."),
     QT_TRANSLATE_NOOP("ErrorWords", "Export the evidence and show it to the entity.")},
    {"CAR-EVD-009", QT_TRANSLATE_NOOP("ErrorWords", "That certificate is the time-stamping authority's own."),
     QT_TRANSLATE_NOOP("ErrorWords", "{file} vouches for nobody: whoever stamps is believed by the authority that issued it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Name the certificate of the authority that issued it.")},
};

} // namespace

WordsRows evidenceWords()
{
    return rows;
}

} // namespace carriel::text
