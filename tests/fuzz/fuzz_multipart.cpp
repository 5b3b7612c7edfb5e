// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles: the same parts however the bytes are cut, and no part larger than allowed.
#include "core/remote/MultipartCodec.h"
#include "tests/fuzz/Fuzz.h"

#include <QCryptographicHash>

using namespace carriel;
using namespace carriel::remote;

namespace {
struct Read
{
    QByteArrayList parts;
    bool whole = false;
    bool operator==(const Read &) const = default;
};

Read readIn(const QByteArray &bytes, qsizetype piece)
{
    Read out;
    MultipartReader reader("limite", 4096, [&](const Part &part) -> Outcome {
        fuzz::must(part.bytes.size() <= 4096);
        out.parts.append(part.id + '|' + part.contentType + '|' + part.digest + '|' + part.bytes);
        return {};
    });
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (!reader.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))).ok())
            return out;
    }
    out.whole = reader.finish().ok();
    return out;
}

void run(const QByteArray &bytes)
{
    fuzz::must(readIn(bytes, 1) == readIn(bytes, 1 << 20));
    (void)boundaryOf(bytes);
}

QList<QByteArray> seeds()
{
    QList<Part> parts;
    for (const char *text : {"uno", "", "tres\r\n--limite\r\n"}) {
        Part part;
        part.id = "id-1";
        part.contentType = "application/octet-stream";
        part.bytes = text;
        part.digest = QCryptographicHash::hash(part.bytes, QCryptographicHash::Sha256);
        parts.append(part);
    }
    return {writeMultipart(parts, "limite"), writeMultipart({}, "limite"), "multipart/mixed; boundary=\"limite\""};
}
} // namespace

CARRIEL_FUZZ_TARGET("multipart")
