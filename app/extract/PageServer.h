// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the pages of one PDF, or one picture, on request, as ui/viewer/PageWire.h says, until nobody asks any more. Runs in the confined
// child alone.
#pragma once

#include <QByteArray>
#include <functional>

namespace carriel::extract {

// `read` fills the whole buffer or answers false (the asker has gone); `write` takes all.
struct Pipes
{
    std::function<bool(void *to, qsizetype bytes)> read;
    std::function<void(const void *from, qsizetype bytes)> write;
};

enum class ServeOutcome { Done, Unreadable, NeedsPassword, TooLarge };

ServeOutcome servePages(const Pipes &pipes);

} // namespace carriel::extract
