// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted content (RFC 8188): in pieces as it comes, and nothing but what was sealed comes out.
#include "core/crypto/Ece.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::crypto;

namespace {
const EceProfile profile{64, "clave", 32};

QByteArray plain()
{
    QByteArray out;
    for (int i = 0; i < 150; ++i)
        out += char(i);
    return out;
}

void run(const QByteArray &bytes)
{
    EceOpener opener(SecretBytes::copyOf(QByteArray(32, 'k')), profile);
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += 23) {
        const auto more = opener.add(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(23, bytes.size() - at)));
        if (!more.ok())
            return;
        out += more.value();
    }
    const auto last = opener.finish();
    fuzz::must(!last.ok() || out + last.value() == plain());
}

QList<QByteArray> seeds()
{
    auto sealer = EceSealer::start(QByteArray(32, 'k'), profile).value();
    QByteArray whole = sealer.add(plain()).value();
    whole += sealer.finish().value();
    return {whole};
}
} // namespace

CARRIEL_FUZZ_TARGET("ece")
