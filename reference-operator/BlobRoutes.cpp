// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/BlobAnswer.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Router.h"

#include <QJsonArray>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 piece = 256 * 1024;
constexpr qint64 digestAtMost = 8 << 20; // a part above this is not read twice for its Content-Digest

struct Cut {
    qint64 from = 0;
    qint64 size = 0;
    bool partial = false;
};

// One range at most; several are answered with the whole, as RFC 9110 allows.
Cut cutOf(const Exchange &ex, const QByteArray &etag, qint64 size)
{
    const auto &ranges = ex.request().ranges;
    const QByteArray ifRange = ex.header("If-Range");
    if (ranges.size() != 1 || (!ifRange.isEmpty() && ifRange != etag))
        return {0, size, false};
    qint64 from = ranges[0].first;
    qint64 to = ranges[0].second;
    if (from < 0) { // the last `to` bytes
        from = std::max<qint64>(0, size - to);
        to = size - 1;
    } else if (to < 0 || to >= size) {
        to = size - 1;
    }
    if (from >= size || to < from)
        throw Problem("range_invalid").header("Content-Range", QByteArray("bytes */" + QByteArray::number(size)));
    return {from, to - from + 1, true};
}

void getBlob(Operator &op, Exchange &ex)
{
    sendBlob(op, ex, op.read(ex, [&](Connection &c) {
        const auto found = findBlob(c, ex.folder, ex.arg(0));
        if (!found)
            throw Problem("not_found");
        return *found;
    }));
}

// The parts of a download bundle, one after the other, each file open only while it is sent.
class BundleSource
{
public:
    struct Entry {
        QByteArray head; // delimiter and headers, or a whole problem part
        QString place;   // empty: no bytes
        qint64 size = 0;
    };

    BundleSource(BlobStore &store, std::vector<Entry> entries, QByteArray end)
        : m_store(store), m_entries(std::move(entries)), m_end(std::move(end))
    {
    }

    qint64 size() const
    {
        qint64 sum = m_end.size();
        for (const Entry &entry : m_entries)
            sum += entry.head.size() + entry.size;
        return sum;
    }

    bool write(httplib::DataSink &sink)
    {
        if (m_next == m_entries.size())
            return sink.write(m_end.constData(), size_t(m_end.size()));
        const Entry &entry = m_entries[m_next];
        if (m_at == 0) {
            QByteArray first = entry.head;
            if (!entry.place.isEmpty()) {
                m_file = m_store.open(entry.place);
                first += m_file.readAt(0, std::min(entry.size, piece));
            }
            m_at = first.size() - entry.head.size();
            if (!sink.write(first.constData(), size_t(first.size())))
                return false;
        } else {
            const QByteArray bytes = m_file.readAt(m_at, std::min(entry.size - m_at, piece));
            m_at += bytes.size();
            if (bytes.isEmpty() || !sink.write(bytes.constData(), size_t(bytes.size())))
                return false;
        }
        if (m_at >= entry.size) {
            ++m_next;
            m_at = 0;
        }
        return true;
    }

private:
    BlobStore &m_store;
    std::vector<Entry> m_entries;
    QByteArray m_end;
    size_t m_next = 0;
    qint64 m_at = 0;
    File m_file;
};

