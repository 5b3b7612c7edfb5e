// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/PageServer.h"

#include "app/extract/PdfReader.h"
#include "app/extract/PictureReader.h"
#include "core/signing/pdf/FieldDrawing.h"
#include "ui/viewer/PageWire.h"

#include <QBuffer>
#include <QImage>
#include <QList>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>

#include <cmath>

namespace carriel::extract {
namespace {

using wire::Kind;

void answer(const Pipes &pipes, Kind kind, int first = 0, int second = 0)
{
    const wire::Answer said{std::int32_t(kind), first, second};
    pipes.write(&said, sizeof said);
}

// The pixels of a page `width` wide; fewer in the same proportion when that would be too many.
QSize sizeOf(const QSizeF &points, int width)
{
    if (!(points.width() >= 1) || !(points.height() >= 1))
        return {};
    double w = qBound(16, width, wire::mostWidth);
    const double ratio = points.height() / points.width();
    w = qMin(w, std::sqrt(double(wire::mostPixels) / ratio) - 1);
    const QSize size(int(w), int(w * ratio));
    return qint64(size.width()) * size.height() <= wire::mostPixels ? size : QSize();
}

// Without filling between the lines, and nothing shows through.
QImage onPaper(const QImage &drawn)
{
    if (drawn.isNull())
        return {};
    QImage paper(drawn.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, drawn);
    return paper;
}

QImage draw(QPdfDocument &document, const wire::Request &wish)
{
    if (wish.page < 0 || wish.page >= document.pageCount())
        return {};
    const QSize size = sizeOf(document.pagePointSize(wish.page), wish.width);
    if (size.isEmpty())
        return {};
    // Notes and stamps on a page belong to what a person sees of it.
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    return document.render(wish.page, size, options);
}

void tellSizes(const Pipes &pipes, const QList<QSizeF> &pages)
{
    QList<float> sizes;
    sizes.reserve(2 * pages.size());
    for (const QSizeF &page : pages)
        sizes << float(page.width()) << float(page.height());
    answer(pipes, Kind::Opened, int(pages.size()));
    pipes.write(sizes.constData(), sizes.size() * qsizetype(sizeof(float)));
}

ServeOutcome serve(const Pipes &pipes, const QList<QSizeF> &pages, const std::function<QImage(const wire::Request &)> &draw)
{
    tellSizes(pipes, pages);
    wire::Request wish{};
    while (pipes.read(&wish, sizeof wish)) {
        const QImage page = onPaper(draw(wish));
        if (page.isNull()) {
            answer(pipes, Kind::NoPage);
            continue;
        }
        answer(pipes, Kind::Page, page.width(), page.height());
        pipes.write(page.constBits(), page.sizeInBytes());
    }
    return ServeOutcome::Done;
}

} // namespace

ServeOutcome servePages(const Pipes &pipes)
{
    std::int64_t length = 0;
    if (!pipes.read(&length, sizeof length))
        return ServeOutcome::Unreadable;
    if (length < 0 || length > wire::mostInput)
        return ServeOutcome::TooLarge;
    std::int32_t passwordLength = 0;
    if (!pipes.read(&passwordLength, sizeof passwordLength) || passwordLength < 0 || passwordLength > wire::mostPassword)
        return ServeOutcome::Unreadable;
    QByteArray password(passwordLength, Qt::Uninitialized);
    QByteArray bytes(qsizetype(length), Qt::Uninitialized);
    if (!pipes.read(password.data(), password.size()) || !pipes.read(bytes.data(), bytes.size()))
        return ServeOutcome::Unreadable;
    if (PictureReader picture(bytes); !picture.size().isEmpty()) {
        return serve(pipes, {picture.size()}, [&picture](const wire::Request &wish) {
            return wish.page == 0 ? picture.scaled(sizeOf(picture.size(), wish.width)) : QImage();
        });
    }
    QBuffer buffer(&bytes);
    QPdfDocument document;
    document.setPassword(QString::fromUtf8(password));
    switch (load(document, buffer)) {
    case ReadOutcome::NeedsPassword:
        answer(pipes, Kind::NeedsPassword);
        return ServeOutcome::NeedsPassword;
    case ReadOutcome::Unreadable:
        answer(pipes, Kind::Unreadable);
        return ServeOutcome::Unreadable;
    case ReadOutcome::Done:
        break;
    }
    QByteArray fields = signing::withDrawnFields(bytes, password);
    QBuffer fieldsBuffer(&fields);
    QPdfDocument withFields;
    const bool drawn = !fields.isEmpty() && load(withFields, fieldsBuffer) == ReadOutcome::Done &&
                       withFields.pageCount() == document.pageCount();
    QList<QSizeF> pages;
    for (int page = 0; page < qMin(document.pageCount(), wire::mostPages); ++page)
        pages << document.pagePointSize(page);
    return serve(pipes, pages, [&](const wire::Request &wish) { return draw(drawn ? withFields : document, wish); });
}

} // namespace carriel::extract
