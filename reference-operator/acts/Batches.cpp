// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Batches.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/StrictJson.h"
#include "reference-operator/acts/EntityBudget.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype together = 64; // lines in one transaction
constexpr qint64 longestLine = 262144;
constexpr qint64 most = 100000;

struct Batch
{
    QString id, procedure;
    qint64 count = 0, received = 0, accepted = 0;

    QJsonObject json() const
    {
        return {{u"id"_s, id},
                {u"procedure"_s, procedure},
                {u"count"_s, count},
                {u"received"_s, received},
                {u"accepted"_s, accepted},
                {u"refused"_s, received - accepted},
                {u"complete"_s, received == count}};
    }
};

std::optional<Batch> find(Connection &c, const QString &entity, const QString &id, bool lock = false)
{
    QSqlQuery &row =
        c.run(QString(u"SELECT procedure, count, received, accepted FROM batches WHERE entity = ? AND id = ?"_s +
                      (lock ? c.forUpdate() : QString())),
              {entity, id});
    if (!row.next())
        return std::nullopt;
    Batch batch{id, row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toLongLong(),
                row.value(3).toLongLong()};
    row.finish();
    return batch;
}

QJsonObject refusedJson(QJsonObject result, const QString &reason, const QString &jws)
{
    result.insert(u"result"_s, u"refused"_s);
    result.insert(u"reason"_s, reason);
    if (!jws.isEmpty())
        result.insert(u"evidence"_s, QJsonArray{QJsonObject{{u"jws"_s, jws}, {u"tst"_s, QJsonValue()}}});
    return result;
}

struct Line
{
    qint64 number = -1;
    NewDeposit deposit;
    QString refusal; // found before the transaction
};

class Admitter
{
public:
    Admitter(Operator &op, Exchange &ex) : m_op(op), m_ex(ex)
    {
        op.read(ex, [&](Connection &c) {
            m_entity = *findEntity(c, ex.who.entity);
            m_signers = signersOf(c, ex.who.entity);
            if (const auto batch = find(c, ex.who.entity, ex.arg(0)))
                m_batch = *batch;
        });
        if (m_batch.id.isEmpty())
            throw Problem("not_found");
        needProcedure(ex.who, m_batch.procedure);
    }

    void add(QByteArrayView bytes)
    {
        m_held.append(bytes);
        qsizetype from = 0;
        for (qsizetype at = m_held.indexOf('\n'); at >= 0; at = m_held.indexOf('\n', from)) {
            take(m_held.mid(from, at - from));
            from = at + 1;
        }
        m_held.remove(0, from);
        if (m_held.size() > longestLine)
            throw Problem("too_large").with("detail", u"line"_s);
    }

    QJsonObject finish()
    {
        take(std::exchange(m_held, {}));
        flush();
        return {{u"batch"_s, m_batch.json()}, {u"results"_s, m_results}};
    }

private:
    void take(const QByteArray &bytes)
    {
        if (bytes.trimmed().isEmpty())
            return;
        if (++m_taken > m_op.config.limits.batchMax)
            throw Problem("too_large").with("detail", u"lines"_s);
        const auto strict = strictObject(bytes);
        const QJsonObject json = strict ? *strict : QJsonDocument::fromJson(bytes).object();
        Line line;
        line.number = json.value("line"_L1).toInteger(-1);
        if (line.number < 0 || line.number >= m_batch.count || !isId(json.value("id"_L1).toString()))
            throw Problem("invalid_request").with("detail", u"line"_s);
        try {
            line.deposit = depositFrom(json.value("id"_L1).toString(), strict ? json : QJsonObject());
        } catch (const Problem &) { // is refused alone: the batch must get past it
            line.deposit.id = json.value("id"_L1).toString();
            line.refusal = u"line_form"_s;
        }
        line.deposit.batch = m_batch.id;
        line.deposit.line = line.number;
        line.deposit.key = QString(m_batch.id + u':' + QString::number(line.number));
        if (line.number >= m_batch.received && line.refusal.isEmpty()) { // what is known is not checked again
            try {
                if (line.deposit.payload.value("procedure"_L1).toString() != m_batch.procedure)
                    throw Refusal("procedure");
                checkDeposit(m_op.config, m_op.keys, m_entity, m_signers, line.deposit);
            } catch (const Refusal &refusal) {
                line.refusal = refusal.reason();
            }
        }
        m_lines.push_back(std::move(line));
        if (m_lines.size() >= size_t(together))
            flush();
    }

