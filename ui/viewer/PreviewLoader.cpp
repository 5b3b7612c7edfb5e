// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/PreviewLoader.h"

#include "core/services/Documents.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/SlicedReader.h"

#include <QBuffer>
#include <QTimer>

namespace carriel::ui {

namespace {

constexpr qint64 mostImage = 64 * 1024 * 1024;
constexpr qint64 mostPdf = 48 * 1024 * 1024;
constexpr qint64 mostText = 8 * 1024 * 1024;
constexpr qint64 firstLook = 64 * 1024;   // of a text; less than a millisecond out of the vault
constexpr qsizetype firstWords = 2000;
constexpr PdfPages::Limits patience{.opening = 8'000, .page = 8'000, .unwanted = 0}; // nobody asked for this one

PreviewLoader::Why why(SlicedReader::Failure failure)
{
    switch (failure) {
    case SlicedReader::Failure::NotHere:
        return PreviewLoader::Why::NotHere;
    case SlicedReader::Failure::TooLarge:
        return PreviewLoader::Why::TooLarge;
    case SlicedReader::Failure::Unreadable:
        break;
    }
    return PreviewLoader::Why::Damaged;
}

PreviewLoader::Why why(PdfPages::Failure failure)
{
    switch (failure) {
    case PdfPages::Failure::NotHere:
        return PreviewLoader::Why::NotHere;
    case PdfPages::Failure::TooLarge:
        return PreviewLoader::Why::TooLarge;
    case PdfPages::Failure::NeedsPassword:
        return PreviewLoader::Why::NeedsPassword;
    case PdfPages::Failure::NoHelper:
        return PreviewLoader::Why::GivenUp;
    case PdfPages::Failure::Unreadable:
        break;
    }
    return PreviewLoader::Why::Damaged;
}

} // namespace

PreviewLoader::PreviewLoader(Documents &documents, QObject *parent) : QObject(parent), m_documents(documents) {}

PreviewLoader::~PreviewLoader()
{
    cancel();
}

void PreviewLoader::cancel()
{
    ++m_turn;
    delete m_reader;
    if (m_pages) {
        m_pages->disconnect(this);
        m_pages->deleteLater(); // it may be the one that is calling
    }
    m_pages.clear();
}

void PreviewLoader::load(const DocumentRow &row, int width)
{
    if (row.here && row.size == 0) {
        cancel();
        later([this] { Q_EMIT none(Why::Empty); });
        return;
    }
    const bool shown = row.type == ItemType::Document && row.here;
    load(shown ? m_documents.open(row.id) : nullptr, row.mediaType, width);
}

void PreviewLoader::load(std::unique_ptr<QIODevice> device, const QString &mediaType, int width, int page)
{
    cancel();
    const bool pdf = mediaType == QLatin1String("application/pdf");
    const bool image = showsAsImage(mediaType);
    const bool plain = showsAsText(mediaType);
    const bool kind = pdf || image || plain;
    if (!device || !kind) {
        later([this, kind] { Q_EMIT none(kind ? Why::NotHere : Why::OtherKind); });
        return;
    }
    if (plain && !m_whole) {
        readWords(std::move(device));
        return;
    }
    auto *reader = new SlicedReader(std::move(device), pdf ? mostPdf : image ? mostImage : mostText, this);
    m_reader = reader;
    connect(reader, &SlicedReader::failed, this, [this](SlicedReader::Failure failure) { Q_EMIT none(why(failure)); });
    connect(reader, &SlicedReader::finished, this, [this, pdf, image, width, page](const QByteArray &bytes) {
        if (pdf || image)
            draw(bytes, width, page, image);
        else
            Q_EMIT words(decodeText(bytes, mostText).text);
    });
}

void PreviewLoader::later(std::function<void()> then)
{
    QTimer::singleShot(0, this, [this, turn = m_turn, then = std::move(then)] {
        if (turn == m_turn)
            then();
    });
}

void PreviewLoader::readWords(std::unique_ptr<QIODevice> device)
{
    const bool open = device->isOpen() || device->open(QIODevice::ReadOnly);
    const qint64 wanted = qMin(device->size(), firstLook);
    const QByteArray bytes = open ? device->read(wanted) : QByteArray();
    if (!open || bytes.size() < wanted)
        later([this] { Q_EMIT none(Why::Damaged); });
    else
        later([this, bytes] { Q_EMIT words(decodeText(bytes, firstWords).text); });
}

void PreviewLoader::draw(const QByteArray &bytes, int width, int page, bool image)
{
    auto *pages = new PdfPages(
        [bytes]() -> std::unique_ptr<QIODevice> {
            auto buffer = std::make_unique<QBuffer>();
            buffer->setData(bytes);
            return buffer;
        },
        this, patience);
    if (m_password)
        pages->setPassword(m_password->clone());
    m_pages = pages;
    const auto over = [this, pages] { // one page was all: the child need not wait for more
        pages->deleteLater();
        m_pages.clear();
    };
    connect(pages, &PdfPages::opened, pages, [pages, page, width, image] {
        const QSizeF whole = pages->sizes().value(0);
        // A picture is neither made larger than it is, nor much longer than it is wide.
        const double most = image ? qMin(whole.width(), 2.0 * width * whole.width() / whole.height()) : width;
        pages->want({{page - 1, int(qMin<double>(width, most))}});
    });
    connect(pages, &PdfPages::drawn, this, [this, pages, over](int at, int, const QImage &drawn) {
        const QSizeF points = pages->sizes().value(at);
        over();
        Q_EMIT pageSize(points);
        Q_EMIT picture(drawn);
    });
    connect(pages, &PdfPages::notDrawn, this, [this, over] {
        over();
        Q_EMIT none(Why::GivenUp);
    });
    connect(pages, &PdfPages::failed, this, [this, over](PdfPages::Failure failure) {
        over();
        Q_EMIT none(why(failure));
    });
}

} // namespace carriel::ui
