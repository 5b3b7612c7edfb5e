// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the feed and of a snapshot, and the stream of hints.
#include "core/remote/ChangeCodec.h"
#include "core/remote/EventStream.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::remote;

namespace {
QByteArrayList eventsIn(const QByteArray &bytes, qsizetype piece)
{
    QByteArrayList out;
    EventStream stream([&](const EventStream::Event &event) { out.append(event.type + '|' + event.data); });
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (!stream.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))).ok())
            break;
    }
    return out;
}

void run(const QByteArray &bytes)
{
    if (const auto page = readChanges(bytes, QStringLiteral("c2VxOjkxMjI")); page.ok()) {
        for (const sync::Change &change : page.value().changes)
            fuzz::must(!change.id.isEmpty() && change.rev > 0);
    }
    (void)readSnapshot(bytes);
    fuzz::must(eventsIn(bytes, 1) == eventsIn(bytes, 1 << 20)); // however it is cut into pieces
}

QList<QByteArray> seeds()
{
    return fuzz::examples("Changes") + fuzz::examples("Snapshot") +
           QList<QByteArray>{"retry: 5000\nid: c2\nevent: state\ndata: {\"cursor\":\"c2\"}\n\n: x\r\nevent: "
                             "ping\rdata: 1\rdata: 2\r\r"};
}
} // namespace

CARRIEL_FUZZ_TARGET("feed")
