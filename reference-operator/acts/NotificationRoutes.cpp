// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does: reads seals, opens, disputes; consents; counts while locked.
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Faults.h"
#include "reference-operator/Http.h"
#include "reference-operator/Once.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/CountTickets.h"
#include "reference-operator/acts/Opening.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

void listNotifications(Operator &op, Exchange &ex)
{
    const qint64 limit = std::min<qint64>(op.pageLimit(ex), 100); // each carries its whole chain
    const auto nextAfter = [&](const QString &id) {
        return QString(u"/notifications?page="_s + id + u"&limit="_s + QString::number(limit));
    };
    ex.json(200, op.read(ex, [&](Connection &c) {
        QStringList ids = notificationsOf(c, ex.folder, ex.query("page"), limit + 1);
        QJsonValue next;
        if (ids.size() > limit) {
            ids.removeLast();
            next = nextAfter(ids.last());
        }
        QJsonArray list;
        qsizetype bytes = 0;
        for (const QString &id : std::as_const(ids)) {
            if (bytes > largestPage) {
                next = nextAfter(ids.at(list.size() - 1));
                break;
            }
            const QJsonObject one = notificationJson(c, *findNotification(c, id));
            bytes += compact(one).size();
            list.append(one);
        }
        return QJsonObject{{u"notifications"_s, list}, {u"next"_s, next}};
    }));
}

void getNotification(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) {
        const auto n = findNotification(c, ex.arg(0));
        if (!n || n->folder != ex.folder || n->rev == 0)
            throw Problem("not_found");
        return notificationJson(c, *n);
    }));
}

void getOpening(Operator &op, Exchange &ex)
{
    ex.json(200, op.write(ex, [&](Connection &c) {
        Notification n = lockOf(c, ex.folder, ex.arg(0));
        return prepareOpening(c, n);
    }));
}

// Its answer leaves with the key, which is stored nowhere.
void sendWithKey(Operator &op, Exchange &ex, Outcome outcome, const QString &device)
{
    QJsonObject body = QJsonDocument::fromJson(outcome.body).object();
    body.insert(u"key"_s, op.read(ex, [&](Connection &c) {
        needCallingDevice(c, ex.folder, device, Principal());
        return releaseKey(c, op.keys, ex.folder, ex.arg(0), device);
    }));
    outcome.body = compact(body);
    ex.send(outcome);
}

Outcome acknowledgeOnce(Operator &op, Exchange &ex, const Key &key, NewReceipt receipt, const QString &device)
{
    if (!receipt.idToken.isEmpty()) {
        try {
            const QJsonObject claims =
                op.auth.idToken(receipt.idToken, ex.who.sub, QString::fromLatin1(b64u(sha256(receipt.receipt))));
            receipt.assurance = {claims.value("acr"_L1).toString(), claims.value("auth_time"_L1).toInteger()};
        } catch (const Problem &problem) {
            if (qstrcmp(problem.code(), "device_binding_invalid") == 0)
                throw Problem("receipt_invalid").with("reason", u"id_token"_s);
            throw;
        }
    }
    return op.write(ex, [&](Connection &c) {
        Notification n = lockOf(c, ex.folder,
                                ex.arg(0)); // before the look-up: of two arrivals one waits here for the other's answer
        return once(c, key, [&]() -> Outcome {
            ex.needIfNoneMatch();
            if (n.acknowledgement.isNull() && device.isEmpty())
                throw Problem("receipt_invalid").with("reason", u"device"_s);
            if (n.acknowledgement.isNull())
                needCallingDevice(c, ex.folder, device, Principal());
            const QJsonObject answer = acknowledge(c, op.config, op.keys, n, receipt);
            announce(c, op.hub, ex.folder);
            return {201, {}, compact(answer), false};
        });
    });
}

void putAcknowledgement(Operator &op, Exchange &ex)
{
    ex.who.needScope(u"acts"_s);
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const Key key = Key::of(ex, body);
    const InFlight::Guard guard(op.inFlight, key.folder, key.key);
    const NewReceipt receipt{body.value("receipt"_L1).toString().toLatin1(),
                             body.value("device"_L1).toString().toLatin1(),
                             body.value("id_token"_L1).toString().toLatin1(),
                             {ex.who.acr, ex.who.authTime},
                             ex.who.sub,
                             key.key};
    const QString device = deviceIn(receipt.device);
    if (const auto before = op.read(ex, [&](Connection &c) { return storedOutcome(c, key); }))
        return sendWithKey(op, ex, *before, device);
    Outcome outcome;
    try {
        outcome = acknowledgeOnce(op, ex, key, receipt, device);
    } catch (const Problem &problem) {
        // The program takes this receipt for void now, so it must be: committed before it is said.
        if (problem.status() == 409 || problem.status() == 422)
            op.write(ex, [&](Connection &c) { endChallenge(c, ex.folder, ex.arg(0), receipt.receipt); });
        throw;
    }
    sendWithKey(op, ex, outcome, device);
}

