// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/Holdings.h"

#include "core/services/Contributions.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "core/services/Shares.h"
#include "ui/text/ContributionWords.h"
#include "ui/text/EntityWords.h"
#include "ui/text/ShareWords.h"

#include <algorithm>

namespace carriel::ui {

namespace {

Holding heldBy(const ContributionInfo &one)
{
    Holding out;
    out.id = one.id;
    out.whoId = one.entityId;
    out.who = text::entityWithNumber(one.entityName, one.entityId);
    out.what = one.title;
    out.number = one.filingNumber;
    out.retention = one.retention;
    out.since = one.deliveredUtc;
    if (one.state == QLatin1String("rejected"))
        out.rejected = text::contributionState(one);
    for (const ContributedDocument &document : one.documents)
        out.documents.append({document.item, document.name});
    return out;
}

Holding heldBy(const ConsentInfo &one)
{
    Holding out;
    out.kind = Holding::Kind::Consent;
    out.id = one.procedureId;
    out.whoId = one.entityId;
    out.who = text::entityWithNumber(one.entityName, one.entityId);
    out.what = one.procedureTitle;
    out.since = one.givenUtc;
    return out;
}

Holding heldBy(const ShareInfo &one)
{
    Holding out;
    out.kind = Holding::Kind::Share;
    out.id = one.id;
    out.whoId = one.personId;
    out.who = one.personId.isEmpty() ? QString() : text::whoIs(one.personId, one.personName);
    out.what = one.purpose;
    out.since = one.madeUtc;
    out.readings = one.fetches;
    out.mayAsk = one.mayAskErasure() && one.waiting.isEmpty();
    out.erasure = text::shareErasure(one);
    if (one.isOpen())
        out.until = one.expiresUtc;
    for (const ShareDocument &document : one.documents)
        out.documents.append({document.item, document.name});
    return out;
}

} // namespace

QList<Holding> holdingsOf(Session &session)
{
    QList<Holding> out;
    for (const ContributionInfo &one : session.documents().contributions().list()) {
        if (one.deliveredUtc.isValid()) // rejected too: what was taken was taken
            out.append(heldBy(one));
    }
    for (const ConsentInfo &one : session.documents().notifications().consents()) {
        if (!one.withdrawnUtc.isValid())
            out.append(heldBy(one));
    }
    for (const ShareInfo &one : Shares(session.documents()).list()) {
        const bool inForce = one.isOpen() && one.state != QLatin1String("queued");
        if (one.mine && (inForce || one.fetches > 0)) // one that ended too: what was read was read
            out.append(heldBy(one));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Holding &one, const Holding &other) { return one.since > other.since; });
    return out;
}

QList<HoldingGroup> grouped(const QList<Holding> &all, GroupBy by)
{
    QList<HoldingGroup> out;
    QStringList keys;
    const auto add = [&](const QString &key, const QString &heading, const Holding &one) {
        if (!keys.contains(key)) {
            keys.append(key);
            out.append({heading, {}});
        }
        out[keys.indexOf(key)].lines.append(one);
    };
    for (const Holding &one : all) {
        if (by == GroupBy::Who)
            add(one.whoId, one.who, one);
        for (const Holding::Document &document : by == GroupBy::Document ? one.documents : QList<Holding::Document>())
            add(document.item.text(), document.name, one);
    }
    for (const Holding &one : all) {
        if (by == GroupBy::Document && one.documents.isEmpty())
            add({}, {}, one);
    }
    return out;
}

} // namespace carriel::ui
