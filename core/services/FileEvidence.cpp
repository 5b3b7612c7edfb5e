// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/FileEvidence.h"

#include "core/services/EvidenceCheck.h"
#include "core/services/Post.h"
#include "core/signing/MappedFile.h"
#include "core/signing/asic/Zip.h"

#include <algorithm>

namespace carriel {

QFuture<Result<FileEvidence>> evidenceOfFile(QString path, QStringList trust)
{
    return runInPool([path, trust]() -> Result<FileEvidence> {
        evidence::Anchors anchors;
        CARRIEL_TRY(anchors.store, signing::TrustStore::shipped());
        for (const QString &one : trust)
            CARRIEL_CHECK(addTrust(anchors, one));
        FileEvidence out;
        {
            CARRIEL_TRY(const auto file, signing::MappedFile::open(path));
            CARRIEL_TRY(const auto report, evidence::checkContributionFile(file->bytes(), anchors));
            if (report) {
                out.given = givenProof(*report);
                return out;
            }
        }
        CARRIEL_TRY(out.proof, evidenceInFile(path, anchors));
        return out;
    });
}

bool hasOwnStamp(const QString &path)
{
    const auto file = signing::MappedFile::open(path);
    const auto zip = file ? signing::ZipReader::open(file.value()->bytes()) : Result<signing::ZipReader>(file.error());
    return zip && std::any_of(zip.value().entries().begin(), zip.value().entries().end(), [](const signing::ZipEntry &one) {
               return one.name == QLatin1String("META-INF/timestamp.tst");
           });
}

} // namespace carriel
