// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the targets of signed things share: kept examples, a moment, and nobody who is trusted - so nothing may ever be
// valid.
#pragma once

#include "core/signing/verify/FileVerifier.h"
#include "tests/fuzz/Fuzz.h"

namespace carriel::fuzz {

inline QByteArray kept(const char *name)
{
    QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/tests/data/fuzz/") + QLatin1String(name) + QStringLiteral(".hex"));
    must(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = QByteArray::fromHex(file.readAll());
    must(!bytes.isEmpty());
    return bytes;
}

inline const QDateTime &moment()
{
    static const QDateTime at(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
    return at;
}

inline void neverValid(const QByteArray &bytes)
{
    static const signing::TrustStore nobody;
    const auto report = signing::verifyFile(bytes, QByteArrayView("contenido"), nobody, {}, moment());
    must(report.verdict >= signing::FileVerdict::Indeterminate);
}

} // namespace carriel::fuzz
