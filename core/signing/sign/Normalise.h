// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An irregular PDF written anew, as a regular one with the same pages: never one that somebody signed, whose signature
// that would end. Reads the whole file: only after the reader's process did.
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>

namespace carriel::signing {

// Whether there was something to put right; then it is in `target`, which is written over. notPdf, damagedPdf,
// signedIrregular, passwordNeeded, encryptedPdf, fileWrite.
Result<bool> normalise(QByteArrayView bytes, const QString &target, const QByteArray &password);

} // namespace carriel::signing
