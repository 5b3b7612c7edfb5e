// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the operator that moves bytes: uploads, downloads, bundles, and the stream of hints.
#include "core/base/Id.h"
#include "core/crypto/Digest.h"
#include "core/remote/Chain.h"
#include "core/remote/EventStream.h"
#include "core/remote/JsonCall.h"
#include "core/remote/MultipartCodec.h"
#include "core/remote/OperatorApi.h"

#include <QJsonDocument>
#include <QSet>

namespace carriel::remote {

using sync::Answer;
using sync::UploadCreated;
using sync::UploadProgress;

namespace {
// Half a minute without a byte, and never slower than 8 KiB/s on the whole.
HttpLimits forBytes(qint64 size)
{
    return {std::chrono::milliseconds(60000), std::chrono::milliseconds(120000 + size / 8), 1 << 20};
}

Result<RemoteBlobId> readBlob(const QJsonObject &o)
{
    CARRIEL_TRY(const QString id, wire::id(o.value(QLatin1String("blob")).toObject(), "id"));
    return RemoteBlobId(id);
}

// One number of "max-append-size=8388608, min-append-size=65536, max-age=604800" (RFC 9651 dictionary).
std::optional<qint64> limitIn(const QByteArray &field, const QByteArray &name)
{
    for (const QByteArray &entry : field.split(',')) {
        const QByteArrayList pair = entry.trimmed().split('=');
        bool number = false;
        const qint64 value = pair.value(1).toLongLong(&number);
        if (pair.first() == name && number && value > 0)
            return value;
    }
    return std::nullopt;
}

Result<UploadProgress> readProgress(const HttpResponse &response, qint64 offset)
{
    UploadProgress progress;
    if (response.status == 201 || response.status == 200) {
        CARRIEL_TRY(const QJsonObject body, jsonOf(response));
        CARRIEL_TRY(progress.blob, readBlob(body));
        progress.offset = response.number("Upload-Offset").value_or(offset);
        return progress;
    }
    const auto reached = response.number("Upload-Offset");
    if (response.status != 204 || !reached || *reached != offset)
        return wire::protocolError(QStringLiteral("Upload-Offset"));
    progress.offset = *reached;
    return progress;
}

struct Range {
    qint64 first = -1;
    qint64 last = -1;
    qint64 size = -1;
};

// "bytes 262144-481222/481223" (RFC 9110 §14.4)
Range rangeOf(const QByteArray &field)
{
    const QByteArrayList halves = field.startsWith("bytes ") ? field.mid(6).split('/') : QByteArrayList();
    const QByteArrayList ends = halves.value(0).split('-');
    if (halves.size() != 2 || ends.size() != 2)
        return {};
    bool a = false;
    bool b = false;
    bool c = false;
    const Range range{ends.at(0).toLongLong(&a), ends.at(1).toLongLong(&b), halves.at(1).toLongLong(&c)};
    return a && b && c ? range : Range{};
}

struct Download {
    qint64 skip = 0; // the operator sent the whole though a part was asked
    qint64 taken = 0;
};

Outcome checkDownload(const HttpResponse &response, qint64 offset, qint64 size, Download &state)
{
    if (response.status == 206) {
        const Range range = rangeOf(response.header("Content-Range"));
        if (offset == 0 || range.first != offset || range.last != size - 1 || range.size != size)
            return wire::protocolError(QStringLiteral("Content-Range"));
    } else if (response.status == 200) {
        state.skip = offset;
    } else {
        return wire::protocolError(QStringLiteral("status"));
    }
    if (response.number("Content-Length") != size - offset + state.skip)
        return wire::protocolError(QStringLiteral("Content-Length"));
    if (!wire::fromDigestField(response.header("Repr-Digest")))
        return wire::protocolError(QStringLiteral("Repr-Digest"));
    return {};
}

// The parts of a bundle on their way to the engine.
struct Bundle {
    QSet<QString> wanted;
    std::function<void(const RemoteBlobId &, Answer<QByteArray>)> part;
    std::optional<MultipartReader> reader;
    std::optional<Error> error;
    int parts = 0;

