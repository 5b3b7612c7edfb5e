// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/ChainsOf.h"

#include "core/crypto/Timestamp.h"
#include "core/signing/pdf/FormFields.h"

namespace carriel::signing {

namespace {

class Collector
{
public:
    Collector(const QList<crypto::Certificate> &known, QDateTime now) : m_known(known), m_now(std::move(now)) {}

    void add(const crypto::CmsSignature &cms, bool required)
    {
        if (!cms.signer())
            return;
        QList<crypto::Certificate> ends;
        for (const crypto::Certificate &one : m_known + cms.certificates()) {
            if (one.selfIssued())
                ends += one;
        }
        const auto path =
            crypto::certificatePath(*cms.signer(), cms.certificates() + m_known, ends, m_now).certificates;
        for (const crypto::Certificate &one : path) {
            if (!chains.certificates.contains(one.der()))
                chains.certificates += one.der();
        }
        for (const RevocationWanted &wanted : wantedFor(path, required)) {
            const bool there =
                std::any_of(chains.wanted.begin(), chains.wanted.end(),
                            [&](const RevocationWanted &other) { return other.subject == wanted.subject; });
            if (!there)
                chains.wanted += wanted;
        }
    }

    void addToken(const QByteArray &token)
    {
        const auto stamp = crypto::Timestamp::parse(token, crypto::CmsSignature::Padding::Zeros);
        if (stamp.ok())
            add(stamp.value().cms(), false);
    }

    void addSignature(const QByteArray &bytes)
    {
        const auto cms = crypto::CmsSignature::parse(bytes, crypto::CmsSignature::Padding::Zeros);
        if (!cms.ok())
            return;
        add(cms.value(), true);
        for (const QByteArray &token : cms.value().timestampTokens())
            addToken(token);
    }

    DocumentChains chains;

private:
    QList<crypto::Certificate> m_known;
    QDateTime m_now;
};

} // namespace

Result<DocumentChains> chainsOf(const PdfFile &file, const QList<crypto::Certificate> &known, const QDateTime &now)
{
    Collector collector(known, now);
    for (const SignatureValue &one : signatureValues(file, formFields(file))) {
        if (one.timestamp) {
            collector.addToken(one.contents);
            continue;
        }
        collector.addSignature(one.contents);
    }
    return collector.chains;
}

DocumentChains chainsOf(const QByteArray &cms, const QList<crypto::Certificate> &known, const QDateTime &now)
{
    Collector collector(known, now);
    collector.addSignature(cms);
    return collector.chains;
}

} // namespace carriel::signing
