// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time stamps (RFC 3161) for the records that have a legal effect: asked of the configured authority in a thread of its
// own, and told in the feed when they come. An authority that is away delays nobody.
#pragma once

#include "reference-operator/Operator.h"
#include "reference-operator/acts/Repeat.h"

#include <optional>

namespace carriel::op {

struct TimeStamp
{
    QByteArray der;  // TimeStampToken
    qint64 time = 0; // seconds since 1970, of the authority
};

// Over SHA-256 of `bytes`; imprint, nonce and signature were compared, the time was not. Nothing when it was not given.
// `ca`: a file of anchors that its signer must stand below; empty: any certificate for time stamps.
std::optional<TimeStamp> askTimeStamp(const QString &url, const QString &ca, const QByteArray &bytes);

class Stamper
{
public:
    explicit Stamper(Operator &op);
    Stamper(const Stamper &) = delete;
    Stamper &operator=(const Stamper &) = delete;

private:
    bool sweep(); // false: the authority did not answer, or not what can be kept
    Operator &m_op;
    std::optional<Repeat> m_repeat; // the last: it ends first
};

} // namespace carriel::op
