// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/SigningErrors.h"
#include "core/signing/store/SystemStore.h"

namespace carriel::signing {

bool hasSystemStore()
{
    return false;
}

Result<QList<StoredKeyInfo>> systemKeys()
{
    return QList<StoredKeyInfo>();
}

Result<std::shared_ptr<KeySource>> openSystemKey(const QByteArray &sha256)
{
    return Error{errors::noSuchKey,
                 {{QStringLiteral("what"), QString::fromLatin1(sha256.toHex())},
                  {QStringLiteral("count"), QStringLiteral("0")}},
                 {}};
}

} // namespace carriel::signing
