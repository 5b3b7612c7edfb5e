// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The record of activity as files, in the hands of somebody who takes away, adds or bends: each thing is found and
// named, and nothing that he does ever gives a better answer.
#include "core/crypto/Base64Url.h"
#include "core/evidence/records/Statements.h"
#include "core/services/Activity.h"
#include "core/services/ActivityFiles.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace carriel;
using evidence::LogCheck;

namespace {

QString b64u(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QString deviceLog = QStringLiteral("dev:d1:1");
const QString operatorLog = QStringLiteral("op:f1");

struct Log
{
    QString name;
    QList<vault::ActivityReader::Raw> records;

    void add(const QString &kind)
    {
        const qint64 seq = records.size() + 1;
        const QByteArray detail = compact({{QStringLiteral("salt"), QStringLiteral("s%1").arg(seq)},
                                           {QStringLiteral("data"), QJsonObject{{QStringLiteral("name"), kind}}}});
        const QByteArray prev = seq == 1 ? LogCheck::startOf(name) : LogCheck::hashOf(records.last().bytes);
        records += {name, seq,
                    compact({{QStringLiteral("v"), 1},
                             {QStringLiteral("log"), name},
                             {QStringLiteral("seq"), seq},
                             {QStringLiteral("prev"), b64u(prev)},
                             {QStringLiteral("at"), QStringLiteral("2026-01-05T14:%1:00Z").arg(seq, 2, 10, QLatin1Char('0'))},
                             {QStringLiteral("kind"), kind},
                             {QStringLiteral("detail"), b64u(LogCheck::detailDigest(detail))}}),
                    detail};
    }
    QByteArray head(qint64 seq) const { return LogCheck::hashOf(records.at(seq - 1).bytes); }
};

// What `activity verify` answers: 0 nothing changed and nothing open, 2 open, 1 changed, in the order of their worth.
enum Answer { Changed, Open, Intact };

} // namespace

class TestActivityExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::mt19937 m_random{2026};
    crypto::PrivateKey m_operator = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
    crypto::PrivateKey m_device = crypto::PrivateKey::generate(crypto::KeyType::P256).value();

    qint64 upTo(qint64 most) { return most <= 0 ? 0 : qint64(m_random() % quint64(most)); }
    QString trust() const { return m_dir.filePath(QStringLiteral("operador.json")); }

    QByteArray checkpoint(qint64 n, const QByteArray &before, const Log &told, qint64 seq, const Log &own, qint64 ownSeq) const
    {
        const QJsonArray heads{QJsonObject{{QStringLiteral("log"), QStringLiteral("dev:d2:1")},
                                           {QStringLiteral("seq"), 4},
                                           {QStringLiteral("head"), b64u(QByteArray(32, 'x'))}},
                               QJsonObject{{QStringLiteral("log"), told.name},
                                           {QStringLiteral("seq"), seq},
                                           {QStringLiteral("head"), b64u(told.head(seq))}}};
        QJsonObject inner{{QStringLiteral("n"), n},
                          {QStringLiteral("log"), told.name},
                          {QStringLiteral("seq"), seq},
                          {QStringLiteral("head"), b64u(told.head(seq))},
                          {QStringLiteral("op_seq"), ownSeq},
                          {QStringLiteral("op_head"), b64u(own.head(ownSeq))},
                          {QStringLiteral("heads"), heads}};
        if (!before.isEmpty())
            inner.insert(QStringLiteral("prev"), QString::fromLatin1(evidence::digestOf(before)));
        return crypto::signJws(
                   m_operator, "secevent+jwt",
                   compact({{QStringLiteral("txn"), QStringLiteral("f1")},
                            {QStringLiteral("events"), QJsonObject{{QStringLiteral("urn:carpeta:event:Checkpoint"), inner}}}}))
            .value();
    }

