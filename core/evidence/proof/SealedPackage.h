// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is inside a seal: the act and its documents in an ASiC-E that the entity signed (docs/NOTIFICATIONS.md,
// Package). Pure; thread-safe.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/evidence/records/Directory.h"

#include <QDate>
#include <functional>

namespace carriel::evidence {

inline constexpr qsizetype saltSize = 32;
// Bytes, sealed; a larger one is not opened here.
inline constexpr qint64 maxPackage = qint64(64) << 20;

QByteArray sealedDigest(QByteArrayView salt, QByteArrayView content); // base64url, as plain_sha256

struct ActDocument
{
    QString file, name, mediaType; // file: inside the package
    bool main = false;
};

struct ActAction
{
    QString kind, label, url; // pay, appointment, reply, form, deadline
    QDate due;
    qint64 amount = -1; // pesos
};

struct Act
{
    QString title, body, number; // body: plain text with at most the Markdown of paragraphs, lists, emphasis
    QDate date;
    QList<ActDocument> documents;
    QList<ActAction> actions;
    std::optional<int> termDays; // that the act itself grants; of whatever size
    bool calendarDays = false;   // and not business days
    QString termFor;             // what its term is for, in its own words; empty: it does not say
};

// The act, once the entity's signature over the whole package was found to hold. wrongContent with `reason` = package
// or signature. `entity` null: the key must be the one of the seal's certificate.
Result<Act> openPackage(const QByteArray &content, const Seal &seal, const Party *entity);
// The act of a content that was found good when it was opened, and is still those bytes: whoever has read it can go on
// reading, also when the entity's key is no longer listed.
Result<Act> readVerified(const QByteArray &salt, const QByteArray &content, const Seal &seal);
// Takes the content over: of one that is not packed only the document's own bytes are kept, and no second copy is made.
Result<QByteArray> documentOf(QByteArray content, const ActDocument &document);

struct OpenedSeal
{
    QByteArray salt, content;
    Act act;
};
// `key` is A. Checks A, the cipher text, every record of it, what was sealed, and the entity's signature, in this
// order; wrongContent names the first that fails in `reason`, as a dispute does: key, cipher, plain, package,
// signature.
Result<OpenedSeal> openSeal(const Seal &seal, const Party *entity, const SecretBytes &key, const QByteArray &cipher);
// The same of a cipher text that is read piece by piece, so that only the content is held: `read` gives it in order to
// what it is given, and stops with that one's error or its own.
using CipherSink = std::function<Outcome(QByteArrayView)>;
Result<OpenedSeal> openSeal(const Seal &seal, const Party *entity, const SecretBytes &key,
                            const std::function<Outcome(const CipherSink &)> &read);

// Why an act is not shown, by the name of the reason: what came is not what was sealed, or it is and is no act.
Error notShown(const QString &reason);

} // namespace carriel::evidence
