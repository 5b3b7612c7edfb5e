// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Looks whether an operator answers at an address, and what it and its identity provider say of themselves. Needs no vault:
// what a person types is tried before anything is made. Thread: the engine's. Private to core/services.
#pragma once

#include "core/services/AccountStore.h"

#include <functional>

namespace carriel {

class OperatorSearch
{
public:
    explicit OperatorSearch(Random &random) : m_transport(random, {}) {}

    // `caPem` may be empty; with `pin` it must be the operator it was. Answers once, unless this dies before. Errors:
    // CAR-REM-023 (not https), those of discovery.
    void find(const QUrl &url, const QByteArray &caPem, std::optional<remote::Pin> pin, std::function<void(Result<KnownOperator>)> done);

private:
    remote::HttpTransport m_transport; // its own: an address that is only tried must not change what the others trust
    std::vector<remote::CallPtr> m_calls;
};

// The PEM text of a file the person named; empty without one. CAR-REM-017.
Result<QByteArray> readCertificates(const QString &path);

} // namespace carriel
