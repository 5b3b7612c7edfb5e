// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/PdfReader.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>

namespace carriel::extract {
namespace {

ReadOutcome load(QPdfDocument &document, QBuffer &buffer)
{
    buffer.open(QIODevice::ReadOnly);
    document.load(&buffer); // a buffer is not sequential, so this is finished when it returns
    if (document.status() == QPdfDocument::Status::Ready)
        return ReadOutcome::Done;
    const bool locked = document.error() == QPdfDocument::Error::IncorrectPassword
        || document.error() == QPdfDocument::Error::UnsupportedSecurityScheme;
    return locked ? ReadOutcome::NeedsPassword : ReadOutcome::Unreadable;
}

QByteArray cutAtCharacter(QByteArray utf8, qsizetype most)
{
    if (utf8.size() <= most)
        return utf8;
    while (most > 0 && (uchar(utf8.at(most)) & 0xC0) == 0x80)
        --most;
    utf8.truncate(most);
    return utf8;
}

} // namespace

ReadOutcome readText(const QByteArray &pdf, qsizetype maxBytes, const std::function<void(QByteArray)> &write)
{
    QBuffer buffer;
    buffer.setData(pdf);
    QPdfDocument document;
    if (const ReadOutcome loaded = load(document, buffer); loaded != ReadOutcome::Done)
        return loaded;
    QElapsedTimer spent;
    spent.start();
    constexpr qint64 enough = 10000; // milliseconds: a thousand plain pages; what was read by then is searchable
    qsizetype left = maxBytes;
    for (int page = 0; page < document.pageCount() && left > 0 && spent.elapsed() < enough; ++page) {
        QByteArray text = document.getAllText(page).text().toUtf8();
        if (page > 0)
            text.prepend('\f');
        text = cutAtCharacter(std::move(text), left);
        left -= text.size();
        write(std::move(text));
    }
    return ReadOutcome::Done;
}

ReadOutcome renderPage(const QByteArray &pdf, int page, int width, QByteArray &png)
{
    QBuffer buffer;
    buffer.setData(pdf);
    QPdfDocument document;
    if (const ReadOutcome loaded = load(document, buffer); loaded != ReadOutcome::Done)
        return loaded;
    if (page < 0 || page >= document.pageCount())
        return ReadOutcome::Unreadable;
    const QSizeF points = document.pagePointSize(page);
    if (!(points.width() >= 1) || !(points.height() >= 1))
        return ReadOutcome::Unreadable;
    const int height = int(qBound(1.0, points.height() / points.width() * width, 4.0 * width)); // a roll is cut, not drawn
    const QImage drawn = document.render(page, QSize(width, height));
    if (drawn.isNull())
        return ReadOutcome::Unreadable;
    QImage paper(drawn.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, drawn);
    QBuffer out(&png);
    out.open(QIODevice::WriteOnly);
    return paper.save(&out, "PNG") ? ReadOutcome::Done : ReadOutcome::Unreadable;
}

} // namespace carriel::extract
