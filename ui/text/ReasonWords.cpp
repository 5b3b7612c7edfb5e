// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ReasonWords.h"

#include <QCoreApplication>
#include <array>

namespace carriel::text {

namespace {

struct Row
{
    const char *reason; // as the core names it
    const char *words;
};
constexpr std::array all{
    Row{"expired", QT_TRANSLATE_NOOP("Reasons", "it has expired")},
    Row{"notYet", QT_TRANSLATE_NOOP("Reasons", "it is not valid yet")},
    Row{"usage", QT_TRANSLATE_NOOP("Reasons", "it is not meant for signatures")},
    Row{"algorithm", QT_TRANSLATE_NOOP("Reasons", "its key is too weak or of an unknown kind")},
    Row{"pair", QT_TRANSLATE_NOOP("Reasons", "it is another certificate than the one you saw")},
    Row{"other", QT_TRANSLATE_NOOP("Reasons", "it is another key than the one that was chosen")},
    Row{"revoked", QT_TRANSLATE_NOOP("Reasons", "its certificate is revoked")},
    Row{"no authority", QT_TRANSLATE_NOOP("Reasons", "no authority was named")},
    Row{"unreachable", QT_TRANSLATE_NOOP("Reasons", "nobody answers at that address")},
    Row{"redirected", QT_TRANSLATE_NOOP("Reasons", "it sends to another address, which is not followed")},
    Row{"endless", QT_TRANSLATE_NOOP("Reasons", "its answer is larger than a timestamp can be")},
    Row{"untrusted", QT_TRANSLATE_NOOP("Reasons", "its connection is not secure")},
    Row{"token", QT_TRANSLATE_NOOP("Reasons", "its answer cannot be understood")},
    Row{"imprint", QT_TRANSLATE_NOOP("Reasons", "it stamped something else")},
    Row{"nonce", QT_TRANSLATE_NOOP("Reasons", "its answer is to another question")},
    Row{"authority", QT_TRANSLATE_NOOP("Reasons", "its certificate may not give timestamps")},
    Row{"no certificate", QT_TRANSLATE_NOOP("Reasons", "it is no certificate")},
    Row{"is not there", QT_TRANSLATE_NOOP("Reasons", "it is not there")},
    Row{"cannot be read", QT_TRANSLATE_NOOP("Reasons", "it cannot be read")},
    Row{"not an authority's certificate", QT_TRANSLATE_NOOP("Reasons", "it belongs to no authority, but to a person or a server: nobody can be confirmed by it")},
    Row{"timestamp response", QT_TRANSLATE_NOOP("Reasons", "what it answered is no timestamp")},
    Row{"its own signature is wrong", QT_TRANSLATE_NOOP("Reasons", "its own signature is wrong")},
    Row{"anchors.json is not understood", QT_TRANSLATE_NOOP("Reasons", "anchors.json is not understood")},
    Row{"not a file beside the list", QT_TRANSLATE_NOOP("Reasons", "it is not a file beside the list")},
    Row{"not one certificate", QT_TRANSLATE_NOOP("Reasons", "it is not exactly one certificate")},
    Row{"another certificate than listed", QT_TRANSLATE_NOOP("Reasons", "it is another certificate than listed")},
    Row{"list ended", QT_TRANSLATE_NOOP("Reasons", "the day until which it held is past")},
    Row{"list changed", QT_TRANSLATE_NOOP("Reasons", "it was changed after it was signed")},
    Row{"list signature", QT_TRANSLATE_NOOP("Reasons", "the signature beside it does not hold")},
    Row{"unsigned list", QT_TRANSLATE_NOOP("Reasons", "nobody signed it, so whom it calls accredited does not count")},
    Row{"endless list", QT_TRANSLATE_NOOP("Reasons", "it does not say until when it holds, so whom it calls accredited does not count")},
    Row{"missing", QT_TRANSLATE_NOOP("Reasons", "there is no such field")},
    Row{"filled", QT_TRANSLATE_NOOP("Reasons", "it is signed already")},
    Row{"locked", QT_TRANSLATE_NOOP("Reasons", "an earlier signature closed it")},
    Row{"seed", QT_TRANSLATE_NOOP("Reasons", "its author demands something that is not made here")},
    Row{"it is a folder", QT_TRANSLATE_NOOP("Reasons", "it is a folder")},
    Row{"it is not a plain file", QT_TRANSLATE_NOOP("Reasons", "it is not a plain file")},
    Row{"more than a gigabyte came", QT_TRANSLATE_NOOP("Reasons", "more than a gigabyte came, which is more than is read")},
    Row{"No such file or directory", QT_TRANSLATE_NOOP("Reasons", "it is not there")},
    Row{"File name too long", QT_TRANSLATE_NOOP("Reasons", "the name is too long")},
    Row{"Permission denied", QT_TRANSLATE_NOOP("Reasons", "you are not allowed to")},
    Row{"Is a directory", QT_TRANSLATE_NOOP("Reasons", "it is a folder")},
    Row{"timeout", QT_TRANSLATE_NOOP("Reasons", "it took too long")},
    Row{"crash", QT_TRANSLATE_NOOP("Reasons", "it broke off")},
    Row{"start", QT_TRANSLATE_NOOP("Reasons", "it did not start")},
    Row{"protocol", QT_TRANSLATE_NOOP("Reasons", "it answered without sense")},
    Row{"not yours", QT_TRANSLATE_NOOP("Reasons", "it is not in your name")},
    Row{"not asked", QT_TRANSLATE_NOOP("Reasons", "the entity asks for the signature of this computer, and for no certificate")},
    Row{"kind of key", QT_TRANSLATE_NOOP("Reasons", "receipts are not signed with a key of its kind")},
    Row{"evidence container", QT_TRANSLATE_NOOP("Reasons", "it is no ZIP file, as evidence is")},
    Row{"evidence empty", QT_TRANSLATE_NOOP("Reasons", "there is nothing in it")},
    Row{"evidence cut", QT_TRANSLATE_NOOP("Reasons", "its end is missing or damaged: it did not arrive whole")},
    Row{"evidence begun", QT_TRANSLATE_NOOP("Reasons", "something was put before its beginning")},
    Row{"evidence longer", QT_TRANSLATE_NOOP("Reasons", "something was put behind its end")},
    Row{"evidence twice", QT_TRANSLATE_NOOP("Reasons", "two files in it have the same name, so that two programs could read different things")},
    Row{"evidence leads out", QT_TRANSLATE_NOOP("Reasons", "a file in it would be written elsewhere when it is unpacked")},
    Row{"evidence packed", QT_TRANSLATE_NOOP("Reasons", "a file in it is encrypted, or packed in a way that is not known")},
    Row{"evidence hidden", QT_TRANSLATE_NOOP("Reasons", "something is hidden between its files")},
    Row{"evidence sizes", QT_TRANSLATE_NOOP("Reasons", "it says sizes that cannot be")},
    Row{"evidence twofold", QT_TRANSLATE_NOOP("Reasons", "its list of files says something else than the files themselves: it was damaged or changed")},
    Row{"evidence of too many files", QT_TRANSLATE_NOOP("Reasons", "it has more files in it than any evidence")},
    Row{"evidence file damaged", QT_TRANSLATE_NOOP("Reasons", "a file in it is damaged: it is not the one that was put there")},
    Row{"no evidence", QT_TRANSLATE_NOOP("Reasons", "it is another kind of ZIP file")},
    Row{"no evidence of a notification", QT_TRANSLATE_NOOP("Reasons", "neither a notification nor documents that were given are in it")},
    Row{"two records with one number", QT_TRANSLATE_NOOP("Reasons", "it has two records with one number")},
    Row{"nothing became of it yet", QT_TRANSLATE_NOOP("Reasons", "nothing became of it yet, so there is nothing to prove")},
    Row{"page", QT_TRANSLATE_NOOP("Reasons", "there is no such page")},
};

// Why a notification cannot be opened, by its state or by what its operator answers.
constexpr std::array unopenable{
    Row{"Submitted", QT_TRANSLATE_NOOP("Reasons", "the entity has set a later moment for it")},
    Row{"Cancelled", QT_TRANSLATE_NOOP("Reasons", "the entity took it back")},
    Row{"cancelled", QT_TRANSLATE_NOOP("Reasons", "the entity took it back")},
    Row{"OtherMeans", QT_TRANSLATE_NOOP("Reasons", "the entity went over to another means")},
    Row{"NotAccessed", QT_TRANSLATE_NOOP("Reasons", "its time passed without being opened")},
    Row{"not_available", QT_TRANSLATE_NOOP("Reasons", "your operator does not offer it now")},
    Row{"sealed-2", QT_TRANSLATE_NOOP("Reasons", "it is sealed in a way that this program does not know")},
    Row{"plain", QT_TRANSLATE_NOOP("Reasons", "it is not sealed")},
    Row{"another holder", QT_TRANSLATE_NOOP("Reasons", "it is addressed to somebody else")},
};

} // namespace

QString unopenableWords(const QString &state)
{
    for (const Row &row : unopenable) {
        if (state == QLatin1String(row.reason))
            return QCoreApplication::translate("Reasons", row.words);
    }
    return state;
}

QString reasonWords(const QString &reason)
{
    for (const Row &row : all) {
        if (reason == QLatin1String(row.reason))
            return QCoreApplication::translate("Reasons", row.words);
    }
    if (reason.startsWith(QLatin1String("HTTP ")))
        return QCoreApplication::translate("Reasons", "it answers with an error (%1)").arg(reason);
    return reason;
}

} // namespace carriel::text
