// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signs any file: a container with the file and its signature (ASiC-E, ETSI EN 319 162-1), or a detached signature
// beside it (CAdES, EN 319 122-1). Levels B to LTA; the archive timestamp is ATSv3 inside the signature. Thread: as
// PdfSignJob.
#pragma once

#include "core/base/Clock.h"
#include "core/base/HttpFetch.h"
#include "core/signing/KeySource.h"
#include "core/signing/sign/PdfSignJob.h"

namespace carriel::signing {

enum class FileFormat { Asice, Cades };

struct FileSignOptions
{
    FileFormat format = FileFormat::Asice;
    QString source;
    QString content; // what a detached signature that is raised signs
    QString target;
    bool overwrite = false;
    Level level = Level::B;
    QUrl timestampAuthority;
    QList<crypto::Certificate> anchors;            // complete the paths that LT keeps
    QByteArrayList lists = {};                     // as in PdfSignOptions
    std::function<bool(const Error &)> later = {}; // as in PdfSignOptions
    QString name = {};                             // of the file inside a container; empty: as `source` is called
};

class FileSignJob
{
public:
    // `key` without a value raises the only signature that `source` is or contains: a timestamp if it has none, proofs
    // for LT, a further archive timestamp for LTA; badSignature if it does not hold, badZip if there is not exactly
    // one. keyUnsuitable, keyRevoked, timestampRefused, noRevocation, outputThere, fileMoved, tooLarge (a container
    // holds 4 GiB). Answers once.
    static void run(FileSignOptions options, std::shared_ptr<KeySource> key, HttpFetch *fetch, const Clock &clock,
                    PdfSignJob::Done done);
};

} // namespace carriel::signing
