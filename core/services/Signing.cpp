// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Signing.h"

#include "core/services/BoxLines.h"
#include "core/services/DocumentPassword.h"
#include "core/services/SignDesk.h"
#include "core/services/SignOptions.h"
#include "core/services/VaultAccess.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/sign/Appearance.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "core/vault/Settings.h"

namespace carriel {

namespace {

constexpr const char *cardDriverSetting = "signatures.card";
constexpr const char *keyFileSetting = "signatures.keyFile";
constexpr const char *signingServiceSetting = "signatures.service";

struct Looked
{
    SafeToSign about;
    QByteArray bytes;
    QByteArray password;
    QString verdict;
    QDateTime now;
};

SafeToSign lookAt(const Looked &one)
{
    SafeToSign out = one.about;
    if (out.refused)
        return out;
    const auto lent = signing::LentBytes::copyOf(one.bytes);
    const auto looked =
        lent.ok() ? signing::judgeConfined(*lent.value(), nullptr,
                                           {signing::Question::Kind::Look, {}, {}, one.now, {}, false, one.password})
                  : Result<signing::Judgement>(lent.error());
    if (!looked.ok()) {
        out.refused = looked.error();
        return out;
    }
    out.pdf = looked.value().format == signing::SignedFormat::Pdf;
    if (!out.pdf) // nobody can tell what is in it; it is signed as it is
        return out;
    const signing::PageFacts &facts = looked.value().facts;
    for (const signing::SafetyNote &note : looked.value().notes) {
        // What verification explained as proofs, timestamps or another signature needs no second look.
        if (note.kind == signing::SafetyNote::Kind::LaterChange && one.verdict == QLatin1String("valid"))
            continue;
        out.badSignature |= note.kind == signing::SafetyNote::Kind::LostSignature;
        out.findings += SafetyFinding{signing::name(note.kind), note.count};
    }
    out.pages = facts.pages;
    out.firstPage = facts.firstPage;
    if (!one.password.isEmpty())
        out.password = std::make_shared<const SecretBytes>(SecretBytes::copyOf(one.password));
    if (!facts.maySign.ok())
        out.refused = facts.maySign.error();
    static const QStringList bad{QStringLiteral("altered"), QStringLiteral("invalid"), QStringLiteral("unreadable")};
    if (!out.badSignature && bad.contains(one.verdict)) {
        out.badSignature = true;
        out.findings.prepend({QStringLiteral("bad_signature"), 1});
    }
    return out;
}

SignJob jobFrom(const vault::SigningJobRow &row)
{
    static constexpr SignState states[] = {SignState::Waits, SignState::Works,  SignState::Unstamped,
                                           SignState::Done,  SignState::Failed, SignState::GivenUp};
    SignJob out;
    out.id = row.id;
    out.document = row.item;
    out.result = row.resultItem;
    out.name = row.name;
    out.state = states[int(row.state)];
    out.level = levelOf(row.options);
    out.reached = reachedBy(row.options);
    out.problem = row.error.value(QLatin1String("code")).toString();
    out.problemParams = row.error.value(QLatin1String("params")).toObject().toVariantMap();
    out.certificate = certificateOf(row.options);
    out.signer = row.options.value(QLatin1String("signer")).toString();
    out.renewal = isRenewal(row.options);
    out.nextTryUtc = row.nextTryUtc;
    out.changedUtc = row.changedUtc;
    if (out.state == SignState::Failed && out.problem == Error{errors::keyClosed, {}, {}}.codeText()) {
        out.state = SignState::NeedsKey;
        out.problem.clear();
    }
    return out;
}

} // namespace

QFuture<Result<QList<SafeToSign>>> Signing::inspect(QList<ItemId> documents)
{
    return postAsync<Result<QList<SafeToSign>>>(m_access.host, [host = m_access.host, documents](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        auto answers = std::make_shared<QList<SafeToSign>>();
        auto step = std::make_shared<std::function<void(qsizetype)>>();
        // One at a time: a hundred large ones are not held in memory together.
        *step = [host, documents, answers, finish, weak = std::weak_ptr(step)](qsizetype at) {
            if (at == documents.size())
                return finish(*answers);
            if (!host->isOpen())
                return finish(VaultAccess::locked());
            const ItemId id = documents.at(at);
            Looked one;
            one.now = host->clock().nowUtc();
            one.about.document = id;
            const auto item = host->store().item(id);
            const auto blob = host->headBlob(id);
            if (item.ok() && item.value())
                one.about.name = item.value()->local.name;
            if (!blob.ok()) {
                one.about.refused = blob.error();
            } else if (auto bytes = host->store().bytes(blob.value().id); bytes.ok()) {
                one.bytes = std::move(bytes).value();
                one.password = passwordOf(host->store().database(), blob.value().sha256);
                const auto known =
                    vault::VerdictStore(host->store().database()).verdict(blob.value().sha256).valueOr(std::nullopt);
                one.verdict = known ? known->verdict : QString();
            } else {
                one.about.refused = Error{errors::notHere, {{QStringLiteral("name"), one.about.name}}, {}};
            }
            runInPool([one = std::move(one)] {
                return lookAt(one);
            }).then(host, [answers, again = weak.lock(), at](const SafeToSign &seen) {
                answers->append(seen);
                (*again)(at + 1);
            });
        };
        (*step)(0);
    });
}

QFuture<Result<BoxOver>> Signing::boxOver(ItemId document, SignBox box)
{
    return postAsync<Result<BoxOver>>(m_access.host, [host = m_access.host, document, box](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        const auto blob = host->headBlob(document);
        const auto bytes = blob.ok() ? host->store().bytes(blob.value().id) : Result<QByteArray>(blob.error());
        if (!bytes.ok())
            return finish(bytes.error());
        runInPool([bytes = bytes.value(), box, now = host->clock().nowUtc(),
                   password = passwordOf(host->store().database(), blob.value().sha256)]() -> Result<BoxOver> {
            CARRIEL_TRY(const auto lent, signing::LentBytes::copyOf(bytes));
            signing::Question question{signing::Question::Kind::Look, {}, {}, now, {}, false, password};
            question.box = signing::VisibleBox{box.page, box.rect, {}};
            CARRIEL_TRY(const signing::Judgement looked, signing::judgeConfined(*lent, nullptr, question));
            return BoxOver(int(looked.facts.boxOver));
        }).then(host, finish);
    });
}

QFuture<Result<SignIdentity>> Signing::openIdentity(IdentityRequest request)
{
    return postAsync<Result<SignIdentity>>(m_access.host, [host = m_access.host,
                                                           request = std::move(request)](auto finish) mutable {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        SignWorker *worker = &host->signer().worker();
        const QString keyFile = request.kind == QLatin1String("p12") ? request.place : QString();
        postAsync<Result<SignIdentity>>(worker, [worker, request = std::move(request)](auto opened) mutable {
            worker->open(std::move(request), opened);
        }).then(host, [host, keyFile, finish](const Result<SignIdentity> &opened) {
            if (opened.ok() && host->isOpen()) {
                host->signer().opened(opened.value());
                if (!keyFile.isEmpty())
                    (void)vault::Settings(host->store().database()).set(QString::fromLatin1(keyFileSetting), keyFile);
            }
            finish(opened);
        });
    });
}

QFuture<Result<CardListing>> Signing::cards(QString driver)
{
    return postAsync<Result<CardListing>>(m_access.host, [host = m_access.host, driver](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        SignWorker *worker = &host->signer().worker();
        postAsync<Result<CardListing>>(worker, [worker, driver](auto listed) {
            worker->cards(driver, listed);
        }).then(host, [host, driver, finish](const Result<CardListing> &found) {
            if (found.ok() && !found.value().cards.isEmpty() && host->isOpen())
                (void)vault::Settings(host->store().database())
                    .set(QString::fromLatin1(cardDriverSetting), QString(driver + QLatin1String("")));
            finish(found);
        });
    });
}

QFuture<Result<QList<RemoteKeyFact>>> Signing::remoteKeys(QUrl service)
{
    using Found = Result<QList<RemoteKeyFact>>;
    return postAsync<Found>(m_access.host, [host = m_access.host, service](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        SignWorker *worker = &host->signer().worker();
        postAsync<Found>(worker, [worker, service](auto listed) {
            worker->remote(service, listed);
        }).then(host, [host, service, finish](const Found &found) {
            if (found.ok() && host->isOpen())
                (void)vault::Settings(host->store().database())
                    .set(QString::fromLatin1(signingServiceSetting), service.toString());
            finish(found);
        });
    });
}

QString Signing::keyFile() const
{
    return m_access.reader ? vault::Settings(m_access.reader->database()).value(QString::fromLatin1(keyFileSetting))
                           : QString();
}

QUrl Signing::signingService() const
{
    return m_access.reader
               ? QUrl(vault::Settings(m_access.reader->database()).value(QString::fromLatin1(signingServiceSetting)))
               : QUrl();
}

QString Signing::cardDriver() const
{
    return m_access.reader ? vault::Settings(m_access.reader->database()).value(QString::fromLatin1(cardDriverSetting))
                           : QString();
}

void Signing::forgetIdentity(const QString &handle)
{
    post(m_access.host, [host = m_access.host, handle] {
        if (host->isOpen()) {
            SignWorker *worker = &host->signer().worker();
            post(worker, [worker, handle] {
                worker->forget(handle);
                return true;
            });
        }
        return true;
    });
}

QFuture<Result<QStringList>> Signing::sign(SignRequest request)
{
    return post(m_access.host, [host = m_access.host, request]() -> Result<QStringList> {
        if (!host->isOpen())
            return VaultAccess::locked();
        return host->signer().add(request);
    });
}

QFuture<Outcome> Signing::resume(QStringList jobs, QString identity)
{
    return post(m_access.host, [host = m_access.host, jobs, identity]() -> Outcome {
        return host->isOpen() ? host->signer().resume(jobs, identity) : VaultAccess::locked();
    });
}

QFuture<Outcome> Signing::giveUp(QString job)
{
    return post(m_access.host, [host = m_access.host, job]() -> Outcome {
        return host->isOpen() ? host->signer().giveUp(job) : VaultAccess::locked();
    });
}

QFuture<Outcome> Signing::clearEnded()
{
    return post(m_access.host, [host = m_access.host]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        return vault::SigningStore(host->store().database()).clearEnded();
    });
}

