// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-SYN-001",
     QT_TRANSLATE_NOOP("ErrorWords", "The document or folder is not here any more."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was removed, or the list on the screen is old."),
     QT_TRANSLATE_NOOP("ErrorWords", "Go back to the list and look again.")},
    {"CAR-SYN-002",
     QT_TRANSLATE_NOOP("ErrorWords", "Documents cannot be put there."),
     QT_TRANSLATE_NOOP("ErrorWords", "The place is in the trash, was removed, or is a document."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another folder.")},
    {"CAR-SYN-003",
     QT_TRANSLATE_NOOP("ErrorWords", "A folder cannot be put inside itself."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was moved."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another folder.")},
    {"CAR-SYN-004",
     QT_TRANSLATE_NOOP("ErrorWords", "An entity issued \"{name}\", so its content cannot be changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its name, labels and folder can."),
     QT_TRANSLATE_NOOP("ErrorWords", "Add your version as a new document.")},
    {"CAR-SYN-005",
     QT_TRANSLATE_NOOP("ErrorWords", "Only what lies in the trash can be deleted for good."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was deleted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Move it to the trash first.")},
    {"CAR-SYN-006",
     QT_TRANSLATE_NOOP("ErrorWords", "\"{name}\" is in the trash or was removed, so it cannot be changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Recover it first.")},
    {"CAR-SYN-007",
     QT_TRANSLATE_NOOP("ErrorWords", "The content of a document on this computer is not what was kept."),
     QT_TRANSLATE_NOOP("ErrorWords", "It is not shown. It is brought again if your operator has it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Connect to your operator. If it had not been sent yet, add the document again.")},
    {"CAR-SYN-008",
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator no longer has this document."),
     QT_TRANSLATE_NOOP("ErrorWords", "The copy on this computer was kept."),
     QT_TRANSLATE_NOOP("ErrorWords", "Decide whether to send it again.")},
    {"CAR-SYN-009",
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator refused the change."),
     QT_TRANSLATE_NOOP("ErrorWords", "The change is kept here and shown."),
     QT_TRANSLATE_NOOP("ErrorWords", "Correct it, or take it back.")},
    {"CAR-SYN-010",
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator does not give the content of this document."),
     QT_TRANSLATE_NOOP("ErrorWords", "What is here stays."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again later, or ask your operator.")},
    {"CAR-SYN-011",
     QT_TRANSLATE_NOOP("ErrorWords", "A message that was to be repeated is not what was sent first."),
     QT_TRANSLATE_NOOP("ErrorWords", "So it was not sent. The document stays on this computer."),
     QT_TRANSLATE_NOOP("ErrorWords", "Tell us the code. Then change the document again, to send it anew.")},
    {"CAR-SYN-012",
     QT_TRANSLATE_NOOP("ErrorWords", "It was sent already, so it cannot be taken back."),
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator may have it by now."),
     QT_TRANSLATE_NOOP("ErrorWords", "Wait for its answer, then undo it.")},
    {"CAR-SYN-013",
     QT_TRANSLATE_NOOP("ErrorWords", "What came is not what was promised."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was thrown away and asked for again."),
     QT_TRANSLATE_NOOP("ErrorWords", "If it happens again, tell your operator.")},
    {"CAR-SYN-014",
     QT_TRANSLATE_NOOP("ErrorWords", "Something in the program went wrong ({code})."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Tell us the code.")},
    {"CAR-SYN-015",
     QT_TRANSLATE_NOOP("ErrorWords", "Synchronising stopped before this was done."),
     QT_TRANSLATE_NOOP("ErrorWords", "It goes on the next time."),
     QT_TRANSLATE_NOOP("ErrorWords", "You need not do anything.")},
    {"CAR-SYN-016",
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator went back to an earlier copy of its data, in which this is different."),
     QT_TRANSLATE_NOOP("ErrorWords", "Your change waits here. Nothing of yours was overwritten."),
     QT_TRANSLATE_NOOP("ErrorWords", "Open the conflict and choose: yours, theirs or both.")},
};

} // namespace

WordsRows syncWords() { return rows; }

} // namespace carriel::text
