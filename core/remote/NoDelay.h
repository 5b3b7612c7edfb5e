// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/remote: sends small segments at once (TCP_NODELAY).
#pragma once

namespace carriel::remote {

// QNetworkAccessManager writes head and body apart and leaves Nagle's algorithm on, so the last part of a body waits for an
// acknowledgement that the server delays: 41 ms for every body over 16 KiB (measured on loopback). It does not give its sockets out
// either. So this asks the kernel for our connections to `port` and sets the option there. Nothing on other systems than Linux.
void setNoDelay(int port);

} // namespace carriel::remote
