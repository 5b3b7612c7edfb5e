// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much may be said about an item (docs/protocol/openapi.yaml: Meta, Name; discovery: limits). Lengths are UTF-16 units, as
// the protocol counts them, but where bytes are said.
#pragma once

namespace carriel::limits {

inline constexpr int labelLength = 100;
inline constexpr int labels = 64;
inline constexpr int noteLength = 10000;
inline constexpr int documentTypeLength = 200;
inline constexpr int originalNameLength = 1024;
inline constexpr int factsBytes = 65536; // all meta data of an item, as JSON

} // namespace carriel::limits
