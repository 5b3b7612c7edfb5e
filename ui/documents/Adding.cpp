// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Adding.h"

#include "core/base/FolderNames.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/sealed/SealedDocuments.h"
#include "ui/documents/Place.h"
#include "ui/text/ErrorWords.h"
#include "ui/viewer/Background.h"
#include "ui/widgets/ProgressStrip.h"
#include "ui/widgets/UndoStack.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

#include <algorithm>

namespace carriel::ui {

namespace {

constexpr int mostFiles = 100'000;

void look(const QString &path, int folder, ImportPlan &plan)
{
    if (plan.files.size() + plan.folders.size() >= mostFiles) {
        plan.cut = true;
        return;
    }
    const QFileInfo info(path);
    if (info.isSymLink() && folder >= 0) { // it may lead back here, or to what nobody meant to give away
        plan.links << info.fileName();
    } else if (info.isDir()) {
        const int here = int(plan.folders.size());
        plan.folders << ImportPlan::Folder{info.fileName().isEmpty() ? QDir(path).dirName() : info.fileName(), folder};
        plan.notText += namesThatAreNotText(path);
        const QStringList entries =
            QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &entry : entries)
            look(path + QLatin1Char('/') + entry, here, plan);
    } else if (info.isFile() && info.isReadable()) {
        plan.files << ImportPlan::File{path, folder, info.size()};
        plan.bytes += info.size();
    } else if (info.fileName().contains(QChar::ReplacementCharacter)) { // given by itself; no path leads to it
        plan.notText << info.fileName();
    } else {
        plan.leftOut << info.fileName();
    }
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(carriel::ui::Adding)
};

// A message has room for a few names.
QString firstOf(const QStringList &names)
{
    constexpr int shown = 3;
    const QString list = names.mid(0, shown).join(QStringLiteral(", "));
    return names.size() <= shown ? list : Words::tr("%1 and %n more", nullptr, int(names.size() - shown)).arg(list);
}

ItemId parentOf(const Documents &documents, const ItemId &id)
{
    const QList<DocumentRow> rows = documents.rows({id});
    return rows.isEmpty() ? rootItem() : rows.first().parent;
}

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

QString Adding::leftOutWords(const ImportPlan &plan)
{
    QStringList words;
    if (!plan.leftOut.isEmpty())
        words << tr("%n could not be read and are left out: %1.", nullptr, int(plan.leftOut.size()))
                     .arg(firstOf(plan.leftOut));
    if (!plan.notText.isEmpty())
        words << tr("%n have a name written by an old system, not in UTF-8, and are left out: %1. Give them another name and add them again.",
                    nullptr, int(plan.notText.size()))
                     .arg(firstOf(plan.notText));
    if (!plan.links.isEmpty())
        words << tr("%n only point elsewhere and are left out: %1.", nullptr, int(plan.links.size()))
                     .arg(firstOf(plan.links));
    return words.join(QLatin1Char(' '));
}

ImportPlan planImport(const QStringList &paths)
{
    ImportPlan plan;
    for (const QString &path : paths)
        look(QDir::cleanPath(path), -1, plan);
    return plan;
}

struct Adding::Run
{
    ImportPlan plan;
    ItemId target;
    Custody custody = Custody::Open;
    QList<ItemId> folders;
    CancelToken cancel;
};

// What an undo takes back: a new folder goes with all that is in it, so only what lies outside of the new folders is
// named besides.
QList<ItemId> Adding::madeBy(const Run &run, const QList<AddedDocument> &documents)
{
    QList<ItemId> made;
    for (qsizetype i = 0; i < run.folders.size(); ++i) {
        if (run.plan.folders.at(i).parent < 0)
            made << run.folders.at(i);
    }
    for (qsizetype i = 0; i < documents.size(); ++i) {
        if (!documents.at(i).error && run.plan.files.at(i).folder < 0)
            made << documents.at(i).id;
    }
    return made;
}

Adding::Adding(const PageContext &context, ProgressStrip &strip, QObject *parent)
    : QObject(parent), m_context(context), m_strip(strip)
{
}

void Adding::addPaths(const QStringList &paths, const ItemId &folder, Custody custody)
{
    inBackground([paths] { return planImport(paths); }).then(this, [this, folder, custody](const ImportPlan &plan) {
        add(plan, folder, custody);
    });
}

void Adding::add(const ImportPlan &plan, const ItemId &folder, Custody custody)
{
    if (plan.files.isEmpty() && plan.folders.isEmpty()) {
        const QString nothing = tr("There is nothing there that could be added.");
        m_context.host.say(QString(nothing + QLatin1Char(' ') + leftOutWords(plan)).trimmed());
        return;
    }
    auto run = std::make_shared<Run>();
    run->plan = plan;
    run->target = folder;
    run->custody = custody;
    run->cancel = m_strip.begin(tr("Adding %n documents", nullptr, int(plan.files.size())));
    makeFolders(run, 0);
}

void Adding::makeFolders(const std::shared_ptr<Run> &run, int next)
{
    if (next == run->plan.folders.size() || run->cancel.isCancelled()) {
        addFiles(run);
        return;
    }
    const ImportPlan::Folder &folder = run->plan.folders.at(next);
    const ItemId parent = folder.parent < 0 ? run->target : run->folders.at(folder.parent);
    m_context.session.documents()
        .addFolder(parent, folder.name)
        .then(this, [this, run, next](const Result<ItemId> &made) {
            if (!made.ok()) {
                m_strip.end();
                m_context.host.showError(made.error());
                return;
            }
            run->folders << made.value();
            makeFolders(run, next + 1);
        });
}

void Adding::addFiles(const std::shared_ptr<Run> &run)
{
    if (run->cancel.isCancelled() || run->plan.files.isEmpty()) {
        m_strip.end();
        if (const QString words = leftOutWords(run->plan); !words.isEmpty())
            m_context.host.say(words);
        return;
    }
    QList<AddRequest> requests;
    requests.reserve(run->plan.files.size());
    for (const ImportPlan::File &file : std::as_const(run->plan.files)) {
        AddRequest request;
        request.path = file.path;
        request.folder = file.folder < 0 ? run->target : run->folders.at(file.folder);
        requests << request;
    }
    const QPointer<ProgressStrip> strip(&m_strip);
    const ProgressFn tell = [strip](const Progress &progress) {
        if (strip)
            strip->update(progress);
    };
    Documents &documents = m_context.session.documents();
    auto adding = run->custody == Custody::Private ? SealedDocuments::of(documents).add(requests, tell, run->cancel)
                                                   : documents.add(requests, tell, run->cancel);
    adding.then(this, [this, run](const Result<QList<AddedDocument>> &result) {
            m_strip.end();
            if (result.ok())
                report(result.value(), run.get());
            else
                m_context.host.showError(result.error());
        });
}

void Adding::report(const QList<AddedDocument> &documents, const Run *run)
{
    QList<ItemId> ids;
    QList<const AddedDocument *> failed;
    QStringList notTaken, renamed;
    for (const AddedDocument &document : documents) {
        if (document.error) {
            failed << &document;
            notTaken << QFileInfo(document.path).fileName();
            continue;
        }
        ids << document.id;
        if (document.originalName.normalized(QString::NormalizationForm_C) != document.name &&
            !document.originalName.isEmpty())
            renamed << tr("“%1” is now called “%2”").arg(document.originalName, document.name);
    }
    for (qsizetype i = 0; run && i < run->folders.size(); ++i) {
        const QString &wanted = run->plan.folders.at(i).name;
        const QList<DocumentRow> rows = m_context.session.documents().rows({run->folders.at(i)});
        if (!rows.isEmpty() && wanted.normalized(QString::NormalizationForm_C) != rows.first().name)
            renamed << tr("“%1” is now called “%2”").arg(wanted, rows.first().name);
    }
    const QString leftOut = run ? leftOutWords(run->plan) : QString();
    PageHost &host = m_context.host;
    if (!ids.isEmpty()) {
        Documents *all = &m_context.session.documents();
        const auto one = std::find_if(documents.begin(), documents.end(), [](const AddedDocument &d) { return !d.error; });
        const QString done =
            ids.size() == 1 ? tr("“%1” added").arg(one->name) : tr("%n documents added", nullptr, int(ids.size()));
        const QList<ItemId> made = run ? madeBy(*run, documents) : ids;
        const QString undone = ids.size() == 1 ? tr("“%1” is in the trash").arg(one->name)
                                               : tr("%n documents are in the trash", nullptr, int(ids.size()));
        host.undo().push({done, [all, made] { return all->trash(made); }, [all, made] { return all->restore(made); }, undone});
        QStringList words{done};
        if (!renamed.isEmpty())
            words << tr("%n got another name: %1.", nullptr, int(renamed.size())).arg(firstOf(renamed));
        QStringList twins;
        auto twin = documents.end();
        for (auto each = documents.begin(); each != documents.end(); ++each) {
            if (each->sameAs.isEmpty())
                continue;
            twins << QStringLiteral("“%1”").arg(QFileInfo(each->sameAs).fileName());
            twin = each;
        }
        if (twins.size() > 1)
            words << tr("You have %n of them already, with the very same content: %1. They were kept a second time.", nullptr,
                        int(twins.size()))
                         .arg(firstOf(twins));
        else if (twin != documents.end())
            words << tr("You have “%1” already, with the very same content, in “%2”. It was kept a second time.")
                         .arg(QFileInfo(twin->sameAs).fileName(), placeOf(*all, parentOf(*all, twin->sameAsId)));
        if (!leftOut.isEmpty())
            words << leftOut;
        if (words.size() > 1)
            words.first() += QLatin1Char('.');
        host.say(words.join(QLatin1Char(' ')), tr("Undo"), [&host] { host.undo().undo(); });
        Q_EMIT added(made); // a folder, and not what is in it
    }
    if (failed.size() == 1) {
        host.showError(*failed.first()->error);
    } else if (!failed.isEmpty()) {
        host.say(tr("%n documents could not be added: %1. The first: %2", nullptr, int(failed.size()))
                     .arg(firstOf(notTaken), text::wordsFor(*failed.first()->error).paragraph()));
    }
}

bool Adding::canPaste(const QMimeData *data)
{
    return data && (data->hasUrls() || data->hasImage() || data->hasText());
}

bool Adding::paste(const QMimeData *data, const ItemId &folder)
{
    if (!data)
        return false;
    if (const QStringList paths = localPaths(data); !paths.isEmpty()) {
        addPaths(paths, folder);
        return true;
    }
    const QString when = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    if (data->hasImage()) {
        const QImage image = qvariant_cast<QImage>(data->imageData());
        inBackground([image] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            return bytes;
        }).then(this, [this, folder, name = tr("Pasted image %1.png").arg(when)](const QByteArray &bytes) {
            addBytes(bytes, name, QStringLiteral("image/png"), folder);
        });
        return true;
    }
    if (data->hasText() && !data->text().isEmpty()) {
        addBytes(data->text().toUtf8(), tr("Pasted text %1.txt").arg(when), QStringLiteral("text/plain"), folder);
        return true;
    }
    return false;
}

void Adding::addBytes(const QByteArray &bytes, const QString &name, const QString &mediaType, const ItemId &folder)
{
    if (bytes.isEmpty())
        return;
    m_context.session.documents()
        .addBytes(bytes, name, mediaType, folder)
        .then(this, [this](const Result<AddedDocument> &result) {
            if (result.ok())
                report({result.value()});
            else
                m_context.host.showError(result.error());
        });
}

} // namespace carriel::ui