    Outcome take(const Part &p)
    {
        const QString id = QString::fromLatin1(p.id);
        if (!wanted.remove(id))
            return wire::protocolError(QStringLiteral("a part that was not asked for"));
        ++parts;
        if (p.contentType.startsWith("application/problem+json")) {
            const QJsonObject problem = crypto::parseStrictObject(p.bytes).valueOr({});
            part(RemoteBlobId(id), troubleOf(problem.value(QLatin1String("status")).toInt(404), problem));
        } else if (p.digest.isEmpty()) {
            return wire::protocolError(QStringLiteral("Repr-Digest"));
        } else {
            part(RemoteBlobId(id), p.bytes);
        }
        return {};
    }
};
} // namespace

QString OperatorApi::uploadPath(const QString &url) const
{
    const QString prefix = m_client.api().path() + path(QStringLiteral("/uploads/"));
    return !m_folder.isEmpty() && url.startsWith(prefix) && isWireId(QStringView(url).mid(prefix.size())) ? url : QString();
}

CallPtr OperatorApi::createUpload(const OpKey &key, qint64 size, const QByteArray &sha256, sync::Done<UploadCreated> done)
{
    ApiRequest request;
    request.method = "POST";
    request.path = path(QStringLiteral("/uploads"));
    request.headers = {idempotencyKey(key.text()), {"Upload-Complete", "?0"}, {"Upload-Length", QByteArray::number(size)},
                       {"Repr-Digest", wire::digestField(sha256)}};
    const auto read = [this](const HttpResponse &response) -> Result<UploadCreated> {
        UploadCreated out;
        if (response.status == 200) {
            CARRIEL_TRY(const QJsonObject body, jsonOf(response));
            CARRIEL_TRY(out.blob, readBlob(body));
            return out;
        }
        // An absolute address of the same origin is accepted too; only the path is kept.
        const QUrl location = m_client.api().resolved(QUrl(QString::fromLatin1(response.header("Location")), QUrl::StrictMode));
        out.url = sameOrigin(location, m_client.api()) && !location.hasQuery() ? uploadPath(location.path()) : QString();
        if (response.status != 201 || out.url.isEmpty())
            return wire::protocolError(QStringLiteral("Location"));
        const QByteArray limit = response.header("Upload-Limit");
        out.maxAppend = std::clamp<qint64>(limitIn(limit, "max-append-size").value_or(m_limits.appendMax), 1, m_limits.appendMax);
        if (const auto age = limitIn(limit, "max-age"); age && response.date().isValid())
            out.expiresUtc = response.date().addSecs(*age);
        return out;
    };
    return remote::send<UploadCreated>(m_client, std::move(request), read, std::move(done));
}

CallPtr OperatorApi::append(const QString &url, qint64 offset, const QByteArray &bytes, bool last, sync::Done<UploadProgress> done)
{
    ApiRequest request;
    request.method = "PATCH";
    request.path = uploadPath(url);
    request.fromOrigin = true;
    request.headers = {{"Content-Type", "application/partial-upload"},
                       {"Upload-Offset", QByteArray::number(offset)},
                       {"Upload-Complete", last ? "?1" : "?0"},
                       {"Content-Digest", wire::digestField(crypto::sha256(bytes))}};
    request.body = bytes;
    request.limits = forBytes(bytes.size());
    request.paced = true;
    const auto read = [end = offset + bytes.size(), last](const HttpResponse &response) -> Result<UploadProgress> {
        CARRIEL_TRY(const UploadProgress progress, readProgress(response, end));
        if (progress.blob.isEmpty() == last)
            return wire::protocolError(QStringLiteral("Upload-Complete"));
        return progress;
    };
    return remote::send<UploadProgress>(m_client, std::move(request), read, std::move(done));
}

CallPtr OperatorApi::uploadStatus(const QString &url, sync::Done<UploadProgress> done)
{
    ApiRequest request;
    request.method = "HEAD";
    request.path = uploadPath(url);
    request.fromOrigin = true;
    auto chain = std::make_unique<Chain>();
    chain->next(m_client.send(std::move(request), [this, url, at = chain.get(), done = std::move(done)](Answer<HttpResponse> answer) {
        if (const auto *trouble = std::get_if<Trouble>(&answer))
            return done(*trouble);
        const HttpResponse &response = std::get<HttpResponse>(answer);
        const auto offset = response.number("Upload-Offset");
        if (!offset)
            return done(protocolTrouble(QStringLiteral("Upload-Offset")));
        if (response.header("Upload-Complete") != "?1")
            return done(UploadProgress{*offset, {}});
        // All bytes are there and only the answer was lost: the empty last append is answered with the blob again.
        at->next(append(url, *offset, {}, true, done));
    }));
    return chain;
}

CallPtr OperatorApi::uploadBundle(const QList<sync::BundlePart> &parts, sync::Done<QList<sync::BundleResult>> done)
{
    QList<Part> wireParts;
    for (qsizetype i = 0; i < parts.size(); ++i)
        wireParts.append({QByteArray::number(i), "application/octet-stream", parts.at(i).sha256, parts.at(i).bytes});
    const QByteArray boundary = "carriel-" + crypto::randomSecret(16).view().toByteArray().toHex();
    ApiRequest request;
    request.method = "POST";
    request.path = path(QStringLiteral("/uploads/bundle"));
    request.headers = {{"Content-Type", "multipart/mixed; boundary=" + boundary}, {"Accept", "application/json"}};
    request.body = writeMultipart(wireParts, boundary);
    request.limits = forBytes(request.body.size());
    request.paced = true;
    QList<QByteArray> digests;
    for (const sync::BundlePart &part : parts)
        digests.append(part.sha256);
    const auto read = [digests](const HttpResponse &response) -> Result<QList<sync::BundleResult>> {
        CARRIEL_TRY(const QJsonObject body, jsonOf(response, 4 << 20));
        const QJsonArray items = body.value(QLatin1String("items")).toArray();
        if (items.size() != digests.size())
            return wire::protocolError(QStringLiteral("number of parts"));
        QList<sync::BundleResult> out;
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QJsonObject entry = items.at(i).toObject();
            if (entry.value(QLatin1String("content_id")).toString() != QString::number(i))
                return wire::protocolError(QStringLiteral("content_id"));
            const QJsonObject problem = entry.value(QLatin1String("problem")).toObject();
            if (!problem.isEmpty()) {
                out.append({digests.at(i), troubleOf(problem.value(QLatin1String("status")).toInt(), problem)});
                continue;
            }
            CARRIEL_TRY(const RemoteBlobId blob, readBlob(entry));
            out.append({digests.at(i), blob});
        }
        return out;
    };
    return remote::send<QList<sync::BundleResult>>(m_client, std::move(request), read, std::move(done));
}

