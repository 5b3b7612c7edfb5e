// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A file of evidence checked by somebody who has no folder here: another computer, an authority, a judge's. Needs no vault,
// no account and no network; keeps nothing. Thread: any; the work runs in the pool.
#pragma once

#include "core/base/Result.h"
#include "core/services/GivenProof.h"

#include <QFuture>
#include <QStringList>

namespace carriel {

struct FileEvidence
{
    EvidenceInfo proof;              // of a notification
    std::optional<GivenProof> given; // of documents that were given to an entity; then `proof` is empty
};

// `trust`: files, as addTrust() takes them; beside them the authorities that come with the program are believed.
// CAR-EVD-007, those of MappedFile and of addTrust().
QFuture<Result<FileEvidence>> evidenceOfFile(QString path, QStringList trust);

// Whether a time stamp protects the file as a whole; whose it is and whether it holds says evidenceOfFile().
bool hasOwnStamp(const QString &path);
// Whether it tells of an opening on which the operator's time stamp had not come when the file was saved.
bool lacksOperatorStamp(const QString &path);

} // namespace carriel