void downloadBundle(Operator &op, Exchange &ex)
{
    const QJsonArray wanted = ex.json(op.config.limits.jsonBytes).value("blobs"_L1).toArray();
    if (wanted.isEmpty() || wanted.size() > op.config.limits.batchMax)
        throw Problem(wanted.isEmpty() ? "invalid_request" : "too_large").with("detail", u"blobs"_s);
    const QList<std::optional<Blob>> blobs = op.read(ex, [&](Connection &c) {
        QList<std::optional<Blob>> out;
        for (const QJsonValue &id : wanted) {
            if (!isId(id.toString())) // it goes into a header
                throw Problem("invalid_request").with("detail", u"blobs"_s);
            out.append(findBlob(c, ex.folder, id.toString()));
        }
        return out;
    });
    const QByteArray boundary = b64u(randomBytes(18));
    std::vector<BundleSource::Entry> entries;
    qint64 bytes = 0;
    for (qsizetype i = 0; i < blobs.size(); ++i) {
        const QByteArray start = QByteArray((i == 0 ? "--" : "\r\n--") + boundary + "\r\nContent-ID: <" +
                                            wanted.at(i).toString().toLatin1() + ">\r\n");
        if (!blobs[i] || !op.store->isThere(blobs[i]->place, blobs[i]->size)) {
            const QByteArray problem = compact(Problem("not_found").json(ex.requestId()));
            entries.push_back({QByteArray(start + "Content-Type: application/problem+json\r\nContent-Length: " +
                                          QByteArray::number(problem.size()) + "\r\n\r\n" + problem),
                               {}, 0});
            continue;
        }
        bytes += blobs[i]->size;
        entries.push_back({QByteArray(start + "Content-Type: application/octet-stream\r\nContent-Length: " +
                                      QByteArray::number(blobs[i]->size) + "\r\nRepr-Digest: " + digestField(blobs[i]->sha256) +
                                      "\r\n\r\n"),
                           blobs[i]->place, blobs[i]->size});
    }
    if (bytes > op.config.limits.bundleBytes)
        throw Problem("too_large").with("detail", u"bundle_bytes"_s);
    op.metrics.bytesOut += bytes;
    auto source = std::make_shared<BundleSource>(*op.store, std::move(entries), QByteArray("\r\n--" + boundary + "--\r\n"));
    ex.header("Cache-Control", "no-store");
    ex.response().status = 200;
    ex.response().set_content_provider(size_t(source->size()), "multipart/mixed; boundary=" + boundary.toStdString(),
                                       [source, working = op.work()](size_t, size_t, httplib::DataSink &sink) {
                                           try {
                                               return source->write(sink);
                                           } catch (...) { // a short answer: the reader sees that it was cut
                                               return false;
                                           }
                                       });
}

} // namespace

void sendBlob(Operator &op, Exchange &ex, const Blob &blob, std::function<bool()> goesOn)
{
    const QByteArray etag = QByteArray('"' + blob.id.toLatin1() + '"');
    const Cut cut = cutOf(ex, etag, blob.size);
    if (!op.store->isThere(blob.place, blob.size)) // an answer, so that the rest of the folder goes on
        throw Problem("not_found").with("reason", u"bytes_lost"_s);
    ex.ignoreRange();
    auto file = std::make_shared<File>(op.store->open(blob.place));
    ex.header("ETag", etag);
    ex.header("Accept-Ranges", "bytes");
    ex.header("Cache-Control", "private, immutable, max-age=31536000");
    ex.header("Repr-Digest", digestField(blob.sha256));
    ex.response().status = cut.partial ? 206 : 200;
    if (cut.partial)
        ex.header("Content-Range",
                  QByteArray("bytes " + QByteArray::number(cut.from) + '-' +
                             QByteArray::number(cut.from + cut.size - 1) + '/' + QByteArray::number(blob.size)));
    if (!cut.partial)
        ex.header("Content-Digest", digestField(blob.sha256));
    else if (cut.size <= digestAtMost)
        ex.header("Content-Digest", digestField(sha256(file->readAt(cut.from, cut.size))));
    if (cut.size == 0) {
        ex.response().set_content("", "application/octet-stream");
        return;
    }
    op.metrics.bytesOut += cut.size;
    ex.response().set_content_provider(
        size_t(cut.size), "application/octet-stream",
        [file, cut, goesOn = std::move(goesOn), working = op.work()](size_t offset, size_t length,
                                                                     httplib::DataSink &sink) {
            try {
                if (goesOn && !goesOn())
                    return false;
                const QByteArray bytes =
                    file->readAt(cut.from + qint64(offset), std::min<qint64>(qint64(length), piece));
                return !bytes.isEmpty() && sink.write(bytes.constData(), size_t(bytes.size()));
            } catch (...) {
                return false;
            }
        });
}

void addBlobRoutes(Router &router)
{
    router.add("GET", "/folders/*/blobs/*", "GET blob", Access::Folder, getBlob);
    router.add("POST", "/folders/*/blobs/bundle", "POST blob bundle", Access::Folder, downloadBundle);
}

} // namespace carriel::op
