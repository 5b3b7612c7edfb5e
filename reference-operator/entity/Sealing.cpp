// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/Sealing.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Jws.h"
#include "reference-operator/entity/Ece.h"

#include <QDate>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

QByteArray derived(const QByteArray &secret, const char *what, qint64 number)
{
    return op::hmacSha256(secret, QByteArray(QByteArray(what) + ' ' + QByteArray::number(number)));
}

// A UUIDv7 (RFC 9562) of this moment with bits that are not chance.
QString idOf(qint64 seconds, QByteArray bits)
{
    QByteArray bytes = bits.left(16);
    const quint64 ms = quint64(seconds) * 1000;
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(ms >> (40 - 8 * i));
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    QByteArray hex = bytes.toHex();
    for (const int at : {20, 16, 12, 8})
        hex.insert(at, '-');
    return text(hex);
}

// What people's programs cannot show is opened all the same, and irrevocably (schema Act).
void checkAct(const QJsonObject &act)
{
    const auto need = [](bool holds, const char *member) {
        if (!holds)
            throw BadDraft(std::string("the act has no proper \"") + member + '"');
    };
    const auto isDay = [](const QJsonValue &value) {
        return value.isUndefined() || value.isNull() || QDate::fromString(value.toString(), Qt::ISODate).isValid();
    };
    const auto isText = [](const QJsonValue &value, qsizetype most) {
        return value.isString() && !value.toString().trimmed().isEmpty() && value.toString().size() <= most;
    };
    need(isText(act.value("title"_L1), 1000), "title");
    need(!act.contains("body"_L1) || isText(act.value("body"_L1), 100000), "body");
    need(isDay(act.value("date"_L1)), "date");
    const QJsonValue actions = act.value("actions"_L1);
    need((actions.isUndefined() || actions.isArray()) && actions.toArray().size() <= 100, "actions");
    for (const QJsonValue &value : actions.toArray()) {
        const QJsonObject action = value.toObject();
        need(isText(action.value("kind"_L1), 40) && isText(action.value("label"_L1), 200) && isDay(action.value("due"_L1)),
             "actions");
    }
    const QJsonValue term = act.value("term"_L1);
    need(term.isUndefined() || term.isNull() || term.isObject(), "term");
    if (const QJsonValue days = term.toObject().value("days"_L1); !days.isUndefined())
        need(days.toInt() >= 1 && days.toInt() <= 3650 && double(days.toInt()) == days.toDouble(), "term");
    const QJsonValue purpose = term.toObject().value("for"_L1);
    need(purpose.isUndefined() || isText(purpose, 400), "term");
}

} // namespace

qint64 Draft::bytes() const
{
    qint64 sum = op::compact(act).size();
    for (const PackedFile &document : documents)
        sum += document.bytes.size();
    return sum;
}

TooLarge::TooLarge(qint64 size, qint64 limit)
    : std::runtime_error("the act and its documents have " + std::to_string(size) +
                         " bytes; this operator takes at most " + std::to_string(limit) +
                         " in one notification, sealed")
{
}

Sealer::Sealer(const Home &home, Api &api, Draft draft) : m_home(home), m_api(api), m_draft(std::move(draft))
{
    for (const QJsonValue &value : api.get(u"/warnings"_s).value("warnings"_L1).toArray()) {
        const QJsonObject warning = value.toObject();
        if (warning.value("regime"_L1).toString() != m_draft.regime)
            continue;
        const QByteArray digest = op::sha256(warning.value("text"_L1).toString().toUtf8()); // not what is said of it
        m_warning = {{u"id"_s, warning.value("id"_L1)}, {u"sha256"_s, text(op::b64u(digest))}};
    }
    if (m_warning.isEmpty())
        throw BadDraft("the operator has no warning for this regime");
    if (m_draft.title.trimmed().isEmpty() || m_draft.title.size() > 120)
        throw BadDraft("the title has 1 to 120 characters");
    checkAct(m_draft.act);
    if (const qint64 size = m_draft.bytes(); size > api.largest()) // before any of it is packed
        throw TooLarge(size, api.largest());
}

