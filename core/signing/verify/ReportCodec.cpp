// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/ReportCodec.h"

#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"

#include <QJsonArray>
#include <array>

namespace carriel::signing {

namespace {

constexpr int mostSignatures = 10'000;
constexpr int longestText = 64 * 1024;

Error nonsense(const char *what)
{
    return {carriel::errors::badInput, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

QString coded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesIn(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonArray coded(const QByteArrayList &list)
{
    QJsonArray out;
    for (const QByteArray &one : list)
        out += coded(one);
    return out;
}

QByteArrayList listIn(const QJsonValue &value)
{
    QByteArrayList out;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        out += bytesIn(one);
    return out;
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList out;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        if (out.size() < 1000)
            out += one.toString().left(longestText);
    }
    return out;
}

QJsonValue timeJson(const std::optional<QDateTime> &time)
{
    return time && time->isValid() ? QJsonValue(time->toMSecsSinceEpoch()) : QJsonValue();
}

std::optional<QDateTime> timeIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC)) : std::nullopt;
}

// One of the names 0 … most, or nothing.
template <typename Enum> bool take(const QJsonValue &value, Enum most, Enum &into)
{
    const int number = value.toInt(-1);
    if (number < 0 || number > int(most))
        return false;
    into = Enum(number);
    return true;
}

QJsonObject memoJson(const VerifyMemo &memo)
{
    QJsonArray digests;
    for (const auto &[of, digest] : memo.digests())
        digests += QJsonArray{of.first[0], of.first[1], of.first[2], of.first[3], int(of.second), coded(digest)};
    QJsonObject out{{QStringLiteral("digests"), digests}};
    if (const auto &opinion = memo.knownOpinion())
        out.insert(QStringLiteral("opinion"), QJsonArray{opinion->readable, opinion->passwordNeeded,
                                                         QJsonArray::fromStringList(opinion->warnings)});
    return out;
}

VerifyMemo memoIn(const QJsonObject &object)
{
    VerifyMemo memo;
    const QJsonArray digests = object.value(QStringLiteral("digests")).toArray();
    for (const QJsonValue &value : digests) {
        const QJsonArray one = value.toArray();
        crypto::HashKind kind{};
        if (take(one.at(4), crypto::HashKind::Sha512, kind))
            memo.know({one.at(0).toInteger(), one.at(1).toInteger(), one.at(2).toInteger(), one.at(3).toInteger()},
                      kind, bytesIn(one.at(5)));
    }
    if (object.contains(QStringLiteral("opinion"))) {
        const QJsonArray one = object.value(QStringLiteral("opinion")).toArray();
        memo.know(SecondOpinion{one.at(0).toBool(), one.at(1).toBool(), textsIn(one.at(2))});
    }
    return memo;
}

QJsonObject signatureJson(const SignatureReport &one)
{
    QByteArrayList path;
    for (const crypto::Certificate &certificate : one.path)
        path += certificate.der();
    return {{QStringLiteral("field"), one.field},
            {QStringLiteral("timestamp"), one.timestamp},
            {QStringLiteral("indication"), int(one.indication)},
            {QStringLiteral("sub"), int(one.sub)},
            {QStringLiteral("after"), int(one.after)},
            {QStringLiteral("level"), one.level},
            {QStringLiteral("certificate"), one.certificate ? QJsonValue(coded(one.certificate->der())) : QJsonValue()},
            {QStringLiteral("path"), coded(path)},
            {QStringLiteral("accredited"), one.accredited},
            {QStringLiteral("reason"), one.reason},
            {QStringLiteral("place"), one.place},
            {QStringLiteral("claimed"), timeJson(one.claimedTime)},
            {QStringLiteral("certified"), timeJson(one.certifiedTime)},
            {QStringLiteral("covers"), one.covers},
            {QStringLiteral("findings"), QJsonArray::fromStringList(one.findings)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(one.notes)}};
}

Result<SignatureReport> signatureIn(const QJsonObject &object)
{
    SignatureReport out;
    const auto text = [&object](const char *key) {
        return object.value(QLatin1String(key)).toString().left(longestText);
    };
    if (!take(object.value(QStringLiteral("indication")), Indication::TotalFailed, out.indication) ||
        !take(object.value(QStringLiteral("sub")), SubIndication::TryLater, out.sub) ||
        !take(object.value(QStringLiteral("after")), After::B6, out.after))
        return nonsense("signature");
    out.field = text("field");
    out.timestamp = object.value(QStringLiteral("timestamp")).toBool();
    out.level = text("level");
    if (object.value(QStringLiteral("certificate")).isString()) {
        CARRIEL_TRY(out.certificate,
                    crypto::Certificate::fromDer(bytesIn(object.value(QStringLiteral("certificate")))));
    }
    for (const QByteArray &der : listIn(object.value(QStringLiteral("path")))) {
        CARRIEL_TRY(crypto::Certificate one, crypto::Certificate::fromDer(der));
        out.path += std::move(one);
    }
    out.accredited = object.value(QStringLiteral("accredited")).toBool();
    out.reason = text("reason");
    out.place = text("place");
    out.claimedTime = timeIn(object.value(QStringLiteral("claimed")));
    out.certifiedTime = timeIn(object.value(QStringLiteral("certified")));
    out.covers = object.value(QStringLiteral("covers")).toInteger();
    out.findings = textsIn(object.value(QStringLiteral("findings")));
    out.notes = textsIn(object.value(QStringLiteral("notes")));
    return out;
}

QJsonObject reportJson(const VerificationReport &report)
{
    QJsonArray signatures, wanted;
    for (const SignatureReport &one : report.signatures)
        signatures += signatureJson(one);
    for (const FetchWanted &one : report.wanted)
        wanted += QJsonArray{one.url.toString(QUrl::FullyEncoded), coded(one.body), one.ocsp, one.forTrustedPath,
                             one.anchorId};
    return {{QStringLiteral("verdict"), int(report.verdict)},
            {QStringLiteral("signatures"), signatures},
            {QStringLiteral("findings"), QJsonArray::fromStringList(report.findings)},
            {QStringLiteral("wanted"), wanted}};
}

Result<VerificationReport> reportIn(const QJsonObject &object)
{
    VerificationReport out;
    const QJsonArray signatures = object.value(QStringLiteral("signatures")).toArray();
    const QJsonArray wanted = object.value(QStringLiteral("wanted")).toArray();
    if (!take(object.value(QStringLiteral("verdict")), FileVerdict::None, out.verdict) ||
        signatures.size() > mostSignatures || wanted.size() > 64)
        return nonsense("report");
    for (const QJsonValue &one : signatures) {
        CARRIEL_TRY(SignatureReport report, signatureIn(one.toObject()));
        out.signatures += std::move(report);
    }
    out.findings = textsIn(object.value(QStringLiteral("findings")));
    for (const QJsonValue &value : wanted) {
        const QJsonArray one = value.toArray();
        const QString address = one.at(0).toString();
        if (address.size() <= 4096)
            out.wanted += FetchWanted{QUrl(address, QUrl::StrictMode), bytesIn(one.at(1)), one.at(2).toBool(),
                                      one.at(3).toBool(), one.at(4).toString()};
    }
    return out;
}

// Codes are constants of ours: a child cannot make up new ones.
QJsonValue outcomeJson(const Outcome &outcome)
{
    return outcome.ok() ? QJsonValue()
                        : QJsonValue(QJsonArray{outcome.error().codeText(),
                                                QJsonObject::fromVariantMap(outcome.error().params)});
}

Result<Outcome> outcomeIn(const QJsonValue &value)
{
    if (value.isNull())
        return Outcome();
    static constexpr std::array known{errors::badPdf,       errors::notPdf,       errors::damagedPdf,
                                      errors::encryptedPdf, errors::certifiedPdf, errors::signedIrregular,
                                      errors::tooLarge,     errors::unclearForm,  errors::passwordNeeded};
    const QString code = value.toArray().at(0).toString();
    for (const ErrorCode &one : known) {
        if (code == QLatin1String(one.text.data(), qsizetype(one.text.size())))
            return Outcome(Error{one, value.toArray().at(1).toObject().toVariantMap(), {}});
    }
    return nonsense("code");
}

QJsonValue boxJson(const std::optional<VisibleBox> &box)
{
    if (!box)
        return {};
    const QRectF &r = box->rect;
    return QJsonArray{box->page, r.x(), r.y(), r.width(), r.height()};
}

std::optional<VisibleBox> boxIn(const QJsonArray &box)
{
    if (box.size() != 5)
        return std::nullopt;
    return VisibleBox{box.at(0).toInt(1),
                      QRectF(box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble(), box.at(4).toDouble()),
                      {}};
}

} // namespace

