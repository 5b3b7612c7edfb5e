// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

// What fails here is a key or a signature. The person needs to know one thing: it was not trusted, and nothing was lost.
constexpr WordsRow rows[] = {
    {"CAR-CRY-001",
     QT_TRANSLATE_NOOP("ErrorWords", "The computer's encryption library refused to work."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Restart the program. If it happens again, install your system's updates.")},
    {"CAR-CRY-002",
     QT_TRANSLATE_NOOP("ErrorWords", "A protected value came in a form that is not allowed."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not used."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again. If it happens again, tell your operator.")},
    {"CAR-CRY-003",
     QT_TRANSLATE_NOOP("ErrorWords", "The key does not open this, or the content was altered."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing of it is shown, because it cannot be trusted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check what you typed. If it was right, ask for the document again.")},
    {"CAR-CRY-004",
     QT_TRANSLATE_NOOP("ErrorWords", "A key is of a kind that cannot be accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed or opened with it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again. If it happens again, tell your operator.")},
    {"CAR-CRY-005",
     QT_TRANSLATE_NOOP("ErrorWords", "A signed message is not in the agreed form."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again later. If it happens again, tell your operator.")},
    {"CAR-CRY-006",
     QT_TRANSLATE_NOOP("ErrorWords", "A signature does not match who should have signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "The message was not accepted. Your documents were not touched."),
     QT_TRANSLATE_NOOP("ErrorWords", "Do not go on over this network. Tell your operator.")},
    {"CAR-CRY-007",
     QT_TRANSLATE_NOOP("ErrorWords", "An encrypted message is not in the agreed form."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not opened."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again later. If it happens again, tell your operator.")},
    {"CAR-CRY-008",
     QT_TRANSLATE_NOOP("ErrorWords", "The encrypted content is incomplete or was changed on the way."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing of it is shown."),
     QT_TRANSLATE_NOOP("ErrorWords", "Download it again. If it happens again, tell whoever sent it.")},
    {"CAR-CRY-009",
     QT_TRANSLATE_NOOP("ErrorWords", "The identity provider's answer could not be trusted."),
     QT_TRANSLATE_NOOP("ErrorWords", "You were not logged in."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check your computer's date and time, then log in again.")},
    {"CAR-CRY-010",
     QT_TRANSLATE_NOOP("ErrorWords", "The recovery code is not written right."),
     QT_TRANSLATE_NOOP("ErrorWords", "A letter or a number is missing, left over or changed. Nothing was lost by trying."),
     QT_TRANSLATE_NOOP("ErrorWords", "Compare it group by group with your paper and type it again.")},
    {"CAR-CRY-011",
     QT_TRANSLATE_NOOP("ErrorWords", "An answer came in a form that is not allowed."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again later. If it happens again, tell your operator.")},
    {"CAR-CRY-012",
     QT_TRANSLATE_NOOP("ErrorWords", "The key file asks for settings that are not safe."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not used. Your documents were not touched."),
     QT_TRANSLATE_NOOP("ErrorWords", "Use your recovery code, or a backup of the key file.")},
};

} // namespace

WordsRows cryptoWords() { return rows; }

} // namespace carriel::text
