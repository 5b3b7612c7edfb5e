// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/PdfReader.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QPdfDocument>
#include <QPdfSelection>

namespace carriel::extract {

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

namespace {

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

} // namespace carriel::extract
