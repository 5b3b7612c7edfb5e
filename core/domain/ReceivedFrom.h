// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whence a copy of somebody else's document came: it travels with what is said of the document (docs/protocol, schema Meta), so that
// another computer, or another operator, knows it too.
#pragma once

#include "core/domain/ItemMeta.h"

#include <QDateTime>

namespace carriel {

struct ReceivedFrom
{
    QString share;       // its id
    QString person, name; // who shared it: co:CC:…, and as the operator's directory calls him
    QDateTime sharedUtc;
    QString key; // of what was sealed: whether the key that signed it was his, as it was known when it was kept (ShareInfo::senderKey)
};

std::optional<ReceivedFrom> receivedFrom(const ItemMeta &meta); // nothing: it is the person's own
ItemMeta withOrigin(const ItemMeta &meta, const ReceivedFrom &from);

} // namespace carriel
