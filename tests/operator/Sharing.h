// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person who shares a document and another who receives it: each step as one call, and each thing can be changed
// before it is signed.
#pragma once

#include "tests/operator/Contributing.h"

#include <QJsonDocument>

namespace carriel::op::test {

class Sharing
{
public:
    Sharing(const TestOperator &op, const TestDevice &owner, const TestDevice &recipient)
        : m_op(op), m_owner(owner), m_recipient(recipient)
    {
    }

    // A document of the owner's folder with these bytes, as a grant names it.
    QJsonObject document(const QByteArray &bytes, const QString &id = newId()) const { return put(bytes, id, false); }
    // … and a sealed one, of which nothing is told but its bytes.
    QJsonObject sealedDocument(const QByteArray &cipher, const QString &id = newId()) const { return put(cipher, id, true); }
    QJsonObject put(const QByteArray &bytes, const QString &id, bool sealed) const
    {
        using namespace Qt::StringLiterals;
        const QString name = sealed ? id : QString(id + u".pdf"_s);
        QJsonObject body{{u"type"_s, u"document"_s},
                         {u"parent"_s, u"root"_s},
                         {u"name"_s, name},
                         {u"blob"_s, putBlob(bytes)},
                         {u"sha256"_s, QString::fromLatin1(b64(sha256(bytes)))}};
        if (sealed) {
            body.insert(u"custody"_s, u"private"_s);
            body.insert(u"sealed"_s, QJsonObject{{u"enc"_s, u"aes128gcm"_s}, {u"plain_size"_s, 1}, {u"meta"_s, u"YQ.Yg.Yw.ZA.ZQ"_s}});
        } else {
            body.insert(u"media_type"_s, u"application/pdf"_s);
        }
        const Reply made = m_op.json("PUT", m_op.in(QString(u"/items/"_s + id)),
                                     {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}}, body);
        if (made.status != 201)
            qFatal("%s", made.body.constData());
        const QJsonObject head = made.json().value("head"_L1).toObject();
        return {{u"item"_s, id},
                {u"version"_s, head.value("version"_L1)},
                {u"follow"_s, false},
                {u"name"_s, name},
                {u"media_type"_s, sealed ? QJsonValue(u""_s) : head.value("media_type"_L1)},
                {u"size"_s, bytes.size()},
                {u"sha256"_s, digestText(bytes)}};
    }
    // In pieces, as large ones must be.
    QString putBlob(const QByteArray &bytes) const
    {
        using namespace Qt::StringLiterals;
        constexpr qsizetype piece = 8 << 20;
        const Reply made = m_op.call("POST", m_op.in(u"/uploads"_s),
                                     {{"Idempotency-Key", freshKey()},
                                      {"Upload-Complete", "?0"},
                                      {"Upload-Length", std::to_string(bytes.size())},
                                      {"Repr-Digest", digestField(sha256(bytes)).toStdString()}});
        if (made.status == 200)
            return made.json().value("blob"_L1).toObject().value("id"_L1).toString();
        Reply sent;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            const QByteArray part = bytes.mid(at, piece);
            sent = m_op.call("PATCH", QString(u'!' + QString::fromLatin1(made.header("Location"))),
                             {{"Content-Type", "application/partial-upload"},
                              {"Upload-Offset", std::to_string(at)},
                              {"Upload-Complete", at + part.size() == bytes.size() ? "?1" : "?0"},
                              {"Content-Digest", digestField(sha256(part)).toStdString()}},
                             part);
        }
        return sent.json().value("blob"_L1).toObject().value("id"_L1).toString();
    }
    struct Made
    {
        QString id = newId();
        QByteArray grant;
        QJsonObject body;
    };
    Made make(const QJsonArray &documents, const QString &to = TestOperator::luis(), const Change &change = {}) const
    {
        using namespace Qt::StringLiterals;
        Made made;
        QJsonObject p{{u"v"_s, 1},
                      {u"id"_s, made.id},
                      {u"iss"_s, TestOperator::ana()},
                      {u"sub"_s, to.isEmpty() ? QJsonValue() : QJsonValue(to)},
                      {u"custody"_s, u"open"_s},
                      {u"rights"_s, u"copy"_s},
                      {u"purpose"_s, u"Solicitud de crédito"_s},
                      {u"message"_s, u"Hola"_s},
                      {u"iat"_s, nowSeconds()},
                      {u"exp"_s, nowSeconds() + 7 * 86400},
                      {u"code_sha256"_s, to.isEmpty() ? QJsonValue(digestText(QByteArray(made.id.toLatin1() + ".ABCDE01234")))
                                                      : QJsonValue()},
                      {u"documents"_s, documents}};
        if (change)
            change(p);
        made.grant = m_owner.sign(u"carpeta-grant+json"_s, p);
        made.body = {{u"statement"_s, QString::fromLatin1(made.grant)}, {u"device"_s, m_owner.id()}};
        return made;
    }
    // Sealed documents, to the key `kid`.
    Made makeSealed(const QJsonArray &documents, const QString &kid, const Change &change = {}) const
    {
        using namespace Qt::StringLiterals;
        const QString manifest = u"YQ.Yg.Yw.ZA."_s + digestText(newId().toLatin1());
        Made made = make(documents, TestOperator::luis(), [&](QJsonObject &p) {
            p.insert(u"custody"_s, u"private"_s);
            p.insert(u"purpose"_s, u""_s);
            p.insert(u"message"_s, u""_s);
            p.insert(u"kid"_s, kid);
            p.insert(u"manifest_sha256"_s, digestText(manifest.toLatin1()));
            if (change)
                change(p);
        });
        made.body.insert(u"manifest"_s, manifest);
        return made;
    }
    Reply send(const Made &made, const std::string &key = freshKey()) const
    {
        return m_op.json("PUT", at(made.id), {{"Idempotency-Key", key}, {"If-None-Match", "*"}}, made.body, m_owner.token());
    }
    Reply answer(const Made &made, const QString &answer = QStringLiteral("accepted"), const std::string &key = freshKey(),
                 const Change &change = {}) const
    {
        using namespace Qt::StringLiterals;
        QJsonObject p{{u"v"_s, 1},
                      {u"id"_s, made.id},
                      {u"sub"_s, TestOperator::luis()},
                      {u"iat"_s, nowSeconds()},
                      {u"grant_sha256"_s, digestText(made.grant)},
                      {u"answer"_s, answer}};
        if (change)
            change(p);
        return m_op.json("PUT", received(made.id, u"/answer"_s), {{"Idempotency-Key", key}, {"If-None-Match", "*"}},
                         {{u"statement"_s, QString::fromLatin1(m_recipient.sign(u"carpeta-share-answer+json"_s, p))},
                          {u"device"_s, m_recipient.id()}},
                         m_recipient.token());
    }
    Reply extend(const Made &made, qint64 until) const
    {
        using namespace Qt::StringLiterals;
        const QJsonObject p{{u"v"_s, 1},
                            {u"id"_s, made.id},
                            {u"sub"_s, TestOperator::ana()},
                            {u"iat"_s, nowSeconds()},
                            {u"grant_sha256"_s, digestText(made.grant)},
                            {u"exp"_s, until}};
        return m_op.json("POST", at(made.id, u"/extension"_s), {{"Idempotency-Key", freshKey()}},
                         {{u"statement"_s, QString::fromLatin1(m_owner.sign(u"carpeta-share-extension+json"_s, p))},
                          {u"device"_s, m_owner.id()}},
                         m_owner.token());
    }
    QJsonObject aboutErasure(const Made &made, const QString &who, const QJsonObject &more = {}) const
    {
        using namespace Qt::StringLiterals;
        QJsonObject p{{u"v"_s, 1}, {u"id"_s, made.id}, {u"sub"_s, who}, {u"iat"_s, nowSeconds()}, {u"grant_sha256"_s, digestText(made.grant)}};
        for (auto it = more.begin(); it != more.end(); ++it)
            p.insert(it.key(), it.value());
        return p;
    }
    Reply askErasure(const Made &made) const
    {
        using namespace Qt::StringLiterals;
        const QByteArray jws = m_owner.sign(u"carpeta-erasure-request+json"_s, aboutErasure(made, TestOperator::ana()));
        return m_op.json("POST", at(made.id, u"/erasure-request"_s), {{"Idempotency-Key", freshKey()}},
                         {{u"statement"_s, QString::fromLatin1(jws)}, {u"device"_s, m_owner.id()}}, m_owner.token());
    }
    Reply answerErasure(const Made &made, const QJsonObject &said) const
    {
        using namespace Qt::StringLiterals;
        const QByteArray jws = m_recipient.sign(u"carpeta-erasure-answer+json"_s, aboutErasure(made, TestOperator::luis(), said));
        return m_op.json("PUT", received(made.id, u"/erasure"_s), {{"Idempotency-Key", freshKey()}, {"If-None-Match", "*"}},
                         {{u"statement"_s, QString::fromLatin1(jws)}, {u"device"_s, m_recipient.id()}}, m_recipient.token());
    }
    Reply revoke(const Made &made, const std::string &key = freshKey()) const
    {
        return m_op.json("POST", at(made.id, QStringLiteral("/revocation")), {{"Idempotency-Key", key}}, {}, m_owner.token());
    }
    Reply take(const QString &id, int n = 0, Headers headers = {}) const
    {
        return m_op.call("GET", received(id, QString(QStringLiteral("/documents/") + QString::number(n))), headers, {},
                         m_recipient.token());
    }
    Reply mine(const QString &id) const { return m_op.call("GET", at(id), {}, {}, m_owner.token()); }
    Reply theirs(const QString &id) const { return m_op.call("GET", received(id), {}, {}, m_recipient.token()); }
    Reply allow(bool on) const
    {
        return m_op.json("PUT", m_recipient.in(QStringLiteral("/directory")), {}, {{QStringLiteral("findable"), on}},
                         m_recipient.token());
    }
    Reply find(const QString &id) const
    {
        return m_op.call("GET", m_owner.in(QString(QStringLiteral("/recipients?id=") + id)), {}, {}, m_owner.token());
    }
    Reply trash(const QJsonObject &document) const
    {
        const QString path = m_op.in(QString(QStringLiteral("/items/") + document.value(QLatin1StringView("item")).toString()));
        const std::string etag = m_op.call("GET", path).header("ETag").toStdString();
        return m_op.json("POST", QString(path + QStringLiteral("/trash")), {{"If-Match", etag}, {"Idempotency-Key", freshKey()}}, {});
    }
    // What the operator wrote for whoever has this folder.
    QStringList recordOf(const TestDevice &whose) const
    {
        using namespace Qt::StringLiterals;
        QStringList kinds;
        const QJsonArray records =
            m_op.call("GET", whose.in(u"/activity"_s), {}, {}, whose.token()).json().value("records"_L1).toArray();
        for (const QJsonValue &one : records)
            kinds.append(QJsonDocument::fromJson(*fromB64u(one.toObject().value("bytes"_L1).toString().toLatin1()))
                             .object()
                             .value("kind"_L1)
                             .toString());
        return kinds;
    }
    QString at(const QString &id, const QString &what = {}) const
    {
        return m_owner.in(QString(QStringLiteral("/shares/") + id + what));
    }
    QString received(const QString &id, const QString &what = {}) const
    {
        return m_recipient.in(QString(QStringLiteral("/received/") + id + what));
    }

private:
    const TestOperator &m_op;
    const TestDevice &m_owner;
    const TestDevice &m_recipient;
};

} // namespace carriel::op::test
