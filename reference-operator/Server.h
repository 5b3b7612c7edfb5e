// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTPS server: listens, hands requests to the router, stops when told. Thread: one runs it, any may stop it.
#pragma once

#include "reference-operator/Http.h"
#include "reference-operator/Router.h"

namespace carriel::op {

class Server
{
public:
    explicit Server(const Config &config); // throws std::runtime_error: certificate, port
    int port() const { return m_port; }
    void run(Operator &op); // until stop()
    void stop();

private:
    httplib::SSLServer m_http;
    int m_port = 0;
};

} // namespace carriel::op
