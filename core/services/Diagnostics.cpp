// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Diagnostics.h"

#include "core/base/BaseErrors.h"
#include "core/services/VaultAccess.h"
#include "core/vault/ActivityReader.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSslSocket>
#include <QStorageInfo>
#include <QSysInfo>

namespace carriel {

namespace {

// Only numbers, dates, codes and words of this program go in: nothing is copied from the vault but those.
class Sheet
{
public:
    void title(const char *text)
    {
        m_text += QLatin1Char('\n') + QLatin1Char('[') + QLatin1String(text) + QStringLiteral("]\n");
    }
    void fact(const QString &name, const QString &value) { m_text += name + QStringLiteral(": ") + value + u'\n'; }
    void fact(const char *name, const QString &value) { fact(QString::fromLatin1(name), value); }
    void fact(const char *name, qint64 value) { fact(name, QString::number(value)); }
    void fact(const char *name, bool value) { fact(name, value ? QStringLiteral("yes") : QStringLiteral("no")); }
    void when(const char *name, const QDateTime &utc)
    {
        fact(name, utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QStringLiteral("never"));
    }
    // `sql`: columns of numbers. `words`: what the numbers of the first columns stand for; the others count.
    void table(const char *name, vault::Database &database, std::string_view sql, const QList<QStringList> &words, int counts = 1)
    {
        vault::Statement row = database.query(sql);
        for (;;) {
            const auto found = row.next();
            if (!found.ok())
                return fact(name, found.error().codeText());
            if (!found.value())
                return;
            QStringList cells;
            for (int i = 0; i < words.size() + counts; ++i) {
                const QString word = words.value(i).value(int(row.integer(i)));
                cells.append(row.isNull(i) ? QStringLiteral("-") : word.isEmpty() ? row.text(i) : word);
            }
            fact(name, cells.join(u' '));
        }
    }
    const QString &text() const { return m_text; }

private:
    QString m_text;
};

const char *phaseName(SyncPhase phase)
{
    static constexpr const char *names[] = {"offline", "not_connected", "syncing", "up_to_date",
                                            "waiting", "needs_login",   "problem"};
    return names[int(phase)];
}

// A code of ours and nothing else: what another program wrote there might be anything.
QString onlyCode(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("^CAR-[A-Z]{3}-[0-9]{3}$"));
    return code.match(text).hasMatch() ? text : text.isEmpty() ? QStringLiteral("-") : QStringLiteral("other");
}

void program(Sheet &sheet)
{
    sheet.title("program");
    sheet.fact("carriel", QStringLiteral(CARRIEL_VERSION));
    sheet.fact("qt", QString::fromLatin1(qVersion()));
    sheet.fact("tls", QSslSocket::sslLibraryVersionString());
    sheet.fact("system", QSysInfo::prettyProductName());
    sheet.fact("kernel", QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()));
    sheet.fact("cpu", QSysInfo::currentCpuArchitecture());
    sheet.fact("locale", QLocale().name());
    sheet.when("written", QDateTime::currentDateTimeUtc());
}

void engine(Sheet &sheet, const SyncStatus &status, const Account &account)
{
    sheet.title("engine");
    sheet.fact("operator", account.connected);
    sheet.fact("logged_in", account.loggedIn);
    sheet.fact("phase", QString::fromLatin1(phaseName(status.phase)));
    sheet.when("last_contact", status.lastContactUtc);
    sheet.when("silent_since", status.silentSinceUtc);
    sheet.when("next_try", status.nextTryUtc);
    sheet.fact("pending", qint64(status.pending));
    sheet.fact("waiting", qint64(status.waiting));
    sheet.fact("failed", qint64(status.failed));
    sheet.fact("conflicts", qint64(status.conflicts));
    sheet.fact("bytes_left", status.bytesLeft);
    sheet.fact("to_index", qint64(status.toIndex));
    for (const SyncProblem &problem : status.problems)
        sheet.fact("problem", onlyCode(problem.error.codeText()));
    for (const TransferInfo &transfer : status.transfers) {
        sheet.fact("transfer", QStringLiteral("%1 %2/%3%4")
                                   .arg(transfer.up ? QStringLiteral("up") : QStringLiteral("down"))
                                   .arg(transfer.done)
                                   .arg(transfer.size)
                                   .arg(transfer.paused ? QStringLiteral(" paused") : QString()));
    }
}