CallPtr OperatorApi::download(const RemoteBlobId &blob, qint64 offset, qint64 size, std::function<bool(QByteArrayView)> sink,
                              sync::Done<qint64> done)
{
    const auto state = std::make_shared<Download>();
    ApiRequest request;
    request.path = path(QLatin1String("/blobs/") + blob.text());
    request.headers = {{"Want-Repr-Digest", "sha-256=10"}};
    if (offset > 0) {
        request.headers.append({"Range", "bytes=" + QByteArray::number(offset) + '-'});
        request.headers.append({"If-Range", '"' + blob.text().toLatin1() + '"'});
    }
    request.limits = forBytes(size);
    request.paced = true;
    request.checkHead = [state, offset, size](const HttpResponse &response) { return checkDownload(response, offset, size, *state); };
    request.sink = [state, sink = std::move(sink)](QByteArrayView bytes) {
        const qint64 skipped = std::min<qint64>(state->skip, bytes.size());
        state->skip -= skipped;
        bytes = bytes.sliced(skipped);
        state->taken += bytes.size();
        return bytes.isEmpty() || sink(bytes);
    };
    const auto read = [state](const HttpResponse &) -> Result<qint64> { return state->taken; };
    return remote::send<qint64>(m_client, std::move(request), read, std::move(done));
}

