// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A request of an entity and what a person answers it with: each step as one call, and each thing can be changed
// before it is signed.
#pragma once

#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "tests/operator/TestEntity.h"

namespace carriel::op::test {

inline QString digestText(const QByteArray &bytes)
{
    return QString::fromLatin1(b64u(sha256(bytes)));
}

class Contributing
{
public:
    Contributing(const TestOperator &op, TestEntity &entity, const TestDevice &device)
        : m_op(op), m_entity(entity), m_device(device)
    {
    }

    QByteArray request(const Change &change = {}) const
    {
        using namespace Qt::StringLiterals;
        QJsonObject p{
            {u"v"_s, 1},
            {u"jti"_s, newId()},
            {u"iss"_s, m_entity.id()},
            {u"aud"_s, m_op.apiUrl()},
            {u"sub"_s, m_op.ana()},
            {u"iat"_s, nowSeconds() - 60},
            {u"exp"_s, nowSeconds() + 3600},
            {u"once"_s, true},
            {u"procedure"_s, m_entity.procedure()},
            {u"title"_s, u"Beca de posgrado"_s},
            {u"purpose"_s, u"Comprobar su título"_s},
            {u"case"_s, QJsonObject{{u"number"_s, u"2026-118"_s}, {u"holder"_s, u"Ana"_s}}},
            {u"retention"_s, u"Cinco años"_s},
            {u"documents"_s,
             QJsonArray{QJsonObject{{u"id"_s, u"diploma"_s}, {u"title"_s, u"Diploma"_s}, {u"required"_s, true}},
                        QJsonObject{{u"id"_s, u"otro"_s}, {u"title"_s, u"Otro"_s}, {u"required"_s, false}}}},
            {u"response"_s, u"contributions"_s},
            {u"return"_s, QJsonValue()}};
        if (change)
            change(p);
        return m_entity.sign(u"carpeta-request+json"_s, p);
    }
    static void forMany(QJsonObject &request)
    {
        using namespace Qt::StringLiterals;
        request.insert(u"once"_s, false);
        request.insert(u"sub"_s, QJsonValue());
        request.insert(u"case"_s, QJsonValue());
    }

    struct Made
    {
        QString id = newId();
        QByteArray package; // any bytes: the operator does not read them
        QJsonObject statement;
        QJsonObject body;
    };
    Made make(const QByteArray &request, const Change &change = {}, const Change &envelope = {}) const
    {
        using namespace Qt::StringLiterals;
        Made made;
        made.package = QByteArray("paquete " + randomBytes(200));
        const QJsonObject asked = parseJws(request)->payload;
        made.statement = {{u"v"_s, 1},
                          {u"id"_s, made.id},
                          {u"sub"_s, m_op.ana()},
                          {u"iat"_s, nowSeconds()},
                          {u"entity"_s, asked.value("iss"_L1)},
                          {u"procedure"_s, asked.value("procedure"_L1)},
                          {u"request_sha256"_s, digestText(request)},
                          {u"code_sha256"_s, QJsonValue()},
                          {u"package"_s, QJsonObject{{u"sha256"_s, digestText(made.package)},
                                                     {u"size"_s, made.package.size()},
                                                     {u"type"_s, u"application/vnd.etsi.asic-e+zip"_s}}},
                          {u"documents"_s, QJsonArray{QJsonObject{{u"ask"_s, u"diploma"_s},
                                                                  {u"name"_s, u"Diploma.pdf"_s},
                                                                  {u"media_type"_s, u"application/pdf"_s},
                                                                  {u"size"_s, 3},
                                                                  {u"sha256"_s, digestText("pdf")},
                                                                  {u"item"_s, u"i1"_s},
                                                                  {u"version"_s, u"v1"_s}}}}};
        if (change)
            change(made.statement);
        made.body = {
            {u"request"_s, QString::fromLatin1(request)},
            {u"statement"_s, QString::fromLatin1(m_device.sign(u"carpeta-contribution+json"_s, made.statement))},
            {u"device"_s, m_device.id()},
            {u"blob"_s, m_op.putBlob(made.package)}};
        if (envelope)
            envelope(made.body);
        return made;
    }
    Reply send(const Made &made, const std::string &key = freshKey()) const
    {
        return m_op.json("PUT", m_device.in(QString(QStringLiteral("/contributions/") + made.id)),
                         {{"Idempotency-Key", key}, {"If-None-Match", "*"}}, made.body, m_device.token());
    }
    static QString at(const QString &id, const char *what = "")
    {
        return QString(QStringLiteral("/entity/contributions/") + id + QLatin1StringView(what));
    }
    QJsonObject answer(const Made &made) const // what filing and rejection have in common
    {
        using namespace Qt::StringLiterals;
        return {{u"v"_s, 1},
                {u"id"_s, made.id},
                {u"iss"_s, m_entity.id()},
                {u"sub"_s, m_op.ana()},
                {u"iat"_s, nowSeconds()},
                {u"statement_sha256"_s, digestText(made.body.value("statement"_L1).toString().toLatin1())}};
    }
    Reply acknowledge(const Made &made, const QString &number, const std::string &key = freshKey(),
                      const Change &change = {})
    {
        using namespace Qt::StringLiterals;
        QJsonObject p = answer(made);
        p.insert(u"filing_number"_s, number);
        p.insert(u"filed_at"_s, nowSeconds());
        p.insert(u"package_sha256"_s, digestText(made.package));
        if (change)
            change(p);
        return m_entity.call("PUT", at(made.id, "/filing"),
                             {{u"filing"_s, QString::fromLatin1(m_entity.sign(u"carpeta-filing+json"_s, p))}}, key);
    }
    Reply reject(const Made &made, const QString &reason)
    {
        using namespace Qt::StringLiterals;
        QJsonObject p = answer(made);
        p.insert(u"reason"_s, reason);
        return m_entity.call("PUT", at(made.id, "/rejection"),
                             {{u"rejection"_s, QString::fromLatin1(m_entity.sign(u"carpeta-rejection+json"_s, p))}});
    }

private:
    const TestOperator &m_op;
    TestEntity &m_entity;
    const TestDevice &m_device;
};

} // namespace carriel::op::test
