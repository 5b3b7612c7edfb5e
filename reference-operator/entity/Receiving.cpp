// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// receive, ack, reject: takes what people contributed, checks it, files it once or sends it back with a reason.
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/entity/Api.h"
#include "reference-operator/entity/Commands.h"
#include "reference-operator/entity/PackageCheck.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

QString at(const QString &id, const char *what = "")
{
    return QString(u"/entity/contributions/"_s + id + QLatin1StringView(what));
}

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        throw std::runtime_error(QString(path + u": "_s + file.errorString()).toStdString());
}

QJsonObject receiveOne(const Home &home, Api &api, const QJsonObject &contribution, const QJsonObject &keys,
                       const QString &folder)
{
    const QString id = contribution.value("id"_L1).toString();
    const QByteArray package = api.bytes(at(id, "/package"));
    QJsonObject out{
        {u"id"_s, id}, {u"name"_s, contribution.value("sub"_L1)}, {u"procedure"_s, contribution.value("procedure"_L1)}};
    const QDir dir(folder);
    if (!folder.isEmpty()) {
        if (!dir.mkpath(id))
            throw std::runtime_error(QString(folder + u": cannot be made"_s).toStdString());
        write(dir.filePath(QString(id + u"/paquete.asice"_s)), package);
    }
    try {
        const CheckedContribution checked = checkContribution(home, contribution, package, keys);
        for (auto it = checked.files.cbegin(); !folder.isEmpty() && it != checked.files.cend(); ++it) {
            const QString path = dir.filePath(QString(id + u'/' + it.key()));
            if (!QDir().mkpath(QFileInfo(path).path()))
                throw std::runtime_error("a folder cannot be made");
            write(path, it.value());
        }
        out.insert(u"state"_s, u"good"_s);
        out.insert(u"documents"_s, checked.statement.value("documents"_L1));
        out.insert(u"case"_s, checked.request.value("case"_L1));
    } catch (const std::exception &e) {
        out.insert(u"state"_s, u"broken"_s);
        out.insert(u"why"_s, QString::fromUtf8(e.what()));
    }
    return out;
}

// The number that this contribution has or will have, whatever is interrupted: it is written down before it is sent.
QString filingNumberOf(const Home &home, const QString &id, const QString &wanted)
{
    QLockFile lock(QDir(home.dir).filePath(u"filings.lock"_s));
    lock.lock();
    const QString path = QDir(home.dir).filePath(u"filings.json"_s);
    QFile file(path);
    QJsonObject all;
    if (file.open(QIODevice::ReadOnly))
        all = QJsonDocument::fromJson(file.readAll()).object();
    if (const QString known = all.value(id).toString(); !known.isEmpty())
        return known;
    const QString number = !wanted.isEmpty() ? wanted
                                             : QString(QDateTime::currentDateTimeUtc().toString(u"yyyy-"_s) +
                                                       QString::number(all.size() + 1).rightJustified(6, u'0'));
    all.insert(id, number);
    write(path, op::compact(all));
    return number;
}

void needCode(const CheckedContribution &checked, const QString &code)
{
    const QJsonValue wanted = checked.statement.value("code_sha256"_L1);
    if (!wanted.isString())
        return;
    // The browser that began the procedure brings the code: otherwise somebody sent the link of his own case.
    if (code.isEmpty())
        throw Usage(u"--code is needed: what the browser brought back to the entity's page"_s);
    if (op::b64u(op::sha256(code.toUtf8())) != wanted.toString().toLatin1())
        throw std::runtime_error("the code is not that of this contribution");
}

CheckedContribution checkedOf(const Home &home, Api &api, const QString &id)
{
    const QJsonObject contribution = api.get(at(id));
    return checkContribution(home, contribution, api.bytes(at(id, "/package")), api.get(u"/operator-keys"_s));
}

} // namespace

int receiveCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    const QJsonObject keys = api.get(u"/operator-keys"_s);
    QList<QJsonObject> waiting;
    if (!in.words.isEmpty())
        waiting.append(api.get(at(in.words.at(0))));
    for (QJsonValue next = in.words.isEmpty() ? QJsonValue(u"/entity/contributions?since=0&state=Submitted"_s)
                                              : QJsonValue();
         next.isString();) {
        const QJsonObject page = api.get(next.toString());
        for (const QJsonValue &one : page.value("contributions"_L1).toArray())
            waiting.append(one.toObject());
        next = page.value("next"_L1);
    }
    QJsonArray items;
    QString words;
    bool good = true;
    for (const QJsonObject &one : std::as_const(waiting)) {
        const QJsonObject got = receiveOne(home, api, one, keys, in.value("out"));
        const QString why = got.value("why"_L1).toString();
        good = good && why.isEmpty();
        words += QString(got.value("id"_L1).toString() + u' ' + got.value("name"_L1).toString() + u' ' +
                         (why.isEmpty() ? u"bien"_s : why) + u'\n');
        items.append(got);
    }
    print(in, {{u"items"_s, items}}, items.isEmpty() ? u"nada nuevo"_s : words.trimmed());
    return items.isEmpty() ? 3 : good ? 0 : 1;
}

int ackCommand(const Invocation &in)
{
    if (in.words.isEmpty())
        throw Usage(u"ack ID [--number NUMBER] [--code CODE]"_s);
    const Home home = openHome(in.home);
    Api api(home);
    const QString id = in.words.at(0);
    const CheckedContribution checked = checkedOf(home, api, id);
    needCode(checked, in.value("code"));
    const QString number = filingNumberOf(home, id, in.value("number"));
    const qint64 now = op::nowSeconds();
    const QJsonObject filing{
        {u"v"_s, 1},
        {u"id"_s, id},
        {u"iss"_s, home.id},
        {u"sub"_s, checked.person},
        {u"iat"_s, now},
        {u"filing_number"_s, number},
        {u"filed_at"_s, now},
        {u"statement_sha256"_s, QString::fromLatin1(op::b64u(op::sha256(checked.statementJws)))},
        {u"package_sha256"_s, checked.statement.value("package"_L1).toObject().value("sha256"_L1)}};
    const QByteArray jws =
        op::signJws(u"carpeta-filing+json"_s, home.signer.kid(), filing, home.signer.key, home.signer.x5c());
    QString filed = number;
    try {
        api.put(at(id, "/filing"), {{u"filing"_s, QString::fromLatin1(jws)}}, op::newId());
    } catch (const Refused &refused) {
        // Done before, and the answer was lost: that number stands.
        filed = refused.problem().value("current"_L1).toObject().value("filing_number"_L1).toString();
        if (refused.code() != u"already_exists" || filed.isEmpty())
            throw;
    }
    print(in, {{u"id"_s, id}, {u"state"_s, u"Filed"_s}, {u"filing_number"_s, filed}}, QString(u"radicado "_s + filed));
    return 0;
}

int rejectCommand(const Invocation &in)
{
    if (in.words.isEmpty())
        throw Usage(u"reject ID --reason TEXT"_s);
    const Home home = openHome(in.home);
    Api api(home);
    const QString id = in.words.at(0);
    const QJsonObject contribution = api.get(at(id)); // what is rejected may be broken: only its statement is named
    const QJsonObject rejection{
        {u"v"_s, 1},
        {u"id"_s, id},
        {u"iss"_s, home.id},
        {u"sub"_s, contribution.value("sub"_L1)},
        {u"iat"_s, op::nowSeconds()},
        {u"statement_sha256"_s,
         QString::fromLatin1(op::b64u(op::sha256(contribution.value("statement"_L1).toString().toLatin1())))},
        {u"reason"_s, in.need("reason")}};
    const QByteArray jws =
        op::signJws(u"carpeta-rejection+json"_s, home.signer.kid(), rejection, home.signer.key, home.signer.x5c());
    api.put(at(id, "/rejection"), {{u"rejection"_s, QString::fromLatin1(jws)}}, op::newId());
    print(in, {{u"id"_s, id}, {u"state"_s, u"Rejected"_s}}, QString(u"rechazada "_s + id));
    return 0;
}

} // namespace carriel::entity
