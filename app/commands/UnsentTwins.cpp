// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/UnsentTwins.h"

#include "app/commands/Json.h"
#include "core/services/FastHasher.h"
#include "core/services/Post.h"
#include "core/services/Versions.h"

#include <QFile>
#include <QFileInfo>

namespace carriel::commands {
namespace {

struct Candidate
{
    QString path;
    ItemId id;
    QByteArray sha256;
};

std::optional<Candidate> candidateFor(const Documents &documents, const AddRequest &file)
{
    const QString name = documents.storedName(QFileInfo(file.path).fileName());
    const QString folder = file.folder == rootItem() ? QString() : QString(pathOf(documents, file.folder) + u'/');
    const auto id = documents.byPath(folder + name);
    const auto details = id ? documents.details(*id) : std::nullopt;
    if (!details || details->row.type != ItemType::Document || details->custody != Custody::Open)
        return std::nullopt;
    const bool waits = details->row.status == ItemStatus::Pending || details->row.status == ItemStatus::Uploading;
    const QList<DocumentVersion> versions = waits ? documents.versions().list(*id) : QList<DocumentVersion>();
    if (versions.size() != 1 || versions.first().atOperator || versions.first().size != QFileInfo(file.path).size())
        return std::nullopt;
    return Candidate{file.path, *id, versions.first().sha256};
}

QByteArray digestOf(const QString &path)
{
    constexpr qint64 stride = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {}; // who adds it says why
    const std::unique_ptr<sync::HashRun> run = FastHasher().begin();
    while (true) {
        const QByteArray bytes = file.read(stride);
        if (bytes.isEmpty())
            return file.error() == QFile::NoError ? run->result() : QByteArray();
        run->add(bytes);
    }
}

} // namespace

QFuture<QHash<QString, ItemId>> unsentTwins(const Documents &documents, const QList<AddRequest> &files)
{
    QList<Candidate> candidates;
    for (const AddRequest &file : files) {
        if (auto candidate = candidateFor(documents, file))
            candidates.append(std::move(*candidate));
    }
    return runInPool([candidates] {
        QHash<QString, ItemId> out;
        for (const Candidate &candidate : candidates) {
            if (digestOf(candidate.path) == candidate.sha256)
                out.insert(candidate.path, candidate.id);
        }
        return out;
    });
}

} // namespace carriel::commands
