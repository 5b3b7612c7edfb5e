// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Printing.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/models/RowWords.h"
#include "ui/text/Format.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/SlicedReader.h"
#include "ui/widgets/UndoStack.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QUrl>

namespace carriel::ui {

namespace {

constexpr qint64 most = 256 * 1024 * 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Printing)
};

} // namespace

bool Printing::canPrint(const DocumentRow &row)
{
    return row.type == ItemType::Document && (row.mediaType == QLatin1String("application/pdf") ||
                                              showsAsImage(row.mediaType) || showsAsText(row.mediaType));
}

PdfPrint::Cover Printing::coverOf(const DocumentDetails &details)
{
    PdfPrint::Cover cover;
    cover.title = details.row.name;
    const auto fact = [&cover](const QString &name, const QString &value) {
        if (!value.isEmpty())
            cover.facts.append({name, value});
    };
    fact(Tr::tr("Type"), kindWords(details.row));
    fact(Tr::tr("Size"), text::size(details.row.size));
    fact(Tr::tr("Modified"), text::dateTime(details.row.modifiedUtc));
    fact(Tr::tr("Issued by"), details.row.official ? details.facts.issuerName : QString());
    fact(Tr::tr("Valid until"), details.facts.validUntil.isValid() ? text::date(details.facts.validUntil) : QString());
    fact(Tr::tr("Printed"), text::dateTime(QDateTime::currentDateTimeUtc()));
    cover.digest = QString::fromLatin1(details.sha256.toHex());
    cover.footer = Tr::tr(
        "The digest belongs to the electronic document. Whoever has that document can compute its digest and compare. "
        "This print is a copy; it has no electronic signature of its own.");
    return cover;
}

void Printing::start(const PageContext &context, const DocumentRow &row, bool cover, QWidget *window)
{
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>(QPrinter::HighResolution));
    (*printer)->setDocName(row.name); // the queue's, the title of a PDF, and the name that is proposed for its file
    auto *dialog = new QPrintDialog(printer->get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile);
    QObject::connect(dialog, qOverload<>(&QDialog::accepted), &context.host.undo(), [context, row, cover, printer] {
        if (*printer)
            onto(context, row, cover, std::move(*printer));
    });
    dialog->open();
}

void Printing::onto(const PageContext &context, const DocumentRow &row, bool cover, std::unique_ptr<QPrinter> given)
{
    // Into a file it may take a while, and nothing comes out of a printer to show that it is done.
    const QString file = given->outputFormat() == QPrinter::PdfFormat ? given->outputFileName() : QString();
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::move(given));
    acts::whenHere(context, row, [context, row, cover, printer, file] {
        QObject *owner = &context.host.undo();
        auto *reader = new SlicedReader(context.session.documents().open(row.id), most, owner);
        QObject::connect(reader, &SlicedReader::failed, owner, [context] {
            context.host.say(Tr::tr("The document could not be read, so nothing was printed."));
        });
        QObject::connect(
            reader, &SlicedReader::finished, owner,
            [context, row, cover, printer, owner, file](const QByteArray &bytes) {
                auto *job = new PdfPrint(std::move(*printer), owner);
                if (const auto details = cover ? context.session.documents().details(row.id) : std::nullopt)
                    job->setCover(coverOf(*details));
                QObject::connect(job, &PdfPrint::finished, owner, [context, row, cover, file](bool printed) {
                    if (printed)
                        context.session.documents().activity().tell(QStringLiteral("document.printed"), row.id);
                    if (printed && !file.isEmpty()) {
                        const QString words = cover ? Tr::tr("“%1” and its cover sheet were printed into the file %2")
                                                    : Tr::tr("“%1” was printed into the file %2");
                        context.host.say(
                            words.arg(row.name, QDir::toNativeSeparators(file)), // there is nothing else by which to find it again
                            Tr::tr("Open"), [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
                        return;
                    }
                    const QString words = !printed ? Tr::tr("“%1” could not be printed")
                                          : cover  ? Tr::tr("“%1” and its cover sheet were sent to the printer")
                                                   : Tr::tr("“%1” was sent to the printer");
                    context.host.say(words.arg(row.name));
                });
                if (!file.isEmpty())
                    context.host.say(
                        Tr::tr("Printing “%1” into the file %2…").arg(row.name, QFileInfo(file).fileName()));
                job->start(bytes, row.mediaType);
            });
    });
}

} // namespace carriel::ui
