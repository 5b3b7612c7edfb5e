// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints a document (PDF, picture, text) page by page, with an optional cover sheet. The window goes on meanwhile;
// pictures and pages of PDFs are drawn by the confined child. Thread: GUI. Emits finished once and deletes itself.
#pragma once

#include "core/services/Values.h"
#include "ui/viewer/PdfPages.h"

#include <QImage>
#include <QObject>
#include <QPainter>
#include <memory>

class QPrinter;
class QTextDocument;

namespace carriel::ui {

class PdfPrint final : public QObject
{
    Q_OBJECT
public:
    struct Cover
    {
        QString title;
        QList<std::pair<QString, QString>> facts; // name, value
        QString digest;                           // hexadecimal; drawn as text and as a QR code where that is built in
        QString footer;
    };
    PdfPrint(std::unique_ptr<QPrinter> printer, QObject *parent);
    ~PdfPrint() override;

    void setCover(const Cover &cover);
    void start(const QByteArray &bytes, const QString &mediaType);
    void cancel();

Q_SIGNALS:
    void progress(int page, int pages);
    void finished(bool printed);

private:
    void drawCover();
    void step();
    void drawPage(int page, const QImage &picture);
    void advance();
    void end(bool printed);
    int pageCount() const;

    std::unique_ptr<QPrinter> m_printer;
    std::unique_ptr<QPainter> m_painter;
    std::optional<Cover> m_cover;
    PdfPages *m_pdf = nullptr;
    std::unique_ptr<QTextDocument> m_text;
    int m_page = 0;
    bool m_stopped = false;
};

} // namespace carriel::ui
