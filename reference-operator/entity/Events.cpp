// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/Events.h"

#include "reference-operator/Encoding.h"

#include <QSaveFile>
#include <stdexcept>
#include <unistd.h>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const QByteArray &jws)
{
    return op::b64u(op::sha256(jws));
}

[[noreturn]] void failed(const QFile &file)
{
    throw std::runtime_error(QString(file.fileName() + u": "_s + file.errorString()).toStdString());
}

} // namespace

Events::Events(const QString &file, QString operatorApi, QString entity, KeyOf keyOf)
    : m_file(file), m_operator(std::move(operatorApi)), m_entity(std::move(entity)), m_keyOf(std::move(keyOf))
{
    if (!m_file.open(QIODevice::ReadWrite) || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        failed(m_file);
    qint64 whole = 0;
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        if (!line.endsWith('\n'))
            break; // the end of one that was being written when the machine stopped: it was never answered for
        whole += line.size();
        if (const auto jws = op::parseJws(line.trimmed()))
            remember(*jws, digestOf(line.trimmed()));
    }
    if (!m_file.resize(whole) || !m_file.seek(whole))
        failed(m_file);
}

// What is known of its neighbours in the chain of its notification.
QString Events::standing(const op::Jws &jws, const QByteArray &digest)
{
    const QMap<qint64, Record> chain = m_chains.value(jws.payload.value("txn"_L1).toString());
    const qint64 seq = jws.payload.value("seq"_L1).toInteger();
    const QByteArray previous = jws.payload.value("prev"_L1).toString().toLatin1();
    if (const auto same = chain.constFind(seq); same != chain.cend())
        return same->digest == digest ? u"known"_s : u"contradicts"_s;
    const auto before = chain.constFind(seq - 1), after = chain.constFind(seq + 1);
    if ((before != chain.cend() && before->digest != previous) || (after != chain.cend() && after->previous != digest))
        return u"contradicts"_s;
    return seq == 1 || before != chain.cend() ? u"good"_s : u"unconnected"_s;
}

void Events::remember(const op::Jws &jws, const QByteArray &digest)
{
    QMap<qint64, Record> &chain = m_chains[jws.payload.value("txn"_L1).toString()];
    const qint64 seq = jws.payload.value("seq"_L1).toInteger();
    if (!chain.contains(seq)) // of two in one place the first stands
        chain.insert(seq, {digest, jws.payload.value("prev"_L1).toString().toLatin1()});
}

Events::Taken Events::take(const QByteArray &bytes)
{
    Taken out;
    const auto refused = [&out](const char *code, const char *why) {
        out.refusal = code;
        out.why = QString::fromLatin1(why);
        return out;
    };
    const auto jws = op::parseJws(bytes);
    if (!jws || jws->typ() != u"secevent+jwt")
        return refused("invalid_request", "not a security event token (RFC 8417)");
    if (jws->payload.value("iss"_L1).toString() != m_operator)
        return refused("invalid_issuer", "of another operator");
    const op::KeyPtr key = m_keyOf(jws->kid());
    if (!key)
        return refused("invalid_key", "by a key that the operator does not publish");
    if (!op::verifies(*jws, key))
        return refused("authentication_failed", "the signature does not hold");
    const QJsonObject events = jws->payload.value("events"_L1).toObject();
    out.notification = jws->payload.value("txn"_L1).toString();
    out.seq = jws->payload.value("seq"_L1).toInteger();
    out.happened = jws->payload.value("toe"_L1).toInteger();
    if (events.size() != 1 || out.notification.isEmpty() || out.seq < 1)
        return refused("invalid_request", "not a record of a notification");
    out.event = events.begin().key();
    if (events.begin().value().toObject().value("entity"_L1).toString() != m_entity)
        return refused("invalid_audience", "of another entity's notification");
    const QByteArray digest = digestOf(bytes);
    out.state = standing(*jws, digest);
    if (!out.fresh())
        return out;
    const QByteArray line = bytes + '\n';
    if (m_file.write(line) != line.size() || !m_file.flush() || ::fsync(m_file.handle()) != 0)
        failed(m_file);
    remember(*jws, digest);
    return out;
}

QString Events::cursor() const
{
    QFile file(QString(m_file.fileName() + u".cursor"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : u"0"_s;
}

void Events::setCursor(const QString &cursor) const
{
    QSaveFile file(QString(m_file.fileName() + u".cursor"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(cursor.toLatin1()) != cursor.size() || !file.commit())
        throw std::runtime_error(QString(file.fileName() + u": "_s + file.errorString()).toStdString());
}

} // namespace carriel::entity