QList<QJsonValue> Sealer::consentsOf(const QStringList &persons) const
{
    const QJsonObject answer =
        m_api.post(QString(u"/entity/procedures/"_s + m_draft.procedure + u"/subscribers"_s),
                   op::compact({{u"persons"_s, QJsonArray::fromStringList(persons)}}), "application/json");
    QList<QJsonValue> out;
    for (const QJsonValue &one : answer.value("answers"_L1).toArray())
        out.append(one.toObject().value("consent"_L1));
    if (out.size() != persons.size())
        throw std::runtime_error("the operator answered for others than were asked");
    return out;
}

Sealed Sealer::seal(const Recipient &to, const QByteArray &secret, qint64 number, qint64 now) const
{
    Sealed out;
    out.id = idOf(now, derived(secret, "id", number));
    const QByteArray a = derived(secret, "a", number);
    QJsonArray documents;
    QList<PackedFile> files;
    files.append({u"act.json"_s, u"application/json"_s, {}});
    for (qsizetype i = 0; i < m_draft.documents.size(); ++i) {
        const PackedFile &file = m_draft.documents[i];
        documents.append(QJsonObject{{u"file"_s, file.name},
                                     {u"name"_s, m_draft.documentNames[i]},
                                     {u"media_type"_s, file.mediaType},
                                     {u"main"_s, i == 0}});
        files.append(file);
    }
    QJsonObject act = m_draft.act;
    act.insert(u"v"_s, 1);
    act.insert(u"id"_s, out.id);
    act.insert(u"documents"_s, documents);
    if (!act.contains("actions"_L1))
        act.insert(u"actions"_s, QJsonArray());
    files[0].bytes = op::compact(act);
    const QByteArray plain = QByteArray(derived(secret, "salt", number) + makePackage(files, m_home.signer));
    out.cipher = sealContent(a, plain);
    if (out.cipher.size() > m_api.largest())
        throw TooLarge(out.cipher.size(), m_api.largest());

    const bool legal = m_draft.cls == u"notification";
    const QJsonObject seal{{u"v"_s, 1},
                           {u"id"_s, out.id},
                           {u"iss"_s, m_home.id},
                           {u"aud"_s, m_api.api()},
                           {u"sub"_s, to.person},
                           {u"iat"_s, now},
                           {u"class"_s, m_draft.cls},
                           {u"regime"_s, m_draft.regime},
                           {u"procedure"_s, m_draft.procedure},
                           {u"case"_s, m_draft.caseNumber},
                           {u"consent"_s, to.consent},
                           {u"title"_s, m_draft.title},
                           {u"sensitivity"_s, m_draft.sensitivity},
                           {u"not_before"_s, m_draft.notBefore > 0 ? m_draft.notBefore : now},
                           {u"expires"_s, m_draft.expires ? QJsonValue(*m_draft.expires) : QJsonValue()},
                           {u"open"_s, QJsonObject{{u"acr"_s, legal ? u"high"_s : u"low"_s},
                                                   {u"max_age"_s, legal ? 300 : 3600},
                                                   {u"signer"_s, QJsonArray::fromStringList(m_draft.signers)},
                                                   {u"warning"_s, m_warning}}},
                           {u"content"_s, QJsonObject{{u"profile"_s, u"sealed-1"_s},
                                                      {u"enc"_s, u"aes128gcm"_s},
                                                      {u"cipher_sha256"_s, text(op::b64u(op::sha256(out.cipher)))},
                                                      {u"cipher_size"_s, out.cipher.size()},
                                                      {u"plain_sha256"_s, text(op::b64u(op::sha256(plain)))},
                                                      {u"type"_s, u"application/vnd.etsi.asic-e+zip"_s}}},
                           {u"key"_s, QJsonObject{{u"a_sha256"_s, text(op::b64u(op::sha256(a)))}}}};
    const QJsonObject share{{u"notification"_s, out.id}, {u"entity"_s, m_home.id}, {u"a"_s, text(op::b64u(a))}};
    const auto wrapped = op::encryptJwe(m_api.discovery().value("seal_key"_L1).toObject(), op::compact(share));
    if (!wrapped)
        throw std::runtime_error("the operator announces no seal key that can be used");
    out.body = {{u"seal"_s, text(op::signJws(u"carpeta-seal+json"_s, m_home.signer.kid(), seal, m_home.signer.key,
                                             m_home.signer.x5c()))},
                {u"a"_s, text(*wrapped)}};
    if (!to.reference.isEmpty())
        out.body.insert(u"reference"_s, to.reference);
    return out;
}

} // namespace carriel::entity
