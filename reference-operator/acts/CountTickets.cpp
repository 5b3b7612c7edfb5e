// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/CountTickets.h"

#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 life = 28800; // seconds
constexpr qint64 most = 99;

QString digestOf(const QByteArray &ticket)
{
    return QString::fromLatin1(b64u(sha256(ticket)));
}

} // namespace

QJsonObject takeTicket(Connection &c, const QString &folder, const QString &login)
{
    const QByteArray ticket = b64u(randomBytes(32));
    c.change(u"DELETE FROM count_tickets WHERE expires < ?"_s, {nowSeconds()});
    c.change(u"INSERT INTO count_tickets(digest, folder, login, expires) VALUES(?, ?, ?, ?)"_s,
             {digestOf(ticket), folder, login.isNull() ? u""_s : login, nowSeconds() + life});
    return {{u"ticket"_s, QString::fromLatin1(ticket)}, {u"expires_in"_s, life}};
}

void endTickets(Connection &c, const QString &folder, const QByteArray &ticket)
{
    if (ticket.isEmpty())
        c.change(u"DELETE FROM count_tickets WHERE folder = ?"_s, {folder});
    else
        c.change(u"DELETE FROM count_tickets WHERE folder = ? AND digest = ?"_s, {folder, digestOf(ticket)});
}

qint64 countBy(Connection &c, const QByteArray &ticket)
{
    if (ticket.isEmpty())
        throw Problem("token_missing").header("WWW-Authenticate", "Bearer");
    Principal who; // of the login that took it
    QString folder;
    QSqlQuery &row = c.run(u"SELECT folder, login FROM count_tickets WHERE digest = ? AND expires > ?"_s,
                           {digestOf(ticket), nowSeconds()});
    if (row.next()) {
        folder = row.value(0).toString();
        who.login = row.value(1).toString();
    }
    row.finish();
    if (folder.isEmpty())
        throw Problem("token_invalid").header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    needDeviceInForce(c, who); // device_revoked
    return std::min(
        most,
        c.one(u"SELECT COUNT(*) FROM notifications WHERE folder = ? AND state = 'Available'"_s, {folder}).toLongLong());
}

} // namespace carriel::op
