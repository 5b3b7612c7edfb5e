// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of time-stamping authorities (RFC 3161), and the tokens in them.
#include "core/crypto/Timestamp.h"
#include "tests/fuzz/Signed.h"

using namespace carriel;

namespace {

void run(const QByteArray &bytes)
{
    (void)crypto::Timestamp::parse(bytes);
    const auto token = crypto::Timestamp::tokenOf(bytes);
    if (!token.ok())
        return;
    const auto stamp = crypto::Timestamp::parse(token.value());
    if (stamp.ok())
        fuzz::must(stamp.value().time().isValid() &&
                   stamp.value().imprint().size() == crypto::hashOf(stamp.value().digest(), {}).size());
}

QList<QByteArray> seeds()
{
    const QByteArray answer = fuzz::kept("answer.tsr");
    return {answer, crypto::Timestamp::tokenOf(answer).value()};
}

} // namespace

CARRIEL_FUZZ_TARGET("tsp")
