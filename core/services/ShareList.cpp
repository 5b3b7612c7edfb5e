// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ShareList.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/PersonKey.h"
#include "core/evidence/records/ErasureRecords.h"
#include "core/services/Documents.h"
#include "core/services/VaultAccess.h"
#include "core/crypto/Sealed.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/ShareManifest.h"
#include "core/services/shares/TheirKey.h"
#include "core/services/shares/Wish.h"
#include "core/vault/NotificationStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace carriel {

namespace {

evidence::Directory directoryOf(vault::Database &database)
{
    const QByteArray jws = vault::NotificationStore(database).directory().valueOr({});
    auto directory = evidence::readDirectory(jws);
    return directory ? std::move(directory).value() : evidence::Directory();
}

QString text(const QJsonObject &o, const char *name)
{
    return o.value(QLatin1String(name)).toString();
}

QDateTime moment(const QJsonObject &o, const char *name)
{
    return QDateTime::fromString(text(o, name), Qt::ISODateWithMs);
}

QString stateName(const vault::ShareRow &row, const QString &told)
{
    switch (row.state) {
    case vault::ShareState::Prepared:
        return QStringLiteral("queued");
    case vault::ShareState::Sent:
        return QStringLiteral("unknown");
    case vault::ShareState::Taken:
        return told.toLower();
    case vault::ShareState::Returned:
        return QStringLiteral("returned");
    case vault::ShareState::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

void fillFromWish(ShareInfo &out, const QByteArray &text)
{
    const shares::Wish wish = shares::wishFrom(text);
    out.kind = wish.to.isEmpty() ? QStringLiteral("link") : QString();
    out.personId = wish.to;
    out.personName = wish.toName;
    out.purpose = wish.purpose;
    out.message = wish.message;
    out.expiresUtc = wish.expires;
    out.follow = wish.follow;
    out.sealed = !wish.key.isEmpty();
    for (const shares::WishedDocument &one : wish.documents)
        out.documents.append({one.item, int(out.documents.size()), one.name, one.mediaType, one.size, one.sha256, true, out.sealed});
}

// Of what is sealed the grant says nothing: the person who shares knows it, and the one who reads has it in the manifest.
void fillFromManifest(ShareInfo &out, const evidence::ShareGrant &grant, const QJsonObject &json, vault::Database &database)
{
    const auto manifest = shares::openedManifest(database, grant, text(json, "manifest").toLatin1());
    if (!manifest) {
        if (manifest.error().code == shares::errors::manifestFalse) // else its key is not on this computer yet
            out.defects.append(QStringLiteral("false@manifest"));
        return;
    }
    out.purpose = manifest.value().purpose;
    out.message = manifest.value().message;
    out.compareCode = shares::codeWith(database, manifest.value().senderHalves);
    out.senderKey = shares::senderStanding(database, grant.owner, manifest.value().senderHalves);
    for (ShareDocument &document : out.documents) {
        const shares::ManifestDocument &one = manifest.value().documents.at(std::size_t(document.n));
        document.name = one.name;
        document.mediaType = one.mediaType;
    }
}

void fillFromJson(ShareInfo &out, const QJsonObject &json, const evidence::Directory &directory, vault::Database &database)
{
    const QJsonObject person = json.value(QLatin1String(out.mine ? "to" : "from")).toObject();
    out.kind = out.mine ? text(json, "kind") : QStringLiteral("person");
    out.personId = text(person, "id");
    out.personName = text(person, "name");
    out.expiresUtc = moment(json, "expires");
    out.link = QUrl(text(json, "link"));
    const auto grant = evidence::readGrant(text(json, "grant").toLatin1());
    if (!grant) {
        out.defects.append(QStringLiteral("bad_form@grant"));
        return;
    }
    const evidence::ShareGrant &g = grant.value();
    out.sealed = g.isSealed();
    out.follow = g.documents.first().follow;
    if (!g.isSealed() || out.documents.isEmpty()) { // of a sealed one that was decided here more is known than the operator tells
        out.purpose = g.purpose;
        out.message = g.message;
        out.documents.clear();
        for (const evidence::SharedDocument &one : g.documents)
            out.documents.append({out.mine ? ItemId(one.item) : ItemId(), int(out.documents.size()), one.name, one.mediaType,
                                  g.isSealed() ? crypto::plainSizeOf(one.size) : one.size, one.sha256, true, g.isSealed()});
    }
    if (g.isSealed() && !out.mine)
        fillFromManifest(out, g, json, database);
    if (g.isSealed() && out.mine) {
        const auto contact = vault::ContactKeyStore(database).find(out.personId);
        if (contact && contact.value().used && contact.value().used->kid() == g.kid)
            out.compareCode = shares::codeWith(database, contact.value().used->halves());
        const QString state = text(json, "state");
        const bool inForce = state == QLatin1String("Offered") || state == QLatin1String("Accepted");
        if (inForce && contact && contact.value().used && contact.value().offered) {
            out.keyNow = contact.value().followed ? QStringLiteral("followed") : QStringLiteral("changed");
            out.compareCode.clear(); // the other sees that of his new key
        }
    }
    if (const QString trouble = evidence::troubleWith(g, text(json, "device").toLatin1(), directory); !trouble.isEmpty())
        out.defects.append(trouble + QLatin1String("@grant"));
    if (g.owner != (out.mine ? g.owner : out.personId) || g.id != out.id || (out.mine && g.recipient != out.personId))
        out.defects.append(QStringLiteral("mismatch@grant"));
    const evidence::Erasure erasure = evidence::erasureOf(json, directory);
    if (!erasure.trouble.isEmpty())
        out.defects.append(erasure.trouble + QLatin1String("@erasure"));
    if (erasure.trouble.isEmpty() || out.mine) { // what somebody else would ask is not shown as the owner's word
        out.erasureAskedUtc = erasure.asked;
        out.erasureAnsweredUtc = erasure.trouble.isEmpty() ? erasure.answered : QDateTime();
        out.erased = erasure.erased;
        out.keptBecause = erasure.reason;
    }
    if (out.mine) {
        const evidence::ShareOutcome outcome = evidence::shareOutcomeOf(json, directory);
        out.answeredUtc = outcome.answered;
        out.endedUtc = outcome.ended;
        out.reason = outcome.reason == QLatin1String("owner") ? QString() : outcome.reason;
        out.defects += outcome.defects;
        out.linkOpenedUtc = outcome.linkOpened;
        out.wrongCodesUtc = outcome.wrongCodes;
        out.fetches = json.value(QLatin1String("fetches")).toInt();
        for (const evidence::ShareReading &one : outcome.readings)
            out.readings.append({one.at, out.documents.value(one.document).name, one.by});
        return;
    }
    for (const QJsonValue &value : json.value(QLatin1String("documents")).toArray()) {
        const QJsonObject one = value.toObject();
        const int n = one.value(QLatin1String("n")).toInt(-1);
        if (n < 0 || n >= out.documents.size())
            continue;
        ShareDocument &document = out.documents[n];
        document.available = one.value(QLatin1String("available")).toBool();
        if (g.documents.at(n).follow) {
            document.size = one.value(QLatin1String("size")).toInteger();
            document.sha256 = crypto::fromBase64Url(text(one, "sha256").toLatin1()).valueOr({});
        }
    }
}

ShareInfo infoOf(const vault::ShareRow &row, const QList<vault::ShareAct> &acts, const evidence::Directory &directory,
                 vault::Database &database)
{
    ShareInfo out;
    const QJsonObject json = QJsonDocument::fromJson(row.json).object();
    out.id = row.id;
    out.mine = row.mine;
    out.madeUtc = row.madeUtc;
    out.code = row.code;
    if (!row.wish.isEmpty())
        fillFromWish(out, row.wish);
    if (!row.json.isEmpty())
        fillFromJson(out, json, directory, database);
    out.state = stateName(row, text(json, "state"));
    if (!row.reason.isEmpty())
        out.reason = row.reason;
    if (row.state == vault::ShareState::Prepared && shares::nobodySeen(shares::wishFrom(row.wish)))
        out.reason = QStringLiteral("unseen");
    if (shares::isUnseen(row.reason)) {
        out.reason = QStringLiteral("unseen");
        out.personName = shares::seenName(row.reason);
    }
    if (row.reason.startsWith(QLatin1String("confirmed"))) {
        out.reason = QStringLiteral("confirmed");
        out.followedBy = row.reason.section(u':', 1);
    }
    // Its moment has come by this computer's clock; whether it has, the operator says at the next contact.
    for (const vault::ShareAct &act : acts) {
        if (act.share == row.id)
            out.waiting = act.kind;
    }
    return out;
}

// What the owner put into the trash or deleted is not given, and comes back with it.
void markGone(ShareInfo &share, vault::VaultReader &reader)
{
    for (ShareDocument &document : share.documents) {
        const auto row = share.mine ? reader.row(document.item).valueOr(std::nullopt) : std::nullopt;
        if (share.mine && row && document.sealed && document.name == document.item.text())
            document.name = row->name; // shared from another computer of the person
        if (share.mine)
            document.available = row && row->state == ItemState::Active;
    }
}

void gather(const Documents &documents, const QList<DocumentRow> &rows, QSet<ItemId> &into)
{
    for (const DocumentRow &row : rows) {
        if (row.type == ItemType::Document) {
            into.insert(row.id);
            continue;
        }
        DocumentQuery query;
        query.folder = row.id;
        gather(documents, documents.rows(documents.ids(query)), into);
    }
}

bool names(const vault::ShareRow &row, const ItemId &item)
{
    if (!row.wish.isEmpty()) {
        const auto documents = shares::wishFrom(row.wish).documents;
        return std::any_of(documents.cbegin(), documents.cend(), [&](const shares::WishedDocument &one) { return one.item == item; });
    }
    const auto grant = evidence::readGrant(text(QJsonDocument::fromJson(row.json).object(), "grant").toLatin1());
    return grant && std::any_of(grant.value().documents.cbegin(), grant.value().documents.cend(),
                                [&](const evidence::SharedDocument &one) { return one.item == item.text(); });
}

} // namespace

bool ShareInfo::isOpen() const
{
    return state == QLatin1String("offered") || state == QLatin1String("accepted") || state == QLatin1String("queued") ||
           state == QLatin1String("unknown");
}

std::optional<Error> ShareRecipient::keyTrouble() const
{
    const auto error = [this](const ErrorCode &code) {
        return Error{code,
                     {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}, {QStringLiteral("code"), key.code}, {QStringLiteral("reason"), key.reason}},
                     {}};
    };
    if (key.isUsable())
        return std::nullopt;
    if (kind != QLatin1String("person"))
        return error(shares::errors::sealedOtherwise);
    if (key.standing == QLatin1String("none"))
        return error(shares::errors::noPersonKey);
    if (key.standing == QLatin1String("false"))
        return error(shares::errors::keyFalse);
    return error(key.standing == QLatin1String("unconfirmed") ? shares::errors::keyUnconfirmed : shares::errors::keyChanged);
}

ShareInfo shareInfoOf(const vault::ShareRow &row, vault::Database &database)
{
    return infoOf(row, vault::ShareStore(database).acts().valueOr({}), directoryOf(database), database);
}

QList<ShareInfo> Shares::list() const
{
    QList<ShareInfo> out;
    if (!m_access.reader)
        return out;
    vault::Database &database = m_access.reader->database();
    vault::ShareStore store(database);
    const evidence::Directory directory = directoryOf(database);
    const QList<vault::ShareAct> acts = m_access.seen(store.acts());
    for (const vault::ShareRow &row : m_access.seen(store.all())) {
        out.append(infoOf(row, acts, directory, database));
        markGone(out.last(), *m_access.reader);
    }
    return out;
}

std::optional<ShareInfo> Shares::one(const QString &id) const
{
    if (!m_access.reader)
        return std::nullopt;
    vault::Database &database = m_access.reader->database();
    const auto row = m_access.seen(vault::ShareStore(database).find(id));
    if (!row)
        return std::nullopt;
    ShareInfo out = shareInfoOf(*row, database);
    markGone(out, *m_access.reader);
    return out;
}

QList<ShareInfo> Shares::of(const ItemId &item) const
{
    QList<ShareInfo> out;
    if (!m_access.reader)
        return out;
    vault::Database &database = m_access.reader->database();
    for (const vault::ShareRow &row : m_access.seen(vault::ShareStore(database).all())) {
        if (row.mine && names(row, item)) // looked at before signatures are: this is asked at every click
            out.append(shareInfoOf(row, database));
    }
    return out;
}

QList<ShareInfo> Shares::likewise(const QString &person, const QList<ShareDocument> &given) const
{
    QList<ShareInfo> out;
    if (!m_access.reader || person.isEmpty())
        return out;
    vault::Database &database = m_access.reader->database();
    for (const vault::ShareRow &row : m_access.seen(vault::ShareStore(database).all())) {
        const auto also = [&](const ShareDocument &document) { return names(row, document.item); };
        if (!row.mine || std::none_of(given.cbegin(), given.cend(), also))
            continue;
        ShareInfo one = shareInfoOf(row, database);
        if (one.isOpen() && one.waiting != QLatin1String("revoke") && one.personId == person)
            out.append(std::move(one));
    }
    return out;
}

QString Shares::knownName(const QString &person) const
{
    for (const ShareInfo &one : list()) {
        if (one.mine && one.personId == person && !one.personName.isEmpty() && one.reason != QLatin1String("unseen"))
            return one.personName;
    }
    return {};
}

QList<ShareInfo> Shares::readable(const QList<DocumentRow> &rows, const Documents &documents) const
{
    QList<ShareInfo> out;
    QSet<ItemId> among; // looked for once there is a share at all: a folder may hold thousands
    for (ShareInfo &one : list()) {
        if (!one.mine || !one.isOpen())
            continue;
        if (among.isEmpty())
            gather(documents, rows, among);
        if (std::any_of(one.documents.cbegin(), one.documents.cend(),
                        [&](const ShareDocument &document) { return document.available && among.contains(document.item); }))
            out.append(std::move(one));
    }
    return out;
}

} // namespace carriel
