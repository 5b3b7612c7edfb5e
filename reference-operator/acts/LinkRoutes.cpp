// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares by link, for people without a folder: a plain page that asks for the one-time code and then gives the documents
// for an hour, to that browser alone. No script runs in it. Whoever has link and code is let in: it is not end to end,
// and the page cannot know who reads (docs/SHARES.md).
#include "reference-operator/BlobAnswer.h"
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Shares.h"

#include <QUrl>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostTries = 5;
constexpr qint64 sessionSeconds = 3600;

void page(Exchange &ex, int status, const QString &body)
{
    ex.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    ex.header("Referrer-Policy", "no-referrer");
    ex.header("X-Content-Type-Options", "nosniff");
    const QString html =
        u"<!doctype html><html lang=\"es-CO\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        u"<title>Documentos compartidos</title><style>body{font:1.1em/1.5 sans-serif;max-width:38em;margin:2em auto;"
        u"padding:0 1em;color:#111;background:#fff}input,button{font:inherit;padding:.4em}li{margin:.5em 0}</style>"
        u"<h1>Documentos compartidos</h1>"_s + body;
    ex.write(status, html.toUtf8(), "text/html; charset=utf-8");
}

QString form(const QString &note = {})
{
    return QString((note.isEmpty() ? QString() : u"<p role=\"alert\"><strong>"_s + note + u"</strong></p>"_s) +
                   u"<p>Alguien le comparte documentos de su carpeta ciudadana. Escriba el código que le dio por otro medio. "
                   u"Sirve una sola vez.</p><form method=\"post\"><label>Código <input name=\"code\" autocomplete=\"off\" "
                   u"autofocus required></label> <button>Ver los documentos</button></form>"_s);
}

void over(Exchange &ex)
{
    page(ex, 410, u"<p>Este enlace ya no da acceso: venció, quien compartió lo retiró, o su código ya se usó. Pídale uno nuevo.</p>"_s);
}

// As it is written, spoken and mistyped: Crockford's alphabet.
QByteArray plainCode(const QString &typed)
{
    QByteArray out;
    for (const QChar ch : typed.toUpper()) {
        if (ch == u'O')
            out += '0';
        else if (ch == u'I' || ch == u'L')
            out += '1';
        else if (ch.unicode() < 128 && ch.isLetterOrNumber())
            out += char(ch.unicode());
    }
    return out;
}

QString digestText(const QByteArray &bytes)
{
    return QString::fromLatin1(b64u(sha256(bytes)));
}

QString cookieOf(const Exchange &ex)
{
    for (const QByteArray &part : ex.header("Cookie").split(';')) {
        const QByteArray one = part.trimmed();
        if (one.startsWith("carpeta="))
            return digestText(one.mid(8));
    }
    return {};
}

bool hasSession(Connection &c, const Exchange &ex)
{
    const QString session = cookieOf(ex);
    return !session.isEmpty() && c.one(u"SELECT 1 FROM link_sessions WHERE digest = ? AND share = ? AND expires > ?"_s,
                                       {session, ex.arg(0), nowSeconds()})
                                     .isValid();
}

QString listed(Connection &c, const Share &s)
{
    const QJsonObject told = receivedJson(c, s);
    const QJsonObject grant = [&] {
        const auto jws = parseJws(s.granted.toLatin1());
        return jws ? jws->payload : QJsonObject();
    }();
    const auto safe = [](const QJsonValue &value) { return value.toString().toHtmlEscaped(); };
    QString out = u"<p><strong>"_s + safe(told.value("from"_L1).toObject().value("name"_L1)) +
                  u"</strong> le comparte estos documentos. Para qué: "_s + safe(grant.value("purpose"_L1)) + u".</p>"_s;
    if (!grant.value("message"_L1).toString().isEmpty())
        out += u"<blockquote>"_s + safe(grant.value("message"_L1)) + u"</blockquote>"_s;
    out += u"<ul>"_s;
    for (const QJsonValue &value : told.value("documents"_L1).toArray()) {
        const QJsonObject one = value.toObject();
        if (one.value("available"_L1).toBool())
            out += u"<li><a href=\""_s + s.id + u"/documents/"_s + QString::number(one.value("n"_L1).toInteger()) + u"\">"_s +
                   safe(one.value("name"_L1)) + u"</a></li>"_s;
        else
            out += u"<li>"_s + safe(one.value("name"_L1)) + u" (ya no está disponible)</li>"_s;
    }
    return QString(out + u"</ul><p>Cada descarga queda registrada y la ve quien compartió. Este navegador puede descargarlos durante una hora.</p>"_s);
}

Share linkOf(const std::optional<Share> &s)
{
    if (!s || s->kind != u"link")
        throw Problem("not_found");
    return *s;
}

void getLink(Operator &op, Exchange &ex)
{
    enum class Shows { Over, Form, List };
    QString list;
    const Shows shows = op.database.read([&](Connection &c) {
        const auto s = findShare(c, ex.arg(0));
        if (!s || s->kind != u"link" || (s->stateNow() != u"Offered" && s->stateNow() != u"Accepted"))
            return Shows::Over; // no difference between one that is over and one that never was
        if (hasSession(c, ex)) {
            list = listed(c, *s);
            return Shows::List;
        }
        return s->code.isEmpty() ? Shows::Over : Shows::Form;
    });
    if (shows == Shows::Over)
        return over(ex);
    page(ex, 200, shows == Shows::Form ? form() : list);
}

void postLink(Operator &op, Exchange &ex)
{
    const QByteArray body = ex.body(4096);
    QString typed;
    for (const QByteArray &part : body.split('&')) {
        if (part.startsWith("code="))
            typed = QUrl::fromPercentEncoding(part.mid(5).replace('+', ' '));
    }
    enum class Came { Over, Wrong, In };
    QByteArray secret;
    QString list;
    const Came came = op.database.write([&](Connection &c) {
        auto found = lockShare(c, ex.arg(0));
        if (!found || found->kind != u"link" || found->code.isEmpty() || !maySendOn(c, found->id))
            return Came::Over;
        Share &s = *found;
        const QByteArray told = QByteArray(s.id.toLatin1() + '.' + plainCode(typed));
        if (digestText(told) != s.code) {
            c.change(u"UPDATE shares SET tries = tries + 1 WHERE id = ?"_s, {s.id});
            linkTried(c, op.config, op.keys, s, false);
            const bool over = s.tries + 1 >= mostTries;
            if (over)
                revokeShare(c, {op.config, op.keys, s.folder, s.person, {}}, s, u"wrong_codes"_s);
            announce(c, op.hub, s.folder);
            return over ? Came::Over : Came::Wrong;
        }
        secret = b64u(randomBytes(32));
        c.change(u"UPDATE shares SET code = NULL WHERE id = ?"_s, {s.id}); // once
        c.change(u"INSERT INTO link_sessions(digest, share, expires) VALUES(?, ?, ?)"_s,
                 {digestText(secret), s.id, nowSeconds() + sessionSeconds});
        linkTried(c, op.config, op.keys, s, true);
        announce(c, op.hub, s.folder);
        list = listed(c, s);
        return Came::In;
    });
    if (came == Came::Over)
        return over(ex);
    if (came == Came::Wrong)
        return page(ex, 403, form(u"Ese código no es. Después de cinco intentos el enlace deja de servir."_s));
    ex.header("Set-Cookie", QByteArray("carpeta=" + secret + "; Path=" + ex.path().toUtf8() + "; Max-Age=" +
                                       QByteArray::number(sessionSeconds) + "; Secure; HttpOnly; SameSite=Strict"));
    page(ex, 200, list);
}

void getLinkDocument(Operator &op, Exchange &ex)
{
    const qint64 n = ex.number(ex.arg(1).toLatin1());
    QString name;
    const Blob blob = op.database.write([&](Connection &c) {
        Share s = linkOf(lockShare(c, ex.arg(0)));
        if (!hasSession(c, ex))
            throw Problem("not_found");
        const Blob taken = takeShared(c, op.config, op.keys, s, n, 0, u"link"_s);
        name = s.documents().at(n).toObject().value("name"_L1).toString().section(u'/', -1);
        announce(c, op.hub, s.folder);
        return taken;
    });
    ex.header("Content-Disposition", QByteArray("attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name)));
    ex.header("X-Content-Type-Options", "nosniff");
    sendBlob(op, ex, blob, [&op, id = ex.arg(0)] {
        return op.database.read([&](Connection &c) { return maySendOn(c, id); });
    });
}

} // namespace

void addLinkRoutes(Router &router)
{
    router.add("GET", "/links/*", "GET link", Access::Limited, getLink);
    router.add("POST", "/links/*", "POST link", Access::Limited, postLink);
    router.add("GET", "/links/*/documents/*", "GET link document", Access::Limited, getLinkDocument);
}

} // namespace carriel::op
