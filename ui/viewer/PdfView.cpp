// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/PdfView.h"

#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace carriel::ui {
namespace {

constexpr int keptPictures = 144 * 1024; // KiB; two of the largest pages fit
constexpr int wantedPictures = 96 * 1024;
constexpr double pixelsPerPoint = 96.0 / 72.0;
constexpr double least = 0.1;
constexpr double most = 6.0;
constexpr double mostFitted = 1.75; // a page across a very wide window is harder to read, not easier
constexpr int gap = space::m;

int kib(const QSize &size, double ratio)
{
    return int(qint64(size.width()) * size.height() * 4 * ratio * ratio / 1024) + 1;
}

} // namespace

PdfView::PdfView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_pictures(keptPictures)
{
    setObjectName(QStringLiteral("pdfView"));
    setAccessibleName(tr("Pages of the document"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PdfView::open(PdfPages::Open source, SecretBytes password)
{
    forget();
    m_pages = std::make_unique<PdfPages>(std::move(source), nullptr);
    m_pages->setPassword(std::move(password));
    connect(m_pages.get(), &PdfPages::opened, this, [this] {
        layOut();
        Q_EMIT opened(int(m_pages->sizes().size()));
    });
    connect(m_pages.get(), &PdfPages::drawn, this, [this](int page, int width, const QImage &image) {
        const int cost = kib(image.size(), 1);
        m_pictures.insert(page, new Picture{image, width}, cost);
        viewport()->update(rectOf(page));
    });
    connect(m_pages.get(), &PdfPages::notDrawn, this, [this](int page) {
        m_bad.insert(page);
        viewport()->update(rectOf(page));
    });
    connect(m_pages.get(), &PdfPages::failed, this, &PdfView::failed);
}

void PdfView::forget()
{
    if (m_pages)
        m_pages.release()->deleteLater(); // it may be the one that is calling
    m_pictures.clear();
    m_bad.clear();
    clearMarks();
    m_tops.clear();
    m_widest = 0;
    m_zoom = 0;
    m_page = 0;
    horizontalScrollBar()->setRange(0, 0);
    verticalScrollBar()->setRange(0, 0);
    viewport()->update();
}

double PdfView::shownScale(int page) const
{
    if (m_zoom > 0)
        return m_zoom * pixelsPerPoint;
    const double room = qMax(60, viewport()->width() - 2 * gap);
    return qMin(room / m_pages->sizes().at(page).width(), mostFitted * pixelsPerPoint);
}

QSize PdfView::sizeOf(int page) const
{
    const QSizeF size = m_pages->sizes().at(page) * shownScale(page);
    return size.boundedTo(QSizeF(30'000, 30'000)).toSize().expandedTo(QSize(8, 8));
}

QRect PdfView::rectOf(int page) const
{
    if (page < 0 || page + 1 >= m_tops.size())
        return {};
    const QSize size = sizeOf(page);
    const int room = qMax(viewport()->width(), m_widest + 2 * gap);
    return {QPoint((room - size.width()) / 2 - horizontalScrollBar()->value(),
                   m_tops.at(page) - verticalScrollBar()->value()),
            size};
}

int PdfView::wishedWidth(int page) const
{
    return qMin(int(sizeOf(page).width() * devicePixelRatioF()), wire::mostWidth);
}

int PdfView::pageAt(int y) const
{
    if (m_tops.size() < 2)
        return 0;
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend() - 1, y);
    return qMax(0, int(after - m_tops.cbegin()) - 1);
}

void PdfView::layOut()
{
    if (!m_pages || m_pages->sizes().isEmpty())
        return;
    // What stands in the middle stays there.
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    const int anchor = pageAt(middle);
    double within = 0;
    if (m_tops.size() > anchor + 1)
        within = double(middle - m_tops.at(anchor)) / qMax(1, m_tops.at(anchor + 1) - m_tops.at(anchor));
    const bool first = m_tops.isEmpty();
    const int pages = int(m_pages->sizes().size());
    m_tops.clear();
    m_tops.reserve(pages + 1);
    m_widest = 0;
    qint64 y = gap;
    for (int page = 0; page < pages; ++page) {
        const QSize size = sizeOf(page);
        m_widest = qMax(m_widest, size.width());
        m_tops << int(y);
        y = qMin<qint64>(y + size.height() + gap, 2'000'000'000);
    }
    m_tops << int(y);
    const QSize view = viewport()->size();
    verticalScrollBar()->setPageStep(view.height());
    verticalScrollBar()->setSingleStep(48);
    verticalScrollBar()->setRange(0, qMax(0, int(y) - view.height()));
    horizontalScrollBar()->setPageStep(view.width());
    horizontalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setRange(0, qMax(0, m_widest + 2 * gap - view.width()));
    if (first)
        verticalScrollBar()->setValue(0);
    else
        verticalScrollBar()->setValue(m_tops.at(anchor) + int(within * (m_tops.at(anchor + 1) - m_tops.at(anchor))) -
                                      view.height() / 2);
    viewport()->update();
    askForPictures();
}

void PdfView::askForPictures()
{
    if (!m_pages || m_tops.size() < 2)
        return;
    const int top = verticalScrollBar()->value();
    const int first = pageAt(top);
    const int last = pageAt(top + viewport()->height());
    QList<PdfPages::Wish> wishes;
    int budget = wantedPictures; // what is asked for at once must stay, or it would be asked for again and again
    const auto wish = [&](int page) {
        if (page < 0 || page + 1 >= m_tops.size() || m_bad.contains(page))
            return;
        budget -= kib(sizeOf(page), devicePixelRatioF());
        const Picture *have = m_pictures.object(page); // touched: what is in view is dropped last
        if (budget >= 0 && !(have && have->width == wishedWidth(page)))
            wishes.append({page, wishedWidth(page)});
    };
    for (int page = first; page <= last && budget >= 0; ++page)
        wish(page);
    wish(last + 1);
    wish(first - 1);
    m_pages->want(wishes);
    const int now = pageAt(top + viewport()->height() / 3);
    if (now != m_page) {
        m_page = now;
        Q_EMIT pageChanged(now);
    }
}

void PdfView::goTo(int page)
{
    if (page < 0 || page + 1 >= m_tops.size())
        return;
    verticalScrollBar()->setValue(m_tops.at(page) - gap);
}

void PdfView::setMarks(int page, const QList<PdfFinder::Match> &matches)
{
    m_marks.insert(page, matches);
    viewport()->update(rectOf(page));
}

void PdfView::clearMarks()
{
    m_marks.clear();
    m_markedPage = m_markedMatch = -1;
    viewport()->update();
}

void PdfView::showMark(int page, int match)
{
    const QList<PdfFinder::Match> matches = m_marks.value(page);
    if (match < 0 || match >= matches.size() || (page == m_markedPage && match == m_markedMatch) || page + 1 >= m_tops.size())
        return;
    m_markedPage = page;
    m_markedMatch = match;
    const QRect place = rectOf(page);
    const QRectF first = matches.at(match).value(0);
    const double scale = shownScale(page);
    const QPointF at = place.topLeft() + first.center() * scale;
    if (!viewport()->rect().adjusted(gap, 2 * gap, -gap, -2 * gap).contains(at.toPoint())) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(at.y()) - viewport()->height() / 3);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(at.x()) - viewport()->width() / 2);
    }
    viewport()->update();
}

