// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What QFile leaves out: that a file survives a power loss, and that nobody else may read it.
#pragma once

#include "core/base/Result.h"

namespace carriel::vault {

Outcome copyDurably(const QString &from, const QString &to); // 0600, whole or not at all; replaces `to`
Outcome renameDurably(const QString &from, const QString &to); // replaces `to`
Outcome writeDurably(const QString &path, const QByteArray &bytes); // 0600, whole or not at all
Outcome makePrivateDir(const QString &path); // with its parents, 0700

} // namespace carriel::vault
