// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/UploadBundle.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 groupBytes = 8 << 20; // in memory until stored

QString plainId(QByteArray contentId)
{
    if (contentId.startsWith('<') && contentId.endsWith('>'))
        contentId = contentId.mid(1, contentId.size() - 2);
    return QString::fromLatin1(contentId.left(200));
}

} // namespace

void UploadBundle::refuse(const QString &contentId, const Problem &problem)
{
    m_results.append(QJsonObject{{u"content_id"_s, contentId}, {u"problem"_s, problem.json(m_requestId)}});
}

void UploadBundle::add(Part part)
{
    const QString id = plainId(part.headers.value("content-id"));
    if (m_results.size() >= m_config.limits.batchMax)
        throw Problem("too_large");
    const auto digest = fromDigestField(part.headers.value("repr-digest"));
    if (!digest)
        return refuse(id, Problem("digest_required"));
    if (sha256(part.bytes) != *digest)
        return refuse(id, Problem("digest_mismatch"));
    m_groupAt.push_back(m_results.size());
    m_results.append(QJsonObject{{u"content_id"_s, id}});
    m_groupBytes += part.bytes.size();
    m_group.push_back({*digest, std::move(part.bytes)});
    if (m_groupBytes >= groupBytes)
        flush();
}

void UploadBundle::flush()
{
    if (m_group.empty())
        return;
    const auto held = m_store.hold();
    // What is here already is not written again.
    const QSet<QByteArray> there = m_database.read([&](Connection &c) {
        QSet<QByteArray> known;
        for (const NewBlob &blob : m_group) {
            if (const auto found = findBlobByDigest(c, m_folder, blob.sha256); found && m_store.isWhole(found->place, blob.sha256))
                known.insert(blob.sha256);
        }
        return known;
    });
    std::vector<NewBlob> fresh;
    for (const NewBlob &blob : m_group) {
        if (!there.contains(blob.sha256))
            fresh.push_back(blob); // shares the bytes
    }
    if (!fresh.empty())
        m_store.put(m_folder, fresh);
    const QList<Blob> named = m_database.write([&](Connection &c) {
        QList<Blob> out;
        for (const NewBlob &blob : m_group)
            out.append(nameBlob(c, m_folder, blob.sha256, blob.bytes.size(), m_store.place(m_folder, blob.sha256)));
        return out;
    });
    for (qsizetype i = 0; i < named.size(); ++i) {
        const qsizetype at = m_groupAt[size_t(i)];
        QJsonObject result = m_results.at(at).toObject();
        result.insert(u"blob"_s, named[i].json());
        m_results.replace(at, result);
    }
    m_group.clear();
    m_groupAt.clear();
    m_groupBytes = 0;
}

} // namespace carriel::op
