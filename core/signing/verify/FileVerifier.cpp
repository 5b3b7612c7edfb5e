// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/FileVerifier.h"

#include "core/signing/verify/AsicVerifier.h"
#include "core/signing/verify/CadesCheck.h"
#include "core/signing/verify/PdfVerifier.h"

#include <algorithm>

namespace carriel::signing {

SignedFormat formatOf(QByteArrayView bytes)
{
    // A container first: the PDF that it holds may begin within the bytes where a PDF's own header may stand.
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return SignedFormat::Asic;
    // One with something in front of it is opened by every archiver: it is not "not signed".
    if (bytes.first(std::min<qsizetype>(bytes.size(), 4096)).indexOf("mimetypeapplication/vnd.etsi.asic-") >= 0)
        return SignedFormat::Asic;
    if (bytes.first(std::min<qsizetype>(bytes.size(), 1024)).indexOf("%PDF-") >= 0)
        return SignedFormat::Pdf;
    if (bytes.startsWith('\x30') &&
        bytes.first(std::min<qsizetype>(bytes.size(), 64)).indexOf("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02") >= 0)
        return SignedFormat::Cades;
    // Bytes before it do not make a container one that is not signed: other programs find it by its end.
    const QByteArrayView tail = bytes.last(std::min<qsizetype>(bytes.size(), 66 * 1024));
    if (tail.indexOf("PK\x05\x06") >= 0 && tail.indexOf("META-INF/") >= 0)
        return SignedFormat::Asic;
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 16 * 1024 * 1024));
    if (bytes.startsWith("-----BEGIN") || head.indexOf(":Signature") >= 0 || head.indexOf("<Signature") >= 0)
        return SignedFormat::Unchecked;
    return SignedFormat::None;
}

QByteArray signedDigest(QByteArrayView signature)
{
    const auto cms = crypto::CmsSignature::parse(signature);
    if (!cms.ok() || cms.value().digest() != crypto::HashKind::Sha256)
        return {};
    return cms.value().messageDigest().value_or(QByteArray());
}

namespace {

VerificationReport verifyDetached(QByteArrayView bytes, const std::optional<QByteArrayView> &content,
                                  const TrustStore &trust, const Evidence &fetched, const QDateTime &at,
                                  VerifyMemo &memo)
{
    VerificationReport report;
    const auto parsed = crypto::CmsSignature::parse(bytes);
    if (!parsed.ok()) {
        report.verdict = FileVerdict::Unreadable;
        report.findings += QStringLiteral("no signature structure");
        return report;
    }
    if (!parsed.value().detached() || !content) {
        report.verdict = FileVerdict::Indeterminate;
        report.findings += parsed.value().detached()
                               ? QStringLiteral("the file that was signed is needed")
                               : QStringLiteral("a signature that brings its content is not checked here");
        return report;
    }
    CheckContext context{trust, {}, fetched, {}, at, report.wanted, std::nullopt};
    const DigestOf digest = [&](crypto::HashKind kind) {
        return memo.digest({0, content->size(), 0, 0}, kind, [&] { return crypto::hashOf(kind, *content); });
    };
    report.signatures += checkCades(bytes.toByteArray(), {}, digest, context);
    report.verdict = verdictOf(report.signatures.first());
    return report;
}

} // namespace

VerificationReport verifyFile(QByteArrayView bytes, const std::optional<QByteArrayView> &content,
                              const TrustStore &trust, const Evidence &fetched, const QDateTime &at, VerifyMemo *memo,
                              const QByteArray &password)
{
    VerifyMemo own;
    switch (formatOf(bytes)) {
    case SignedFormat::Pdf:
        return verifyPdf(bytes, trust, fetched, at, memo, password);
    case SignedFormat::Asic:
        return verifyAsic(bytes, trust, fetched, at);
    case SignedFormat::Cades:
        return verifyDetached(bytes, content, trust, fetched, at, memo ? *memo : own);
    case SignedFormat::Unchecked: {
        VerificationReport report;
        report.verdict = FileVerdict::Indeterminate;
        report.findings += QStringLiteral("signed in a way that is not checked here");
        return report;
    }
    case SignedFormat::None:
        break;
    }
    return {};
}

} // namespace carriel::signing