    void flush()
    {
        if (m_lines.empty())
            return;
        QJsonArray results;
        const auto held = m_op.store->hold();
        m_batch = m_op.write(m_ex, [&](Connection &c) {
            results = {};
            Batch batch = *find(c, m_entity.id, m_batch.id, true);
            const Batch before = batch;
            lockRecipients(c);
            QStringList changed;
            for (const Line &line : m_lines)
                results.append(one(c, batch, line, changed));
            c.change(u"UPDATE batches SET received = ?, accepted = ? WHERE entity = ? AND id = ?"_s,
                     {batch.received, batch.accepted, m_entity.id, batch.id});
            const qint64 taken = batch.accepted - before.accepted;
            spend(c, m_op.config, m_entity.id, Spending::Deposits, taken);
            spend(c, m_op.config, m_entity.id, Spending::Refusals, batch.received - before.received - taken);
            changed.removeDuplicates();
            for (const QString &folder : std::as_const(changed))
                announce(c, m_op.hub, folder);
            return batch;
        });
        for (const QJsonValue &result : std::as_const(results))
            m_results.append(result);
        m_lines.clear();
    }

    // In one order, so that two batches never wait for each other.
    void lockRecipients(Connection &c)
    {
        if (!c.isPostgres())
            return;
        QStringList persons;
        for (const Line &line : m_lines)
            persons.append(line.deposit.payload.value("sub"_L1).toString());
        persons.sort();
        persons.removeDuplicates();
        for (const QString &person : std::as_const(persons))
            c.one(u"SELECT id FROM folders WHERE holder = ? FOR UPDATE"_s, {person});
    }

    QJsonObject one(Connection &c, Batch &batch, const Line &line, QStringList &changed)
    {
        QJsonObject result{{u"line"_s, line.number}, {u"id"_s, line.deposit.id}, {u"result"_s, u"accepted"_s}};
        if (line.number < batch.received)
            return asBefore(c, batch, line, result);
        if (line.number > batch.received)
            throw Problem("invalid_request")
                .with("detail", QString(u"line "_s + QString::number(batch.received) + u" is next"_s));
        ++batch.received;
        QJsonObject record;
        QString refusal;
        try { // refuses before it writes anything
            needNew(c, m_entity.id, line.deposit.id);
            refusal = line.refusal;
            if (refusal.isEmpty()) {
                changed.append(admit(c, m_op.config, m_op.keys, m_entity, line.deposit).folder);
                ++batch.accepted;
                return result;
            }
        } catch (const Refusal &found) {
            refusal = found.reason();
        } catch (const Problem &problem) { // that id is another deposit's; of that one no rejection is signed
            return refused(c, batch, line, QString::fromLatin1(problem.code()), {}, result);
        }
        record = refuse(c, m_op.config, m_op.keys, m_entity, m_signers, line.deposit, refusal);
        return refused(c, batch, line, refusal, record.value("jws"_L1).toString(), result);
    }

    // Kept, so that whoever lost the answer gets the same one.
    QJsonObject refused(Connection &c, const Batch &batch, const Line &line, const QString &reason, const QString &jws,
                        const QJsonObject &result)
    {
        c.change(
            u"INSERT INTO batch_refusals(entity, batch, line, id, reason, jws, at) VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
            {m_entity.id, batch.id, line.number, line.deposit.id, reason, jws.isEmpty() ? QVariant() : QVariant(jws),
             nowSeconds()});
        return refusedJson(result, reason, jws);
    }

    QJsonObject asBefore(Connection &c, const Batch &batch, const Line &line, QJsonObject result)
    {
        QSqlQuery &row =
            c.run(u"SELECT id, reason, jws FROM batch_refusals WHERE entity = ? AND batch = ? AND line = ?"_s,
                  {m_entity.id, batch.id, line.number});
        const bool was = row.next();
        const QString id = was ? row.value(0).toString() : QString();
        const QString reason = was ? row.value(1).toString() : QString();
        const QString jws = was ? row.value(2).toString() : QString();
        row.finish();
        if (was && id == line.deposit.id)
            return refusedJson(result, reason, jws);
        const auto before = was ? std::nullopt : findNotification(c, line.deposit.id);
        if (before && before->entity == m_entity.id && before->batch == batch.id &&
            (before->line == line.number || before->line < 0))
            result.insert(u"result"_s, u"known"_s); // the first stands
        else
            result = refusedJson(result, u"line_known"_s, {});
        return result;
    }

