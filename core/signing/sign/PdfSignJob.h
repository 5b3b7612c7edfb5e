// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signs one PDF: PAdES baseline B, T, LT or LTA (ETSI EN 319 142-1). The original stays as it is, byte for byte, at the
// front of the result. Thread: one with an event loop if the level or the key needs the network. Memory does not grow
// with the file.
#pragma once

#include "core/base/Clock.h"
#include "core/base/HttpFetch.h"
#include "core/signing/KeySource.h"
#include "core/signing/sign/SignatureField.h"

#include <memory>

namespace carriel::signing {

enum class Level { B, T, LT, LTA };

struct PdfSignOptions
{
    QString source;
    QString target;         // another file; its folder exists
    bool overwrite = false; // of the target
    Level level = Level::B;
    QString reason;
    QString place;
    std::optional<VisibleBox> box;      // its lines are made here if there are none
    QString field;                      // an empty signature field to be signed instead of a new one; no box then
    QUrl timestampAuthority;            // for every level above B
    QList<crypto::Certificate> anchors; // complete the paths that LT keeps
    QByteArray password;                // of an encrypted file, if the empty one does not allow it
    QByteArrayList lists;               // revocation lists at hand (DER): what they name does not sign
    QByteArray owner = {}; // raising: SHA-256 of the certificate whose proofs must be whole; empty: of any one who signed
    // Yes to an error: the stamp or the proofs that it kept away may come another day, and what is signed by then is
    // kept at the level that it has, instead of asking for the key again. For a key only; empty: no.
    std::function<bool(const Error &)> later = {};
};

struct SignedFile
{
    QString path;
    Level level = Level::B;            // that was reached
    std::optional<Error> missing = {}; // why it is less than was asked, if `later` took that
    bool repaired = false;             // the file's own cross-reference could not be used
    int broken = 0;                    // signatures of a raised document that do not hold, and gain nothing by it
    QStringList unproven = {};         // others who signed, and of whom nobody said whether they are revoked
};

class PdfSignJob
{
public:
    using Done = std::function<void(Result<SignedFile>)>;
    // `key` without a value raises what is signed already: proofs for LT, a document timestamp for T and LTA;
    // nothingHolds if it has signatures and none of them is worth it.
    // `fetch` may be null at level B. Nothing is written that would not hold: keyRevoked if the authority says so when
    // it is asked (LT and above) or a list at hand does. The job keeps itself alive until it answered, once.
    static void run(PdfSignOptions options, std::shared_ptr<KeySource> key, HttpFetch *fetch, const Clock &clock,
                    Done done);
};

} // namespace carriel::signing