void getAcknowledgement(Operator &op, Exchange &ex)
{
    ex.who.needScope(u"acts"_s);
    const QString device = ex.query("device");
    const QString challenge = ex.query("challenge");
    bool alive = false;
    const auto answer = op.write(ex, [&](Connection &c) -> std::optional<QJsonObject> {
        needCallingDevice(c, ex.folder, device, ex.who);
        Notification n = lockOf(c, ex.folder, ex.arg(0));
        if (n.acknowledgement.isNull()) {
            alive = !challenge.isEmpty() && challengeAlive(c, n, challenge);
            return std::nullopt; // committed: what was said to be dead stays dead
        }
        const QJsonObject out = acknowledged(c, op.config, op.keys, n, device, ex.who.sub);
        announce(c, op.hub, ex.folder);
        return out;
    });
    if (!answer)
        throw Problem("not_acknowledged").with("challenge_alive", alive);
    sendWithKey(op, ex, {200, {}, compact(*answer), false}, device);
}

template <typename F> void once(Operator &op, Exchange &ex, F &&effect)
{
    ex.who.needScope(u"acts"_s);
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto nothing = [](Connection &) {};
    answerOnce(op, ex, body, nothing, [&](Connection &c, const QString &key) -> Outcome {
        ex.needIfNoneMatch();
        const QJsonObject answer = effect(c, body, key);
        announce(c, op.hub, ex.folder);
        return {201, {}, compact(answer), false};
    });
}

void putDispute(Operator &op, Exchange &ex)
{
    once(op, ex, [&](Connection &c, const QJsonObject &body, const QString &key) {
        Notification n = lockOf(c, ex.folder, ex.arg(0));
        return dispute(c, op.config, op.keys, n, body, ex.who.sub, key);
    });
}

void putConsent(Operator &op, Exchange &ex)
{
    once(op, ex, [&](Connection &c, const QJsonObject &body, const QString &key) {
        lockFolder(c, ex.folder);
        return giveConsent(c, op.config, op.keys, ex.folder, ex.who.sub, ex.arg(0), body, key);
    });
}

void putWithdrawal(Operator &op, Exchange &ex)
{
    once(op, ex, [&](Connection &c, const QJsonObject &body, const QString &key) {
        lockFolder(c, ex.folder);
        return withdrawConsent(c, op.config, op.keys, ex.folder, ex.who.sub, ex.arg(0), body, key);
    });
}

void listConsents(Operator &op, Exchange &ex)
{
    const qint64 limit = op.pageLimit(ex);
    ex.json(200, op.read(ex, [&](Connection &c) { return consentList(c, ex.folder, ex.query("page"), limit); }));
}

void getConsent(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return consentJson(c, ex.folder, ex.arg(0)); }));
}

void listInquiries(Operator &op, Exchange &ex)
{
    const qint64 limit = op.pageLimit(ex);
    ex.json(200, op.read(ex, [&](Connection &c) { return inquiryList(c, ex.folder, ex.query("page"), limit); }));
}

void postTicket(Operator &op, Exchange &ex)
{
    ex.json(201, op.write(ex, [&](Connection &c) { return takeTicket(c, ex.folder, ex.who.login); }));
}

void endTickets(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    op.write(ex, [&](Connection &c) { op::endTickets(c, ex.folder, body.value("ticket"_L1).toString().toLatin1()); });
    ex.empty(204);
}

void getCounts(Operator &op, Exchange &ex)
{
    const QByteArray authorization = ex.header("Authorization");
    const QByteArray ticket = authorization.startsWith("Bearer ") ? authorization.mid(7).trimmed() : QByteArray();
    ex.json(200, {{u"new"_s, op.database.read([&](Connection &c) { return countBy(c, ticket); })}});
}

} // namespace

void addNotificationRoutes(Router &router)
{
    router.add("GET", "/folders/*/notifications", "GET notifications", Access::Folder, listNotifications);
    router.add("GET", "/folders/*/notifications/*", "GET notification", Access::Folder, getNotification);
    router.add("GET", "/folders/*/notifications/*/opening", "GET opening", Access::Folder, getOpening);
    router.add("GET", "/folders/*/notifications/*/acknowledgement", "GET acknowledgement", Access::Folder,
               getAcknowledgement);
    router.add("PUT", "/folders/*/notifications/*/acknowledgement", "PUT acknowledgement", Access::Folder,
               putAcknowledgement);
    router.add("PUT", "/folders/*/notifications/*/dispute", "PUT dispute", Access::Folder, putDispute);
    router.add("GET", "/folders/*/consents", "GET consents", Access::Folder, listConsents);
    router.add("GET", "/folders/*/consents/*", "GET consent", Access::Folder, getConsent);
    router.add("PUT", "/folders/*/consents/*", "PUT consent", Access::Folder, putConsent);
    router.add("PUT", "/folders/*/consents/*/withdrawal", "PUT withdrawal", Access::Folder, putWithdrawal);
    router.add("GET", "/folders/*/inquiries", "GET inquiries", Access::Folder, listInquiries);
    router.add("POST", "/folders/*/count-tickets", "POST count ticket", Access::Folder, postTicket);
    router.add("POST", "/folders/*/count-tickets/end", "POST count tickets end", Access::Folder, endTickets);
    router.add("GET", "/counts", "GET counts", Access::Public, getCounts);
}

} // namespace carriel::op
