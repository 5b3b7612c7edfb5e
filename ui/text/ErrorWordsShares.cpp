// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-SHR-001", QT_TRANSLATE_NOOP("ErrorWords", "Nobody is found under this number."),
     QT_TRANSLATE_NOOP("ErrorWords", "Either {id} has no folder at your operator, or does not want to be found. Your operator does not say which. Nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check the number. Ask the person to allow being found, or share by link.")},
    {"CAR-SHR-002", QT_TRANSLATE_NOOP("ErrorWords", "There is nothing here that could be shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "“{name}” is empty, or holds something that your operator does not hold in clear. Nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose other documents.")},
    {"CAR-SHR-003", QT_TRANSLATE_NOOP("ErrorWords", "“{name}” changed after you saw it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Only the version that you saw is shared, so nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the document and share it again.")},
    {"CAR-SHR-004", QT_TRANSLATE_NOOP("ErrorWords", "Your operator did not share the documents."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its reason: {code}. {operator_words} Nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Begin again; if it stays so, ask your operator.")},
    {"CAR-SHR-005", QT_TRANSLATE_NOOP("ErrorWords", "There is no such share here."),
     QT_TRANSLATE_NOOP("ErrorWords", "None has the number {id}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the list of what is shared.")},
    {"CAR-SHR-006", QT_TRANSLATE_NOOP("ErrorWords", "It is too late to cancel this."),
     QT_TRANSLATE_NOOP("ErrorWords", "It has been sent, or may have been."),
     QT_TRANSLATE_NOOP("ErrorWords", "End it instead: nobody reads it after that. Who has opened a document keeps it.")},
    {"CAR-SHR-007", QT_TRANSLATE_NOOP("ErrorWords", "Your operator did not take this change."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its reason: {code}. {operator_words} The share stays as it was."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the share. To shorten it, end it and share again.")},
    {"CAR-SHR-008", QT_TRANSLATE_NOOP("ErrorWords", "This is shared no longer."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its time is over, or whoever shared it ended it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask for it again if you need it.")},
    {"CAR-SHR-009", QT_TRANSLATE_NOOP("ErrorWords", "“{name}” is not what was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Other bytes came than the person who shares it signed for. They were thrown away."),
     QT_TRANSLATE_NOOP("ErrorWords", "Tell whoever shares it, and your operator.")},
    {"CAR-SHR-010", QT_TRANSLATE_NOOP("ErrorWords", "“{name}” is too large to be received here."),
     QT_TRANSLATE_NOOP("ErrorWords", "It has {size}; this program checks at most {limit} of a shared document."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask for a smaller copy, or for a link.")},
    {"CAR-SHR-011", QT_TRANSLATE_NOOP("ErrorWords", "“{text}” is no end for a share."),
     QT_TRANSLATE_NOOP("ErrorWords", "It lies in the past, more than 400 days ahead, or is not understood."),
     QT_TRANSLATE_NOOP("ErrorWords", "Write 7d for seven days, 12h for twelve hours, or a day such as 2026-12-31.")},
    {"CAR-SHR-012", QT_TRANSLATE_NOOP("ErrorWords", "It could not be proven who shares this."),
     QT_TRANSLATE_NOOP("ErrorWords", "The signature of whoever shares it does not hold ({reason}). Nothing was accepted."),
     QT_TRANSLATE_NOOP("ErrorWords", "Do not trust it. Ask the person by another way, and tell your operator.")},
    {"CAR-SHR-013", QT_TRANSLATE_NOOP("ErrorWords", "“{name}” is no longer there."),
     QT_TRANSLATE_NOOP("ErrorWords", "Whoever shares it has put it into the trash or deleted it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the person for it.")},
    {"CAR-SHR-014", QT_TRANSLATE_NOOP("ErrorWords", "These are too many documents at once."),
     QT_TRANSLATE_NOOP("ErrorWords", "They are more than {limit}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Share them in parts.")},
    {"CAR-SHR-015", QT_TRANSLATE_NOOP("ErrorWords", "You have accepted this already."),
     QT_TRANSLATE_NOOP("ErrorWords", "What was accepted is not declined afterwards. Nothing changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "If you do not want it, leave it: it ends by itself, or when whoever shares it ends it.")},
    {"CAR-SHR-016", QT_TRANSLATE_NOOP("ErrorWords", "You share this no longer."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its time is over, or it was ended or declined. An ended share is not brought back."),
     QT_TRANSLATE_NOOP("ErrorWords", "Share the documents again if you want to.")},
    {"CAR-SHR-017", QT_TRANSLATE_NOOP("ErrorWords", "The end of a share is not moved earlier."),
     QT_TRANSLATE_NOOP("ErrorWords", "It lasts until {date}, and stays so."),
     QT_TRANSLATE_NOOP("ErrorWords", "To shorten it, end it and share again.")},
    {"CAR-SHR-018", QT_TRANSLATE_NOOP("ErrorWords", "“{text}” is no number of a person or company."),
     QT_TRANSLATE_NOOP("ErrorWords", "One shares with an exact number, never with a name. Nobody was asked."),
     QT_TRANSLATE_NOOP("ErrorWords", "Write its type and number, such as CC 52000111 or NIT 901234567.")},
    {"CAR-SHR-019", QT_TRANSLATE_NOOP("ErrorWords", "The check digit of “{text}” does not fit."),
     QT_TRANSLATE_NOOP("ErrorWords", "One of its digits is another one: it would be of somebody else. Nobody was asked."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the number again, or write it without the check digit.")},
    {"CAR-SHR-020", QT_TRANSLATE_NOOP("ErrorWords", "This is your own number."),
     QT_TRANSLATE_NOOP("ErrorWords", "One shares with others. Nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Write the number of whoever is to read it.")},
    {"CAR-SHR-021", QT_TRANSLATE_NOOP("ErrorWords", "This text is too long for a share."),
     QT_TRANSLATE_NOOP("ErrorWords", "What it is for takes at most 500 characters, a message 2,000. Nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Write it shorter.")},
    {"CAR-SHR-022", QT_TRANSLATE_NOOP("ErrorWords", "Nothing was shared."),
     QT_TRANSLATE_NOOP("ErrorWords", "Documents are shared only when you say so."),
     QT_TRANSLATE_NOOP("ErrorWords", "Read with whom, what exactly and until when, and say --yes.")},
    {"CAR-SHR-023", QT_TRANSLATE_NOOP("ErrorWords", "This is shared by another person."),
     QT_TRANSLATE_NOOP("ErrorWords", "Only who shares it ends it or gives it more time. Nothing changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "If you do not want it, decline it; if you need it for longer, ask the person.")},
    {"CAR-SHR-024", QT_TRANSLATE_NOOP("ErrorWords", "Some of the documents are no longer there."),
     QT_TRANSLATE_NOOP("ErrorWords", "You did not get: {names}. Whoever shares them has put them into the trash or deleted them. You got the others."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the person for them.")},
};

} // namespace

WordsRows shareWords()
{
    return rows;
}

} // namespace carriel::text