void Signing::stampNow()
{
    post(m_access.host, [host = m_access.host] {
        if (host->isOpen())
            host->signer().stampNow();
        return true;
    });
}

QFuture<Outcome> Signing::renew(QList<ItemId> documents)
{
    return post(m_access.host, [host = m_access.host, documents, authority = timestampAuthority()]() -> Outcome {
        return host->isOpen() ? host->signer().renew(documents, authority) : VaultAccess::locked();
    });
}

QList<SignJob> Signing::jobs(int most) const
{
    QList<SignJob> out;
    if (!m_access.reader)
        return out;
    for (const vault::SigningJobRow &row : m_access.seen(vault::SigningStore(m_access.reader->database()).recent(most)))
        out += jobFrom(row);
    return out;
}

QStringList boxLines(const QString &name, const QString &reason, const QString &place)
{
    return signing::shownLines(name, QDateTime::currentDateTimeUtc(), reason, place);
}

QList<SignatureMade> Signing::made(int most, int skip) const
{
    QList<SignatureMade> out;
    if (!m_access.reader)
        return out;
    for (const vault::SignatureMadeRow &row : m_access.seen(vault::SigningStore(m_access.reader->database()).made(most, skip))) {
        SignatureMade one;
        one.document = row.item;
        one.name = row.name;
        one.certificate = certificateFacts(row.certificate).value_or(CertificateFacts{});
        one.level = signLevelFrom(row.level);
        one.reason = row.reason;
        one.place = row.place;
        one.signedSha256 = row.signedSha256;
        one.resultSha256 = row.resultSha256;
        one.madeUtc = row.madeUtc;
        out += one;
    }
    return out;
}

QUrl Signing::timestampAuthority() const
{
    return m_access.reader ? QUrl(vault::Settings(m_access.reader->database())
                                      .value(QString::fromLatin1(settings::timestampAuthority)))
                           : QUrl();
}

QFuture<Outcome> Signing::setTimestampAuthority(QUrl url)
{
    return post(m_access.host, [host = m_access.host, url]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_CHECK(
            vault::Settings(host->store().database())
                .set(QString::fromLatin1(settings::timestampAuthority), QString(url.toString() + QLatin1String(""))));
        host->signer().stampNow(); // what waited for the old one
        return {};
    });
}

} // namespace carriel
