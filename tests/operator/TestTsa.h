// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A time-stamping authority (RFC 3161) over plain HTTP whose answers can be spoilt.
#pragma once

#include "reference-operator/Http.h"
#include "reference-operator/Jwk.h"

#include <QString>
#include <atomic>
#include <thread>

struct x509_st;

namespace carriel::op::test {

class TestTsa
{
public:
    TestTsa(); // listens
    ~TestTsa();
    TestTsa(const TestTsa &) = delete;
    TestTsa &operator=(const TestTsa &) = delete;

    QString url() const;
    std::atomic<qint64> shift = 0;    // seconds its clock is ahead of ours
    std::atomic<bool> forged = false; // the signature does not hold
    std::atomic<bool> purpose = true; // false: by a certificate that is not for time stamps
    std::atomic<int> asked = 0;

private:
    std::string answer(const std::string &question);
    KeyPtr m_key;
    std::shared_ptr<x509_st> m_good, m_other;
    httplib::Server m_server;
    int m_port = 0;
    std::thread m_thread;
};

} // namespace carriel::op::test
