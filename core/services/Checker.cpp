// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Checker.h"

#include "core/services/CheckRound.h"
#include "core/services/DocumentPassword.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/verify/FileVerifier.h"
#include "core/signing/verify/OnlineVerify.h"
#include "core/vault/Settings.h"
#include "core/vault/SignedBeside.h"
#include "core/vault/SigningStore.h"
#include "core/vault/VaultErrors.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcVerify, "carriel.verify", QtWarningMsg)

namespace carriel {

namespace {
constexpr int lookAgainEvery = 60 * 60 * 1000; // ms: what is due by the clock
constexpr int mostTries = 2;
constexpr std::chrono::seconds patienceUnasked{20};
constexpr int tellEvery = 400; // ms
constexpr qint64 secondsBetweenSweeps = 600;
} // namespace

Checker::Checker(vault::VaultStore &store, Clock &clock, Network &network)
    : m_store(store), m_clock(clock), m_network(network)
{
    m_later.setInterval(lookAgainEvery);
    connect(&m_later, &QTimer::timeout, this, &Checker::wake);
    m_tell.setSingleShot(true);
    m_tell.setInterval(tellEvery);
    connect(&m_tell, &QTimer::timeout, this, &Checker::tell);
}

// An orderly end is no crash of the file under judgement.
Checker::~Checker()
{
    if (m_busy)
        (void)vault::VerdictStore(m_store.database()).begun(m_current, -1);
}

bool Checker::online() const
{
    return vault::Settings(m_store.database()).value(QString::fromLatin1(settings::onlineChecks)) ==
           QLatin1String("yes");
}

void Checker::wake()
{
    if (!m_later.isActive())
        m_later.start();
    if (!m_busy)
        next();
}

void Checker::whenDone(std::function<void()> done)
{
    m_whenDone = std::move(done);
    wake();
}

void Checker::told(const ItemId &document)
{
    m_told += document;
    if (!m_tell.isActive())
        m_tell.start();
}

void Checker::tell()
{
    m_tell.stop();
    if (const QList<ItemId> ids = std::exchange(m_told, {}); !ids.isEmpty())
        Q_EMIT verdictsChanged(ids);
}

void Checker::finishAll()
{
    tell();
    if (const auto done = std::exchange(m_whenDone, {}))
        done();
}

Outcome Checker::trustMoved()
{
    CARRIEL_CHECK(vault::VerdictStore(m_store.database()).waitAll());
    m_sweptUtc = {};
    wake();
    return {};
}

// The permission to ask is part of what a verdict stands on; and so are the rules, counted here: when something that was
// good is good no more, what was judged before is judged again.
QString Checker::printOf(const Trusted &trusted) const
{
    constexpr QLatin1String rules("/5");
    return trusted.print + rules + QLatin1String(online() ? "+" : "");
}

void Checker::next()
{
    vault::VerdictStore rows(m_store.database());
    auto found = rows.next();
    const QDateTime now = m_clock.nowUtc();
    if (found.ok() && !found.value() &&
        (!m_sweptUtc.isValid() || m_sweptUtc.secsTo(now) > secondsBetweenSweeps || now < m_sweptUtc)) {
        m_sweptUtc = now; // both look at every document, and this is asked after every edit
        (void)rows.forgetUnused();
        (void)forgetUnusedPasswords(m_store.database());
        const auto stands = trustedIn(m_store.database(), now);
        if (stands.ok() && rows.waitDue(now, printOf(stands.value())).valueOr(false))
            found = rows.next();
    }
    if (!found.ok() || !found.value())
        return finishAll();
    const vault::ToVerify document = *found.value();
    const auto again = [this] { QMetaObject::invokeMethod(this, &Checker::wake, Qt::QueuedConnection); };
    auto trusted = trustedIn(m_store.database(), now);
    if (!trusted.ok())
        return finishAll();
    const auto known = rows.verdict(document.sha256);
    const QString print = printOf(trusted.value());
    const auto stillHolds = [&](const vault::VerdictRow &row) {
        if (checkedFromJson(row.report).format == QLatin1String("cades"))
            return false; // what it signs is another document's content
        return row.verdict == QLatin1String("none") ||
               (row.trust == print && (!row.dueUtc.isValid() || row.dueUtc > now));
    };
    if (known.ok() && known.value() && stillHolds(*known.value())) {
        if (!rows.show(document.n, document.version, known.value()->verdict).ok())
            return finishAll();
        told(document.item);
        return again();
    }
    CheckedFile without;
    without.verdict = QStringLiteral("unchecked");
    without.checkedUtc = m_clock.nowUtc();
    without.size = document.size;
    if (document.size > largest || document.tries >= mostTries) {
        without.findings += document.size > largest ? QStringLiteral("too large to be looked at unasked")
                                                    : QStringLiteral("the program ended while it was looked at");
        if (!keep(document, without, print).ok())
            return finishAll();
        return again();
    }
    auto bytes = m_store.bytes(document.blob);
    auto lent = bytes.ok() ? signing::LentBytes::copyOf(bytes.value())
                           : Result<std::shared_ptr<signing::LentBytes>>(bytes.error());
    if (bytes.ok() && !lent.ok())
        return finishAll(); // no memory now; another time
    if (!bytes.ok() || !rows.begun(document.n, 1).ok()) {
        if (!bytes.ok() && !rows.skip(document.n).ok())
            return finishAll();
        return bytes.ok() ? finishAll() : again();
    }
    m_busy = true;
    m_current = document.n;
    auto round = std::make_shared<CheckRound>();
    round->file = std::move(lent).value();
    round->item = document.item;
    round->password = passwordOf(m_store.database(), document.sha256);
    round->patience = patienceUnasked;
    round->answer = [this, document, again, print](const Result<CheckedFile> &file) {
        m_busy = false;
        const Outcome kept = file.ok() ? keep(document, file.value(), print) : Outcome(file.error());
        if (!kept.ok()) {
            qCInfo(lcVerify) << "cannot keep a verdict" << kept.error().codeText();
            return finishAll();
        }
        again();
    };
    begin(round, trusted.value());
}

void Checker::begin(std::shared_ptr<CheckRound> round, const Trusted &trusted)
{
    round->trusted = trusted;
    round->online = online();
    round->at = m_clock.nowUtc();
    judge(round);
}

void Checker::moved(const QList<ItemId> &documents)
{
    if (!m_besideSome) // a walk through all, once
        m_besideSome = vault::anyBeside(m_store.database()).valueOr(true);
    if (!*m_besideSome)
        return;
    if (const Outcome noted = vault::waitBeside(m_store.database(), documents); !noted.ok())
        qCWarning(lcVerify) << "cannot note what is to be looked at" << noted.error().codeText();
}

// What a signature beside a file is compared with: the document of that name which lies there now; else one that has
// what was signed, whatever it is called; else the one that had it.
ItemId Checker::contentOf(CheckRound &round)
{
    vault::Database &database = m_store.database();
    ItemId found = round.item.isEmpty() ? ItemId() : vault::signedBeside(database, round.item).valueOr(ItemId());
    if (found.isEmpty())
        found = vault::documentWith(database, round.signedDigest).valueOr(ItemId());
    if (found.isEmpty())
        found = vault::SigningStore(database).holder(round.signedDigest).valueOr(ItemId());
    return found;
}

bool Checker::findContent(CheckRound &round)
{
    if (std::exchange(round.contentSought, true) || round.signedDigest.isEmpty())
        return false;
    const auto holder = m_store.item(contentOf(round));
    if (!holder.ok() || !holder.value() || holder.value()->local.state != ItemState::Active)
        return false;
    const auto head = m_store.version(holder.value()->local.version);
    const auto now = head.ok() && head.value() ? m_store.blob(head.value()->blob)
                                               : Result<std::optional<sync::BlobRow>>(std::nullopt);
    if (!now.ok() || !now.value())
        return false;
    const bool same = now.value()->sha256 == round.signedDigest;
    const QDateTime then = same ? QDateTime()
                                : vault::versionWith(m_store.database(), holder.value()->id, round.signedDigest)
                                      .valueOr(QDateTime());
    // The same bytes may be here under another number.
    const BlobId blob = same ? vault::SigningStore(m_store.database()).blobWith(round.signedDigest).valueOr(BlobId())
                             : head.value()->blob;
    const auto info = blob.isEmpty() ? Result<std::optional<sync::BlobRow>>(std::nullopt) : m_store.blob(blob);
    if (!info.ok() || !info.value() || info.value()->size > CheckRound::largestContent)
        return false;
    auto bytes = m_store.bytes(blob);
    auto lent = bytes.ok() ? signing::LentBytes::copyOf(bytes.value())
                           : Result<std::shared_ptr<signing::LentBytes>>(bytes.error());
    if (!lent.ok())
        return false;
    round.content = std::move(lent).value();
    round.contentName = holder.value()->local.name;
    round.signedThen = then;
    return true;
}

void Checker::check(const ItemId &id, Answer answer)
{
    const auto refuse = [&](const Error &error) { answer(error); };
    vault::VerdictStore rows(m_store.database());
    const auto item = m_store.item(id);
    const auto version = item.ok() && item.value() ? m_store.version(item.value()->local.version)
                                                   : Result<std::optional<sync::VersionRow>>(std::nullopt);
    const auto blob = version.ok() && version.value() ? m_store.blob(version.value()->blob)
                                                      : Result<std::optional<sync::BlobRow>>(std::nullopt);
    if (!blob.ok() || !blob.value())
        return refuse(Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}});
    auto bytes = m_store.bytes(version.value()->blob);
    if (!bytes.ok())
        return refuse(bytes.error().code == vault::errors::bytesMissing
                          ? Error{errors::notHere, {{QStringLiteral("name"), item.value()->local.name}}, {}}
                          : bytes.error());
    auto lent = signing::LentBytes::copyOf(std::exchange(bytes.value(), {}));
    if (!lent.ok())
        return refuse(lent.error());
    auto trusted = trustedIn(m_store.database(), m_clock.nowUtc());
    if (!trusted.ok())
        return refuse(trusted.error());
    vault::ToVerify document;
    document.item = id;
    document.version = version.value()->id;
    document.sha256 = blob.value()->sha256;
    document.size = blob.value()->size;
    {
        vault::Statement row = m_store.database().query("SELECT n FROM item WHERE id=?", id.text());
        if (const auto found = row.next(); found.ok() && found.value())
            document.n = row.integer(0);
    }
    auto round = std::make_shared<CheckRound>();
    round->file = std::move(lent).value();
    round->item = id;
    round->password = passwordOf(m_store.database(), document.sha256);
    round->answer = [this, document, answer, print = printOf(trusted.value())](const Result<CheckedFile> &file) {
        if (file.ok())
            (void)keep(document, file.value(), print); // shown all the same; the next look keeps it
        tell();
        answer(file);
    };
    begin(round, trusted.value());
}

