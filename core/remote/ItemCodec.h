// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Items as JSON (docs/protocol/openapi.yaml: Item, ItemCreate, ItemPatch, VersionCreate).
#pragma once

#include "core/sync/OperatorPort.h"

namespace carriel::remote {

// CAR-REM-002 names the member that is missing or wrong. Members of a newer protocol are kept in facts.unknown.
Result<sync::RemoteItem> readItem(const QJsonObject &json);

Result<sync::RemoteHead> readHead(const QJsonObject &json); // Version

// The body of a PUT /items/{id}.
QJsonObject writeNewItem(const sync::Intent &intent);
// The body of a PATCH: the difference between what is wanted and what was last agreed.
QJsonObject writePatch(const sync::ItemRow &item);
// The body of a POST …/versions.
QJsonObject writeVersion(const sync::Intent &intent);

} // namespace carriel::remote
