// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// access: what people share with this entity, read within the limits of each share. Every reading is an event that its
// owner sees, so nothing is read that was not asked for by its number. erasure: its word to an owner who asks to erase it.
#include "reference-operator/Encoding.h"
#include "reference-operator/Jwk.h"
#include "reference-operator/Jws.h"
#include "reference-operator/entity/Api.h"
#include "reference-operator/entity/Commands.h"

#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

// Why this share is not its owner's word to this entity; empty: it is. The operator says whose device signed.
QString troubleOf(const Home &home, const QJsonObject &share, const QJsonObject &keys)
{
    const QByteArray compact = share.value("grant"_L1).toString().toLatin1();
    const auto grant = op::parseJws(compact);
    const auto device = op::parseJws(share.value("device"_L1).toString().toLatin1());
    if (!grant || !device || grant->typ() != u"carpeta-grant+json" || device->typ() != u"carpeta-device+json")
        return u"form"_s;
    bool known = false;
    const QJsonArray all = keys.value("keys"_L1).toArray();
    for (const QJsonValue &key : all)
        known = known || (key.toObject().value("kid"_L1).toString() == device->kid() &&
                          op::verifies(*device, op::keyFromJwk(key.toObject())));
    if (!known)
        return u"device"_s;
    if (!op::verifies(*grant, op::keyFromJwk(device->payload.value("ds"_L1).toObject())))
        return u"signature"_s;
    const QString owner = grant->payload.value("iss"_L1).toString();
    if (owner != share.value("from"_L1).toObject().value("id"_L1).toString() ||
        owner != device->payload.value("sub"_L1).toString())
        return u"owner"_s;
    if (grant->payload.value("sub"_L1).toString() != home.id ||
        grant->payload.value("id"_L1).toString() != share.value("id"_L1).toString())
        return u"recipient"_s;
    return {};
}

// asked: its owner asks to erase what was read; erased, kept: answered. Null: nothing is asked.
QJsonValue erasureOf(const QJsonObject &share)
{
    const QJsonObject erasure = share.value("erasure"_L1).toObject();
    if (erasure.isEmpty())
        return {};
    const auto answer = op::parseJws(erasure.value("answer"_L1).toString().toLatin1());
    return answer ? answer->payload.value("answer"_L1) : QJsonValue(u"asked"_s);
}

QJsonObject told(const QJsonObject &share, const QString &why)
{
    const auto grant = op::parseJws(share.value("grant"_L1).toString().toLatin1());
    const QJsonObject said = grant ? grant->payload : QJsonObject();
    return {{u"id"_s, share.value("id"_L1)},
            {u"name"_s, share.value("from"_L1).toObject().value("name"_L1)},
            {u"state"_s, share.value("state"_L1)},
            {u"from"_s, share.value("from"_L1).toObject().value("id"_L1)},
            {u"purpose"_s, said.value("purpose"_L1)},
            {u"message"_s, said.value("message"_L1)},
            {u"expires"_s, share.value("expires"_L1)},
            {u"documents"_s, share.value("documents"_L1)},
            {u"erasure"_s, erasureOf(share)},
            {u"why"_s, why.isEmpty() ? QJsonValue() : QJsonValue(why)}};
}

void write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        throw std::runtime_error(QString(path + u": "_s + file.errorString()).toStdString());
}

// A name that stays in its folder, with its number in front: two documents may be called the same.
QString plainName(qint64 n, const QString &name)
{
    QString plain = name.section(u'/', -1);
    for (QChar &ch : plain) {
        if (ch == u'\\' || ch.category() == QChar::Other_Control)
            ch = u'_';
    }
    return QString(QString::number(n + 1) + u'-' + plain);
}