void Checker::checkFile(const QString &path, const QString &content, const QByteArray &password, Answer answer)
{
    auto trusted = trustedIn(m_store.database(), m_clock.nowUtc());
    if (!trusted.ok())
        return answer(trusted.error());
    auto round = std::make_shared<CheckRound>();
    round->path = path;
    round->contentPath = content;
    round->password = password;
    round->answer = std::move(answer);
    begin(round, trusted.value());
}

void Checker::judge(std::shared_ptr<CheckRound> round)
{
    runInPool([round] { return round->run(); }).then(this, [this, round](const QList<signing::FetchWanted> &wanted) {
        if (!round->failed && findContent(*round))
            return judge(round);
        round->open.clear();
        if (round->online) {
            for (const signing::FetchWanted &one : wanted) {
                if (!round->asked.contains(one) && signing::mayFetch(one, round->trusted.store))
                    round->open += one;
            }
        }
        if (round->open.isEmpty() || round->asked.size() >= mostFetches)
            return ended(round);
        fetchNext(round);
    });
}

void Checker::fetchNext(std::shared_ptr<CheckRound> round)
{
    if (round->open.isEmpty() || round->asked.size() >= mostFetches)
        return judge(round);
    const signing::FetchWanted wanted = round->open.takeFirst();
    round->asked += wanted;
    HttpFetchRequest request;
    request.url = wanted.url;
    request.body = wanted.body;
    request.maxBytes = wanted.ocsp ? 1 << 20 : 20 << 20;
    if (wanted.ocsp)
        request.contentType = "application/ocsp-request";
    const QPointer<Checker> alive(this); // the vault may be closed before the answer comes
    m_network.fetch().fetch(std::move(request), [alive, round, ocsp = wanted.ocsp](const Result<QByteArray> &answer) {
        if (!alive)
            return;
        if (answer.ok()) {
            (ocsp ? round->trusted.evidence.ocsp : round->trusted.evidence.lists) += answer.value();
            round->fetched += vault::EvidenceRow{ocsp, answer.value()};
        }
        alive->fetchNext(round);
    });
}