QJsonObject toJson(const Question &question)
{
    QJsonArray anchors;
    for (const TrustAnchor &one : question.trust.anchors())
        anchors += QJsonArray{coded(one.certificate.der()), one.accredited, one.source,
                              QJsonArray::fromStringList(one.revocationHosts),
                              one.until.isValid() ? timeJson(one.until) : QJsonValue()};
    return {{QStringLiteral("look"), question.kind == Question::Kind::Look},
            {QStringLiteral("anchors"), anchors},
            {QStringLiteral("anchor_lists"), coded(question.trust.lists())},
            {QStringLiteral("ocsp"), coded(question.fetched.ocsp)},
            {QStringLiteral("lists"), coded(question.fetched.lists)},
            {QStringLiteral("at"), timeJson(question.at)},
            {QStringLiteral("memo"), memoJson(question.memo)},
            {QStringLiteral("digest"), question.digest},
            {QStringLiteral("password"), coded(question.password)},
            {QStringLiteral("box"), boxJson(question.box)}};
}

Result<Question> questionFrom(const QJsonObject &object)
{
    Question out;
    out.kind = object.value(QStringLiteral("look")).toBool() ? Question::Kind::Look : Question::Kind::Verify;
    const QJsonArray anchors = object.value(QStringLiteral("anchors")).toArray();
    for (const QJsonValue &value : anchors) {
        const QJsonArray one = value.toArray();
        CARRIEL_TRY(const crypto::Certificate certificate, crypto::Certificate::fromDer(bytesIn(one.at(0))));
        const auto until = timeIn(one.at(4));
        if (!until && !one.at(4).isNull()) // an end that is lost would be none
            return nonsense("until");
        out.trust.add(TrustAnchor{certificate, one.at(1).toBool(), one.at(2).toString(), textsIn(one.at(3)),
                                  until.value_or(QDateTime())});
    }
    for (const QByteArray &list : listIn(object.value(QStringLiteral("anchor_lists"))))
        out.trust.addList(list);
    out.fetched = {listIn(object.value(QStringLiteral("ocsp"))), listIn(object.value(QStringLiteral("lists")))};
    const auto at = timeIn(object.value(QStringLiteral("at")));
    if (!at)
        return nonsense("at");
    out.at = *at;
    out.memo = memoIn(object.value(QStringLiteral("memo")).toObject());
    out.digest = object.value(QStringLiteral("digest")).toBool();
    out.password = bytesIn(object.value(QStringLiteral("password")));
    out.box = boxIn(object.value(QStringLiteral("box")).toArray());
    return out;
}

