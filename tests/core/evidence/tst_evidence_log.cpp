// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Records of activity that somebody bent at random, with and without writing the chain anew: everything up to the last
// anchor must be found, and what is allowed must not.
#include "core/crypto/Base64Url.h"
#include "core/evidence/activity/LogForks.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <random>

using namespace carriel;
using namespace carriel::evidence;

namespace {

using Random = std::mt19937;

qint64 upTo(Random &random, qint64 most)
{
    return most <= 0 ? 0 : qint64(random() % quint64(most));
}

QByteArray recordOf(const QString &log, qint64 seq, const QByteArray &prev, const QString &kind,
                    const QByteArray &detail)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("v"), 1},
                                     {QStringLiteral("log"), log},
                                     {QStringLiteral("seq"), seq},
                                     {QStringLiteral("prev"), QString::fromLatin1(crypto::toBase64Url(prev))},
                                     {QStringLiteral("kind"), kind},
                                     {QStringLiteral("detail"),
                                      QString::fromLatin1(crypto::toBase64Url(LogCheck::detailDigest(detail)))}})
        .toJson(QJsonDocument::Compact);
}

struct Chain
{
    QString name;
    QStringList kinds;
    QList<LogRecord> records;

    // As its writer would: from here on.
    void write(qsizetype from)
    {
        for (qsizetype at = from; at < kinds.size(); ++at) {
            const QByteArray prev = at == 0 ? LogCheck::startOf(name) : LogCheck::hashOf(records.at(at - 1).bytes);
            const QByteArray detail = "{\"data\":\"" + kinds.at(at).toUtf8() + "\"}";
            const LogRecord made{name, at + 1, recordOf(name, at + 1, prev, kinds.at(at), detail), detail};
            if (at < records.size())
                records[at] = made;
            else
                records += made;
        }
        records.resize(kinds.size());
    }
};

} // namespace

class TestEvidenceLog : public QObject
{
    Q_OBJECT

    Random m_random{4711};

    Chain chain(const QString &name)
    {
        Chain out;
        out.name = name;
        const qint64 count = 1 + upTo(m_random, 40);
        for (qint64 i = 0; i < count; ++i)
            out.kinds += QStringLiteral("document.k%1").arg(upTo(m_random, 1000));
        out.write(0);
        return out;
    }

    static LogReport checked(const QList<LogRecord> &records, const QHash<qint64, QByteArray> &anchors,
                             const QString &log)
    {
        LogCheck check;
        for (auto it = anchors.begin(); it != anchors.end(); ++it)
            check.anchor(log, it.key(), it.value());
        for (const LogRecord &one : records)
            check.add(one);
        return check.report();
    }

    static LogRecord beginning(const QString &log, const QString &kind, const QString &from, qint64 lastKnown)
    {
        const QJsonObject data{{QStringLiteral("from"), from},
                               {QStringLiteral("last_known"), lastKnown},
                               {QStringLiteral("last_here"), 9},
                               {QStringLiteral("head_here"), QString(43, u'A')}};
        const QByteArray detail = QJsonDocument(QJsonObject{{QStringLiteral("data"), data}}).toJson();
        return {log, 1, recordOf(log, 1, LogCheck::startOf(log), kind, detail), detail};
    }

private Q_SLOTS:
    void aLaterLogSaysWhereTheEarlierOneEnds()
    {
        const QString restored = QStringLiteral("log.restored"), one = QStringLiteral("dev:a:1"), two = QStringLiteral("dev:a:2");
        LogForks forks;
        forks.add(beginning(two, restored, one, 4));
        QCOMPARE(forks.endOf(one), std::optional<qint64>(4));
        QVERIFY(!forks.endOf(two));
        QVERIFY(forks.endsUnder({{one, 4, {}}}).isEmpty()); // nobody signed the later one yet
        QCOMPARE(forks.endsUnder({{two, 1, {}}}).first().seq, 9);
        for (const LogRecord &no : {beginning(two, restored, QStringLiteral("dev:b:1"), 1), beginning(one, restored, two, 1),
                                    beginning(two, QStringLiteral("document.added"), one, 1)}) {
            LogForks others; // another computer's, an earlier one, or no such record at all
            others.add(no);
            QVERIFY(!others.endOf(QStringLiteral("dev:b:1")) && !others.endOf(one) && !others.endOf(two));
        }
    }

