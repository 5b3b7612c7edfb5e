// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a PDF one below the other, larger and smaller. It paints pictures that the confined child draws
// (PdfPages) and parses nothing itself. Pictures of pages once seen are kept up to a limit. Thread: GUI.
#pragma once

#include "ui/viewer/PdfFinder.h"
#include "ui/viewer/PdfPages.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QColor>
#include <QSet>

namespace carriel::ui {

class Theme;

class PdfView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    PdfView(const Theme &theme, QWidget *parent);

    void open(PdfPages::Open source, SecretBytes password = {});
    void forget();                      // ends the child and drops every picture
    int page() const { return m_page; } // the one in view, 0 is the first
    void goTo(int page);
    void zoomBy(double factor);
    void fit(); // each page as wide as the view
    // What was found on a page, and which of it one stands at.
    void setMarks(int page, const QList<PdfFinder::Match> &matches);
    void showMark(int page, int match); // brings it into view
    void clearMarks();
    static constexpr QColor otherMark{0xff, 0xe8, 0x70};   // black on both is read well
    static constexpr QColor currentMark{0xff, 0xa8, 0x4c};

Q_SIGNALS:
    void opened(int pages);
    void pageChanged(int page);
    void failed(carriel::ui::PdfPages::Failure failure);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Picture
    {
        QImage image;
        int width; // as it was wished
    };
    QSize sizeOf(int page) const; // in device-independent pixels
    QRect rectOf(int page) const; // on the viewport
    int wishedWidth(int page) const;
    double shownScale(int page) const;
    void layOut(); // keeps what is in the middle of the view there
    void askForPictures();
    int pageAt(int y) const; // y in the whole
    void paintMarks(QPainter &painter, int page, const QRect &place) const;

    const Theme &m_theme;
    std::unique_ptr<PdfPages> m_pages;
    QCache<int, Picture> m_pictures; // cost in KiB
    QSet<int> m_bad;
    QHash<int, QList<PdfFinder::Match>> m_marks;
    int m_markedPage = -1; // where one stands
    int m_markedMatch = -1;
    QList<int> m_tops; // of each page in the whole; one more: the end
    int m_widest = 0;
    double m_zoom = 0; // 0: fits the width; 1: as large as on paper
    int m_page = 0;
    int m_lines = 0; // of the wheel, not yet a step of zoom
};

} // namespace carriel::ui
