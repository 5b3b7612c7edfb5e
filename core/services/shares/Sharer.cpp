// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding, and what is done with shares that are there. Sending is in SharerSending.cpp.
#include "core/services/shares/Sharer.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/evidence/records/Directory.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace carriel::shares {

using vault::ShareRow;
using vault::ShareState;

namespace {

// Ten characters of Crockford's alphabet: 50 bits, and nothing that sounds or looks like another.
QString newCode(Random &random)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString code;
    for (const char byte : random.bytes(10))
        code += QLatin1Char(alphabet[static_cast<unsigned char>(byte) % 32]);
    return code;
}

QString text(const QJsonObject &o, const char *name)
{
    return o.value(QLatin1String(name)).toString();
}

} // namespace

Sharer::Sharer(vault::VaultStore &store, mail::Mailbox &mailbox, Random &random)
    : m_store(store), m_rows(store.database()), m_mailbox(mailbox), m_random(random)
{
}

void Sharer::setPort(SharePort *port)
{
    m_port = port;
    ++m_generation;
    if (m_sending)
        rest(Error{carriel::errors::cancelled, {}, {}});
    const QList<ShareRow> rows = port ? m_rows.all().valueOr({}) : QList<ShareRow>(); // what was told and not looked at
    for (const ShareRow &row : rows)
        seeKeyOf(row);
}

std::optional<Error> Sharer::tooLong(const QString &purpose, const QString &message)
{
    const auto error = [](const char *what, int limit) {
        return Error{errors::wordsTooLong, {{QStringLiteral("what"), QLatin1String(what)}, {QStringLiteral("limit"), limit}}, {}};
    };
    if (purpose.size() > mostPurpose)
        return error("purpose", mostPurpose);
    return message.size() > mostMessage ? std::optional(error("message", mostMessage)) : std::nullopt;
}

Result<QString> Sharer::decide(const Wish &wish, const QString &instead)
{
    if (!m_mailbox.port())
        return Error{carriel::errors::notLoggedIn, {}, {}};
    if (const auto wrong = tooLong(wish.purpose, wish.message))
        return *wrong;
    ShareRow row;
    row.id = m_mailbox.newId();
    row.op = m_mailbox.newId();
    row.madeUtc = now();
    row.wish = wishText(wish);
    if (wish.to.isEmpty())
        row.code = newCode(m_random);
    std::optional<ShareRow> before;
    if (!instead.isEmpty()) {
        CARRIEL_TRY(before, m_rows.find(instead));
        if (!before || before->state != ShareState::Returned || !(isUnseen(before->reason) || before->reason == QLatin1String("changed")))
            return Error{errors::nothingToConfirm, {{QStringLiteral("id"), instead}}, {}};
        before->state = ShareState::Cancelled;
        before->reason = confirmedReason(row.id);
    }
    const auto keep = [&]() -> Outcome {
        if (before)
            CARRIEL_CHECK(m_rows.put(*before));
        return m_rows.add(row);
    };
    CARRIEL_CHECK(noted(QStringLiteral("share.decided"), row.id, wish.toName.isEmpty() ? wish.to : wish.toName, keep));
    Q_EMIT changed();
    return row.id;
}

// Does it, and writes into the record of activity that it was done: both or neither.
Outcome Sharer::noted(const QString &kind, const QString &id, const QString &name, const std::function<Outcome()> &work)
{
    return m_store.transact([&](sync::Writer &writer) -> Outcome {
        CARRIEL_CHECK(work());
        return writer.addActivity({kind, id, {}, {{QStringLiteral("name"), name}}});
    });
}