    void whatIsWholeIsWhole()
    {
        for (int life = 0; life < 200; ++life) {
            Chain one = chain(QStringLiteral("dev:%1:1").arg(life));
            const qint64 at = 1 + upTo(m_random, one.records.size());
            const QHash<qint64, QByteArray> anchors{{at, LogCheck::hashOf(one.records.at(at - 1).bytes)}};
            one.records[upTo(m_random, one.records.size())].detail.reset(); // erased at the person's wish
            const LogReport report = checked(one.records, anchors, one.name);
            QVERIFY(report.intact());
            QCOMPARE(report.logs.first().anchored, at);
            QCOMPARE(report.logs.first().erased, 1);
            QCOMPARE(report.wholeAnchored(), at == one.records.size());
        }
    }

    void everythingBentBeforeTheAnchorIsFound()
    {
        QHash<QString, int> found;
        const int lives = qEnvironmentVariableIsSet("CARRIEL_LIVES") ? qEnvironmentVariableIntValue("CARRIEL_LIVES") : 1500;
        if (const int seed = qEnvironmentVariableIntValue("CARRIEL_SEED"); seed != 0)
            m_random.seed(std::uint32_t(seed));
        for (int life = 0; life < lives; ++life) {
            Chain one = chain(QStringLiteral("dev:%1:1").arg(life));
            const qint64 last = 1 + upTo(m_random, one.records.size()); // anchored up to here
            const QHash<qint64, QByteArray> anchors{{last, LogCheck::hashOf(one.records.at(last - 1).bytes)}};
            const qint64 at = upTo(m_random, last); // from 0
            const bool anew = m_random() % 2 == 0;  // whoever bends it writes the rest of the chain again
            const auto act = m_random() % 6;
            if (act == 0) {
                one.kinds[at] += QLatin1Char('x');
                anew ? one.write(at) : (void)(one.records[at].bytes.replace("document", "dokument"));
            } else if (act == 1) {
                one.kinds.removeAt(at);
                if (anew)
                    one.write(at);
                else
                    one.records.removeAt(at);
            } else if (act == 2) {
                one.kinds.insert(at, QStringLiteral("document.never"));
                if (anew)
                    one.write(at);
                else
                    one.records.insert(at + 1, LogRecord(one.records.at(at)));
            } else if (act == 3) {
                const qint64 other = upTo(m_random, last);
                if (one.kinds.at(at) == one.kinds.at(other) && (anew || at == other))
                    continue;
                one.kinds.swapItemsAt(at, other);
                if (anew)
                    one.write(qMin(at, other));
                else
                    one.records.swapItemsAt(at, other);
            } else if (act == 4) {
                one.records.resize(at); // the end is cut off
            } else {
                one.records[at].detail = QByteArray("{\"data\":\"otra cosa\"}");
            }
            const LogReport report = checked(one.records, anchors, one.name);
            QVERIFY2(!report.intact(),
                     qPrintable(QStringLiteral("life %1, act %2, anew %3").arg(life).arg(act).arg(anew)));
            ++found[report.faults.first().reason];
        }
        // Each kind of fault was seen.
        for (const char *reason : {"altered", "missing", "not_as_anchored", "inserted"})
            QVERIFY2(found.value(QLatin1String(reason)) > 5, reason);
    }

    void ofAnotherLogOrUnreadable()
    {
        Chain one = chain(QStringLiteral("dev:a:1"));
        one.records.first().log = QStringLiteral("dev:b:1");
        QCOMPARE(checked({one.records.first()}, {}, {}).faults.first().reason, QStringLiteral("foreign"));
        for (const char *bytes : {"", "[]", "{\"v\":1,\"v\":1}", "{\"v\":2}", "{\"v\":1} "}) {
            const LogRecord bad{QStringLiteral("dev:a:1"), 1, bytes, {}};
            QVERIFY2(!checked({bad}, {}, {}).intact(), bytes);
        }
        const LogRecord large{QStringLiteral("dev:a:1"), 1, "{\"v\":1,\"x\":\"" + QByteArray(70'000, 'x') + "\"}", {}};
        QCOMPARE(checked({large}, {}, {}).faults.first().reason, QStringLiteral("malformed"));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceLog)
#include "tst_evidence_log.moc"
