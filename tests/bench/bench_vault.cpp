// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The vault of 100,000 documents, each figure beside its floor in the same run (see `make bench`): opening and the first rows,
// search as you type, one document made durable, bytes in and out. Nothing here passes or fails by time.
#include "core/vault/VaultReader.h"
#include "tests/bench/Filling.h"
#include "tests/bench/Table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace carriel;
using namespace carriel::bench;
using namespace carriel::vault;
using namespace carriel::vault::testing;

namespace {

constexpr int documents = 100000;
constexpr int runs = 5;

template <typename Work> double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

[[noreturn]] void stop(const char *what)
{
    std::fprintf(stderr, "bench_vault: %s\n", what);
    std::exit(1);
}

void need(const Outcome &outcome, const char *what)
{
    if (!outcome.ok())
        stop(what);
}

void need(bool good, const char *what)
{
    if (!good)
        stop(what);
}

QString cipherPath(const TestVault &v)
{
    return v.dir.filePath(QStringLiteral("floor.db"));
}

// The same documents in all three.
void fill(TestVault &v, PlainSqlite &plain)
{
    need(v.create(), "cannot create the vault");
    need(plain.create(), "cannot create the floor");
    auto made = Database::open(cipherPath(v), keyOf('k'), Access::Create);
    need(made.ok() && made.value()->exec(plainTable).ok() && made.value()->exec(plainIndex).ok(), "cannot create SQLCipher's floor");
    Database &cipher = *made.value();
    // Filling is not measured, and 100,000 texts are 100,000 transactions.
    need(v.store->database().exec("PRAGMA synchronous=OFF"), "pragma");
    Words words(2026);
    for (int i = 0; i < documents;) {
        const QList<Sample> samples = thousand(words, i);
        plain.begin();
        for (int k = 0; k < 1000; ++k)
            plain.add(i + k + 1, samples.at(k));
        plain.commit();
        need(fillCipher(cipher, samples, i), "filling SQLCipher's floor");
        need(fillVault(*v.store, samples), "filling the vault");
        for (const Sample &s : samples)
            need(v.store->putText(ItemId(s.id), VersionId(QString(s.id + QLatin1String("-v"))), s.text), "filling the words");
        i += 1000;
    }
    need(v.reopen(), "cannot open the vault again"); // as durable as always from here
    need(v.store->checkpoint(), "checkpoint");
}

std::unique_ptr<VaultReader> openReader(const TestVault &v)
{
    auto database = Database::open(v.path(), keyOf('k'), Access::ReadOnly);
    need(database.ok(), "cannot open the vault to read");
    return std::make_unique<VaultReader>(std::move(database).value());
}

void opening(Table &table, TestVault &v, PlainSqlite &plain)
{
    v.store.reset();
    plain.close();
    const auto open = [&](int limit) {
        const auto reader = openReader(v);
        ListQuery query;
        query.limit = limit;
        const auto ids = reader->ids(query);
        need(ids.ok() && reader->rows(ids.value().mid(0, 200)).value().size() == 200, "the first rows");
    };
    for (int run = 0; run < runs; ++run) {
        const double first = milliseconds([&] { open(200); });
        const double all = milliseconds([&] { open(0); });
        const double cipher = milliseconds([&] {
            auto database = Database::open(cipherPath(v), keyOf('k'), Access::ReadOnly);
            need(database.ok(), "SQLCipher's floor");
            int rows = 0;
            for (Statement row = database.value()->query(plainFirst200); row.next().valueOr(false); ++rows)
                (void)row.text(1);
            need(rows == 200, "rows of SQLCipher's floor");
        });
        const double bare = milliseconds([&] { need(plain.open() && plain.first200() == 200, "rows of the floor"); });
        plain.close();
        table.add(QStringLiteral("P8 open, first 200 rows"), QStringLiteral("SQLCipher, raw key"), QStringLiteral("ms"), first, cipher);
        table.add(QStringLiteral("P8 open, first 200 rows"), QStringLiteral("plain SQLite"), QStringLiteral("ms"), first, bare);
        table.add(QStringLiteral("P8 open, all 100,000 ids, 200 rows"), QStringLiteral("SQLCipher, its first 200"), QStringLiteral("ms"), all, cipher);
    }
    need(v.reopen(), "cannot open the vault again");
    need(plain.open(), "cannot open the floor again");
}

void searching(Table &table, const TestVault &v, PlainSqlite &plain)
{
    const auto reader = openReader(v);
    for (int run = 0; run < runs; ++run) {
        Words words(unsigned(run) + 1);
        QList<double> ours;
        QList<double> floor;
        for (int i = 0; i < 60; ++i) {
            const QString word = words.next();
            for (int typed = 1; typed <= word.size(); ++typed) {
                ListQuery query;
                query.text = word.left(typed);
                query.order = ListOrder::Modified;
                query.descending = true;
                ours.append(milliseconds([&] {
                    const auto ids = reader->ids(query);
                    need(ids.ok() && reader->rows(ids.value().mid(0, 50)).ok(), "search");
                }));
                const QString match = QString(u'"' + word.left(typed) + (typed > 1 ? QLatin1String("\"*") : QLatin1String("\"")));
                floor.append(milliseconds([&] { plain.search(match); }));
            }
        }
        for (const int percent : {50, 99}) {
            table.add(QStringLiteral("P9 search as you type, p%1").arg(percent), QStringLiteral("plain SQLite FTS5"), QStringLiteral("ms"),
                      quantile(ours, percent / 100.0), quantile(floor, percent / 100.0));
        }
    }
}

void putting(Table &table, TestVault &v, PlainSqlite &plain)
{
    Words words(7);
    for (const int size : {4000, 80000}) {
        const QByteArray bytes = words.bytes(size);
        for (int run = 0; run < runs; ++run) {
            QList<double> ours;
            QList<double> floor;
            for (int i = 0; i < 60; ++i) {
                const QString id = QStringLiteral("put-%1-%2-%3").arg(size).arg(run).arg(i);
                ours.append(milliseconds([&] {
                    need(v.store->transact([&](sync::Writer &w) { return putDocument(w, itemRow(id, QString(id + QLatin1String(".pdf"))), bytes); }), "put");
                }));
                floor.append(milliseconds([&] { plain.put(bytes); }));
            }
            table.add(QStringLiteral("P6 put one of %1 KB, durable").arg(size / 1000), QStringLiteral("plain SQLite, one row, FULL"), QStringLiteral("ms"),
                      quantile(ours, 0.5), quantile(floor, 0.5));
        }
    }
}

void moving(Table &table, TestVault &v)
{
    Words words(11);
    constexpr int count = 500;
    constexpr int together = 50;
    for (int run = 0; run < runs; ++run) {
        QList<QByteArray> all;
        for (int i = 0; i < count; ++i)
            all.append(words.bytes(80000));
        const double megabytes = count * 0.08;
        const auto idOf = [run](int i) { return QStringLiteral("move-%1-%2").arg(run).arg(i); };
        const double in = milliseconds([&] {
            for (int i = 0; i < count;) {
                need(v.store->transact([&](sync::Writer &w) -> Outcome {
                    for (const int end = i + together; i < end; ++i)
                        CARRIEL_CHECK(putDocument(w, itemRow(idOf(i), QString(idOf(i) + QLatin1String(".pdf"))), all.at(i)));
                    return {};
                }), "bytes in");
            }
        });
        const double out = milliseconds([&] {
            for (int i = 0; i < count; ++i)
                need(v.store->bytes(BlobId(QString(idOf(i) + QLatin1String("-b")))).valueOr({}).size() == 80000, "bytes out");
        });
        const QString folder = v.dir.filePath(QStringLiteral("files-%1").arg(run)); // a fresh one: ext4 is slow where much was removed
        const double filesIn = milliseconds([&] { need(writeFiles(folder, all, together), "files"); });
        const double filesOut = milliseconds([&] { need(readFiles(folder, count) == count * 80000, "files back"); });
        const auto rate = [&](double took) { return megabytes / took * 1000; };
        table.add(QStringLiteral("P7 bytes in, durable each 50"), QStringLiteral("plain files + fsync"), QStringLiteral("MB/s"), rate(in), rate(filesIn), Better::More);
        table.add(QStringLiteral("P7 bytes out"), QStringLiteral("plain files"), QStringLiteral("MB/s"), rate(out), rate(filesOut), Better::More);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("where the figures go"), QStringLiteral("file"), QStringLiteral("vault.json"));
    parser.addOption(json);
    parser.addHelpOption();
    parser.process(app);

    TestVault v;
    PlainSqlite plain(v.dir.filePath(QStringLiteral("plain.db")));
    const double filled = milliseconds([&] { fill(v, plain); });
    std::printf("\na vault of 100,000 documents with full text (filled in %.0f s, %.0f MB); medians of %d runs\n", filled / 1000,
                double(QFileInfo(v.path()).size()) / 1e6, runs);
    Table table;
    opening(table, v, plain);
    searching(table, v, plain);
    putting(table, v, plain);
    moving(table, v);
    table.print();
    need(table.save(parser.value(json)), "cannot write the figures");
    return 0;
}
