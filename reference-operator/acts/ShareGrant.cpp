// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/ShareGrant.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"

#include <QSet>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDocuments = 500;
constexpr qint64 tolerance = 300; // seconds that a computer's clock may be wrong

Problem invalid(const char *reason)
{
    return Problem("share_invalid").with("reason", QString::fromLatin1(reason));
}

bool isDigest(const QJsonValue &value)
{
    const auto raw = fromB64u(value.toString().toLatin1());
    return raw && raw->size() == 32;
}

// `sealed`: what they are called is in the manifest, and nowhere else.
void checkDocuments(const QJsonArray &documents, bool sealed)
{
    if (documents.isEmpty() || documents.size() > mostDocuments)
        throw invalid("documents");
    QSet<QString> items;
    for (const QJsonValue &value : documents) {
        const QJsonObject one = value.toObject();
        const QString name = one.value("name"_L1).toString();
        const QString item = one.value("item"_L1).toString();
        if (!isId(item) || items.contains(item) || !isId(one.value("version"_L1).toString()) || name.isEmpty() ||
            name.size() > 1000 || !one.value("follow"_L1).isBool() || !one.value("media_type"_L1).isString() ||
            one.value("size"_L1).toInteger(-1) < 0 || !isDigest(one.value("sha256"_L1)))
            throw invalid("documents");
        if (sealed && (name != item || !one.value("media_type"_L1).toString().isEmpty() || one.value("follow"_L1).toBool()))
            throw invalid("documents");
        items.insert(item);
    }
}

} // namespace

ShareGrant readGrant(const QJsonObject &p, const QString &id, const QString &owner)
{
    const auto wrong = [](const char *reason) {
        return Problem("statement_invalid").with("reason", QString::fromLatin1(reason));
    };
    if (p.value("v"_L1).toInteger() != 1 || p.value("id"_L1).toString() != id)
        throw wrong("id");
    if (p.value("iss"_L1).toString() != owner)
        throw wrong("sub");
    ShareGrant grant;
    grant.custody = p.value("custody"_L1).toString();
    const bool sealed = grant.custody == u"private";
    if ((!sealed && grant.custody != u"open") || p.value("rights"_L1).toString() != u"copy")
        throw invalid("form");
    grant.kid = p.value("kid"_L1).toString();
    grant.manifest = p.value("manifest_sha256"_L1).toString();
    if (sealed ? !isDigest(p.value("kid"_L1)) || !isDigest(p.value("manifest_sha256"_L1))
               : p.contains("kid"_L1) || p.contains("manifest_sha256"_L1))
        throw invalid("manifest");
    const QString purpose = p.value("purpose"_L1).toString(), message = p.value("message"_L1).toString();
    // What is end to end says what it is for to its reader alone.
    if (!p.value("message"_L1).isString() || (sealed ? !purpose.isEmpty() || !message.isEmpty()
                                                     : purpose.trimmed().isEmpty() || purpose.size() > 500 || message.size() > 2000))
        throw invalid("purpose");
    grant.expires = p.value("exp"_L1).toInteger();
    const qint64 issued = p.value("iat"_L1).toInteger(), now = nowSeconds();
    if (issued <= 0 || issued > now + tolerance || grant.expires <= now || grant.expires > now + longestShare)
        throw invalid("dates");
    grant.to = p.value("sub"_L1).toString();
    if (grant.to == owner || (grant.to.isEmpty() && (sealed || !p.value("sub"_L1).isNull())))
        throw invalid("recipient");
    grant.codeDigest = p.value("code_sha256"_L1).toString();
    if (grant.to.isEmpty() ? !isDigest(p.value("code_sha256"_L1)) : !p.value("code_sha256"_L1).isNull())
        throw invalid("code");
    grant.documents = p.value("documents"_L1).toArray();
    checkDocuments(grant.documents, sealed);
    return grant;
}

} // namespace carriel::op