void Checker::ended(std::shared_ptr<CheckRound> round)
{
    vault::VerdictStore rows(m_store.database());
    for (const vault::EvidenceRow &row : std::as_const(round->fetched))
        (void)rows.putEvidence(row, round->at);
    round->answer(round->failed ? Result<CheckedFile>(*round->failed) : Result<CheckedFile>(round->result));
}

Outcome Checker::keep(const vault::ToVerify &document, const CheckedFile &file, const QString &trust)
{
    vault::VerdictStore rows(m_store.database());
    CARRIEL_TRY(const auto same, rows.verdict(document.sha256));
    // A new version whose signatures are worth something else than the one before is told like a change of trust: who
    // signed a valid paper and got an invalid one must hear of it. What was not signed has nothing to compare with.
    QString before = same ? same->verdict : QString();
    if (!same && document.n != 0) {
        CARRIEL_TRY(before, rows.shown(document.n));
        if (before == QLatin1String("none") || before == QLatin1String("unchecked"))
            before.clear();
    }
    vault::VerdictRow row;
    row.sha256 = document.sha256;
    row.trust = trust;
    row.checkedUtc = file.checkedUtc;
    row.dueUtc = dueAfter(file, online());
    row.proofEndsUtc = file.proofEndsUtc;
    row.verdict = file.verdict;
    row.report = toJson(file);
    CARRIEL_CHECK(rows.put(row, document.n, document.version));
    if (!before.isEmpty() && before != row.verdict) {
        QString name = document.name;
        if (const auto item = m_store.item(document.item); item.ok() && item.value())
            name = item.value()->local.name;
        CARRIEL_CHECK(m_store.transact([&](sync::Writer &writer) {
            return writer.addActivity({QStringLiteral("document.verdict_changed"),
                                       document.item.text(),
                                       {},
                                       {{QStringLiteral("name"), name},
                                        {QStringLiteral("from"), before},
                                        {QStringLiteral("verdict"), row.verdict}}});
        }));
    }
    if (file.format == QLatin1String("cades"))
        m_besideSome = true;
    told(document.item);
    return {};
}

} // namespace carriel
