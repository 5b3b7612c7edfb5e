// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/SignatureCheck.h"

#include <algorithm>

namespace carriel::signing {

using crypto::CmsSignature;
using crypto::Timestamp;

namespace {

constexpr qint64 clockTolerance = 300; // seconds by which an authority's clock may be ahead of ours
// By which a signer's may be wrong: some leave out the zone of the time that they write.
constexpr qint64 claimTolerance = 24 * 60 * 60;

bool weakKey(const crypto::Certificate &certificate)
{
    return (certificate.keyKind() == crypto::Certificate::KeyKind::Rsa && certificate.keyBits() < 2048) ||
           (certificate.keyKind() == crypto::Certificate::KeyKind::Ec && certificate.keyBits() < 224);
}

// When the token was made, if that can be believed. `report` gets why not.
std::optional<QDateTime> believedTime(const Timestamp &stamp, CheckContext &context, QStringList &why)
{
    if (stamp.time() > context.now.addSecs(clockTolerance)) {
        why += QStringLiteral("the timestamp is of the future");
        return std::nullopt;
    }
    const crypto::Certificate &authority = stamp.authority();
    if (stamp.time() < authority.notBefore() || stamp.time() > authority.notAfter()) {
        why += QStringLiteral("the timestamp's certificate was not valid then");
        return std::nullopt;
    }
    if (isOld(stamp.digest()) || isOld(*stamp.cms().digest()) || weakKey(authority)) {
        why += QStringLiteral("the timestamp uses an old technique");
        return std::nullopt;
    }
    TrustQuestion question{authority, stamp.cms().certificates() + context.pool, context.provenBy.value_or(context.now),
                           context.provenBy.has_value(), TrustQuestion::Use::Timestamp, context.now, stamp.time()};
    const TrustAnswer answer = checkTrust(question, context.trust, context.kept, context.others, context.wanted);
    if (answer.indication == Indication::TotalPassed)
        return stamp.time();
    why += QStringLiteral("the timestamp's authority %1: %2").arg(authority.name(), name(answer.sub));
    why += answer.findings;
    return std::nullopt;
}

// The rules for the structure itself. False: it failed in a way that leaves nothing more to ask.
bool checkStructure(const CmsSignature &cms, const DigestOf &digest, bool cades, SignatureReport &report)
{
    const auto format = [&report](const char *why) {
        fail(report, Indication::TotalFailed, SubIndication::FormatFailure, QString::fromLatin1(why));
        return false;
    };
    if (cms.signers() != 1)
        return format("not exactly one signer");
    if (!cms.detached())
        return format("the signature brings its own content");
    if (!cms.digest()) {
        report.certificate = cms.signer();
        fail(report, Indication::Indeterminate, SubIndication::CryptoConstraintsFailure,
             QStringLiteral("a digest that cannot be computed here"));
        return false;
    }
    if (cms.attributesTwice())
        return format("an attribute stands twice");
    const QByteArray actual = digest(*cms.digest());
    if (cms.hasSignedAttributes()) {
        if (!cms.messageDigest())
            return format("no digest of what was signed");
        if (!cms.contentTypeFits())
            return format("the content's type does not fit");
        if (*cms.messageDigest() != actual) {
            fail(report, Indication::TotalFailed, SubIndication::HashFailure,
                 QStringLiteral("the signed bytes are others"));
            return false;
        }
    } else if (cades) {
        return format("no signed attributes");
    }
    if (!cms.signer()) {
        fail(report, Indication::Indeterminate, SubIndication::NoSigningCertificateFound,
             QStringLiteral("no certificate of the signer"));
        return false;
    }
    report.certificate = cms.signer();
    const CmsSignature::Value value = cms.checkValue(actual);
    if (value == CmsSignature::Value::Bad) {
        // Without attributes a wrong value is all that other bytes would show.
        fail(report, Indication::TotalFailed, SubIndication::SigCryptoFailure,
             QStringLiteral("the value is not of this key"));
        return false;
    }
    if (value == CmsSignature::Value::Unknown) {
        fail(report, Indication::Indeterminate, SubIndication::CryptoConstraintsFailure,
             QStringLiteral("an algorithm that cannot be checked here"));
        return false;
    }
    if (cms.signingCertificate() == CmsSignature::Binding::Other ||
        (cades && cms.signingCertificate() == CmsSignature::Binding::Missing))
        fail(report, Indication::Indeterminate, SubIndication::SigConstraintsFailure,
             QStringLiteral("the signature does not say that it is of this certificate"));
    if (isOld(*cms.digest()) || weakKey(*cms.signer()))
        fail(report, Indication::Indeterminate, SubIndication::CryptoConstraintsFailure,
             QStringLiteral("an old technique"));
    return true;
}

// The earliest believed signature timestamp. One that is of another signature was copied here: that is never green.
std::optional<QDateTime> signatureTime(const CmsSignature &cms, CheckContext &context, SignatureReport &report,
                                       bool &stamped)
{
    std::optional<QDateTime> earliest;
    for (const QByteArray &token : cms.timestampTokens()) {
        const auto stamp = Timestamp::parse(token);
        if (!stamp.ok() || stamp.value().imprint() != crypto::hashOf(stamp.value().digest(), cms.signatureValue())) {
            fail(report, Indication::Indeterminate, SubIndication::SigConstraintsFailure,
                 QStringLiteral("a timestamp that is not of this signature"));
            continue;
        }
        stamped = true;
        const auto time = believedTime(stamp.value(), context, report.notes);
        if (time && (!earliest || *time < *earliest))
            earliest = time;
    }
    return earliest;
}

// What makes the time that a signer's computer said impossible. It decides nothing, but nobody should repeat it in
// silence.
void doubtClaim(const CmsSignature &cms, const QDateTime &now, SignatureReport &report)
{
    if (!report.claimedTime)
        return;
    const QDateTime &claimed = *report.claimedTime;
    if (cms.claimedTime() && qAbs(cms.claimedTime()->secsTo(claimed)) > claimTolerance)
        report.notes += QStringLiteral("the claimed time is not the only one: the signature also says %1")
                            .arg(cms.claimedTime()->toUTC().toString(Qt::ISODate));
    if (claimed.addSecs(claimTolerance) < cms.signer()->notBefore())
        report.notes += QStringLiteral("the claimed time cannot be: the certificate did not exist yet");
    else if (claimed > now.addSecs(claimTolerance))
        report.notes += QStringLiteral("the claimed time cannot be: it is still to come");
    else if (claimed > cms.signer()->notAfter().addSecs(claimTolerance))
        report.notes += QStringLiteral("the claimed time cannot be: the certificate had expired");
    else if (report.certifiedTime && claimed > report.certifiedTime->addSecs(claimTolerance))
        report.notes += QStringLiteral("the claimed time cannot be: a timestamp proves that it was signed before");
}

} // namespace

void fail(SignatureReport &report, Indication indication, SubIndication sub, const QString &finding)
{
    if (!finding.isEmpty() && !report.findings.contains(finding))
        report.findings += finding;
    const bool first = report.sub == SubIndication::None && report.indication != Indication::TotalFailed;
    if (indication > report.indication || first) {
        report.indication = std::max(report.indication, indication);
        report.sub = sub;
    }
}

void checkSignature(const QByteArray &bytes, const DigestOf &digest, bool cades, CheckContext &context,
                    SignatureReport &report)
{
    report.indication = Indication::TotalPassed;
    report.sub = SubIndication::None;
    const auto parsed = CmsSignature::parse(bytes, CmsSignature::Padding::Zeros);
    if (!parsed.ok())
        return fail(report, Indication::TotalFailed, SubIndication::FormatFailure,
                    QStringLiteral("no signature structure"));
    const CmsSignature &cms = parsed.value();
    if (!checkStructure(cms, digest, cades, report))
        return;
    if (cms.claimedTime() && !report.claimedTime)
        report.claimedTime = cms.claimedTime();
    context.kept.ocsp += cms.ocspResponses();
    context.kept.lists += cms.crls();
    bool stamped = false;
    report.certifiedTime = signatureTime(cms, context, report, stamped);
    if (context.provenBy && (!report.certifiedTime || *context.provenBy < *report.certifiedTime))
        report.certifiedTime = context.provenBy;
    doubtClaim(cms, context.now, report);
    TrustQuestion question{*cms.signer(), cms.certificates() + context.pool, report.certifiedTime.value_or(context.now),
                           report.certifiedTime.has_value(), TrustQuestion::Use::Signature, context.now};
    const TrustAnswer answer = checkTrust(question, context.trust, context.kept, context.others, context.wanted);
    report.path = answer.path;
    report.accredited = answer.accredited;
    report.notes += answer.notes;
    if (answer.indication != Indication::TotalPassed) {
        fail(report, answer.indication, answer.sub, {});
        report.findings += answer.findings;
    }
    if (cades) {
        const bool proven = stamped || context.provenBy;
        const bool longTerm = proven && answer.provenInside && answer.indication == Indication::TotalPassed;
        report.level = longTerm ? (context.provenBy ? QStringLiteral("B-LTA") : QStringLiteral("B-LT"))
                       : proven ? QStringLiteral("B-T")
                                : QStringLiteral("B-B");
    }
}

void checkDocumentTimestamp(const QByteArray &token, const DigestOf &digest, CheckContext &context,
                            SignatureReport &report)
{
    report.timestamp = true;
    report.indication = Indication::TotalPassed;
    report.sub = SubIndication::None;
    const auto parsed = Timestamp::parse(token, CmsSignature::Padding::Zeros);
    if (!parsed.ok())
        return fail(report, Indication::TotalFailed, SubIndication::FormatFailure,
                    QStringLiteral("no timestamp structure"));
    const Timestamp &stamp = parsed.value();
    report.certificate = stamp.authority();
    if (stamp.imprint() != digest(stamp.digest()))
        return fail(report, Indication::TotalFailed, SubIndication::HashFailure,
                    QStringLiteral("the stamped bytes are others"));
    QList<FetchWanted> asked;
    TrustQuestion question{stamp.authority(), stamp.cms().certificates() + context.pool,
                           context.provenBy.value_or(context.now), context.provenBy.has_value(),
                           TrustQuestion::Use::Timestamp, context.now, stamp.time()};
    const TrustAnswer answer = checkTrust(question, context.trust, context.kept, context.others, asked);
    report.path = answer.path;
    report.accredited = answer.accredited;
    if (answer.indication != Indication::TotalPassed)
        fail(report, answer.indication, answer.sub, {});
    QStringList why;
    report.certifiedTime = believedTime(stamp, context, why);
    if (!report.certifiedTime && report.indication == Indication::TotalPassed)
        fail(report, Indication::Indeterminate, SubIndication::SigConstraintsFailure, {});
    report.findings += why;
}

} // namespace carriel::signing
