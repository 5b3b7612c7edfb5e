// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-NTF-001", QT_TRANSLATE_NOOP("ErrorWords", "There is no such notification here."),
     QT_TRANSLATE_NOOP("ErrorWords", "None has the number {id}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Synchronise, and look at the list again.")},
    {"CAR-NTF-002", QT_TRANSLATE_NOOP("ErrorWords", "A notification cannot be opened without a network."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its key is with your operator, who records the moment. Nothing was opened, and "
                                     "nothing will open later by itself."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again when you are connected and logged in.")},
    {"CAR-NTF-003", QT_TRANSLATE_NOOP("ErrorWords", "The proof of this notification does not hold."),
     QT_TRANSLATE_NOOP("ErrorWords", "What does not fit: {defects}. It was not opened, so nothing happened."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the entity, by a way that you know, whether it sent this.")},
    {"CAR-NTF-004", QT_TRANSLATE_NOOP("ErrorWords", "The sealed content has not arrived yet."),
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "It is opened only once all of it is here, so that you are never notified of what you cannot read."),
     QT_TRANSLATE_NOOP("ErrorWords", "Synchronise and try again.")},
    {"CAR-NTF-005", QT_TRANSLATE_NOOP("ErrorWords", "This notification cannot be opened now."),
     QT_TRANSLATE_NOOP("ErrorWords", "The reason: {state}. Nothing was opened."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the entity what holds.")},
    {"CAR-NTF-006", QT_TRANSLATE_NOOP("ErrorWords", "It is not known yet whether the notification was opened."),
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Your receipt was sent, and the answer did not come. The program asks your operator again by itself and, if "
         "the receipt did not arrive, sends the same one again while it is valid (15 minutes)."),
     QT_TRANSLATE_NOOP("ErrorWords", "Connect, and look at the list again.")},
    {"CAR-NTF-007", QT_TRANSLATE_NOOP("ErrorWords", "This notification is sealed."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Nobody can see its content before it is opened, and opening it has legal effect."),
     QT_TRANSLATE_NOOP("ErrorWords", "Open it when you have read what that means.")},
    {"CAR-NTF-008", QT_TRANSLATE_NOOP("ErrorWords", "Your operator did not accept the opening."),
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Its reason: {code}. {operator_words} The notification is still sealed, and your receipt has no effect."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again; if it stays so, ask your operator.")},
    {"CAR-NTF-009", QT_TRANSLATE_NOOP("ErrorWords", "Nothing was opened."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Opening a notification has legal effect, so you must say that you understand it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Read what it means, and say --yes-i-understand.")},
    {"CAR-NTF-010", QT_TRANSLATE_NOOP("ErrorWords", "Another notification is being opened."),
     QT_TRANSLATE_NOOP("ErrorWords", "They are opened one after the other."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again in a moment.")},
    {"CAR-NTF-011", QT_TRANSLATE_NOOP("ErrorWords", "There is no such procedure, or its text has changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Procedure {procedure}. Nothing was agreed to."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the list of procedures and read the text again.")},
    {"CAR-NTF-012", QT_TRANSLATE_NOOP("ErrorWords", "You have not agreed to be notified in this procedure."),
     QT_TRANSLATE_NOOP("ErrorWords", "There is nothing to withdraw for {procedure}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the list of your agreements.")},
    {"CAR-NTF-013", QT_TRANSLATE_NOOP("ErrorWords", "Your operator has not proven when it was opened."),
     QT_TRANSLATE_NOOP("ErrorWords", "It took your receipt and gave the key, without its signed record of the moment. "
                                     "What came stays closed until that record is here, and the program asks for it "
                                     "by itself."),
     QT_TRANSLATE_NOOP("ErrorWords", "If it stays so, ask your operator.")},
    {"CAR-NTF-014", QT_TRANSLATE_NOOP("ErrorWords", "Nothing was opened."),
     QT_TRANSLATE_NOOP("ErrorWords", "It has no legal effect; your operator records that you open it, and when."),
     QT_TRANSLATE_NOOP("ErrorWords", "To read it, say --yes-i-understand.")},
    {"CAR-NTF-015", QT_TRANSLATE_NOOP("ErrorWords", "This notification is too large to be opened."),
     QT_TRANSLATE_NOOP("ErrorWords", "It has {size}, and this program opens up to {limit}. Nothing was opened."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Ask the entity to send it in smaller parts, or to notify you by other means.")},
    {"CAR-NTF-016", QT_TRANSLATE_NOOP("ErrorWords", "A notification of {entity} cannot arrive."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "What your operator hands out of it is not what the entity sealed. Nothing was opened, and its term "
                       "may run all the same."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the entity by a way that you know, and tell your operator.")},
    {"CAR-NTF-017", QT_TRANSLATE_NOOP("ErrorWords", "This entity asks for a receipt signed with your certificate."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed and nothing was opened; it is still sealed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Open it with the key of a certificate in your name: on its page, or with --key.")},
    {"CAR-NTF-018", QT_TRANSLATE_NOOP("ErrorWords", "This certificate cannot sign the receipt: {reason}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed and nothing was opened; it is still sealed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another key. If you have none, ask the entity to notify you by other means.")},
};

} // namespace

WordsRows mailWords()
{
    return rows;
}

} // namespace carriel::text
