// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of authorities (anchors.json) as somebody publishes it: until when it holds, and who answers for it by a
// detached CAdES signature beside it (anchors.json.p7s). Whether that somebody is believed, the person decides.
// {"version":1,"expires":"2027-06-30T00:00:00Z","anchors":[{"file":"ca.pem","sha256":"…","accredited":true,"source":"…",
//  "until":"2026-12-31T00:00:00Z","revocation_hosts":["host:port"]}]}
#pragma once

#include "core/signing/trust/TrustStore.h"

namespace carriel::signing {

struct AnchorList
{
    QList<TrustAnchor> anchors; // as the list says, each until its own end or the list's
    QStringList files;          // their names beside the list
    QDateTime expires;          // invalid: it says no end
    std::optional<crypto::Certificate> signer; // its signature fits these bytes
    bool signerKnown = false;                  // leads to an authority that was trusted before
};

// badAnchor as TrustStore says; listRefused for one that ended at `now`, was changed after it was signed, or whose
// signer's certificate does not hold now. `signature` is empty if there is none. `known` is whom one trusts already.
Result<AnchorList> anchorList(const QByteArray &json, const QByteArray &signature, const QString &folder,
                              const TrustStore &known, const QDateTime &now);
// That of a folder; nothing if it has none.
Result<std::optional<AnchorList>> anchorListIn(const QString &folder, const TrustStore &known, const QDateTime &now);

} // namespace carriel::signing
