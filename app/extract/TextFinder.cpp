// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/TextFinder.h"

#include "app/extract/PdfReader.h"
#include "ui/viewer/FindWire.h"
#include "ui/viewer/FoldedText.h"
#include "ui/viewer/PageWire.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>

namespace carriel::extract {

namespace {
QList<wire::Mark> marksOn(QPdfDocument &document, int page, const QString &words)
{
    QList<wire::Mark> marks;
    const QList<FoldedText::Match> matches = FoldedText(document.getAllText(page).text()).find(words, wire::mostMatches);
    for (int i = 0; i < int(matches.size()); ++i) {
        const QPdfSelection selection = document.getSelectionAtIndex(page, matches.at(i).start, matches.at(i).length);
        const QList<QPolygonF> bounds = selection.bounds();
        for (const QPolygonF &one : bounds) {
            const QRectF box = one.boundingRect();
            if (marks.size() < wire::mostMarks)
                marks.append({i, float(box.left()), float(box.top()), float(box.width()), float(box.height())});
        }
    }
    return marks;
}
} // namespace

ServeOutcome findText(const Pipes &pipes)
{
    std::int32_t units = 0;
    if (!pipes.read(&units, sizeof units) || units < 1 || units > wire::mostWords)
        return ServeOutcome::Unreadable;
    QString words(units, Qt::Uninitialized);
    if (!pipes.read(words.data(), units * qsizetype(sizeof(char16_t))))
        return ServeOutcome::Unreadable;
    std::int64_t length = 0;
    if (!pipes.read(&length, sizeof length))
        return ServeOutcome::Unreadable;
    if (length < 0 || length > wire::mostInput)
        return ServeOutcome::TooLarge;
    QByteArray bytes(qsizetype(length), Qt::Uninitialized);
    if (!pipes.read(bytes.data(), bytes.size()))
        return ServeOutcome::Unreadable;
    QBuffer buffer(&bytes);
    QPdfDocument document;
    if (const ReadOutcome loaded = load(document, buffer); loaded != ReadOutcome::Done)
        return loaded == ReadOutcome::NeedsPassword ? ServeOutcome::NeedsPassword : ServeOutcome::Unreadable;
    for (int page = 0; page < qMin(document.pageCount(), wire::mostPages); ++page) {
        const QList<wire::Mark> marks = marksOn(document, page, words);
        if (marks.isEmpty())
            continue;
        const wire::FoundOn head{page, std::int32_t(marks.size())};
        pipes.write(&head, sizeof head);
        pipes.write(marks.constData(), marks.size() * qsizetype(sizeof(wire::Mark)));
    }
    const wire::FoundOn end{-1, 0};
    pipes.write(&end, sizeof end);
    return ServeOutcome::Done;
}

} // namespace carriel::extract
