// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Consents to be notified electronically: given over the text that was shown, withdrawn as easily; both signed by this
// computer and answered by the operator's receipt.
#include "core/crypto/Jws.h"
#include "core/services/Notifications.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/MailValues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel {

namespace {

using Procedures = std::function<void(Result<QList<ProcedureInfo>>)>;

void readProcedures(mail::MailPort *port, const QString &next, QList<ProcedureInfo> so, Procedures done)
{
    port->procedures(
        next, [port, so = std::move(so), done = std::move(done)](const sync::Answer<QJsonObject> &answer) mutable {
            if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                return done(trouble->error);
            const QJsonObject &page = std::get<QJsonObject>(answer);
            for (const QJsonValue &value : page.value(QLatin1String("procedures")).toArray())
                so.append(mail::procedureOf(value.toObject()));
            const QString more = page.value(QLatin1String("next")).toString();
            if (more.isEmpty() || so.size() > 100000)
                return done(so);
            readProcedures(port, more, std::move(so), std::move(done));
        });
}

struct Statement
{
    QString action, id, entity, procedure, textId;
    QByteArray textDigest, given; // given: digest of the statement that is withdrawn
};

Result<QByteArray> requestFor(const Statement &what, const mail::Identity &who, const QDateTime &now)
{
    QJsonObject payload{{QStringLiteral("v"), 1},
                        {QStringLiteral("id"), what.id},
                        {QStringLiteral("action"), what.action},
                        {QStringLiteral("sub"), who.holder},
                        {QStringLiteral("entity"), what.entity},
                        {QStringLiteral("procedure"), what.procedure},
                        {QStringLiteral("text_id"), what.textId},
                        {QStringLiteral("text_sha256"), QString::fromLatin1(what.textDigest)},
                        {QStringLiteral("shown_at"), now.toSecsSinceEpoch()},
                        {QStringLiteral("iat"), now.toSecsSinceEpoch()}};
    if (!what.given.isEmpty())
        payload.insert(QStringLiteral("given_sha256"), QString::fromLatin1(what.given));
    CARRIEL_TRY(
        const QByteArray signedStatement,
        crypto::signJws(who.keys.sign, "carpeta-consent+json", QJsonDocument(payload).toJson(QJsonDocument::Compact)));
    return QJsonDocument(QJsonObject{{QStringLiteral("statement"), QString::fromLatin1(signedStatement)},
                                     {QStringLiteral("device"), who.device.text()}})
        .toJson(QJsonDocument::Compact);
}

template <typename Finish> auto keep(EngineHost *host, Finish finish)
{
    return [host, finish](const sync::Answer<QJsonObject> &answer) {
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer)) {
            Error error = trouble->error;
            if (!trouble->userMessage.isEmpty())
                error.params.insert(QStringLiteral("operator_words"), trouble->userMessage);
            return finish(Outcome(error));
        }
        const QJsonObject &o = std::get<QJsonObject>(answer);
        finish(host->mailbox().rows().put(vault::ConsentRow{
            o.value(QLatin1String("id")).toString(), qint64(o.value(QLatin1String("rev")).toDouble()),
            o.value(QLatin1String("state")).toString(), QJsonDocument(o).toJson(QJsonDocument::Compact)}));
    };
}

} // namespace

QFuture<Result<QList<ProcedureInfo>>> Notifications::procedures()
{
    using T = Result<QList<ProcedureInfo>>;
    return postAsync<T>(m_access.host, [host = m_access.host](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        if (!host->mailbox().port())
            return finish(T(Error{errors::notLoggedIn, {}, {}}));
        readProcedures(host->mailbox().port(), {}, {}, [finish](T all) { finish(std::move(all)); });
    });
}

QList<ConsentInfo> Notifications::consents() const
{
    QList<ConsentInfo> out;
    if (!m_access.reader)
        return out;
    for (const vault::ConsentRow &row : vault::NotificationStore(m_access.reader->database()).consents().valueOr({}))
        out.append(mail::consentOf(row));
    return out;
}

QFuture<Outcome> Notifications::subscribe(QString procedure, QByteArray textDigest)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, procedure, textDigest](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        mail::MailPort *port = host->mailbox().port();
        if (!port)
            return finish(Outcome(Error{errors::notLoggedIn, {}, {}}));
        readProcedures(port, {}, {}, [host, port, procedure, textDigest, finish](Result<QList<ProcedureInfo>> all) {
            if (!all)
                return finish(Outcome(all.error()));
            for (const ProcedureInfo &one : std::as_const(all.value())) {
                if (one.id != procedure || one.textDigest != textDigest || textDigest.isEmpty())
                    continue;
                const auto who = port->identity();
                if (!who)
                    return finish(Outcome(who.error()));
                const QString id = host->mailbox().newId();
                const auto body =
                    requestFor({QStringLiteral("give"), id, one.entityId, one.id, one.textId, one.textDigest, {}},
                               who.value(), host->clock().nowUtc());
                if (!body)
                    return finish(Outcome(body.error()));
                return port->giveConsent(id, host->mailbox().newId(), body.value(), keep(host, finish));
            }
            finish(Outcome(Error{mail::errors::noSuchProcedure, {{QStringLiteral("procedure"), procedure}}, {}}));
        });
    });
}

QFuture<Outcome> Notifications::unsubscribe(QString procedure)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, procedure](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        mail::MailPort *port = host->mailbox().port();
        if (!port)
            return finish(Outcome(Error{errors::notLoggedIn, {}, {}}));
        const auto rows = host->mailbox().rows().consents();
        const auto who = port->identity();
        if (!rows || !who)
            return finish(Outcome(!rows ? rows.error() : who.error()));
        for (const vault::ConsentRow &row : rows.value()) {
            const ConsentInfo info = mail::consentOf(row);
            if (info.procedureId != procedure || info.state != QLatin1String("active"))
                continue;
            const QJsonObject o = QJsonDocument::fromJson(row.json).object();
            const QByteArray given =
                o.value(QLatin1String("given")).toObject().value(QLatin1String("statement")).toString().toLatin1();
            const QString textId = o.value(QLatin1String("text")).toObject().value(QLatin1String("id")).toString();
            const auto body = requestFor({QStringLiteral("withdraw"), row.id, info.entityId, procedure, textId,
                                          evidence::digestOf(info.text.toUtf8()), evidence::digestOf(given)},
                                         who.value(), host->clock().nowUtc());
            if (!body)
                return finish(Outcome(body.error()));
            return port->withdrawConsent(row.id, host->mailbox().newId(), body.value(), keep(host, finish));
        }
        finish(Outcome(Error{mail::errors::noConsent, {{QStringLiteral("procedure"), procedure}}, {}}));
    });
}

} // namespace carriel
