// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/ChainsOf.h"

#include "core/crypto/Timestamp.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/FormFields.h"

namespace carriel::signing {

namespace {

class Collector
{
public:
    Collector(const QList<crypto::Certificate> &known, QDateTime now, std::optional<QByteArray> own = {})
        : m_known(known), m_now(std::move(now)), m_own(std::move(own))
    {
    }

    void add(const crypto::CmsSignature &cms, bool timestamp, const QDateTime &shownAt)
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
        chains.signatures.append({path, shownAt, timestamp});
        const bool required = !timestamp && (!m_own || cms.signer()->sha256() == *m_own);
        for (const crypto::Certificate &one : path) {
            if (!chains.certificates.contains(one.der()))
                chains.certificates += one.der();
        }
        for (const RevocationWanted &wanted : wantedFor(path, required)) {
            const auto there =
                std::find_if(chains.wanted.begin(), chains.wanted.end(),
                             [&](const RevocationWanted &other) { return other.subject == wanted.subject; });
            if (there == chains.wanted.end())
                chains.wanted += wanted;
            else
                there->required |= required;
        }
    }

    void addToken(const QByteArray &token)
    {
        const auto stamp = crypto::Timestamp::parse(token, crypto::CmsSignature::Padding::Zeros);
        if (stamp.ok())
            add(stamp.value().cms(), true, stamp.value().time());
    }

    // `later`: of the first timestamp over the whole.
    void addSignature(const QByteArray &bytes, const std::optional<QDateTime> &later)
    {
        const auto cms = crypto::CmsSignature::parse(bytes, crypto::CmsSignature::Padding::Zeros);
        if (!cms.ok())
            return;
        QDateTime shownAt = later.value_or(m_now);
        for (const QByteArray &token : cms.value().timestampTokens()) {
            const auto stamp = crypto::Timestamp::parse(token);
            if (stamp.ok() &&
                stamp.value().imprint() == crypto::hashOf(stamp.value().digest(), cms.value().signatureValue()))
                shownAt = std::min(shownAt, stamp.value().time());
        }
        add(cms.value(), false, shownAt);
        for (const QByteArray &token : cms.value().timestampTokens())
            addToken(token);
    }

    DocumentChains chains;

private:
    QList<crypto::Certificate> m_known;
    QDateTime m_now;
    std::optional<QByteArray> m_own; // SHA-256; without: whoever signed
};

} // namespace

Result<DocumentChains> chainsOf(const PdfFile &file, const QList<crypto::Certificate> &known, const QDateTime &now,
                                const std::optional<QByteArray> &own)
{
    Collector collector(known, now, own);
    const std::vector<SignatureValue> values = signatureValues(file, formFields(file));
    std::vector<std::optional<QDateTime>> later(values.size()); // of the first timestamp behind each
    for (std::size_t i = values.size(); i-- > 1;) {
        later[i - 1] = later[i];
        const auto stamp = values[i].timestamp
                               ? crypto::Timestamp::parse(values[i].contents, crypto::CmsSignature::Padding::Zeros)
                               : Result<crypto::Timestamp>(Error{errors::badPdf, {}, {}});
        if (stamp.ok() && (!later[i] || stamp.value().time() < *later[i]))
            later[i - 1] = stamp.value().time();
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].timestamp)
            collector.addToken(values[i].contents);
        else
            collector.addSignature(values[i].contents, later[i]);
    }
    return collector.chains;
}

DocumentChains chainsOf(const QByteArray &cms, const QList<crypto::Certificate> &known, const QDateTime &now)
{
    Collector collector(known, now);
    collector.addSignature(cms, std::nullopt);
    return collector.chains;
}

namespace {

Error revokedError(const crypto::Certificate &certificate, const QDateTime &since)
{
    return {errors::keyRevoked,
            {{QStringLiteral("name"), certificate.name()},
             {QStringLiteral("since"), since.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"))}},
            {}};
}

Outcome heldThen(const SignatureChain &chain, const ValidationData &data)
{
    for (const crypto::Certificate &one : chain.path) {
        const auto found = data.revoked.find(one.der());
        if (found != data.revoked.end() && found->second <= chain.shownAt)
            return revokedError(one, found->second);
    }
    return {};
}

bool isOf(const SignatureChain &chain, const std::optional<crypto::Certificate> &key)
{
    return key && !chain.timestamp && !chain.path.isEmpty() && chain.path.first() == *key;
}

} // namespace

Outcome mayProve(const DocumentChains &chains, const ValidationData &data,
                 const std::optional<crypto::Certificate> &key, const QDateTime &now)
{
    constexpr qint64 justNow = 600; // seconds; by which clocks may differ, too
    std::optional<Error> broken;
    bool anyHolds = false;
    for (const SignatureChain &chain : chains.signatures) {
        const Outcome held = heldThen(chain, data);
        if (held.ok()) {
            anyHolds |= !chain.timestamp;
            continue;
        }
        if (isOf(chain, key))
            return held;
        if (!chain.timestamp)
            broken = held.error();
        else if (chain.shownAt.addSecs(justNow) >= now) // it came a moment ago, from somebody who may not give any
            return Error{errors::timestampRefused, {{QStringLiteral("reason"), QStringLiteral("revoked")}}, {}};
    }
    return !key && broken && !anyHolds ? Outcome(*broken) : Outcome();
}

Result<QStringList> unproven(const DocumentChains &chains, const ValidationData &data)
{
    QStringList names;
    bool anyProven = false;
    for (const SignatureChain &chain : chains.signatures) {
        if (chain.timestamp || chain.path.isEmpty())
            continue;
        const bool open = (chain.path.size() == 1 && !chain.path.first().selfIssued()) ||
                          std::any_of(chain.path.begin(), chain.path.end(), [&](const crypto::Certificate &one) {
                              return data.unanswered.contains(one.der());
                          });
        anyProven |= !open;
        if (const QString name = chain.path.first().name(); open && !names.contains(name))
            names += name;
    }
    if (!names.isEmpty() && !anyProven)
        return Error{errors::noRevocation, {{QStringLiteral("name"), names.first()}}, {}};
    return names;
}

Outcome canAsk(const DocumentChains &chains, const std::optional<crypto::Certificate> &key)
{
    std::optional<Error> alone;
    bool any = false;
    for (const SignatureChain &chain : chains.signatures) {
        if (chain.timestamp || chain.path.isEmpty() || (key && !isOf(chain, key)))
            continue;
        if (chain.path.size() > 1 || chain.path.first().selfIssued())
            any = true;
        else
            alone = Error{errors::noRevocation, {{QStringLiteral("name"), chain.path.first().name()}}, {}};
    }
    return alone && !any ? Outcome(*alone) : Outcome();
}

Outcome notListed(const crypto::Certificate &certificate, const QList<crypto::Certificate> &known,
                  const QByteArrayList &lists, const QDateTime &now)
{
    QList<crypto::Certificate> ends;
    std::copy_if(known.begin(), known.end(), std::back_inserter(ends), [](auto &one) { return one.selfIssued(); });
    const auto path = crypto::certificatePath(certificate, known, ends, now).certificates;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        for (const QByteArray &list : lists) {
            const auto says = crypto::fromList(list, path[i], path[i + 1]);
            if (says && says->says == crypto::RevocationStatement::Says::Revoked)
                return revokedError(path[i], says->revokedAt);
        }
    }
    return {};
}

} // namespace carriel::signing
