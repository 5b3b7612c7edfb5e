// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document large: PDF, picture or text, read from the vault without a file on the disk. Args: id (text), from (page id).
// The pages of a PDF are drawn by the confined child (PdfPages): no PDF is parsed in this process.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"
#include "ui/viewer/PdfPages.h"

#include <QImage>
#include <QPointer>

class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace carriel::ui {

class ClosedPdf;
class EmptyState;
class FindBar;
class ImageView;
class PdfView;
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
    void showPdf(SecretBytes password = {});
    static QString pdfWords(PdfPages::Failure failure);
    void showPicture();
    void showText();
    void cannot(const QString &why);
    void openElsewhere();
    void cannotRead(const QString &why); // … or what this computer kept of it is damaged
    void showDamaged(bool atOperator);
    void zoom(double factor);
    void fit();
    void leaveFind();

    DocumentRow m_row;
    std::function<void()> m_way; // what the button of m_empty does
    ItemId m_last; // shown last; stays when the folder is locked
    QString m_from;
    QLabel *m_title;
    QSpinBox *m_pageBox;
    QLabel *m_pageCount;
    QList<QWidget *> m_zoomers;
    QToolButton *m_findButton;
    FindBar *m_find;
    QStackedWidget *m_stack;
    PdfView *m_pdfView;
    ImageView *m_image;
    QPlainTextEdit *m_text;
    EmptyState *m_empty;
    ClosedPdf *m_closed;
    QPointer<QObject> m_reader;
    VerificationPane *m_signatures;
};

} // namespace carriel::ui
