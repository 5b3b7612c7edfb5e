// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The identifiers of the domain, each its own type.
#pragma once

#include "core/base/Id.h"

namespace carriel {

using FolderId = Id<struct FolderTag>;   // a person's whole folder at the operator
using DeviceId = Id<struct DeviceTag>;   // this computer, as the operator knows it
using ItemId = Id<struct ItemTag>;       // a document, or a folder inside the person's folder
using VersionId = Id<struct VersionTag>; // one content of a document
using BlobId = Id<struct BlobTag>;       // bytes in this vault
using RemoteBlobId = Id<struct RemoteBlobTag>; // the same bytes at the operator
using OpKey = Id<struct OpTag>;          // an operation; Idempotency-Key and caused_by on the wire
using ConflictId = Id<struct ConflictTag>;

// The folder that holds all others; it has no row of its own.
inline ItemId rootItem() { return ItemId(QStringLiteral("root")); }

} // namespace carriel