    // A folder as Carriel writes it; `loose`: records of the device behind the last checkpoint.
    QString exported(const QString &name, int loose, bool sealed = true)
    {
        Log device{deviceLog, {}}, own{operatorLog, {}};
        for (int i = 0; i < 6 + loose; ++i)
            device.add(QStringLiteral("document.k%1").arg(i));
        for (int i = 0; i < 4; ++i)
            own.add(QStringLiteral("act.k%1").arg(i));
        device.records[2].detail.reset(); // erased at the person's wish
        QByteArrayList checkpoints{checkpoint(1, {}, device, 3, own, 2)};
        checkpoints += checkpoint(2, checkpoints.last(), device, 6, own, 4);

        const QString folder = m_dir.filePath(name);
        ActivityFiles files(folder);
        if (!files.open().ok())
            qFatal("no folder");
        for (const Log &log : {device, own}) {
            for (const auto &raw : log.records)
                files.add(raw, vault::ActivityReader::rowOf(raw));
        }
        for (const QByteArray &jws : std::as_const(checkpoints))
            files.addCheckpoint(jws);
        QJsonObject jwk = m_operator.publicKey().toJwk();
        jwk.insert(QStringLiteral("kid"), QString::fromLatin1(m_operator.publicKey().thumbprint()));
        const QByteArray keys = compact({{QStringLiteral("keys"), QJsonArray{jwk}}});
        files.addKeys(keys);
        QFile trusted(trust());
        if (!trusted.open(QIODevice::WriteOnly) || trusted.write(keys) != keys.size())
            qFatal("no keys");
        if (sealed) {
            const QByteArray word =
                crypto::signJws(m_operator, "carpeta-device+json",
                                compact({{QStringLiteral("v"), 1},
                                         {QStringLiteral("sub"), QStringLiteral("co:CC:1")},
                                         {QStringLiteral("device"), QStringLiteral("d1")},
                                         {QStringLiteral("ds"), m_device.publicKey().toJwk()},
                                         {QStringLiteral("iat"), 1767621802}}))
                    .value();
            if (!files.seal(QStringLiteral("f1"), word, QDateTime::fromSecsSinceEpoch(1767700000, Qt::UTC), m_device).ok())
                qFatal("not sealed");
        }
        if (!files.commit().ok())
            qFatal("not written");
        return folder;
    }

    Result<ActivityProof> checked(const QString &folder) const { return Activity::verifyFolders({folder}, {trust()}); }

    Answer answer(const QString &folder) const
    {
        const auto proof = checked(folder);
        if (!proof.ok() || !proof.value().faults.isEmpty())
            return Changed;
        const ActivityProof &p = proof.value();
        return p.anchored < p.records || !p.vouched || !p.sealed || p.records == 0 ? Open : Intact;
    }

    QStringList reasons(const QString &folder) const
    {
        QStringList out;
        const auto proof = checked(folder);
        for (const ActivityFault &one : proof.value().faults)
            out += QStringLiteral("%1 %2 %3").arg(one.log).arg(one.seq).arg(one.reason);
        return out;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    static QList<QByteArray> lines(const QByteArray &bytes)
    {
        QList<QByteArray> out;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype end = bytes.indexOf('\n', at);
            const qsizetype stop = end < 0 ? bytes.size() : end + 1;
            out += bytes.mid(at, stop - at);
            at = stop;
        }
        return out;
    }
    template <typename Bend> static void bend(const QString &path, Bend how)
    {
        QList<QByteArray> all = lines(read(path));
        how(all);
        write(path, all.join());
    }
    static QString in(const QString &folder, const char *name) { return folder + u'/' + QLatin1String(name); }

private Q_SLOTS:
    void whatIsWholeSaysWhatItHolds()
    {
        const ActivityProof proof = checked(exported(QStringLiteral("whole"), 0)).value();
        QVERIFY2(proof.faults.isEmpty(), qPrintable(proof.faults.value(0).reason));
        QVERIFY(proof.sealed && proof.vouched);
        QCOMPARE(proof.logs.size(), 2);
        QCOMPARE(proof.logs.first().log, deviceLog);
        QCOMPARE(proof.logs.first().records, 6);
        QCOMPARE(proof.logs.first().anchored, 6);
        QCOMPARE(proof.logs.first().erased, 1);
        QCOMPARE(proof.logs.first().firstUtc, QDateTime(QDate(2026, 1, 5), QTime(14, 1), Qt::UTC));
        QCOMPARE(proof.logs.first().lastUtc, QDateTime(QDate(2026, 1, 5), QTime(14, 6), Qt::UTC));
        QCOMPARE(proof.elsewhere.size(), 1); // of the other computer
        QCOMPARE(proof.elsewhere.first().log, QStringLiteral("dev:d2:1"));
        QCOMPARE(proof.elsewhere.first().records, 4);
        QCOMPARE(answer(exported(QStringLiteral("loose"), 2)), Open);
        QCOMPARE(answer(exported(QStringLiteral("unsigned"), 0, false)), Open);
    }