int listAll(const Invocation &in, const Home &home, Api &api, const QJsonObject &keys)
{
    QJsonArray items;
    QString words;
    for (QJsonValue next = u"/entity/shares"_s; next.isString();) {
        const QJsonObject page = api.get(next.toString());
        for (const QJsonValue &one : page.value("shares"_L1).toArray()) {
            const QJsonObject share = one.toObject();
            const QJsonObject line = told(share, troubleOf(home, share, keys));
            const bool asked = line.value("erasure"_L1).toString() == u"asked";
            words += QString(line.value("id"_L1).toString() + u' ' + line.value("state"_L1).toString() + u' ' +
                             line.value("name"_L1).toString() + (asked ? u" (pide que se borre)"_s : QString()) + u'\n');
            items.append(line);
        }
        next = page.value("next"_L1);
    }
    print(in, {{u"items"_s, items}}, items.isEmpty() ? u"nada compartido"_s : words.trimmed());
    return items.isEmpty() ? 3 : 0;
}

} // namespace

int accessCommand(const Invocation &in)
{
    const Home home = openHome(in.home);
    Api api(home);
    const QJsonObject keys = api.get(u"/operator-keys"_s);
    if (in.words.isEmpty())
        return listAll(in, home, api, keys);
    const QString id = in.words.at(0);
    const QString path = QString(u"/entity/shares/"_s + id);
    QJsonObject share = api.get(path);
    if (const QString why = troubleOf(home, share, keys); !why.isEmpty())
        throw std::runtime_error(QString(u"not its owner's word: "_s + why).toStdString());
    const QJsonArray granted = op::parseJws(share.value("grant"_L1).toString().toLatin1())->payload.value("documents"_L1).toArray();
    const QDir dir(in.need("out"));
    if (!dir.mkpath(id))
        throw std::runtime_error(QString(dir.path() + u": cannot be made"_s).toStdString());
    QStringList files;
    const QJsonArray documents = share.value("documents"_L1).toArray();
    for (qsizetype i = 0; i < documents.size(); ++i) {
        const QJsonObject one = documents.at(i).toObject();
        const QJsonObject signedFor = granted.at(i).toObject();
        const qint64 n = one.value("n"_L1).toInteger();
        const QByteArray bytes = api.bytes(QString(path + u"/documents/"_s + QString::number(n)));
        // What the owner signed for; of one that follows, what the operator says is the newest.
        const QJsonValue wanted = signedFor.value("follow"_L1).toBool() ? one.value("sha256"_L1) : signedFor.value("sha256"_L1);
        if (op::b64u(op::sha256(bytes)) != wanted.toString().toLatin1())
            throw std::runtime_error("other bytes came than were shared");
        const QString name = dir.filePath(QString(id + u'/' + plainName(n, signedFor.value("name"_L1).toString())));
        write(name, bytes);
        files.append(name);
    }
    QJsonObject out = told(api.get(path), {});
    out.insert(u"files"_s, QJsonArray::fromStringList(files));
    print(in, out, files.join(u'\n'));
    return 0;
}

int erasureCommand(const Invocation &in)
{
    const QString answer = in.words.value(1);
    if (in.words.size() != 2 || (answer != u"erased" && answer != u"kept"))
        throw Usage(u"erasure ID erased|kept [--reason TEXT]"_s);
    const Home home = openHome(in.home);
    Api api(home);
    const QString path = QString(u"/entity/shares/"_s + in.words.at(0));
    const QJsonObject share = api.get(path);
    QJsonObject said{{u"v"_s, 1},
                     {u"id"_s, in.words.at(0)},
                     {u"sub"_s, home.id},
                     {u"iat"_s, op::nowSeconds()},
                     {u"grant_sha256"_s, QString::fromLatin1(op::b64u(op::sha256(share.value("grant"_L1).toString().toLatin1())))},
                     {u"answer"_s, answer}};
    if (answer == u"kept")
        said.insert(u"reason"_s, in.need("reason"));
    const QByteArray jws = op::signJws(u"carpeta-erasure-answer+json"_s, home.signer.kid(), said, home.signer.key, home.signer.x5c());
    api.put(QString(path + u"/erasure"_s), {{u"statement"_s, QString::fromLatin1(jws)}}, op::newId());
    print(in, told(api.get(path), {}), QString(answer + u' ' + in.words.at(0)));
    return 0;
}

} // namespace carriel::entity
