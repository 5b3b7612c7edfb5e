// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Remains of signatures in bytes that do not read as a document any more. Pure.
#pragma once

#include <QByteArrayView>

namespace carriel::signing {

// Whether there is something of a signature dictionary (ISO 32000-1 §12.8.1) in the bytes, whole or cut off. A repair
// would make it disappear.
bool hasSignatureTraces(QByteArrayView bytes);

} // namespace carriel::signing