Outcome Sharer::cancel(const QString &id)
{
    CARRIEL_TRY(auto row, m_rows.find(id));
    if (!row)
        return Error{errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
    if (row->state == ShareState::Sent || row->state == ShareState::Taken)
        return Error{errors::alreadySent, {}, {}};
    row->state = ShareState::Cancelled;
    CARRIEL_CHECK(noted(QStringLiteral("share.cancelled"), id, wishFrom(row->wish).toName, [&] { return m_rows.put(*row); }));
    Q_EMIT changed();
    return {};
}

Outcome Sharer::act(const QString &kind, const QString &id, const QDateTime &until)
{
    CARRIEL_TRY(const auto row, m_rows.find(id));
    const bool answers = kind == QLatin1String("accept") || kind == QLatin1String("decline");
    if (!row || row->mine == answers)
        return Error{row && !row->mine ? errors::notMine : errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
    if (row->state != ShareState::Taken && kind == QLatin1String("revoke") && row->state != ShareState::Sent)
        return cancel(id); // nothing of it has left this computer
    const QJsonObject json = QJsonDocument::fromJson(row->json).object();
    const QString state = text(json, "state");
    if (!state.isEmpty() && state != QLatin1String("Offered") && state != QLatin1String("Accepted"))
        return Error{row->mine ? errors::ownEnded : errors::shareEnded, {{QStringLiteral("state"), state}}, {}};
    if (state == QLatin1String("Accepted") && answers) {
        if (kind == QLatin1String("accept"))
            return {}; // said before
        return Error{errors::acceptedAlready, {}, {}};
    }
    CARRIEL_TRY(const QList<vault::ShareAct> waiting, m_rows.acts());
    for (const vault::ShareAct &one : waiting) {
        if (one.share == id && one.kind == kind && kind != QLatin1String("extend"))
            return {}; // it waits already
        if (one.share == id && one.kind == QLatin1String("revoke")) // decided: it is not brought back
            return Error{errors::ownEnded, {{QStringLiteral("state"), QStringLiteral("Revoked")}}, {}};
    }
    const QDateTime ends = QDateTime::fromString(text(json, "expires"), Qt::ISODateWithMs);
    if (kind == QLatin1String("extend") && ends.isValid() && until <= ends)
        return Error{errors::noEarlierEnd, {{QStringLiteral("ends"), ends.toUTC()}}, {}};
    QByteArray body = "{}";
    if (kind != QLatin1String("revoke")) {
        if (json.isEmpty()) // nobody has said yet that it is there
            return Error{errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
        CARRIEL_TRY(const evidence::ShareGrant grant, evidence::readGrant(text(json, "grant").toLatin1()));
        if (!m_mailbox.port())
            return Error{carriel::errors::notLoggedIn, {}, {}};
        CARRIEL_TRY(const mail::Identity who, m_mailbox.port()->identity());
        if (answers) {
            CARRIEL_TRY(const QByteArray jws, m_mailbox.rows().directory());
            CARRIEL_TRY(const evidence::Directory directory, evidence::readDirectory(jws));
            const QString trouble = evidence::troubleWith(grant, text(json, "device").toLatin1(), directory);
            if (!trouble.isEmpty() || grant.recipient != who.holder || grant.id != id)
                return Error{errors::grantUnproven,
                             {{QStringLiteral("reason"), trouble.isEmpty() ? QStringLiteral("recipient") : trouble}},
                             {}};
            if (kind == QLatin1String("accept"))
                CARRIEL_CHECK(canBeRead(grant, json)); // what cannot be opened, or is not given, is not accepted
        }
        CARRIEL_TRY(const QByteArray statement,
                    answers ? evidence::makeAnswer(grant, who.holder, kind == QLatin1String("accept"), now(), who.keys.sign)
                            : evidence::makeExtension(grant, until, now(), who.keys.sign));
        body = QJsonDocument(QJsonObject{{QStringLiteral("statement"), QString::fromLatin1(statement)},
                                         {QStringLiteral("device"), who.device.text()}})
                   .toJson(QJsonDocument::Compact);
    }
    const QJsonObject person = json.value(QLatin1String(row->mine ? "to" : "from")).toObject();
    CARRIEL_CHECK(noted(QLatin1String("share.") + kind, id, text(person, "name"),
                        [&] { return m_rows.addAct({m_mailbox.newId(), id, kind, body, now()}); }));
    Q_EMIT changed();
    return {};
}

Outcome Sharer::canBeRead(const evidence::ShareGrant &grant, const QJsonObject &json)
{
    QString name = grant.documents.constFirst().name;
    if (grant.isSealed()) {
        CARRIEL_TRY(const ShareManifest manifest, manifestOf(grant, json));
        name = manifest.documents.at(0).name;
    }
    const QJsonArray told = json.value(QLatin1String("documents")).toArray();
    const bool gone = !told.isEmpty() && std::all_of(told.cbegin(), told.cend(), [](const QJsonValue &one) {
        return one.toObject().value(QLatin1String("available")) == QJsonValue(false);
    });
    return gone ? Outcome(Error{errors::withdrawn, {{QStringLiteral("name"), name}}, {}}) : Outcome();
}

void Sharer::fetch(const QString &id, int n, Done<QByteArray> done)
{
    const auto shared = sharedDocument(id, n);
    if (!shared)
        return done(shared.error());
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    if (!shared.value().follow)
        return fetchNow(id, n, std::move(done));
    // Which version is the newest may have changed since it was told: its digest is asked for with it.
    ask(id, false, [this, id, n, done = std::move(done)](const Outcome &) { fetchNow(id, n, done); });
}

// What the owner signed; of one that follows, what the operator says that the newest is.
Result<evidence::SharedDocument> Sharer::sharedDocument(const QString &id, int n)
{
    CARRIEL_TRY(const auto row, m_rows.find(id));
    const QJsonObject json = QJsonDocument::fromJson(row ? row->json : QByteArray()).object();
    const auto grant = evidence::readGrant(text(json, "grant").toLatin1());
    if (!row || row->mine || !grant || n < 0 || n >= grant.value().documents.size())
        return Error{errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
    evidence::SharedDocument out = grant.value().documents.at(n);
    if (grant.value().isSealed()) {
        CARRIEL_TRY(const ShareManifest manifest, manifestOf(grant.value(), json));
        out.name = manifest.documents.at(std::size_t(n)).name;
    }
    const QJsonObject told = json.value(QLatin1String("documents")).toArray().at(n).toObject();
    if (out.follow) {
        out.sha256 = crypto::fromBase64Url(text(told, "sha256").toLatin1()).valueOr({});
        out.size = told.value(QLatin1String("size")).toInteger();
    }
    return out;
}

void Sharer::fetchNow(const QString &id, int n, Done<QByteArray> done)
{
    const auto shared = sharedDocument(id, n);
    if (!shared || !m_port)
        return done(shared ? Error{carriel::errors::notLoggedIn, {}, {}} : shared.error());
    const evidence::SharedDocument &document = shared.value();
    if (document.size > mostBytes)
        return done(Error{errors::tooLarge,
                          {{QStringLiteral("name"), document.name},
                           {QStringLiteral("size"), document.size},
                           {QStringLiteral("limit"), mostBytes}},
                          {}});
    auto came = [this, id, n, done = std::move(done), document, generation = m_generation](const sync::Answer<QByteArray> &answer) {
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return generation == m_generation ? fetchFailed(id, document.name, *trouble, done) : done(trouble->error);
        const QByteArray &bytes = std::get<QByteArray>(answer);
        if (crypto::sha256(bytes) != document.sha256)
            return done(Error{errors::notAsShared, {{QStringLiteral("name"), document.name}}, {}});
        done(plain(id, n, bytes));
    };
    m_port->document(id, n, document.size, std::move(came));
}

void Sharer::fetchFailed(const QString &id, const QString &name, const sync::Trouble &trouble, const Done<QByteArray> &done)
{
    const QVariantMap &params = trouble.error.params;
    const QString code = params.value(QStringLiteral("code")).toString();
    const auto ended = [](const QString &state) { return Error{errors::shareEnded, {{QStringLiteral("state"), state}}, {}}; };
    if (code == QLatin1String("share_ended"))
        return done(ended(params.value(QStringLiteral("state")).toString()));
    if (code == QLatin1String("document_withdrawn"))
        return done(Error{errors::withdrawn, {{QStringLiteral("name"), name}}, trouble.error.detail});
    if (trouble.kind != sync::TroubleKind::Unreachable && trouble.kind != sync::TroubleKind::Protocol)
        return done(trouble.error);
    // An answer that was cut off: perhaps because the share ended under it.
    ask(id, false, [this, id, ended, error = trouble.error, done](const Outcome &known) {
        const auto row = m_rows.find(id).valueOr(std::nullopt);
        const QString state = row ? text(QJsonDocument::fromJson(row->json).object(), "state") : QString();
        const bool open = state == QLatin1String("Offered") || state == QLatin1String("Accepted");
        done(!known || open ? error : ended(state));
    });
}

} // namespace carriel::shares
