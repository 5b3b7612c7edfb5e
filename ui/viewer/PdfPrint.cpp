// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/PdfPrint.h"

#include "ui/viewer/Decode.h"
#include "ui/viewer/QrCode.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontMetricsF>
#include <QPrinter>
#include <QTextDocument>
#include <QTimer>

namespace carriel::ui {

namespace {
constexpr qsizetype mostText = 4 * 1024 * 1024;
constexpr int finest = 300; // dots per inch of a page drawn as a picture
} // namespace

PdfPrint::PdfPrint(std::unique_ptr<QPrinter> printer, QObject *parent) : QObject(parent), m_printer(std::move(printer))
{
}

PdfPrint::~PdfPrint() = default;

void PdfPrint::setCover(const Cover &cover)
{
    m_cover = cover;
}

void PdfPrint::cancel()
{
    m_stopped = true;
}

void PdfPrint::start(const QByteArray &bytes, const QString &mediaType)
{
    m_painter = std::make_unique<QPainter>();
    if (!m_painter->begin(m_printer.get())) {
        QTimer::singleShot(0, this, [this] { end(false); });
        return;
    }
    if (mediaType == QLatin1String("application/pdf") || showsAsImage(mediaType)) {
        m_pdf = new PdfPages(
            [bytes]() -> std::unique_ptr<QIODevice> {
                auto buffer = std::make_unique<QBuffer>();
                buffer->setData(bytes);
                return buffer;
            },
            this, {.opening = 30'000, .page = 30'000, .unwanted = 0});
        connect(m_pdf, &PdfPages::opened, this, &PdfPrint::step);
        connect(m_pdf, &PdfPages::drawn, this, [this](int page, int, const QImage &picture) {
            drawPage(page, picture);
            advance();
        });
        // A print with a page missing that nobody noticed is worse than none.
        connect(m_pdf, &PdfPages::notDrawn, this, [this] { end(false); });
        connect(m_pdf, &PdfPages::failed, this, [this] { end(false); });
        return;
    }
    if (showsAsText(mediaType)) {
        m_text = std::make_unique<QTextDocument>();
        m_text->setPlainText(decodeText(bytes, mostText).text);
        m_text->documentLayout()->setPaintDevice(m_printer.get());
        m_text->setPageSize(QSizeF(m_printer->pageRect(QPrinter::DevicePixel).size()));
    }
    QTimer::singleShot(0, this, &PdfPrint::step);
}

int PdfPrint::pageCount() const
{
    if (m_pdf)
        return int(m_pdf->sizes().size());
    return m_text ? m_text->pageCount() : 0;
}

void PdfPrint::step()
{
    const int pages = pageCount();
    if (m_stopped || pages == 0) {
        end(false);
        return;
    }
    if (m_cover) {
        drawCover();
        m_cover.reset();
        m_printer->newPage();
        QTimer::singleShot(0, this, &PdfPrint::step);
        return;
    }
    if (m_pdf) {
        const QSizeF area(m_printer->pageRect(QPrinter::DevicePixel).size());
        const double scale = qMin(1.0, double(finest) / m_printer->resolution());
        const QSizeF size = m_pdf->sizes().at(m_page).scaled(area * scale, Qt::KeepAspectRatio);
        m_pdf->want({{m_page, qMax(16, int(size.width()))}});
        return;
    }
    drawPage(m_page, {});
    advance();
}

void PdfPrint::advance()
{
    const int pages = pageCount();
    ++m_page;
    Q_EMIT progress(m_page, pages);
    if (m_page >= pages)
        end(true);
    else
        QTimer::singleShot(0, this, &PdfPrint::step);
}

void PdfPrint::drawPage(int page, const QImage &picture)
{
    if (page > 0)
        m_printer->newPage();
    const QRectF area(QPointF(), QSizeF(m_printer->pageRect(QPrinter::DevicePixel).size()));
    if (m_text) {
        m_painter->save();
        m_painter->translate(0, -page * area.height());
        m_text->drawContents(m_painter.get(), QRectF(0, page * area.height(), area.width(), area.height()));
        m_painter->restore();
        return;
    }
    const QSizeF fitted = QSizeF(picture.size()).scaled(area.size(), Qt::KeepAspectRatio);
    m_painter->drawImage(QRectF(QPointF((area.width() - fitted.width()) / 2, 0), fitted), picture);
}

void PdfPrint::drawCover()
{
    const double inch = m_printer->resolution();
    const double margin = 0.4 * inch; // a printer may have none of its own
    const double width = m_printer->pageRect(QPrinter::DevicePixel).width() - 2 * margin;
    QFont body(QStringLiteral("sans-serif"), 11);
    QFont heading(QStringLiteral("sans-serif"), 18, QFont::DemiBold);
    QFont mono(QStringLiteral("monospace"), 10);
    double y = 0.4 * inch;
    m_painter->save();
    m_painter->translate(margin, 0);
    // Names and digests may have no space to break at; sentences have.
    const auto block = [&](const QString &words, const QFont &font, double x, double to, int wrap = Qt::TextWrapAnywhere) {
        m_painter->setFont(font);
        QRectF taken;
        m_painter->drawText(QRectF(x, y, to - x, 4 * inch), wrap | Qt::AlignLeft, words, &taken);
        return taken.height();
    };
    y += block(m_cover->title, heading, 0, width) + 0.3 * inch;
    for (const auto &[name, value] : std::as_const(m_cover->facts)) {
        const double left = block(name, body, 0, 1.9 * inch);
        y += qMax(left, block(value, body, 2 * inch, width)) + 0.08 * inch;
    }
    y += 0.2 * inch;
    y += block(QStringLiteral("SHA-256"), body, 0, width) + 0.04 * inch;
    y += block(m_cover->digest, mono, 0, width) + 0.2 * inch;
    const QImage code = qrCode(QStringLiteral("sha-256:") + m_cover->digest);
    if (!code.isNull()) {
        const double side = 1.4 * inch;
        m_painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter->drawImage(QRectF(0, y, side, side), code);
        y += side + 0.2 * inch;
    }
    block(m_cover->footer, body, 0, width, Qt::TextWordWrap);
    m_painter->restore();
}

void PdfPrint::end(bool printed)
{
    if (m_painter && m_painter->isActive()) {
        if (!printed)
            m_printer->abort();
        m_painter->end();
    }
    Q_EMIT finished(printed);
    deleteLater();
}

} // namespace carriel::ui
