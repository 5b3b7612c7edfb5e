// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document large: PDF, picture or text, read from the vault without a file on the disk. Args: id (text), from (page id).
// A PDF is drawn in this process by PDFium when the person opens it here; previews that nobody asked for never are.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QImage>
#include <QPointer>
#include <memory>

class QIODevice;
class QLabel;
class QPdfDocument;
class QPdfView;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace carriel::ui {

class EmptyState;
class ImageView;
class VerificationPane;

class ViewerPage final : public Page
{
    Q_OBJECT
public:
    ViewerPage(const PageContext &context, QWidget *parent);
    ~ViewerPage() override;

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;
    QWidget *details() override;

private:
    QWidget *makeBar();
    void show(const ItemId &id);
    void showPdf();
    void showBytes(bool image);
    void cannot(const QString &why);
    void zoom(double factor);
    void fit();

    DocumentRow m_row;
    QString m_from;
    QLabel *m_title;
    QSpinBox *m_pageBox;
    QLabel *m_pageCount;
    QList<QWidget *> m_zoomers;
    QStackedWidget *m_stack;
    QPdfView *m_pdfView;
    std::unique_ptr<QIODevice> m_device; // outlives the document that reads it
    std::unique_ptr<QPdfDocument> m_pdf;
    ImageView *m_image;
    QPlainTextEdit *m_text;
    EmptyState *m_empty;
    QPointer<QObject> m_reader;
    VerificationPane *m_signatures;
};

} // namespace carriel::ui
