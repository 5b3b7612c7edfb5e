// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/ReceiptSigner.h"

#include "core/evidence/records/CertifiedReceipt.h"

namespace carriel::evidence {

void checkCertified(QByteArrayView compact, const Receipt &receipt, const QDateTime &at, const Anchors &anchors,
                    Signers &signers)
{
    const QString where = QStringLiteral("receipt");
    QList<crypto::Certificate> chain;
    for (const QByteArray &der : receipt.signer.chain) {
        const auto one = crypto::Certificate::fromDer(der);
        if (!one)
            return signers.add(Weight::Broken, "bad_form", where);
        chain.append(one.value());
    }
    const crypto::Certificate &leaf = chain.first();
    const auto key = crypto::PublicKey::fromCertificate(leaf.der());
    if (!key || key.value().thumbprint() != receipt.keyThumbprint || !belongsTo(leaf, receipt.holder))
        return signers.add(Weight::Broken, "foreign_key", where);
    if (!crypto::verifyJws(compact, key.value(), "secevent+jwt"))
        return signers.add(Weight::Broken, "bad_signature", where);
    const QDateTime moment = at.isValid() ? at : receipt.claimed;
    if (!leaf.mayMakeSignatures() || moment < leaf.notBefore() || moment > leaf.notAfter())
        return signers.add(Weight::Broken, "bad_receipt", where);
    if (crypto::certificatePath(leaf, chain, anchors.store.certificates(), moment).status !=
        crypto::PathStatus::Complete)
        signers.add(Weight::Open, "signer_unanchored", where);
}

} // namespace carriel::evidence
