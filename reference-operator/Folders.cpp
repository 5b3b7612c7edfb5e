// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Folders.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/Quota.h"
#include "reference-operator/Terms.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

void checkAcceptance(const QByteArray &text, const Principal &who, const NewDevice &device)
{
    const Terms &terms = termsInForce();
    const auto jws = parseJws(text);
    if (!jws || jws->typ() != u"carpeta-acceptance+json" || jws->kid().toLatin1() != *thumbprint(device.ds) ||
        !verifies(*jws, keyFromJwk(device.ds)))
        throw Problem("acceptance_invalid").with("reason", u"signature"_s);
    const QJsonObject &said = jws->payload;
    if (said.value("v"_L1).toInt() != 1 || said.value("sub"_L1).toString() != who.sub ||
        said.value("device"_L1).toString() != device.id || said.value("terms_id"_L1).toString() != terms.id ||
        said.value("terms_sha256"_L1).toString().toLatin1() != b64u(terms.sha256))
        throw Problem("acceptance_invalid").with("reason", u"content"_s);
}

} // namespace

Enrolment verifyEnrolment(const Config &config, Auth &auth, const OperatorKeys &keys, const Principal &who, const QJsonObject &request)
{
    const QJsonObject holder = request.value("holder"_L1).toObject();
    const QJsonObject terms = request.value("terms"_L1).toObject();
    const QJsonObject device = request.value("device"_L1).toObject();
    Enrolment out;
    out.holder = holder.value("id"_L1).toString();
    out.holderName = holder.value("name"_L1).toString();
    if (out.holder != who.sub || out.holderName.isEmpty() || out.holderName.size() > 200)
        throw Problem("invalid_request").with("detail", u"holder"_s);
    if (terms.value("id"_L1).toString() != termsInForce().id ||
        terms.value("sha256"_L1).toString().toLatin1() != b64(termsInForce().sha256))
        throw Problem("terms_outdated");
    out.device = verifyDevice(config, auth, keys, who, device.value("id"_L1).toString(), device);
    out.acceptance = request.value("acceptance"_L1).toString().toLatin1();
    checkAcceptance(out.acceptance, who, out.device);
    return out;
}

void needFolderOf(Connection &c, const QString &folder, const QString &sub)
{
    // No difference between what is not there and what is somebody else's.
    if (!c.one(u"SELECT 1 FROM folders WHERE id = ? AND holder = ? AND state = 'active'"_s, {folder, sub}).isValid())
        throw Problem("not_found");
}

Outcome enrol(Connection &c, const Config &config, const QString &folder, const Enrolment &enrolment)
{
    const QString now = nowText();
    const Terms &terms = termsInForce();
    if (const QString holder = c.one(u"SELECT holder FROM folders WHERE id = ?"_s, {folder}).toString(); !holder.isEmpty())
        throw Problem(holder == enrolment.holder ? "already_exists" : "id_taken");
    if (const QString first = c.one(u"SELECT id FROM folders WHERE holder = ?"_s, {enrolment.holder}).toString(); !first.isEmpty())
        throw Problem("folder_exists").with("existing", first);
    c.change(u"INSERT INTO folders(id, holder, holder_name, state, terms_id, terms_sha256, accepted_at, acceptance, seq, floor_seq,"
             u" made, used, created) VALUES(?, ?, ?, 'active', ?, ?, ?, ?, 0, 0, 0, 0, ?)"_s,
             {folder, enrolment.holder, enrolment.holderName, terms.id, QString::fromLatin1(b64(terms.sha256)), now,
              QString::fromLatin1(enrolment.acceptance), now});
    insertDevice(c, folder, enrolment.device);
    const QJsonObject body{{u"folder"_s, folderJson(c, config, folder)}, {u"device"_s, deviceJson(c, folder, enrolment.device.id)}};
    return {201, {}, compact(body), false};
}

QJsonObject folderJson(Connection &c, const Config &config, const QString &folder)
{
    QSqlQuery &row =
        c.run(u"SELECT holder, holder_name, state, terms_id, terms_sha256, accepted_at, created FROM folders"
              u" WHERE id = ?"_s,
              {folder});
    if (!row.next())
        throw Problem("not_found");
    QJsonObject out{
        {u"id"_s, folder},
        {u"holder"_s, QJsonObject{{u"id"_s, row.value(0).toString()}, {u"name"_s, row.value(1).toString()}}},
        {u"state"_s, row.value(2).toString()},
        {u"created"_s, row.value(6).toString()}};
    if (!row.value(3).toString().isEmpty())
        out.insert(u"terms"_s, QJsonObject{{u"id"_s, row.value(3).toString()},
                                           {u"sha256"_s, row.value(4).toString()},
                                           {u"accepted_at"_s, row.value(5).toString()}});
    row.finish();
    out.insert(u"quota"_s, spaceOf(c, config, folder).json());
    return out;
}

QJsonArray foldersOf(Connection &c, const QString &sub)
{
    QJsonArray out;
    QSqlQuery &row = c.run(u"SELECT id, holder, holder_name, state FROM folders WHERE holder = ?"_s, {sub});
    while (row.next())
        out.append(QJsonObject{{u"id"_s, row.value(0).toString()},
                               {u"holder"_s, QJsonObject{{u"id"_s, row.value(1).toString()}, {u"name"_s, row.value(2).toString()}}},
                               {u"state"_s, row.value(3).toString()}});
    row.finish();
    return out;
}

} // namespace carriel::op
