// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/StrictJson.h"
#include "tests/fuzz/Fuzz.h"

#include <QJsonDocument>

using namespace carriel;

namespace {
void run(const QByteArray &bytes)
{
    const auto read = crypto::parseStrictObject(bytes);
    if (!read.ok())
        return;
    const QByteArray again = QJsonDocument(read.value()).toJson(QJsonDocument::Compact);
    const auto twice = crypto::parseStrictObject(again, qsizetype(1) << 30);
    fuzz::must(twice.ok() && twice.value() == read.value());
}

QList<QByteArray> seeds()
{
    return fuzz::examples("Item") +
           QList<QByteArray>{R"({"a":1,"a":2})", R"({"a":"\ud800"})", R"({"a":[[[[[[]]]]]]})", "{\"a\":1e400}"};
}
} // namespace

CARRIEL_FUZZ_TARGET("json")
