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

static QStringList namesIn(const QString &path)
{
    QStringList out;
    const auto file = signing::MappedFile::open(path);
    const auto zip = file ? signing::ZipReader::open(file.value()->bytes()) : Result<signing::ZipReader>(file.error());
    for (const signing::ZipEntry &one : zip ? zip.value().entries() : QList<signing::ZipEntry>())
        out += one.name;
    return out;
}

bool hasOwnStamp(const QString &path)
{
    return namesIn(path).contains(QLatin1String("META-INF/timestamp.tst"));
}

bool lacksOperatorStamp(const QString &path)
{
    const QStringList names = namesIn(path);
    return std::any_of(names.begin(), names.end(), [&names](const QString &one) {
        return one.endsWith(QLatin1String("-ContentHandover.jws")) && !names.contains(one.chopped(4) + QLatin1String(".tst"));
    });
}

} // namespace carriel
