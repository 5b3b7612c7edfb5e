// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that a real operator never gives, made from those it gave.
#pragma once

#include "tests/fault/FaultProxy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel::test {

using Rewrite = std::function<QByteArray(const Exchange &)>;

inline QByteArray answerOf(const Exchange &e, const QByteArray &status, const QByteArray &type, const QByteArray &body,
                           const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nX-Request-Id: " + e.headers.value("x-request-id") + "\r\n" +
           (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n") + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           (e.method == "HEAD" ? QByteArray() : body);
}

inline QByteArray problem(const Exchange &e, int status, const char *code, const QByteArray &more = {})
{
    const QJsonObject body{{QStringLiteral("type"), QStringLiteral("about:blank")},
                           {QStringLiteral("title"), QStringLiteral("Prueba")},
                           {QStringLiteral("status"), status},
                           {QStringLiteral("code"), QString::fromLatin1(code)}};
    return answerOf(e, QByteArray::number(status) + " Prueba", "application/problem+json",
                    QJsonDocument(body).toJson(QJsonDocument::Compact), more);
}

// The same head with another body, its length told truly.
inline QByteArray withBody(const Exchange &e, const QByteArray &body)
{
    QByteArray out;
    for (const QByteArray &line : e.answer.left(e.answerHead() - 2).split('\n')) {
        const QByteArray lower = line.toLower();
        if (!lower.startsWith("content-length:") && !line.isEmpty())
            out += line + '\n';
    }
    return out + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray bodyOf(const Exchange &e)
{
    return e.answer.mid(e.answerHead());
}

// The same answer with one header changed, added, or (a null value) left out.
inline QByteArray withHeader(const Exchange &e, const QByteArray &name, const QByteArray &value)
{
    QByteArray out;
    const QByteArray wanted = name.toLower() + ':';
    for (const QByteArray &line : e.answer.left(e.answerHead() - 2).split('\n')) {
        if (!line.toLower().startsWith(wanted) && !line.isEmpty())
            out += line + '\n';
    }
    if (!value.isNull())
        out += name + ": " + value + "\r\n";
    return out + "\r\n" + bodyOf(e);
}

// The answer's JSON, changed.
inline QByteArray withJson(const Exchange &e, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject o = QJsonDocument::fromJson(bodyOf(e)).object();
    change(o);
    return withBody(e, QJsonDocument(o).toJson(QJsonDocument::Compact));
}

inline QByteArray flipped(const Exchange &e, qint64 fromEnd)
{
    QByteArray out = e.answer;
    const qsizetype at = std::max<qsizetype>(e.answerHead(), out.size() - 1 - fromEnd);
    if (at < out.size())
        out[at] = char(out.at(at) ^ 0x10);
    return out;
}

struct NamedRewrite
{
    const char *name;
    bool ask; // the operator executed it all the same
    Rewrite rewrite;
};

} // namespace carriel::test
