// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's program is given of many and large notifications: pages that it can read, rows and evidence of one
// moment, and everything that fell due together.
#include "tests/operator/OpeningStage.h"
#include "tests/support/Patience.h"

#include <QSet>
#include <atomic>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorPages : public OpeningStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }

    // An entity fills every seal to its limit; all are due in the same second; no page grows too large for a program.
    void manyLargeOnesAtOnce()
    {
        const int count = 320;
        const QString cursor =
            op.call("GET", first.in(u"/items?snapshot=new"_s)).json().value("cursor_at_start"_L1).toString();
        const qint64 due = nowSeconds() + 10;
        QSet<QString> made;
        for (int i = 0; i < count; ++i)
            made.insert(arrive([&](QJsonObject &s) {
                            s.insert(u"not_before"_s, due);
                            s.insert(u"relleno"_s, QString(22500, u'x'));
                        }).id);
        const auto states = [this] {
            return entity.call("GET", u"/entity/tracking"_s).json().value("states"_L1).toObject();
        };
        QTRY_COMPARE(states(), (QJsonObject{{u"Available"_s, count}}));
        QSet<QString> seen;
        int pages = 0;
        QString since = cursor;
        for (bool more = true; more;) {
            const Reply reply = op.call("GET", first.in(QString(u"/changes?since="_s + since)));
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.body.size() < 10 * 1024 * 1024);
            for (const QJsonValue &change : reply.json().value("changes"_L1).toArray())
                seen.insert(change.toObject().value("id"_L1).toString());
            since = reply.json().value("new_cursor"_L1).toString();
            more = reply.json().value("has_more"_L1).toBool();
            ++pages;
        }
        QVERIFY(pages > 1);
        QCOMPARE(seen, made);
    }

    // A state and a chain that does not say so would be a false alarm for the person.
    void aRowAndItsEvidenceAreOfOneMoment()
    {
        const TestEntity::Made made = arrive();
        std::atomic<bool> over = false;
        std::atomic<int> torn = 0, read = 0;
        const auto path = QString(op.api() + first.in(QString(u"/notifications/"_s + made.id))).toStdString();
        const std::string bearer = "Bearer " + first.token().toStdString();
        std::thread reader([&] {
            const auto client = op.client();
            while (!over) {
                const auto result = client->Get(path, {{"Authorization", bearer}});
                if (!result)
                    continue;
                const QJsonObject n = QJsonDocument::fromJson(QByteArray::fromStdString(result->body)).object();
                const QStringList events = eventsIn(n);
                const bool opened = events.contains(u"ContentHandover"_s);
                torn +=
                    opened == n.value("acknowledgement"_L1).isNull() || n.value("rev"_L1).toInt() != events.size() - 1;
                ++read;
            }
        });
        open(first, made.id);
        second.fetch(made.id);
        certify(made.id);
        complain(made);
        while (read < 50)
            std::this_thread::yield();
        over = true;
        reader.join();
        QCOMPARE(torn.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOperatorPages)
#include "tst_operator_pages.moc"
