// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/TrustDesk.h"

#include <QCryptographicHash>

#include <algorithm>

namespace carriel {

Result<Trusted> trustedIn(vault::Database &database, const QDateTime &now)
{
    vault::VerdictStore rows(database);
    Trusted out;
    CARRIEL_TRY(out.store, signing::TrustStore::shipped());
    CARRIEL_TRY(const QList<vault::AnchorRow> added, rows.anchors());
    for (const vault::AnchorRow &row : added) {
        // One that does not read any more is not trusted; that is safe, and the page shows it is missing.
        if (auto certificate = crypto::Certificate::fromDer(row.der); certificate.ok())
            out.store.add(signing::TrustAnchor{std::move(certificate).value(), row.accredited, row.source, row.hosts, row.untilUtc});
    }
    CARRIEL_TRY(const QList<vault::EvidenceRow> evidence, rows.evidence());
    for (const vault::EvidenceRow &row : evidence)
        (row.ocsp ? out.evidence.ocsp : out.evidence.lists) += row.der;
    QByteArrayList parts{"rules 3"}; // of verification: verdicts by older ones are looked at again
    for (const signing::TrustAnchor &anchor : out.store.anchors())
        parts += anchor.certificate.sha256().toHex() + (anchor.accredited ? "+" : "-") + (anchor.inForce(now) ? "" : "x");
    std::sort(parts.begin(), parts.end());
    out.print =
        QString::fromLatin1(QCryptographicHash::hash(parts.join(), QCryptographicHash::Sha256).toHex().left(16));
    return out;
}

} // namespace carriel
