// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorWordsRows.h"

namespace carriel::text {
namespace {

constexpr WordsRow rows[] = {
    {"CAR-SGN-001", QT_TRANSLATE_NOOP("ErrorWords", "This PDF cannot be read."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its own table of contents is damaged where the signature must be added: {what}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Save it again with the program that made it, and try again.")},
    {"CAR-SGN-002", QT_TRANSLATE_NOOP("ErrorWords", "This is not a PDF."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed."), QT_TRANSLATE_NOOP("ErrorWords", "Choose a PDF.")},
    {"CAR-SGN-003", QT_TRANSLATE_NOOP("ErrorWords", "This PDF is too damaged to be signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Not even after a repair could it be read."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask for it again, or save it anew with another program.")},
    {"CAR-SGN-004", QT_TRANSLATE_NOOP("ErrorWords", "This PDF is protected and may not be signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its permissions, or the password that was given, do not allow it."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Ask whoever made it for a version that may be signed, or for the owner's password.")},
    {"CAR-SGN-005", QT_TRANSLATE_NOOP("ErrorWords", "Its author closed this PDF to further signatures."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "It is certified without allowing any change; another signature would make it invalid."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask its author for a version that may be signed.")},
    {"CAR-SGN-006", QT_TRANSLATE_NOOP("ErrorWords", "This PDF is signed already, and damaged."),
     QT_TRANSLATE_NOOP("ErrorWords", "A repair would break the signatures that it has, so nothing was done."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask for the original again.")},
    {"CAR-SGN-007", QT_TRANSLATE_NOOP("ErrorWords", "This key file cannot be used."),
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "It is not a PKCS#12 file (.p12 or .pfx) with a key and its certificate, or its protection is too old."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another file, or export it again from where you got it.")},
    {"CAR-SGN-008", QT_TRANSLATE_NOOP("ErrorWords", "The PIN or password is wrong."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was signed. A token locks itself after a few wrong tries."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check it and try again, calmly.")},
    {"CAR-SGN-009", QT_TRANSLATE_NOOP("ErrorWords", "The token's PIN is locked."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was typed wrong too often. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Unlock it with its PUK, or ask whoever issued it.")},
    {"CAR-SGN-010", QT_TRANSLATE_NOOP("ErrorWords", "This certificate cannot sign now."),
     QT_TRANSLATE_NOOP("ErrorWords", "The reason is: {reason}. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Use another certificate, or renew this one.")},
    {"CAR-SGN-011", QT_TRANSLATE_NOOP("ErrorWords", "The token does not answer as it should."),
     QT_TRANSLATE_NOOP("ErrorWords", "The step that failed: {what}. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Plug it in again, check that its driver is installed, and try again.")},
    {"CAR-SGN-012", QT_TRANSLATE_NOOP("ErrorWords", "The key was not found, or there are several."),
     QT_TRANSLATE_NOOP("ErrorWords", "Which one to use must be clear: {what}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Name it by its label or number.")},
    {"CAR-SGN-013", QT_TRANSLATE_NOOP("ErrorWords", "No timestamp came."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The timestamp authority {host} gave none that can be used: {reason}. No timestamp was written."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again later, use another authority, or sign without a timestamp.")},
    {"CAR-SGN-014", QT_TRANSLATE_NOOP("ErrorWords", "It could not be confirmed that the certificate still holds."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nobody said whether it was revoked: {name}. Nothing was written."),
     QT_TRANSLATE_NOOP("ErrorWords", "Try again later, or sign at a lower level and raise it afterwards.")},
    {"CAR-SGN-015", QT_TRANSLATE_NOOP("ErrorWords", "There is a file with that name already."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was not touched: {path}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another name, or say --force.")},
    {"CAR-SGN-016", QT_TRANSLATE_NOOP("ErrorWords", "A trusted certificate cannot be used."),
     QT_TRANSLATE_NOOP("ErrorWords", "File {file}: {reason}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Correct or remove it, and try again.")},
    {"CAR-SGN-018", QT_TRANSLATE_NOOP("ErrorWords", "Something is larger than the limit."),
     QT_TRANSLATE_NOOP("ErrorWords", "{what}"),
     QT_TRANSLATE_NOOP("ErrorWords", "Use another authority or certificate.")},
    {"CAR-SGN-019", QT_TRANSLATE_NOOP("ErrorWords", "The original changed while it was being signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nothing was written, because it is not clear what would be signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Close the program that writes to it and try again.")},
    {"CAR-SGN-020", QT_TRANSLATE_NOOP("ErrorWords", "There is no card with this key."),
     QT_TRANSLATE_NOOP("ErrorWords", "None is in the reader, or it was taken out. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Put the card or token in and try again.")},
    {"CAR-SGN-021", QT_TRANSLATE_NOOP("ErrorWords", "The card's driver does not answer."),
     QT_TRANSLATE_NOOP("ErrorWords", "It was stopped ({what}) so that the program goes on. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Take the card out, put it in again, and try once more. If it stays so, renew its driver.")},
    {"CAR-SGN-022", QT_TRANSLATE_NOOP("ErrorWords", "One more wrong PIN would lock the card."),
     QT_TRANSLATE_NOOP("ErrorWords", "No PIN was tried and nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Be sure of the PIN first. --last-try tries it once.")},
    {"CAR-SGN-023", QT_TRANSLATE_NOOP("ErrorWords", "This container is not put together as it should be."),
     QT_TRANSLATE_NOOP("ErrorWords", "Two programs could see different things in it, so it is not trusted: {what}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Ask for the original again.")},
    {"CAR-SGN-024", QT_TRANSLATE_NOOP("ErrorWords", "That signature field cannot be signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Field “{field}”: {reason}. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another field, or sign without one.")},
    {"CAR-SGN-025", QT_TRANSLATE_NOOP("ErrorWords", "The certificate is revoked."),
     QT_TRANSLATE_NOOP("ErrorWords", "Who issued it does not answer for it any more, so a signature with it does not "
                                     "hold. Nothing was written."),
     QT_TRANSLATE_NOOP("ErrorWords", "Use another certificate. If it is yours and you did not have it revoked, ask "
                                     "whoever issued it why.")},
    {"CAR-SGN-026", QT_TRANSLATE_NOOP("ErrorWords", "None of its signatures holds."),
     QT_TRANSLATE_NOOP("ErrorWords", "Timestamps and proofs would not mend them, so nothing was written."),
     QT_TRANSLATE_NOOP("ErrorWords", "Verify it to see why, and ask for the original.")},
    {"CAR-SGN-027", QT_TRANSLATE_NOOP("ErrorWords", "A result would be written over a file of this same command."),
     QT_TRANSLATE_NOOP("ErrorWords", "It is an original, or another result: {path}. It was not touched, not even with "
                                     "--force."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose another name or folder for the result.")},
    {"CAR-SGN-028", QT_TRANSLATE_NOOP("ErrorWords", "The part of the program that reads signed files is missing."),
     QT_TRANSLATE_NOOP("ErrorWords", "carriel-verify belongs beside the program and does not start, so nothing can be said "
                                     "about this file. The file was not changed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Install Carriel again.")},
    {"CAR-SGN-029", QT_TRANSLATE_NOOP("ErrorWords", "The visible box would not be seen there."),
     QT_TRANSLATE_NOOP("ErrorWords", "That page is not in the document, the box is not all on it, or it is too small to be "
                                     "read. Nothing was signed. Page: {page}. Points: {size}."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose a page and a place on it, at least 60 by 18 points large.")},
    {"CAR-SGN-030", QT_TRANSLATE_NOOP("ErrorWords", "The signing service did not sign."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "You did not allow it, the permission had ended, or the service refused. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Log in at the service again and allow the signature in the browser.")},
    {"CAR-SGN-031", QT_TRANSLATE_NOOP("ErrorWords", "Nobody could check a signature on this PDF."),
     QT_TRANSLATE_NOOP("ErrorWords", "Its form is put together so that two programs would see different fields in it. "
                                     "Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Ask whoever made it for it again, or sign it in a container or as a signature beside it.")},
    {"CAR-SGN-032", QT_TRANSLATE_NOOP("ErrorWords", "The visible box would hide text that others signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "It is on page {page}. Whoever verifies the document then would read that it was altered after "
                                     "signing. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Choose a free place for the box, or sign without one.")},
    {"CAR-SGN-033", QT_TRANSLATE_NOOP("ErrorWords", "The password of this PDF is missing, or it is not that one."),
     QT_TRANSLATE_NOOP("ErrorWords", "The PDF is protected and does not open without it. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Give the password of the document; in the terminal with --password-env VARIABLE.")},
    {"CAR-SGN-034", QT_TRANSLATE_NOOP("ErrorWords", "The signing service does not answer."),
     QT_TRANSLATE_NOOP("ErrorWords", "Nobody answers at {host}. Nothing was signed, and nothing waits."),
     QT_TRANSLATE_NOOP("ErrorWords", "Check the address and your network, and try again.")},
    {"CAR-SGN-035", QT_TRANSLATE_NOOP("ErrorWords", "The visible box cannot show your name as it is written."),
     QT_TRANSLATE_NOOP("ErrorWords", "The name, the reason or the place has letters that it does not have: {name}. Nothing was signed."),
     QT_TRANSLATE_NOOP("ErrorWords", "Sign without a box: what proves your signature says your name as it is.")},
};

} // namespace

WordsRows signingWords()
{
    return rows;
}

} // namespace carriel::text
