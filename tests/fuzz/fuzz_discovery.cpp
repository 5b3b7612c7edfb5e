// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/Discovery.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::remote;

namespace {
void run(const QByteArray &bytes)
{
    if (const auto op = readOperator(bytes, QUrl(QStringLiteral("https://op.example")), std::nullopt); op.ok()) {
        const OperatorDescription &d = op.value();
        fuzz::must(d.api.scheme() == QLatin1String("https") && !d.api.host().isEmpty());
        fuzz::must(d.limits.parallel > 0 && d.limits.pageMax > 0 && d.limits.batchMax > 0 &&
                   d.limits.appendMax >= 65536);
        fuzz::must(d.limits.bundleBytes > 0 && d.limits.bundlePartMax > 0 && d.limits.pollMin.count() > 0);
    }
    if (const auto provider = readProvider(bytes, QStringLiteral("https://id.example")); provider.ok())
        fuzz::must(provider.value().token.scheme() == QLatin1String("https"));
}

QList<QByteArray> seeds()
{
    return fuzz::examples("Discovery") +
           QList<QByteArray>{
               R"({"issuer":"https://id.example","authorization_endpoint":"https://id.example/a","token_endpoint":"https://id.example/t","jwks_uri":"https://id.example/j","code_challenge_methods_supported":["S256"]})"};
}
} // namespace

CARRIEL_FUZZ_TARGET("discovery")
