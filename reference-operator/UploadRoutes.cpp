// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Router.h"
#include "reference-operator/UploadBundle.h"
#include "reference-operator/acts/EntityBudget.h"

#include <QUrl>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 appendAtLeast = 0;

QByteArray needDigest(const Exchange &ex, const char *name)
{
    const auto digest = fromDigestField(ex.header(name));
    if (!digest)
        throw Problem("digest_required").with("detail", QString::fromLatin1(name));
    return *digest;
}

void checkFolder(Operator &op, Exchange &ex)
{
    op.read(ex, [](Connection &) {});
}

// Of an entity: what it brings is for notifications.
void needBudget(Operator &op, Exchange &ex, qint64 bytes)
{
    if (!ex.who.entity.isEmpty())
        op.write(ex, [&](Connection &c) { spend(c, op.config, ex.who.entity, Spending::Bytes, bytes); });
}

void create(Operator &op, Exchange &ex)
{
    checkFolder(op, ex);
    const QByteArray digest = needDigest(ex, "Repr-Digest");
    const qint64 length = ex.number(ex.needHeader("Upload-Length", "invalid_request"));
    if (ex.header("Upload-Complete") != "?0" || ex.contentLength() != 0)
        throw Problem("invalid_request").with("detail", u"Upload-Complete"_s);
    if (!ex.who.entity.isEmpty() && length > op.config.limits.notificationBytes)
        throw Problem("too_large").with("limit", op.config.limits.notificationBytes);
    needBudget(op, ex, length);
    const QByteArray what = QByteArray(QByteArray::number(length) + ' ' + b64(digest));
    const Key key{ex.folder, ex.key(), Key::fingerprintOf("POST", u"/uploads"_s, what)};
    const InFlight::Guard guard(op.inFlight, key.folder, key.key);
    const QString below = ex.who.entity.isEmpty() ? QString(u"/folders/"_s + ex.folder) : u"/entity"_s;
    const QString location = QString(QUrl(op.config.api()).path() + below + u"/uploads"_s);
    const Outcome outcome = op.uploads.create(key, length, digest, location);
    ex.send(outcome);
    if (outcome.body.isEmpty())
        ex.response().headers.erase("Content-Type");
}

void tell(Operator &op, Exchange &ex, const UploadState &state)
{
    ex.header("Upload-Offset", QByteArray::number(state.offset));
    ex.header("Upload-Length", QByteArray::number(state.length));
    ex.header("Upload-Complete", state.blob ? "?1" : "?0");
    ex.header("Upload-Limit", op.uploads.limits());
}

void head(Operator &op, Exchange &ex)
{
    checkFolder(op, ex);
    tell(op, ex, op.uploads.state(ex.folder, ex.arg(0)));
    ex.empty(204);
}

void append(Operator &op, Exchange &ex)
{
    checkFolder(op, ex);
    if (ex.header("Content-Type") != "application/partial-upload")
        throw Problem("media_type_unsupported");
    Append append;
    append.offset = ex.number(ex.needHeader("Upload-Offset", "invalid_request"));
    append.length = std::max(appendAtLeast, ex.contentLength());
    append.last = ex.header("Upload-Complete") == "?1";
    append.digest = needDigest(ex, "Content-Digest");
    append.body = [&](const std::function<void(QByteArrayView)> &take) { ex.stream(take); };
    const UploadState state = op.uploads.append(ex.folder, ex.arg(0), append);
    tell(op, ex, state);
    if (state.blob)
        ex.json(201, {{u"blob"_s, state.blob->json()}});
    else
        ex.empty(204);
}

void bundle(Operator &op, Exchange &ex)
{
    checkFolder(op, ex);
    const QByteArray type = ex.header("Content-Type");
    const QByteArray boundary = MultipartReader::boundaryOf(type);
    if (!type.startsWith("multipart/mixed") || boundary.isEmpty())
        throw Problem("media_type_unsupported");
    needBudget(op, ex, ex.contentLength());
    UploadBundle parts(op.config, op.database, *op.store, ex.folder, ex.requestId());
    // Some room for the headers of the parts.
    MultipartReader reader(boundary, op.config.limits.bundlePartMax, op.config.limits.bundleBytes + 1024 * op.config.limits.batchMax,
                           [&](Part part) { parts.add(std::move(part)); });
    ex.stream([&](QByteArrayView bytes) { reader.add(bytes); });
    if (!reader.finished())
        throw Problem("invalid_request").with("detail", u"multipart"_s);
    parts.flush();
    ex.json(200, {{u"items"_s, parts.results()}});
}

} // namespace

void addUploadRoutes(Router &router)
{
    router.add("POST", "/folders/*/uploads", "POST uploads", Access::Folder, create);
    router.add("POST", "/folders/*/uploads/bundle", "POST upload bundle", Access::Folder, bundle);
    router.add("GET", "/folders/*/uploads/*", "HEAD upload", Access::Folder, head);
    router.add("PATCH", "/folders/*/uploads/*", "PATCH upload", Access::Folder, append);
    router.add("POST", "/entity/uploads", "POST entity uploads", Access::Entity, create);
    router.add("POST", "/entity/uploads/bundle", "POST entity upload bundle", Access::Entity, bundle);
    router.add("GET", "/entity/uploads/*", "HEAD entity upload", Access::Entity, head);
    router.add("PATCH", "/entity/uploads/*", "PATCH entity upload", Access::Entity, append);
}

} // namespace carriel::op