CallPtr OperatorApi::downloadBundle(const QList<RemoteBlobId> &blobs,
                                    std::function<void(const RemoteBlobId &, Answer<QByteArray>)> part, sync::Done<int> done)
{
    const auto state = std::make_shared<Bundle>();
    state->part = std::move(part);
    QJsonArray ids;
    for (const RemoteBlobId &blob : blobs) {
        state->wanted.insert(blob.text());
        ids.append(blob.text());
    }
    ApiRequest request;
    request.method = "POST";
    request.path = path(QStringLiteral("/blobs/bundle"));
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "multipart/mixed"}};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("blobs"), ids}}).toJson(QJsonDocument::Compact);
    request.limits = forBytes(m_limits.bundleBytes);
    request.paced = true;
    request.checkHead = [state, most = m_limits.bundleBytes](const HttpResponse &response) -> Outcome {
        const QByteArray boundary = boundaryOf(response.header("Content-Type"));
        if (boundary.isEmpty() || !response.number("Content-Length"))
            return wire::protocolError(QStringLiteral("not a bundle"));
        // The reader lives in the state and calls back into it; neither owns the other.
        state->reader.emplace(boundary, most, [raw = state.get()](const Part &p) { return raw->take(p); });
        return {};
    };
    request.sink = [state](QByteArrayView bytes) {
        if (const Outcome read = state->reader->add(bytes); !read.ok())
            state->error = read.error();
        return !state->error;
    };
    return m_client.send(std::move(request), [state, done = std::move(done)](Answer<HttpResponse> answer) {
        if (state->error)
            return done(troubleOf(*state->error));
        if (const auto *trouble = std::get_if<Trouble>(&answer))
            return done(*trouble);
        const Outcome whole = state->reader->finish();
        if (!whole.ok())
            return done(troubleOf(whole.error()));
        done(state->parts);
    });
}

CallPtr OperatorApi::events(std::function<void(QString cursor)> changed, std::function<void(sync::Trouble)> ended)
{
    constexpr int pingSeconds = 30;
    const auto stream = std::make_shared<EventStream>([changed = std::move(changed)](const EventStream::Event &event) {
        if (event.type != "state")
            return;
        const QJsonObject data = crypto::parseStrictObject(event.data, 65536).valueOr({});
        if (const QString cursor = data.value(QLatin1String("cursor")).toString(); !cursor.isEmpty())
            changed(cursor);
    });
    ApiRequest request;
    request.path = path(QStringLiteral("/events?types=item&ping=%1").arg(pingSeconds));
    request.headers = {{"Accept", "text/event-stream"}};
    // Three pings missed: the connection is dead, though nobody said so.
    request.limits = {std::chrono::seconds(3 * pingSeconds), std::chrono::milliseconds(0), 1 << 20};
    request.checkHead = [](const HttpResponse &response) -> Outcome {
        if (!response.header("Content-Type").toLower().startsWith("text/event-stream"))
            return wire::protocolError(QStringLiteral("not an event stream"));
        return {};
    };
    request.sink = [stream](QByteArrayView bytes) { return stream->add(bytes).ok(); };
    return m_events.send(std::move(request), [ended = std::move(ended)](Answer<HttpResponse> answer) {
        if (const auto *trouble = std::get_if<Trouble>(&answer))
            return ended(*trouble);
        ended(Trouble{}); // it ended in good order: with the token, or because the operator stops
    });
}

} // namespace carriel::remote
