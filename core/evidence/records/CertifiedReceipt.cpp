// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/CertifiedReceipt.h"

namespace carriel::evidence {

Result<QByteArray> receiptToSign(const Seal &seal, const ReceiptOrder &order, const QList<crypto::Certificate> &chain)
{
    CARRIEL_TRY(const crypto::PublicKey key, crypto::PublicKey::fromCertificate(chain.first().der()));
    return crypto::jwsToSign(chain, "secevent+jwt", receiptPayload(seal, order, key));
}

bool belongsTo(const crypto::Certificate &certificate, const QString &person)
{
    const QString type = person.section(QLatin1Char(':'), 1, 1), number = person.section(QLatin1Char(':'), 2);
    const QString named = crypto::subjectNumber(certificate);
    if (number.isEmpty() || !named.endsWith(number))
        return false;
    const QString before = named.chopped(number.size());
    return before.isEmpty() || before == type + QLatin1Char(' ') || before == type + QLatin1Char('-') ||
           before == QLatin1String("IDCCO-") || before == QLatin1String("PNOCO-") || before == QLatin1String("TINCO-");
}

} // namespace carriel::evidence