    void whatIsMissingOrTooMuchIsNamed()
    {
        const auto after = [this](bool sealed, const char *file, const auto &how) {
            const QString folder = exported(QStringLiteral("named"), 0, sealed);
            bend(in(folder, file), how);
            return reasons(folder);
        };
        using Lines = QList<QByteArray>;
        const auto has = [](const QStringList &found, const char *one) { return found.contains(QLatin1String(one)); };
        for (const bool sealed : {false, true}) {
            const QStringList twice = after(sealed, "details.jsonl", [](Lines &all) {
                all.insert(1, QByteArray(all.at(0)).replace("document.k0", "document.k9"));
            });
            QVERIFY2(has(twice, "details.jsonl 2 detail_twice"), qPrintable(twice.join(u';')));
            QVERIFY(has(after(sealed, "details.jsonl", [](Lines &all) { all.append(all.last()); }),
                        "details.jsonl 11 detail_twice"));
            QVERIFY(has(after(sealed, "details.jsonl", [](Lines &all) { all[1].replace("\"detail\":", "\"detalle\":"); }),
                        "details.jsonl 2 malformed"));
            QVERIFY(has(after(sealed, "details.jsonl", [](Lines &all) { all[1].replace("{\"detail\":", "{\"x\":1,\"detail\":"); }),
                        "details.jsonl 2 malformed"));
            QVERIFY(has(after(sealed, "details.jsonl", [](Lines &all) { all.removeAt(1); }), "dev:d1:1 2 detail_missing"));
            QVERIFY(has(after(sealed, "details.jsonl", [](Lines &all) { all.clear(); }), "dev:d1:1 1 detail_missing"));
            QVERIFY(has(after(sealed, "activity.jsonl", [](Lines &all) { all.removeAt(1); }), "details.jsonl 2 detail_unknown"));
            QVERIFY(has(after(sealed, "activity.jsonl", [](Lines &all) { all.last().chop(1); }), "activity.jsonl 10 cut"));
            QVERIFY(has(after(sealed, "activity.jsonl", [](Lines &all) { all = all.mid(0, 6); }), "op:f1 1 missing"));
            QVERIFY(has(after(sealed, "checkpoints.jsonl", [](Lines &all) { all[0].replace("{", "{\"x\":1,"); }),
                        "checkpoints.jsonl 1 malformed"));
        }
        // A log wholly taken away, with its details: only who signed the whole can tell; without, it is said to be elsewhere.
        for (const bool sealed : {false, true}) {
            const QString folder = exported(QStringLiteral("half"), 0, sealed);
            for (const char *file : {"activity.jsonl", "details.jsonl"})
                bend(in(folder, file), [](Lines &all) { all = all.mid(6); });
            const auto named = [](const ActivitySpan &one) { return one.log == deviceLog; };
            const ActivityProof proof = checked(folder).value();
            QVERIFY(std::any_of(proof.elsewhere.cbegin(), proof.elsewhere.cend(), named));
            QCOMPARE(has(reasons(folder), "dev:d1:1 0 log_missing"), sealed);
            QCOMPARE(answer(folder), sealed ? Changed : Open);
        }
        // All of it emptied, the signature gone too: nothing is called good.
        const QString folder = exported(QStringLiteral("empty"), 0);
        for (const char *file : {"activity.jsonl", "details.jsonl", "checkpoints.jsonl"})
            write(in(folder, file), {});
        QVERIFY(has(reasons(folder), "dev:d1:1 0 log_missing"));
        QFile::remove(in(folder, "export.jws"));
        QCOMPARE(answer(folder), Open);
    }

    void theEndBehindTheLastAnchorIsMissed()
    {
        const QString folder = exported(QStringLiteral("tail"), 2);
        for (const char *file : {"activity.jsonl", "details.jsonl"})
            bend(in(folder, file), [](QList<QByteArray> &all) { all.remove(6, 2); });
        QVERIFY(reasons(folder).contains(QStringLiteral("dev:d1:1 7 missing")));
    }

