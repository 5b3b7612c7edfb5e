// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Consents to be notified electronically: given over the text that was shown, withdrawn as easily; both signed by this
// computer and answered by the operator's receipt.
#include "core/base/BaseErrors.h"
#include "core/crypto/Jws.h"
#include "core/evidence/proof/ConsentProof.h"
#include "core/services/ActRecord.h"
#include "core/services/Notifications.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/MailValues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

namespace carriel {

namespace {

using Procedures = std::function<void(Result<QList<ProcedureInfo>>)>;

// The pages of one list that were asked for. One that comes back leads round in a circle.
class Pages
{
public:
    bool isNew(const QString &page)
    {
        if (page.isEmpty() || m_asked.size() >= most || m_asked.contains(page))
            return false;
        m_asked.insert(page);
        return true;
    }

private:
    static constexpr qsizetype most = 10000;
    QSet<QString> m_asked;
};

void readProcedures(mail::MailPort *port, const QString &next, QList<ProcedureInfo> so, Procedures done,
                    Pages pages = {})
{
    port->procedures(next, [port, so = std::move(so), done = std::move(done),
                            pages = std::move(pages)](const sync::Answer<QJsonObject> &answer) mutable {
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return done(trouble->error);
        const QJsonObject &page = std::get<QJsonObject>(answer);
        for (const QJsonValue &value : page.value(QLatin1String("procedures")).toArray())
            so.append(mail::procedureOf(value.toObject()));
        const QString more = page.value(QLatin1String("next")).toString();
        if (!pages.isNew(more) || so.size() > 100000)
            return done(so);
        readProcedures(port, more, std::move(so), std::move(done), std::move(pages));
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

// `act`: of this computer, and just done; empty: it is only told.
Outcome store(EngineHost *host, const QJsonObject &consent, const ActEntry &act = {})
{
    const Outcome kept = host->store().database().transact([&]() -> Outcome {
        CARRIEL_CHECK(host->mailbox().rows().put(vault::ConsentRow{
            consent.value(QLatin1String("id")).toString(), qint64(consent.value(QLatin1String("rev")).toDouble()),
            consent.value(QLatin1String("state")).toString(),
            QJsonDocument(consent).toJson(QJsonDocument::Compact)}));
        return act.kind.isEmpty() ? Outcome() : recordAct(host->store().database(), host->clock(), act);
    });
    Q_EMIT host->notificationsChanged();
    host->mailbox().again(); // the directory says whose signatures these are
    return kept;
}

using Finish = std::function<void(Outcome)>;

// The operator has it already: an answer was lost, or another computer was quicker. What holds is read anew.
void readAgain(EngineHost *host, const QString &next, Error refused, Finish finish, Pages pages = {})
{
    mail::MailPort *port = host->isOpen() ? host->mailbox().port() : nullptr;
    if (!port) // logged out meanwhile
        return finish(refused);
    port->consents(next, [=](const sync::Answer<QJsonObject> &answer) mutable {
        const auto *page = std::get_if<QJsonObject>(&answer);
        if (!page)
            return finish(refused);
        for (const QJsonValue &value : page->value(QLatin1String("consents")).toArray())
            (void)store(host, value.toObject());
        const QString more = page->value(QLatin1String("next")).toString();
        if (!pages.isNew(more))
            return finish(more.isEmpty() ? Outcome() : Outcome(refused));
        readAgain(host, more, refused, finish, std::move(pages));
    });
}

// Sends a signed statement. `again`: the same bytes under the same key, after a stronger login.
struct Sending
{
    bool give;
    QString id, key, procedure;
    QByteArray body;
    ActEntry act; // for the record
    bool stepped = false;
};
void send(EngineHost *host, Sending what, Finish finish)
{
    mail::MailPort *port = host->mailbox().port();
    if (!port)
        return finish(Error{errors::notLoggedIn, {}, {}});
    const auto answered = [host, what, finish](const sync::Answer<QJsonObject> &answer) {
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        if (!trouble)
            return finish(store(host, std::get<QJsonObject>(answer), what.act));
        if (trouble->kind == sync::TroubleKind::StepUpNeeded && !what.stepped)
            return host->account().stepUp([host, what, finish](const Outcome &stepped) {
                if (!stepped)
                    return finish(stepped);
                Sending next = what;
                next.stepped = true;
                send(host, next, finish);
            });
        Error error = trouble->error;
        const QString code = error.params.value(QStringLiteral("code")).toString();
        if (code == QLatin1String("consent_exists") || code == QLatin1String("already_exists"))
            return readAgain(host, {}, error, finish);
        if (code == QLatin1String("consent_text_outdated"))
            return finish(Error{mail::errors::noSuchProcedure, {{QStringLiteral("procedure"), what.procedure}}, {}});
        if (!trouble->userMessage.isEmpty())
            error.params.insert(QStringLiteral("operator_words"), trouble->userMessage);
        finish(error);
    };
    what.give ? port->giveConsent(what.id, what.key, what.body, answered)
              : port->withdrawConsent(what.id, what.key, what.body, answered);
}

struct Proven
{
    evidence::ConsentProof proof;
    evidence::Anchors anchors;
};

Result<Proven> provenOf(EngineHost &host, const QString &id)
{
    if (!host.isOpen())
        return VaultAccess::locked();
    CARRIEL_TRY(const QList<vault::ConsentRow> rows, host.mailbox().rows().consents());
    for (const vault::ConsentRow &row : rows) {
        if (row.id != id)
            continue;
        CARRIEL_TRY(evidence::ConsentProof proof, evidence::readConsentProof(row.json));
        CARRIEL_TRY(proof.directory, host.mailbox().rows().directory());
        CARRIEL_TRY(evidence::Anchors anchors, host.mailbox().anchors());
        return Proven{std::move(proof), std::move(anchors)};
    }
    return Error{mail::errors::noConsent, {{QStringLiteral("procedure"), id}}, {}};
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
    for (const vault::ConsentRow &row : m_access.seen(vault::NotificationStore(m_access.reader->database()).consents()))
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
                return send(host,
                            {true, id, host->mailbox().newId(), one.id, body.value(),
                             ActEntry{QStringLiteral("consent.given"), id, one.title, one.entityName}},
                            finish);
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
            return send(host,
                        {false, row.id, host->mailbox().newId(), procedure, body.value(),
                         ActEntry{QStringLiteral("consent.withdrawn"), row.id, info.procedureTitle, info.entityName}},
                        finish);
        }
        finish(Outcome(Error{mail::errors::noConsent, {{QStringLiteral("procedure"), procedure}}, {}}));
    });
}

QFuture<Result<ConsentCheck>> Notifications::checkConsent(QString consent)
{
    using T = Result<ConsentCheck>;
    return postAsync<T>(m_access.host, [host = m_access.host, consent](auto finish) {
        const auto check = [host, consent]() -> T {
            CARRIEL_TRY(const Proven proven, provenOf(*host, consent));
            const evidence::ConsentReport report = evidence::checkConsent(proven.proof, proven.anchors);
            ConsentCheck out{ProofState(1 + int(report.verdict)), {}};
            for (const evidence::Finding &finding : report.findings)
                out.defects.append(QString(finding.defect + QLatin1Char('@') + finding.where));
            return out;
        };
        const bool directory = !host->isOpen() || !host->mailbox().rows().directory().valueOr({}).isEmpty();
        if (directory || !host->mailbox().port())
            return finish(check());
        host->mailbox().settled([finish, check] { finish(check()); }); // it asks for the directory first
    });
}

QFuture<Outcome> Notifications::exportConsent(QString consent, QString path)
{
    return post(m_access.host, [host = m_access.host, consent, path]() -> Outcome {
        CARRIEL_TRY(const Proven proven, provenOf(*host, consent));
        CARRIEL_TRY(const QByteArray bytes, evidence::consentPackage(proven.proof, host->clock().nowUtc()));
        QSaveFile file(path);
        const bool whole = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(bytes) == bytes.size() && file.commit();
        if (!whole)
            return Error{carriel::errors::fileWrite,
                         {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                         {}};
        // A full or read-only disk keeps nobody from his proofs.
        (void)recordActAlone(host->store().database(), host->clock(), {QStringLiteral("evidence.saved"), consent, {}, {}});
        return {};
    });
}

} // namespace carriel