QJsonObject toJson(const Judgement &judgement)
{
    QJsonArray notes;
    for (const SafetyNote &one : judgement.notes)
        notes += QJsonArray{int(one.kind), one.count};
    return {{QStringLiteral("format"), int(judgement.format)},
            {QStringLiteral("report"), reportJson(judgement.report)},
            {QStringLiteral("signed_digest"), coded(judgement.signedDigest)},
            {QStringLiteral("sha256"), coded(judgement.sha256)},
            {QStringLiteral("memo"), memoJson(judgement.memo)},
            {QStringLiteral("may_sign"), outcomeJson(judgement.facts.maySign)},
            {QStringLiteral("pages"), judgement.facts.pages},
            {QStringLiteral("first_page"),
             QJsonArray{judgement.facts.firstPage.width(), judgement.facts.firstPage.height()}},
            {QStringLiteral("box_over"), int(judgement.facts.boxOver)},
            {QStringLiteral("notes"), notes}};
}

Result<Judgement> judgementFrom(const QJsonObject &object)
{
    Judgement out;
    if (!take(object.value(QStringLiteral("format")), SignedFormat::None, out.format))
        return nonsense("format");
    CARRIEL_TRY(out.report, reportIn(object.value(QStringLiteral("report")).toObject()));
    out.signedDigest = bytesIn(object.value(QStringLiteral("signed_digest")));
    out.sha256 = bytesIn(object.value(QStringLiteral("sha256")));
    out.memo = memoIn(object.value(QStringLiteral("memo")).toObject());
    CARRIEL_TRY(out.facts.maySign, outcomeIn(object.value(QStringLiteral("may_sign"))));
    out.facts.pages = object.value(QStringLiteral("pages")).toInt();
    const QJsonArray size = object.value(QStringLiteral("first_page")).toArray();
    out.facts.firstPage = {size.at(0).toDouble(), size.at(1).toDouble()};
    if (!take(object.value(QStringLiteral("box_over")), Cover::Of::Text, out.facts.boxOver))
        return nonsense("box");
    const QJsonArray notes = object.value(QStringLiteral("notes")).toArray();
    for (const QJsonValue &value : notes) {
        SafetyNote one{};
        if (!take(value.toArray().at(0), SafetyNote::Kind::NotPdf, one.kind) || out.notes.size() > 100)
            return nonsense("note");
        one.count = value.toArray().at(1).toInt();
        out.notes += one;
    }
    return out;
}

} // namespace carriel::signing
