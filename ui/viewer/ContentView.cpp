// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/ContentView.h"

#include "core/services/Documents.h"
#include "ui/theme/Space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

constexpr int mostPage = 9999;
constexpr int drawnWidth = 1200; // device pixels; enough for half a window

} // namespace

ContentView::ContentView(const QString &name, Documents &documents, const Theme &theme, QWidget *parent)
    : QFrame(parent), m_loader(documents), m_theme(theme)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_title = theme.label({}, TypeRole::Strong, this);
    m_title->setObjectName(name + QLatin1String(".title"));
    m_pages = new QWidget(this);
    auto *pages = new QHBoxLayout(m_pages);
    pages->setContentsMargins(0, 0, 0, 0);
    auto *caption = theme.label(tr("Page"), TypeRole::Body, m_pages, Role::TextMuted);
    caption->setObjectName(name + QLatin1String(".pageCaption"));
    m_page = new QSpinBox(m_pages);
    m_page->setObjectName(name + QLatin1String(".page"));
    m_page->setRange(1, mostPage);
    caption->setBuddy(m_page);
    pages->addWidget(caption);
    pages->addWidget(m_page);
    pages->addStretch(1);
    m_stack = new QStackedWidget(this);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setObjectName(name + QLatin1String(".scroll"));
    scroll->setAccessibleName(tr("Content"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::StyledPanel);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_picture = new QLabel(scroll);
    m_picture->setObjectName(name + QLatin1String(".picture"));
    m_picture->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_picture->setMinimumWidth(60);
    scroll->setWidget(m_picture);
    m_text = new QPlainTextEdit(m_stack);
    m_text->setObjectName(name + QLatin1String(".text"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_words = theme.label({}, TypeRole::Body, m_stack, Role::TextMuted);
    m_words->setObjectName(name + QLatin1String(".words"));
    m_words->setAlignment(Qt::AlignCenter);
    for (QWidget *widget : {static_cast<QWidget *>(scroll), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_words)})
        m_stack->addWidget(widget);
    column->addWidget(m_title);
    column->addWidget(m_pages);
    column->addWidget(m_stack, 1);
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) {
        load();
        Q_EMIT pageChanged(page);
    });
    connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &ContentView::scrolled);
    connect(&m_loader, &PreviewLoader::picture, this, [this, scroll](const QImage &image) {
        m_image = image;
        m_stack->setCurrentWidget(scroll);
        layPicture();
        Q_EMIT drawn();
    });
    connect(&m_loader, &PreviewLoader::words, this, [this](const QString &text) {
        m_text->setPlainText(text);
        layLines();
        m_stack->setCurrentWidget(m_text);
    });
    connect(&m_loader, &PreviewLoader::none, this, [this] {
        m_words->setText(m_page->value() > 1 ? tr("There is no such page.") : tr("This kind of file cannot be shown here."));
        m_stack->setCurrentWidget(m_words);
        Q_EMIT drawn();
    });
    m_loader.wantWholeText(); // it is read here, and may be what somebody is notified of
    m_pages->hide();
}

void ContentView::show(const QString &title, const QString &mediaType, Open open)
{
    m_title->setText(title);
    for (QWidget *view : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_stack->widget(0))})
        view->setAccessibleName(title);
    m_page->setAccessibleName(QString(tr("Page") + QLatin1String(": ") + title));
    m_mediaType = mediaType;
    m_open = std::move(open);
    m_lines.clear();
    m_pages->setVisible(mediaType == QLatin1String("application/pdf"));
    const QSignalBlocker quiet(m_page);
    m_page->setValue(1);
    load();
}

void ContentView::showWords(const QString &title, const QString &words)
{
    forget();
    m_title->setText(title);
    m_words->setText(words);
    m_stack->setCurrentWidget(m_words);
}

void ContentView::forget()
{
    m_loader.cancel();
    m_open = {};
    m_image = {};
    m_marks.clear();
    markLines({});
    m_picture->clear();
    m_text->clear();
    m_title->clear();
    m_words->clear();
    m_pages->hide();
}

void ContentView::load()
{
    m_image = {};
    m_marks.clear();
    auto device = m_open ? m_open() : nullptr;
    if (device)
        m_loader.load(std::move(device), m_mediaType, drawnWidth, m_page->value());
}

void ContentView::layPicture()
{
    if (m_image.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const int width = qMax(60, m_stack->widget(0)->width() - space::xl);
    QPixmap pixmap = QPixmap::fromImage(
        m_image.width() > width * ratio ? m_image.scaledToWidth(int(width * ratio), Qt::SmoothTransformation) : m_image);
    paintMarks(pixmap);
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
}

int ContentView::page() const
{
    return m_page->value();
}

void ContentView::setPage(int page)
{
    m_page->setValue(page);
}

void ContentView::setMarks(const QList<QRectF> &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    layPicture();
}

void ContentView::markLines(const QList<int> &lines)
{
    m_lines = lines;
    layLines();
}

// A ground of its own, and a line under the words for who sees no colours.
void ContentView::layLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : std::as_const(m_lines)) {
        const QTextBlock block = m_text->document()->findBlockByNumber(line);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        mark.format.setBackground(m_theme.color(Role::WarningSurface));
        mark.format.setFontUnderline(true);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    m_text->setExtraSelections(marks);
}

void ContentView::scrollTo(int value)
{
    qobject_cast<QScrollArea *>(m_stack->widget(0))->verticalScrollBar()->setValue(value);
}

// A frame with a wash of its colour: seen by who sees no colours, and what is under it stays readable.
void ContentView::paintMarks(QPixmap &pixmap) const
{
    if (m_marks.isEmpty())
        return;
    QPainter painter(&pixmap);
    const QColor frame = m_theme.color(Role::Danger);
    QColor wash = frame;
    wash.setAlpha(28);
    const int line = qMax(2, qRound(2 * devicePixelRatioF()));
    painter.setPen(QPen(frame, line));
    painter.setBrush(wash);
    for (const QRectF &one : m_marks)
        painter.drawRect(QRectF(one.x() * pixmap.width(), one.y() * pixmap.height(), one.width() * pixmap.width(),
                                one.height() * pixmap.height())
                             .adjusted(-line, -line, line, line));
}

void ContentView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    layPicture();
}

} // namespace carriel::ui
