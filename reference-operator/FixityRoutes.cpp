// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's program asks whether the bytes that it entrusted are still there: SHA-256 over a nonce of its own and a
// range of its choice. A remembered digest cannot answer that; only the bytes can.
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Router.h"

#include <QJsonArray>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 piece = 256 * 1024;
constexpr qsizetype nonceBytes = 32;

struct Range
{
    QString blob;
    qint64 from = 0;
    qint64 size = 0;
};

QByteArray digestOf(const BlobStore &store, const Blob &blob, const Range &range, const QByteArray &nonce)
{
    const File file = store.open(blob.place);
    Sha256 digest;
    digest.add(nonce);
    for (qint64 at = range.from; at < range.from + range.size;) {
        const QByteArray bytes = file.readAt(at, std::min(piece, range.from + range.size - at));
        if (bytes.isEmpty()) // shorter than it was
            throw Problem("not_found").with("reason", u"bytes_lost"_s);
        digest.add(bytes);
        at += bytes.size();
    }
    return digest.result();
}

void fixity(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const QByteArray nonce = fromB64u(body.value("nonce"_L1).toString().toLatin1()).value_or(QByteArray());
    const QJsonArray wanted = body.value("ranges"_L1).toArray();
    if (nonce.size() != nonceBytes || wanted.isEmpty())
        throw Problem("invalid_request").with("detail", u"nonce, ranges"_s);
    if (wanted.size() > op.config.limits.batchMax)
        throw Problem("too_large").with("detail", u"ranges"_s);
    std::vector<Range> ranges;
    qint64 sum = 0;
    for (const QJsonValue &value : wanted) {
        const QJsonObject o = value.toObject();
        const Range range{o.value("blob"_L1).toString(), o.value("from"_L1).toInteger(-1),
                          o.value("size"_L1).toInteger(-1)};
        if (range.from < 0 || range.size < 0 || range.size > op.config.limits.bundleBytes)
            throw Problem("invalid_request").with("detail", u"ranges"_s);
        sum += range.size;
        ranges.push_back(range);
    }
    if (sum > op.config.limits.bundleBytes)
        throw Problem("too_large").with("detail", u"bundle_bytes"_s);
    const auto blobs = op.read(ex, [&](Connection &c) {
        std::vector<std::optional<Blob>> found;
        for (const Range &range : ranges)
            found.push_back(findBlob(c, ex.folder, range.blob));
        return found;
    });
    QJsonArray answers;
    for (size_t i = 0; i < ranges.size(); ++i) {
        const Range &range = ranges[i];
        QJsonObject answer{{u"blob"_s, range.blob}, {u"from"_s, range.from}, {u"size"_s, range.size}};
        try {
            if (!blobs[i])
                throw Problem("not_found");
            if (range.from + range.size > blobs[i]->size)
                throw Problem("range_invalid");
            answer.insert(u"digest"_s, QString::fromLatin1(b64(digestOf(*op.store, *blobs[i], range, nonce))));
        } catch (const Problem &problem) {
            answer.insert(u"problem"_s, problem.json(ex.requestId()));
        } catch (const FileError &) {
            answer.insert(u"problem"_s, Problem("not_found").with("reason", u"bytes_lost"_s).json(ex.requestId()));
        }
        answers.append(answer);
    }
    ex.json(200, {{u"nonce"_s, QString::fromLatin1(b64u(nonce))}, {u"answers"_s, answers}});
}

} // namespace

void addFixityRoutes(Router &router)
{
    router.add("POST", "/folders/*/fixity", "POST fixity", Access::Folder, fixity);
}

} // namespace carriel::op