// The page shows through: it is marked as with a pen.
void PdfView::paintMarks(QPainter &painter, int page, const QRect &place) const
{
    const auto found = m_marks.constFind(page);
    if (found == m_marks.cend())
        return;
    const double scale = place.width() / m_pages->sizes().at(page).width();
    for (int i = 0; i < int(found->size()); ++i) {
        const bool current = page == m_markedPage && i == m_markedMatch;
        for (const QRectF &box : found->at(i)) {
            const QRectF shown(place.topLeft() + box.topLeft() * scale, box.size() * scale);
            painter.setCompositionMode(QPainter::CompositionMode_Multiply);
            painter.fillRect(shown.adjusted(-1, -1, 1, 1), current ? currentMark : otherMark);
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            if (!current)
                continue;
            painter.setPen(QPen(Qt::black, 2)); // not by its colour alone
            painter.drawRect(shown.adjusted(-2, -2, 2, 2));
        }
    }
}

void PdfView::zoomBy(double factor)
{
    if (!m_pages || m_pages->sizes().isEmpty())
        return;
    m_zoom = qBound(least, shownScale(m_page) / pixelsPerPoint * factor, most);
    layOut();
}

void PdfView::fit()
{
    m_zoom = 0;
    layOut();
}

void PdfView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(Role::SurfaceRaised));
    if (!m_pages || m_tops.size() < 2)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int top = verticalScrollBar()->value();
    const int last = pageAt(top + event->rect().bottom());
    for (int page = pageAt(top + event->rect().top()); page <= last; ++page) {
        const QRect place = rectOf(page);
        if (!place.intersects(event->rect()))
            continue;
        if (const Picture *have = m_pictures.object(page)) {
            painter.drawImage(place, have->image);
            paintMarks(painter, page, place);
        } else {
            painter.fillRect(place, Qt::white);
            painter.setPen(QColor(0x55, 0x55, 0x55)); // on paper, which is white in every theme
            const QString words = m_bad.contains(page)
                                      ? tr("Page %1 could not be drawn. It is damaged, or too much for this viewer. "
                                           "Open the document with another program to see it.")
                                      : tr("Page %1");
            painter.drawText(place.adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap,
                             words.arg(page + 1));
        }
        painter.setPen(m_theme.color(Role::Divider));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void PdfView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PdfView::scrollContentsBy(int dx, int dy)
{
    QAbstractScrollArea::scrollContentsBy(dx, dy);
    viewport()->update();
    askForPictures();
}

void PdfView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_Space:
        bar->triggerAction(event->modifiers() & Qt::ShiftModifier ? QAbstractSlider::SliderPageStepSub
                                                                  : QAbstractSlider::SliderPageStepAdd);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PdfView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_lines += event->angleDelta().y();
    while (std::abs(m_lines) >= 120) {
        zoomBy(m_lines > 0 ? 1.25 : 0.8);
        m_lines -= m_lines > 0 ? 120 : -120;
    }
    event->accept();
}

} // namespace carriel::ui
