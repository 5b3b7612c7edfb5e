// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading requests and consenting to them. Sending is in ContributorSending.cpp.
#include "core/services/contributions/Contributor.h"
#include "core/services/contributions/Offline.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/services/ActRecord.h"
#include "core/services/ServiceErrors.h"
#include "core/services/contributions/ContributionErrors.h"

#include <QJsonArray>
#include <QTimer>
#include <QUrlQuery>

namespace carriel::papers {

namespace {

constexpr int colombianOffset = -5 * 3600; // seconds: the day by which such acts are dated
constexpr int patienceForDirectory = 4000; // ms: then whoever has a request in his hand is judged by what is known here

Error refusedRequest(const QString &reason)
{
    return {errors::requestRefused, {{QStringLiteral("reason"), reason}}, {}};
}

// One parameter, once, and nothing else: a link says where the request is and no more.
std::optional<QUrl> addressIn(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    const QUrlQuery query(url);
    if (!url.isValid() || url.scheme() != QLatin1String("carpeta") || url.host() != QLatin1String("request") ||
        (!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasFragment() || !url.userInfo().isEmpty() ||
        query.queryItems().size() != 1 || query.queryItems().constFirst().first != QLatin1String("uri"))
        return std::nullopt;
    return QUrl(query.queryItemValue(QStringLiteral("uri"), QUrl::FullyDecoded), QUrl::StrictMode);
}

bool isPageOfSomebody(const QUrl &url)
{
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty() && url.toEncoded().size() <= 2048;
}

} // namespace

Contributor::Contributor(vault::VaultStore &store, mail::Mailbox &mailbox, Random &random)
    : m_store(store), m_rows(store.database()), m_mailbox(mailbox), m_random(random)
{
}

void Contributor::setPort(ContributionPort *port)
{
    m_port = port;
    ++m_generation;
    if (m_sending)
        rest(Error{carriel::errors::cancelled, {}, {}});
}

void Contributor::askDirectory(WithDirectory done)
{
    const auto last = [this]() -> Result<evidence::Directory> {
        CARRIEL_TRY(const QByteArray jws, m_mailbox.rows().directory());
        if (jws.isEmpty())
            return refusedRequest(QStringLiteral("directory"));
        return evidence::readDirectory(jws);
    };
    const auto once = std::make_shared<WithDirectory>(std::move(done));
    const auto tell = [once, last](const std::optional<sync::Trouble> &trouble) {
        if (const WithDirectory then = std::exchange(*once, nullptr))
            then(last(), trouble);
    };
    if (!m_mailbox.port())
        return tell(sync::Trouble());
    QTimer::singleShot(patienceForDirectory, this, [tell] { tell(sync::Trouble()); });
    m_mailbox.port()->directory([this, once, tell, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return tell(sync::Trouble());
        const auto *object = std::get_if<QJsonObject>(&answer);
        const Outcome taken = object ? m_mailbox.acceptDirectory(object->value(QLatin1String("directory")).toString().toLatin1()) : Outcome();
        if (taken)
            return tell(object ? std::nullopt : std::optional(std::get<sync::Trouble>(answer)));
        if (const WithDirectory then = std::exchange(*once, nullptr))
            then(taken.error(), std::nullopt);
    });
}

void Contributor::withDirectory(std::function<void(Result<evidence::Directory>)> done)
{
    askDirectory([done = std::move(done)](Result<evidence::Directory> directory, const std::optional<sync::Trouble> &) { done(std::move(directory)); });
}

void Contributor::judge(const QByteArray &jws, const QString &origin, Done<JudgedRequest> done)
{
    auto request = evidence::readContributionRequest(jws.trimmed());
    if (!request)
        return done(refusedRequest(QStringLiteral("form")));
    const auto who = m_mailbox.port() ? m_mailbox.port()->identity()
                                      : Result<mail::Identity>(Error{carriel::errors::notLoggedIn, {}, {}});
    if (!who)
        return done(who.error());
    askDirectory([this, done, origin, holder = who.value().holder,
                  request = std::move(request).value()](Result<evidence::Directory> directory, const std::optional<sync::Trouble> &away) {
        const bool offline = away && away->kind != sync::TroubleKind::Gone; // one that has no directory has answered
        if (!directory)
            return done(offline ? Error{errors::unprovenNow, {}, {}} : directory.error());
        const QString api = m_port ? m_port->api() : directory.value().operatorIssuer;
        const QString trouble = evidence::troubleWith(request, directory.value(), {holder, api, origin, now()});
        // Who is not known here, or by another key, may be in the directory of today.
        if (offline && (trouble == QLatin1String("unknown_entity") || trouble == QLatin1String("signature")))
            return done(Error{errors::unprovenNow, {}, {}});
        if (!trouble.isEmpty())
            return done(refusedRequest(trouble));
        const auto before = answered(request);
        if (!before)
            return done(before.error());
        done(JudgedRequest{request, directory.value().entity(request.entity)->name, before.value(), offline});
    });
}

void Contributor::read(const QString &source, Done<JudgedRequest> done)
{
    const QString given = source.trimmed();
    const bool link = given.startsWith(QLatin1String("carpeta:"), Qt::CaseInsensitive);
    if (link || given.startsWith(QLatin1String("https:"), Qt::CaseInsensitive)) {
        const std::optional<QUrl> url = link ? addressIn(given) : QUrl(given, QUrl::StrictMode);
        if (!url || !isPageOfSomebody(*url))
            return done(refusedRequest(QStringLiteral("link")));
        if (!m_port)
            return done(Error{carriel::errors::notLoggedIn, {}, {}});
        const QString origin = evidence::originOf(*url);
        return askDirectory([this, url = *url, origin, done](const Result<evidence::Directory> &directory, const std::optional<sync::Trouble> &away) {
            const bool offline = away && away->kind != sync::TroubleKind::Gone;
            if (!directory)
                return done(offline ? Error{errors::unprovenNow, {}, {}} : directory.error());
            const auto &all = directory.value().entities;
            if (std::none_of(all.cbegin(), all.cend(), [&](const QJsonObject &one) {
                    return one.value(QLatin1String("origins")).toArray().contains(origin);
                })) // nothing is fetched from a stranger
                return done(offline ? Error{errors::unprovenNow, {}, {}} : refusedRequest(QStringLiteral("origin")));
            m_port->page(url, [this, origin, done, host = url.host()](const Result<QByteArray> &page) {
                if (!page)
                    return done(
                        Error{errors::requestUnreachable,
                              {{QStringLiteral("host"), host}, {QStringLiteral("reason"), page.error().codeText()}},
                              page.error().detail});
                judge(page.value(), origin, done);
            });
        });
    }
    if (!isWireId(given))
        return judge(given.toLatin1(), {}, std::move(done));
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    m_port->publishedRequest(given, [this, done](const sync::Answer<QJsonObject> &answer) {
        const auto *object = std::get_if<QJsonObject>(&answer);
        if (!object) {
            const sync::Trouble &trouble = std::get<sync::Trouble>(answer);
            return done(trouble.kind == sync::TroubleKind::Unreachable ? Error{errors::unprovenNow, {}, trouble.error.detail} : trouble.error);
        }
        judge(object->value(QLatin1String("request")).toString().toLatin1(), {}, done);
    });
}

Result<std::optional<sync::BlobRow>> Contributor::contentOf(const ItemId &id)
{
    using None = std::optional<sync::BlobRow>;
    CARRIEL_TRY(const auto item, m_store.item(id));
    if (!item || item->type != ItemType::Document || item->local.state != ItemState::Active)
        return None();
    CARRIEL_TRY(const auto version, m_store.version(item->local.version));
    return version ? m_store.blob(version->blob) : Result<None>(None());
}

Result<Contributor::Packable> Contributor::packable(const evidence::AskedDocument &asked, const Choice &choice)
{
    CARRIEL_TRY(const auto blob, contentOf(choice.document));
    if (!blob)
        return Error{carriel::errors::itemNotFound, {{QStringLiteral("item"), choice.document.text()}}, {}};
    CARRIEL_TRY(const auto item, m_store.item(choice.document));
    CARRIEL_TRY(const auto version, m_store.version(item->local.version));
    const QString name = item->local.name;
    if (item->custody == Custody::Private) // its digest is that of the ciphertext, which no entity could compare
        return Error{errors::sealedDocument, {{QStringLiteral("name"), name}}, {}};
    if (blob->sha256 != choice.sha256)
        return Error{errors::versionChanged, {{QStringLiteral("name"), name}}, {}};
    if (blob->state != sync::BlobState::Verified)
        return Error{carriel::errors::notHere, {{QStringLiteral("name"), name}}, {}};
    if (!asked.mediaTypes.isEmpty() && !asked.mediaTypes.contains(version->mediaType))
        return Error{errors::documentUnfit, {{QStringLiteral("name"), name}}, {}};
    if (blob->size > mostBytes)
        return Error{
            errors::tooLarge, {{QStringLiteral("size"), blob->size}, {QStringLiteral("limit"), mostBytes}}, {}};
    PackedDocument out;
    out.name = name;
    out.type = item->local.meta.documentType();
    out.mediaType = version->mediaType;
    out.createdUtc = item->facts.createdUtc.isValid() ? item->facts.createdUtc : version->createdUtc;
    out.digitised = item->local.meta.medium() == OriginMedium::Digitised;
    out.issuer = item->facts.official ? item->facts.issuerName : QString();
    out.report = choice.report;
    while (out.bytes.size() < blob->size) {
        CARRIEL_TRY(const QByteArray chunk, m_store.chunk(blob->id, int(out.bytes.size() / sync::chunkSize)));
        if (chunk.isEmpty())
            break;
        out.bytes += chunk;
    }
    if (crypto::sha256(out.bytes) != blob->sha256)
        return Error{carriel::errors::notHere, {{QStringLiteral("name"), name}}, {}};
    return Packable{std::move(out), item->local.version.text()};
}

// What the person gave to this request: the latest that left, or is to leave.
Result<std::optional<Answered>> Contributor::answered(const evidence::ContributionRequest &request)
{
    CARRIEL_TRY(const QList<vault::ContributionRow> all, m_rows.all());
    for (const vault::ContributionRow &row : all) {
        const auto before = evidence::readContributionRequest(row.request);
        if (row.state <= vault::ContributionState::Taken && before && before.value().id == request.id)
            return std::optional(Answered{row.id, row.madeUtc});
    }
    return std::optional<Answered>();
}

// A request for one answer has one: the first stands, whatever became of it since, unless it never left. One that takes
// many gets a second of the same person only when he means it.
Outcome Contributor::mayAnswer(const evidence::ContributionRequest &request, bool again)
{
    CARRIEL_TRY(const auto before, answered(request));
    if (!before || (again && !request.once))
        return {};
    return Error{request.once ? errors::answeredBefore : errors::answerAgain,
                 {{QStringLiteral("id"), before->id},
                  {QStringLiteral("title"), request.title},
                  {QStringLiteral("date"), before->madeUtc.toOffsetFromUtc(colombianOffset).date()}},
                 {}};
}

Result<QString> Contributor::consent(const QByteArray &jws, const QList<Choice> &choices, bool again, const QString &offline)
{
    CARRIEL_TRY(const evidence::ContributionRequest request, evidence::readContributionRequest(jws));
    if (request.expires <= now())
        return refusedRequest(QStringLiteral("expired"));
    CARRIEL_CHECK(mayAnswer(request, again));
    if (!m_mailbox.port())
        return Error{carriel::errors::notLoggedIn, {}, {}};
    CARRIEL_TRY(const mail::Identity who, m_mailbox.port()->identity());
    Packing packing{jws, request.caseNumber, who.holder, {}, now()};
    QList<evidence::GivenDocument> given;
    qint64 size = 0;
    for (const evidence::AskedDocument &asked : request.documents) {
        int here = 0;
        for (const Choice &choice : choices) {
            if (choice.ask != asked.id)
                continue;
            CARRIEL_TRY(Packable found, packable(asked, choice));
            PackedDocument &one = found.document;
            if (asked.mustBeSigned && !bearsSignature(choice.report.value(QLatin1String("verdict")).toString()))
                return Error{errors::notSigned, {{QStringLiteral("name"), one.name}}, {}};
            if (++here > asked.max)
                return Error{errors::documentUnfit, {{QStringLiteral("name"), one.name}}, {}};
            size += one.bytes.size();
            if (size > mostBytes)
                return Error{
                    errors::tooLarge, {{QStringLiteral("size"), size}, {QStringLiteral("limit"), mostBytes}}, {}};
            given.append({asked.id, one.name, one.mediaType, choice.document.text(), found.version, one.bytes.size(),
                          crypto::sha256(one.bytes)});
            packing.documents.append(std::move(one));
        }
        if (asked.required && here == 0)
            return Error{errors::documentMissing,
                         {{QStringLiteral("title"), asked.title}, {QStringLiteral("ask"), asked.id}},
                         {}};
    }
    if (given.isEmpty() || given.size() != choices.size())
        return Error{errors::documentMissing,
                     {{QStringLiteral("title"), request.title}, {QStringLiteral("ask"), QString()}},
                     {}};
    vault::ContributionRow row;
    row.id = newId();
    row.request = jws;
    row.device = who.device.text();
    row.uploadOp = newId();
    row.op = newId();
    row.madeUtc = packing.now;
    if (!offline.isEmpty())
        row.reason = offlineReason(offline);
    if (!request.back.isEmpty())
        row.code = crypto::toBase64Url(m_random.bytes(24));
    CARRIEL_TRY(row.package, packed(packing, who.keys.sign));
    CARRIEL_TRY(row.statement, evidence::makeContribution(request,
                                                          {row.id, who.holder, crypto::sha256(row.package),
                                                           row.package.size(), row.code, given, packing.now},
                                                          who.keys.sign));
    const QString entity = entityName(request.entity);
    const Outcome kept = m_store.database().transact([&]() -> Outcome {
        CARRIEL_CHECK(m_rows.add(row));
        for (const evidence::GivenDocument &one : given)
            CARRIEL_CHECK(recordAct(m_store.database(), m_mailbox.clock(),
                                    {QStringLiteral("document.given"), one.item, one.name, entity}));
        return {};
    });
    CARRIEL_CHECK(kept);
    Q_EMIT changed();
    return row.id;
}

QString Contributor::entityName(const QString &id)
{
    const auto directory = evidence::readDirectory(m_mailbox.rows().directory().valueOr({}));
    const evidence::Party *entity = directory ? directory.value().entity(id) : nullptr;
    return entity ? entity->name : id;
}

// Nothing was given, and nothing will be: with its entry in the record.
Outcome Contributor::end(const vault::ContributionRow &row, const char *kind)
{
    const auto request = evidence::readContributionRequest(row.request);
    return m_store.database().transact([&]() -> Outcome {
        CARRIEL_CHECK(m_rows.put(row));
        return recordAct(m_store.database(), m_mailbox.clock(),
                         {QString::fromLatin1(kind), row.id, request ? request.value().title : QString(),
                          request ? entityName(request.value().entity) : QString()});
    });
}

Outcome Contributor::cancel(const QString &id)
{
    CARRIEL_TRY(auto row, m_rows.find(id));
    if (!row)
        return Error{errors::noSuchContribution, {{QStringLiteral("id"), id}}, {}};
    using vault::ContributionState;
    if (row->state == ContributionState::Sent || row->state == ContributionState::Taken)
        return Error{errors::alreadySent, {}, {}};
    if (row->state != ContributionState::Prepared && row->state != ContributionState::Uploaded)
        return Error{errors::nothingToCancel, {{QStringLiteral("id"), id}}, {}}; // it keeps what became of it, and why
    row->state = ContributionState::Cancelled;
    row->package.clear();
    row->body.clear();
    CARRIEL_CHECK(end(*row, "contribution.cancelled"));
    Q_EMIT changed();
    return {};
}

} // namespace carriel::papers