    // What lies there and is no part of it may be taken for a part; what is not there is not what is altered.
    void everyFileHasItsPlace()
    {
        for (const bool sealed : {false, true}) {
            const QString folder = exported(QStringLiteral("placed%1").arg(sealed), 0, sealed);
            write(in(folder, ".DS_Store"), "x"); // the system's own
            QCOMPARE(reasons(folder), QStringList());
            write(in(folder, "otro.txt"), "this was checked");
            write(in(folder, "keys/otra.json"), "{}");
            QVERIFY(QDir(folder).mkdir(QStringLiteral("notas")));
            QCOMPARE(reasons(folder), (QStringList{QStringLiteral("notas 0 foreign_file"), QStringLiteral("otro.txt 0 foreign_file"),
                                                   QStringLiteral("keys/otra.json 0 foreign_file")}));
            QCOMPARE(answer(folder), Changed);
        }
        const QString folder = exported(QStringLiteral("keyless"), 0);
        QVERIFY(QDir(in(folder, "keys")).removeRecursively());
        const QStringList found = reasons(folder);
        QVERIFY(found.contains(QStringLiteral("keys/operator.json 0 missing")));
        QVERIFY(found.contains(QStringLiteral("keys/device.jws 0 missing")));
        QVERIFY2(!found.contains(QStringLiteral("export.jws 0 not_as_exported")), qPrintable(found.join(u';')));
    }

    void somebodyElsesSignatureVouchesForNothing()
    {
        const QString folder = exported(QStringLiteral("other"), 0);
        m_device = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        const QString strange = exported(QStringLiteral("strange"), 0);
        write(in(folder, "export.jws"), read(in(strange, "export.jws")));
        QVERIFY(reasons(folder).contains(QStringLiteral("export.jws 0 not_as_exported")));
    }

    void nothingThatIsDoneToItGivesABetterAnswer()
    {
        int worse = 0;
        QList<QMap<QString, QByteArray>> exports; // by the name of the file below the folder
        for (int loose = 0; loose < 3; ++loose) {
            const QString folder = exported(QStringLiteral("export%1").arg(loose), loose);
            QCOMPARE(answer(folder), loose > 0 ? Open : Intact);
            exports.emplaceBack();
            for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
                const QString path = it.next();
                exports.last().insert(path.mid(folder.size()), read(path));
            }
            QCOMPARE(exports.last().size(), 7);
        }
        const QString folder = m_dir.filePath(QStringLiteral("life"));
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/keys")));
        for (int life = 0; life < 600; ++life) {
            const qint64 loose = upTo(3);
            const Answer before = loose > 0 ? Open : Intact;
            QHash<QString, QByteArray> was;
            QStringList files;
            for (auto it = exports.at(loose).begin(); it != exports.at(loose).end(); ++it) {
                files += folder + it.key();
                was.insert(files.last(), it.value());
                write(files.last(), it.value());
            }
            QString told;
            for (qint64 times = 1 + upTo(3); times > 0; --times) {
                const QString &path = files.at(upTo(files.size()));
                QList<QByteArray> all = lines(read(path));
                const qint64 act = upTo(8), at = upTo(all.size());
                told += QStringLiteral("%1 of %2 at %3; ").arg(act).arg(path.mid(folder.size())).arg(at);
                if (act == 0) {
                    QFile::remove(path);
                    continue;
                }
                if (act == 1)
                    all.clear();
                else if (!all.isEmpty() && act == 2)
                    all.removeAt(at);
                else if (!all.isEmpty() && act == 3)
                    all.insert(upTo(all.size() + 1), all.at(at));
                else if (!all.isEmpty() && act == 4)
                    all.swapItemsAt(at, upTo(all.size()));
                else if (!all.isEmpty() && act == 5)
                    all = all.mid(0, at);
                else if (!all.isEmpty() && act == 6)
                    all[at][upTo(all.at(at).size())] = char(32 + upTo(90));
                else
                    all.append("{\"log\":\"dev:d1:1\",\"seq\":99,\"detail\":null}\n");
                write(path, all.join());
            }
            if (upTo(3) == 0) // and whoever does it takes the signature with him
                QFile::remove(in(folder, "export.jws"));
            const bool same = std::all_of(files.cbegin(), files.cend(), [&](const QString &path) {
                return QFile::exists(path) && read(path) == was.value(path);
            });
            const Answer after = answer(folder);
            QVERIFY2(after <= before && (same || after < Intact),
                     qPrintable(QStringLiteral("life %1: %2").arg(life).arg(told)));
            worse += after < before;
        }
        QVERIFY(worse > 300);
    }
};

QTEST_GUILESS_MAIN(TestActivityExport)
#include "tst_activity_export.moc"