    Operator &m_op;
    Exchange &m_ex;
    Entity m_entity;
    QHash<QString, KeyPtr> m_signers;
    Batch m_batch;
    QByteArray m_held;
    qint64 m_taken = 0;
    std::vector<Line> m_lines;
    QJsonArray m_results;
};

} // namespace

NewDeposit depositFrom(const QString &id, const QJsonObject &body)
{
    NewDeposit deposit;
    deposit.id = id;
    deposit.seal = body.value("seal"_L1).toString().toLatin1();
    deposit.a = body.value("a"_L1).toString().toLatin1();
    deposit.blob = body.value("blob"_L1).toString();
    if (body.value("reference"_L1).isString())
        deposit.reference = body.value("reference"_L1).toString().left(100);
    if (const auto jws = parseJws(deposit.seal))
        deposit.payload = jws->payload;
    if (!isId(id) || deposit.seal.isEmpty() || deposit.a.isEmpty() || !isId(deposit.blob) ||
        !body.value("b"_L1).toArray().isEmpty())
        throw Problem("invalid_request").with("detail", u"deposit"_s);
    return deposit;
}

void getBatch(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) {
        const auto batch = find(c, ex.who.entity, ex.arg(0));
        if (!batch)
            throw Problem("not_found");
        needOwn(ex.who, batch->procedure);
        return batch->json();
    }));
}

void getBatchRefusals(Operator &op, Exchange &ex)
{
    const qint64 limit = op.pageLimit(ex);
    const qint64 after = ex.hasQuery("page") ? ex.number(ex.query("page").toLatin1()) : -1;
    ex.json(200, op.read(ex, [&](Connection &c) {
        const auto batch = find(c, ex.who.entity, ex.arg(0));
        if (!batch)
            throw Problem("not_found");
        needOwn(ex.who, batch->procedure);
        QJsonArray refusals;
        QSqlQuery &row = c.run(u"SELECT line, id, reason, jws FROM batch_refusals WHERE entity = ? AND batch = ? AND"
                               u" line > ? ORDER BY line LIMIT ?"_s,
                               {ex.who.entity, batch->id, after, limit + 1});
        while (row.next())
            refusals.append(refusedJson({{u"line"_s, row.value(0).toLongLong()}, {u"id"_s, row.value(1).toString()}},
                                        row.value(2).toString(), row.value(3).toString()));
        row.finish();
        QJsonValue next;
        if (refusals.size() > limit) {
            refusals.removeLast();
            next = QString(u"/entity/batches/"_s + batch->id + u"/refusals?page="_s +
                           QString::number(refusals.last().toObject().value("line"_L1).toInteger()) + u"&limit="_s +
                           QString::number(limit));
        }
        return QJsonObject{{u"refusals"_s, refusals}, {u"next"_s, next}};
    }));
}

void putBatch(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const QString procedure = body.value("procedure"_L1).toString();
    const qint64 count = body.value("count"_L1).toInteger();
    needProcedure(ex.who, procedure);
    if (count < 1 || count > most)
        throw Problem("invalid_request").with("detail", u"count"_s);
    ex.json(200, op.write(ex, [&](Connection &c) {
        const auto made = c.change(
            u"INSERT INTO batches(entity, id, procedure, count, received, accepted) VALUES(?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING"_s,
            {ex.who.entity, ex.arg(0), procedure, count});
        spend(c, op.config, ex.who.entity, Spending::Deposits, made); // an empty one leaves a row, too
        const Batch batch = *find(c, ex.who.entity, ex.arg(0));
        if (batch.procedure != procedure || batch.count != count)
            throw Problem("id_taken");
        return batch.json();
    }));
}

void postBatchDeposits(Operator &op, Exchange &ex)
{
    if (ex.header("Content-Type").split(';').value(0).trimmed() != "application/x-ndjson")
        throw Problem("media_type_unsupported");
    Admitter admitter(op, ex);
    ex.stream([&](QByteArrayView bytes) { admitter.add(bytes); });
    ex.json(200, admitter.finish());
}

} // namespace carriel::op