void store(Sheet &sheet, vault::Database &database)
{
    sheet.title("vault");
    const QFileInfo file(database.path());
    sheet.fact("file_bytes", file.size());
    sheet.fact("log_bytes", QFileInfo(QString(database.path() + QLatin1String("-wal"))).size());
    sheet.fact("disk_free", QStorageInfo(file.absolutePath()).bytesAvailable());
    sheet.fact("schema", database.number("PRAGMA user_version").valueOr(-1));
    sheet.fact("pages", database.number("PRAGMA page_count").valueOr(-1));
    sheet.fact("free_pages", database.number("PRAGMA freelist_count").valueOr(-1));
    const QStringList noYes{QStringLiteral("no"), QStringLiteral("yes")};
    sheet.table("items", database, "SELECT type,l_state,count(*) FROM item GROUP BY 1,2",
                {{QStringLiteral("folders"), QStringLiteral("documents")},
                 {QStringLiteral("active"), QStringLiteral("trashed"), QStringLiteral("removed")}});
    sheet.table("missing_on_server", database, "SELECT count(*) FROM item WHERE missing_since IS NOT NULL", {});
    sheet.table("versions", database, "SELECT origin,count(*) FROM version GROUP BY 1",
                {{QStringLiteral("of_the_operator"), QStringLiteral("made_here")}});
    sheet.table("contents (state, at the operator, how many, bytes)", database,
                "SELECT state,on_server,count(*),sum(size) FROM blob GROUP BY 1,2",
                {{QStringLiteral("not_here"), QStringLiteral("partly_here"), QStringLiteral("here"), QStringLiteral("damaged")}, noYes}, 2);
    sheet.table("transfers (way, paused, how many)", database, "SELECT direction,paused,count(*) FROM transfer GROUP BY 1,2",
                {{QStringLiteral("up"), QStringLiteral("down")}, noYes});
    sheet.table("conflicts (about, open, how many)", database,
                "SELECT kind,resolution IS NULL,count(*) FROM conflict GROUP BY 1,2",
                {{QStringLiteral("name"), QStringLiteral("folder"), QStringLiteral("facts"), QStringLiteral("state"),
                  QStringLiteral("content"), QStringLiteral("removal"), QStringLiteral("bytes")},
                 noYes});
    sheet.table("outbox (act, state, most attempts, how many)", database,
                "SELECT kind,state,max(attempts),count(*) FROM outbox GROUP BY 1,2",
                {{QStringLiteral("new_folder"), QStringLiteral("new_document"), QStringLiteral("change"),
                  QStringLiteral("new_version"), QStringLiteral("trash"), QStringLiteral("restore"), QStringLiteral("purge")},
                 {QStringLiteral("queued"), QStringLiteral("inflight"), QStringLiteral("unknown"), QStringLiteral("waiting_user"),
                  QStringLiteral("done"), QStringLiteral("failed"), QStringLiteral("cancelled")}},
                2);
    vault::Statement row =
        database.query("SELECT problem,count(*) FROM outbox WHERE problem IS NOT NULL AND state<>4 GROUP BY 1");
    while (row.next().valueOr(false))
        sheet.fact("outbox problem", QString(onlyCode(row.text(0)) + u' ' + QString::number(row.integer(1))));
    sheet.table("list_read", database, "SELECT cursor IS NOT NULL FROM sync_state", {noYes}, 0);
}

void activity(Sheet &sheet, vault::Database &database)
{
    sheet.title("activity");
    static const QRegularExpression kind(QStringLiteral("^[a-z]+[.][a-z_]+$"));
    for (const vault::ActivityRow &row : vault::ActivityReader(database).newest(100).valueOr({})) {
        if (kind.match(row.kind).hasMatch())
            sheet.fact(row.atUtc.toString(Qt::ISODate), row.kind);
    }
}

QString sheetOf(EngineHost &host)
{
    Sheet sheet;
    program(sheet);
    if (host.isOpen()) {
        engine(sheet, host.status(), host.account().account());
        store(sheet, host.store().database());
        activity(sheet, host.store().database());
    }
    return sheet.text().trimmed() + u'\n';
}

} // namespace

QFuture<Result<QString>> Diagnostics::text()
{
    return post(m_access.host, [host = m_access.host]() -> Result<QString> { return sheetOf(*host); });
}

QFuture<Outcome> Diagnostics::writeTo(QString path)
{
    return post(m_access.host, [host = m_access.host, path]() -> Outcome {
        QSaveFile file(path);
        const QByteArray text = sheetOf(*host).toUtf8();
        if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
            file.write(text) == text.size() && file.commit())
            return {};
        return Error{
            errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    });
}

} // namespace carriel
