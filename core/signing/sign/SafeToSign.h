// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who is about to sign a PDF should know: things in it that may show or do something else later. Pure.
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace carriel::signing {

struct SafetyNote
{
    enum class Kind {
        Script,          // JavaScript
        Action,          // starts a program, sends or loads data, opens another file
        ExternalContent, // parts that come from outside the file
        Link,            // to web addresses; harmless, but not part of what is signed
        Attachment,      // files inside
        HiddenLayer,     // optional content that is switched off, or switches itself
        HiddenNote,      // annotations that are not shown
        HiddenText,      // pages with letters that nobody sees (PageLook)
        MissingPart,     // used by a page, and not in the file
        OtherFont,       // pages with letters of a font that is not inside
        EmptySignature,  // empty signature fields over text
        Form,            // fields that can still be filled
        Xfa,             // a second description of the form, which readers show differently
        Media,           // film, sound, 3D
        Archive,         // says that it is PDF/A or PDF/UA, which a visible box would end
        Certified,       // its author certified it; what may still be added is limited
        EarlierSignature,
        LaterChange, // bytes behind the last signature
        LostSignature, // one that belongs to no field: it was taken out of the form
        Damaged,     // its own table cannot be used; a new one will be added
        Encrypted,
        Unreadable, // it could not be looked through wholly
        NotPdf
    };
    Kind kind;
    int count = 1;
    // Must be told before signing; the rest is worth knowing.
    bool serious() const;
};

QString name(SafetyNote::Kind kind); // "script", "action", … stable: scripts read them

// In the order of the kinds, each kind once. Looks at no more than 500,000 objects.
QList<SafetyNote> safetyNotes(QByteArrayView bytes, const QByteArray &password = {});

} // namespace carriel::signing
