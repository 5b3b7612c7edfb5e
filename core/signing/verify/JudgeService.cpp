// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/JudgeService.h"

#include "core/signing/verify/ReportCodec.h"

#include <QJsonDocument>

namespace carriel::signing {

QByteArray judge(const QByteArray &question, QByteArrayView file, const std::optional<QByteArrayView> &content)
{
    auto asked = questionFrom(QJsonDocument::fromJson(question).object());
    if (!asked.ok())
        return {};
    Question &q = asked.value();
    Judgement answer;
    answer.format = formatOf(file);
    if (q.kind == Question::Kind::Look) {
        if (answer.format == SignedFormat::Pdf) {
            answer.facts = pageFacts(file, q.at, q.password, q.box);
            answer.notes = safetyNotes(file, q.password);
        }
    } else if (answer.format != SignedFormat::None && answer.format != SignedFormat::Unchecked) {
        if (answer.format == SignedFormat::Cades && !content)
            answer.signedDigest = signedDigest(file);
        answer.report = verifyFile(file, content, q.trust, q.fetched, q.at, &q.memo, q.password);
    }
    if (q.digest)
        answer.sha256 = crypto::hashOf(crypto::HashKind::Sha256, file);
    answer.memo = std::move(q.memo);
    return QJsonDocument(toJson(answer)).toJson(QJsonDocument::Compact);
}

void warmUpReaders()
{
    // An encrypted document of nothing: the libraries' ciphers and digests load with it.
    static constexpr char locked[] =
        "%PDF-1.6\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\n"
        "3 0 obj\n<</Filter/Standard/V 4/R 4/Length 128/P -4/CF<</StdCF<</CFM/AESV2/Length 16/AuthEvent/DocOpen>>>>"
        "/StmF/StdCF/StrF/StdCF/O<00000000000000000000000000000000000000000000000000000000000000000>"
        "/U<0000000000000000000000000000000000000000000000000000000000000000>>>\nendobj\n"
        "trailer\n<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\nstartxref\n0\n%%EOF\n";
    const QByteArrayView bytes(locked, qsizetype(sizeof locked - 1));
    (void)encryptionOf(bytes);
    (void)secondOpinion(bytes);
    (void)crypto::hashOf(crypto::HashKind::Sha1, bytes);
    (void)crypto::hashOf(crypto::HashKind::Sha512, bytes);
    (void)crypto::Certificate::fromDer(bytes);
    (void)signedDigest(bytes);
    (void)QDateTime::currentDateTimeUtc();
}

} // namespace carriel::signing
