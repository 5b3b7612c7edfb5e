// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-CTB-001", QT_TRANSLATE_NOOP("ErrorWords", "This request cannot be answered."),
     QT_TRANSLATE_NOOP("ErrorWords", "It could not be proven that it is an entity's, in force and for you ({reason}). "
                                     "Nothing was given to anybody."),
     QT_TRANSLATE_NOOP("ErrorWords", "Begin again on the entity's own page; if it stays so, ask the entity.")},
    {"CAR-CTB-002", QT_TRANSLATE_NOOP("ErrorWords", "The request could not be read from the entity's page."),
     QT_TRANSLATE_NOOP("ErrorWords", "{host} did not give it ({reason}). Nothing was given to anybody."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again, or download the request on that page and open the file.")},
    {"CAR-CTB-003", QT_TRANSLATE_NOOP("ErrorWords", "A document that the entity needs is missing."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "It asks for \"{title}\", and none was chosen or more than one would serve. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose one with --with {ask}=DOCUMENT.")},
    {"CAR-CTB-004", QT_TRANSLATE_NOOP("ErrorWords", "\"{name}\" does not serve for this request."),
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The entity asks for documents of another type, issuer, age or format, or for fewer. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another document.")},
    {"CAR-CTB-005", QT_TRANSLATE_NOOP("ErrorWords", "\"{name}\" changed after you saw it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Only the version that you saw is given, so nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the document and give it again.")},
    {"CAR-CTB-006", QT_TRANSLATE_NOOP("ErrorWords", "The documents are too large to be given together."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "They have {size} bytes; at most {limit} can go in one package. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose smaller copies, or ask the entity how it takes large documents.")},
    {"CAR-CTB-007", QT_TRANSLATE_NOOP("ErrorWords", "Your operator did not take the documents."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its reason: {code}. {operator_words} Nothing was given to the entity."),
     QT_TRANSLATE_NOOP("ErrorWords", "Begin again on the entity's page; if it stays so, ask your operator.")},
    {"CAR-CTB-008", QT_TRANSLATE_NOOP("ErrorWords", "There is no such contribution here."),
     QT_TRANSLATE_NOOP("ErrorWords", "None has the number {id}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at the list of your contributions.")},
    {"CAR-CTB-009", QT_TRANSLATE_NOOP("ErrorWords", "Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "The documents are given only when you say so."),
     QT_TRANSLATE_NOOP("ErrorWords", "Read who asks, what for and what exactly, and say --yes.")},
    {"CAR-CTB-010", QT_TRANSLATE_NOOP("ErrorWords", "It is too late to cancel this."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The documents have been sent, or may have been. Who has received a document keeps it."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask the entity to reject the filing.")},
    {"CAR-CTB-011", QT_TRANSLATE_NOOP("ErrorWords", "There is nothing to cancel any more."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "What was to be given came back to you, or was cancelled, before. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Answer the request again if you still want to give the documents.")},
    {"CAR-CTB-012", QT_TRANSLATE_NOOP("ErrorWords", "You have answered this request already."),
     QT_TRANSLATE_NOOP("ErrorWords", "On {date} you agreed to give documents for \"{title}\": number {id} of your list. A "
                                     "request takes one answer, so nothing was given now."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look in the list of what you have given at what became of it. If the entity rejected it, ask the entity for another request.")},
    {"CAR-CTB-013", QT_TRANSLATE_NOOP("ErrorWords", "This request has been answered already."),
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator has an answer to it, and a request takes one. Nothing was given now."),
     QT_TRANSLATE_NOOP("ErrorWords", "If it was you, on another computer, it comes here with the next sync. If it was not, "
                                     "ask the entity.")},
    {"CAR-CTB-014", QT_TRANSLATE_NOOP("ErrorWords", "You have answered this request before."),
     QT_TRANSLATE_NOOP("ErrorWords", "On {date} you agreed to give documents for \"{title}\": number {id} of your list. It "
                                     "takes several answers; nothing was given now."),
     QT_TRANSLATE_NOOP("ErrorWords", "If you want to answer once more, say --again.")},
    {"CAR-CTB-022", QT_TRANSLATE_NOOP("ErrorWords", "“{name}” has to be signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "The entity asks for it signed, and it bears no signature that holds. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Sign it first, and choose the signed one.")},
    {"CAR-CTB-021", QT_TRANSLATE_NOOP("ErrorWords", "Who asks for this could not be checked."),
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator does not answer, and this computer does not know who asks. Nothing was given, and nothing waits to be given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check the connection and try again; a term of the procedure runs on meanwhile.")},
    {"CAR-CTB-015", QT_TRANSLATE_NOOP("ErrorWords", "This case is of another person."),
     QT_TRANSLATE_NOOP("ErrorWords", "The case {case} is of \"{holder}\", and you are \"{me}\". Somebody may have sent you the "
                                     "link of his own procedure. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "If you know whose case it is and want to give your documents to it, say --case-of-another.")},
    {"CAR-CTB-020",
     QT_TRANSLATE_NOOP("ErrorWords", "“{name}” is sealed and cannot be given to an entity yet."),
     QT_TRANSLATE_NOOP("ErrorWords", "Your operator cannot read it, so it cannot vouch for what you give. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Put a copy into your folder that is not sealed, and give that one.")},
    {"CAR-CTB-016", QT_TRANSLATE_NOOP("ErrorWords", "\"{name}\" was altered after it was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Whoever receives it would see that it is not what was signed. Nothing was given."),
     QT_TRANSLATE_NOOP("ErrorWords", "Look at its signatures, and ask whoever gave it to you for the original.")},
};

} // namespace

WordsRows contributionWords()
{
    return rows;
}

} // namespace carriel::text
