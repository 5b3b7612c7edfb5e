// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Exporting.h"

#include "core/domain/NameRules.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/widgets/ProgressStrip.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>

namespace carriel::ui {

namespace {

constexpr int deepest = 64;

// Never over a file that is there: "acta (2).pdf".
QString freeName(const QString &folder, const QString &name, const QSet<QString> &taken)
{
    const NameRules rules;
    const QString fitted = rules.fitted(name);
    QString path = folder + QLatin1Char('/') + fitted;
    for (int i = 2; QFileInfo::exists(path) || taken.contains(path.toCaseFolded()); ++i)
        path = folder + QLatin1Char('/') + rules.numbered(fitted, i);
    return path;
}

} // namespace

struct Exporting::Run {
    QList<Job> jobs;
    QString where;
    qsizetype at = 0;
    qint64 before = 0; // bytes of those that are done
    qint64 total = 0;
    int written = 0;
    CancelToken cancel;
};

Exporting::Exporting(const PageContext &context, ProgressStrip &strip, QWidget *parent)
    : QObject(parent), m_context(context), m_strip(strip), m_window(parent)
{
}

void Exporting::ask(const QList<DocumentRow> &rows)
{
    if (rows.isEmpty())
        return;
    const bool single = rows.size() == 1 && rows.first().type == ItemType::Document;
    const QString start = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(m_window, single ? tr("Save a copy") : tr("Choose a folder for the copies"), start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    if (single) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(NameRules().fitted(rows.first().name));
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, single, rows](const QString &path) {
        if (single)
            toFile(rows.first(), path);
        else
            toFolder(rows, path);
    });
    dialog->open();
}

void Exporting::toFile(const DocumentRow &row, const QString &path) { start({{row.id, path, row.size, row.name}}, QFileInfo(path).path()); }

void Exporting::toFolder(const QList<DocumentRow> &rows, const QString &folder)
{
    QList<Job> jobs;
    collect(rows, folder, jobs, 0);
    start(std::move(jobs), folder);
}

void Exporting::collect(const QList<DocumentRow> &rows, const QString &folder, QList<Job> &jobs, int depth) const
{
    QSet<QString> taken;
    const Documents &documents = m_context.session.documents();
    for (const DocumentRow &row : rows) {
        const QString path = freeName(folder, row.name, taken);
        taken.insert(path.toCaseFolded());
        if (row.type == ItemType::Document) {
            jobs << Job{row.id, path, row.size, row.name};
        } else if (depth < deepest && QDir().mkpath(path)) {
            DocumentQuery query;
            query.folder = row.id;
            collect(documents.rows(documents.ids(query)), path, jobs, depth + 1);
        }
    }
}

void Exporting::start(QList<Job> jobs, const QString &where)
{
    if (jobs.isEmpty()) {
        m_context.host.say(tr("There are no documents to copy in what is selected."));
        return;
    }
    auto run = std::make_shared<Run>();
    run->jobs = std::move(jobs);
    run->where = where;
    for (const Job &job : std::as_const(run->jobs))
        run->total += job.size;
    run->cancel = m_strip.begin(tr("Saving %n copies", nullptr, int(run->jobs.size())));
    next(run);
}

void Exporting::next(const std::shared_ptr<Run> &run)
{
    if (run->at == run->jobs.size() || run->cancel.isCancelled()) {
        m_strip.end();
        m_context.host.say(run->cancel.isCancelled() ? tr("Stopped. %n copies were saved.", nullptr, run->written)
                                                     : tr("%n copies saved", nullptr, run->written),
                           tr("Show folder"), [where = run->where] { QDesktopServices::openUrl(QUrl::fromLocalFile(where)); });
        Q_EMIT finished(run->written);
        return;
    }
    const Job &job = run->jobs.at(run->at);
    const auto show = [strip = QPointer<ProgressStrip>(&m_strip), run](const Progress &progress) {
        if (strip)
            strip->update({run->before + progress.done, run->total, progress.what});
    };
    show({0, 0, job.name});
    m_context.session.documents().exportTo(job.id, job.path, show, run->cancel).then(this, [this, run](const Outcome &outcome) {
        if (outcome.ok()) {
            ++run->written;
        } else if (!run->cancel.isCancelled()) {
            m_strip.end();
            m_context.host.showError(outcome.error());
            Q_EMIT finished(run->written);
            return;
        }
        run->before += run->jobs.at(run->at).size;
        ++run->at;
        next(run);
    });
}

} // namespace carriel::ui
