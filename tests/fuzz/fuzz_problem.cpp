// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's refusals: whatever status and body, it comes to a trouble with words that can be shown.
#include "core/remote/ProblemCodec.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::remote;

namespace {
void run(const QByteArray &bytes)
{
    static constexpr int statuses[] = {400, 401, 403, 404, 409, 410, 412, 413, 422, 423, 425, 428, 429, 500, 503, 507};
    HttpResponse response;
    response.status = statuses[bytes.isEmpty() ? 0 : quint8(bytes.at(0)) % std::size(statuses)];
    response.headers = {{"Content-Type", "application/problem+json"}, {"Retry-After", bytes.right(6)}};
    response.body = bytes;
    const Trouble trouble = troubleOf(response);
    fuzz::must(!trouble.error.codeText().isEmpty() && trouble.retryAfter.count() >= 0);
}

QList<QByteArray> seeds()
{
    return fuzz::examples("Problem");
}
} // namespace

CARRIEL_FUZZ_TARGET("problem")
