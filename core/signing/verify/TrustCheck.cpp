// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/TrustCheck.h"

namespace carriel::signing {

using crypto::Certificate;
using crypto::PathStatus;
using crypto::RevocationStatement;

namespace {

// Known after the moment, or still holding at it. A statement that names no next one holds for a day.
bool speaksFor(const RevocationStatement &statement, const QDateTime &at)
{
    if (statement.thisUpdate >= at)
        return true;
    const QDateTime until = statement.nextUpdate.isValid() ? statement.nextUpdate : statement.thisUpdate.addDays(1);
    return at <= until;
}

struct Status
{
    bool known = false;
    bool inside = false;
    std::optional<QDateTime> revoked;
};

void look(const Evidence &evidence, const Certificate &subject, const Certificate &issuer, const QDateTime &at,
          bool inside, Status &status, const QDateTime &made = {})
{
    const auto use = [&](const std::optional<RevocationStatement> &statement) {
        if (!statement)
            return;
        if (statement->says == RevocationStatement::Says::Revoked) {
            // An unreadable moment counts as always.
            const QDateTime when =
                statement->revokedAt.isValid() ? statement->revokedAt : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
            if (!status.revoked || when < *status.revoked)
                status.revoked = when;
        } else if (!speaksFor(*statement, at) && !(made.isValid() && speaksFor(*statement, made))) {
            return;
        }
        status.inside |= inside;
        status.known = true;
    };
    for (const QByteArray &der : evidence.ocsp)
        use(crypto::fromOcsp(der, subject, issuer));
    for (const QByteArray &der : evidence.lists)
        use(crypto::fromList(der, subject, issuer));
}

void want(const Certificate &subject, const Certificate &issuer, const QString &anchor, QList<FetchWanted> &wanted)
{
    const auto add = [&](FetchWanted one) {
        if (!wanted.contains(one) && wanted.size() < 64)
            wanted += std::move(one);
    };
    for (const QUrl &url : subject.ocspUrls())
        add({url, crypto::ocspRequest(subject, issuer), true, true, anchor});
    for (const QUrl &url : subject.crlUrls())
        add({url, {}, false, true, anchor});
}

SubIndication subOf(PathStatus status, bool proven, Indication &indication)
{
    switch (status) {
    case PathStatus::Expired:
        if (proven)
            indication = Indication::TotalFailed;
        return proven ? SubIndication::Expired : SubIndication::OutOfBoundsNoPoe;
    case PathStatus::NotYetValid:
        indication = Indication::TotalFailed;
        return SubIndication::NotYetValid;
    case PathStatus::Weak:
        return SubIndication::CryptoConstraintsFailure;
    case PathStatus::BrokenRules:
        return SubIndication::ChainConstraintsFailure;
    case PathStatus::NoAnchor:
    case PathStatus::Complete:
        break;
    }
    return SubIndication::NoCertificateChainFound;
}

// Of an anchor nobody has to be asked, but who knows that its own authority took it back listens: its name and since when.
std::optional<std::pair<QString, QDateTime>> revokedAbove(const TrustQuestion &question, const QList<Certificate> &path,
                                                          const TrustStore &trust, const Evidence &kept,
                                                          const Evidence &others)
{
    const QList<Certificate> known = path + question.pool + trust.certificates();
    for (const Certificate &subject : path) {
        if (!trust.find(subject))
            continue;
        for (const Certificate &issuer : known) {
            if (issuer == subject || issuer.subjectDer() != subject.issuerDer() || !subject.signedBy(issuer))
                continue;
            Status status;
            look(kept, subject, issuer, question.at, true, status);
            look(others, subject, issuer, question.at, false, status);
            look({{}, trust.lists()}, subject, issuer, question.at, false, status);
            if (status.revoked && *status.revoked <= question.at)
                return std::pair(subject.name(), *status.revoked);
        }
    }
    return std::nullopt;
}

// Whom only a list names that ended: what it said is not used, and that is told.
QStringList endedList(const TrustQuestion &question, const TrustStore &all)
{
    const auto path = crypto::certificatePath(question.certificate, question.pool, all.certificates(), question.at);
    for (const Certificate &one : path.certificates) {
        if (const TrustAnchor *anchor = all.find(one); anchor && path.status == PathStatus::Complete)
            return {QStringLiteral("the list that names %1 ended on %2").arg(one.name(), anchor->until.toString(Qt::ISODate))};
    }
    return {};
}

} // namespace

TrustAnswer checkTrust(const TrustQuestion &question, const TrustStore &all, const Evidence &kept,
                       const Evidence &others, QList<FetchWanted> &wanted)
{
    TrustAnswer answer;
    const TrustStore trust = all.inForce(question.now.isValid() ? question.now : question.at);
    const auto path = crypto::certificatePath(question.certificate, question.pool, trust.certificates(), question.at);
    answer.path = path.certificates;
    if (path.status != PathStatus::Complete) {
        answer.sub = subOf(path.status, question.atIsProven, answer.indication);
        if (path.status == PathStatus::NoAnchor)
            answer.findings += endedList(question, all);
        return answer;
    }
    const TrustAnchor *anchor = nullptr;
    for (const Certificate &one : path.certificates) {
        if ((anchor = trust.find(one)))
            break;
    }
    if (!anchor)
        return answer;
    answer.accredited = anchor->accredited;
    if (anchor->accredited)
        answer.notes += QStringLiteral("its authority is accredited, says %1").arg(anchor->source.left(200));
    const bool fits = question.use == TrustQuestion::Use::Timestamp ? question.certificate.mayMakeTimestamps()
                                                                    : question.certificate.mayMakeSignatures();
    if (!fits) {
        answer.sub = SubIndication::ChainConstraintsFailure;
        answer.findings += QStringLiteral("the certificate is not meant for this");
        return answer;
    }
    answer.indication = Indication::TotalPassed;
    answer.sub = SubIndication::None;
    answer.provenInside = true;
    if (const auto revoked = revokedAbove(question, path.certificates, trust, kept, others)) {
        answer.indication = question.atIsProven ? Indication::TotalFailed : Indication::Indeterminate;
        answer.sub = question.atIsProven ? SubIndication::Revoked : SubIndication::RevokedNoPoe;
        answer.findings +=
            QStringLiteral("%1 was revoked on %2").arg(revoked->first, revoked->second.toString(Qt::ISODate));
        return answer;
    }
    for (qsizetype i = 0; i + 1 < path.certificates.size() && !trust.find(path.certificates[i]); ++i) {
        const Certificate &subject = path.certificates[i];
        const Certificate &issuer = path.certificates[i + 1];
        Status status;
        look(kept, subject, issuer, question.at, true, status, question.made);
        look(others, subject, issuer, question.at, false, status);
        look({{}, trust.lists()}, subject, issuer, question.at, false, status);
        answer.provenInside &= status.inside;
        if (status.revoked && *status.revoked <= question.at) {
            answer.indication = question.atIsProven ? Indication::TotalFailed : Indication::Indeterminate;
            answer.sub = question.atIsProven ? SubIndication::Revoked : SubIndication::RevokedNoPoe;
            answer.findings +=
                QStringLiteral("%1 was revoked on %2").arg(subject.name(), status.revoked->toString(Qt::ISODate));
            return answer;
        }
        if (status.known)
            continue;
        const bool nobodyToAsk = subject.ocspUrls().isEmpty() && subject.crlUrls().isEmpty();
        if (nobodyToAsk && question.use == TrustQuestion::Use::Timestamp) {
            answer.notes += QStringLiteral("%1 names no place to ask whether it was revoked").arg(subject.name());
            continue;
        }
        want(subject, issuer, anchor->id(), wanted);
        answer.indication = Indication::Indeterminate;
        answer.sub = SubIndication::TryLater;
        answer.findings += nobodyToAsk
                               ? QStringLiteral("nobody said whether %1 was revoked, and no place to ask is named").arg(subject.name())
                               : QStringLiteral("nobody said whether %1 was revoked").arg(subject.name());
    }
    return answer;
}

} // namespace carriel::signing
