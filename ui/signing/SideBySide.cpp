// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/SideBySide.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/signing/PageDifference.h"
#include "ui/theme/Space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
const QString pdf = QStringLiteral("application/pdf");
constexpr int smallWidth = 700; // device pixels; one letter is still seen
} // namespace

SideBySide::SideBySide(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_lookThen(context.session.documents()), m_lookNow(context.session.documents())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *bar = new QHBoxLayout;
    m_words = context.theme.label({}, TypeRole::Body, this);
    m_words->setObjectName(QStringLiteral("verify.differs"));
    bar->addWidget(m_words, 1);
    const auto button = [&](const QString &words, const char *icon, const char *name, int direction) {
        auto *made = new QPushButton(context.theme.icon(QString::fromLatin1(icon)), words, this);
        made->setObjectName(QStringLiteral("verify.") + QLatin1String(name));
        connect(made, &QPushButton::clicked, this, [this, direction] { step(direction); });
        bar->addWidget(made);
        return made;
    };
    m_back = button(tr("Previous page that differs"), "chevron-left", "differsBack", -1);
    m_next = button(tr("Next page that differs"), "chevron-right", "differsNext", 1);
    column->addLayout(bar);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::l);
    m_then = new ContentView(QStringLiteral("verify.then"), context.session.documents(), context.theme, this);
    m_now = new ContentView(QStringLiteral("verify.now"), context.session.documents(), context.theme, this);
    sides->addWidget(m_then, 1);
    sides->addWidget(m_now, 1);
    column->addLayout(sides, 1);
    // Always the same page of both, at the same height.
    connect(m_then, &ContentView::pageChanged, m_now, &ContentView::setPage);
    connect(m_now, &ContentView::pageChanged, m_then, &ContentView::setPage);
    connect(m_then, &ContentView::scrolled, m_now, &ContentView::scrollTo);
    connect(m_now, &ContentView::scrolled, m_then, &ContentView::scrollTo);
    for (ContentView *view : {m_then, m_now})
        connect(view, &ContentView::drawn, this, &SideBySide::mark);
    const auto looked = [this](std::optional<QImage> &side, const QImage &image) {
        side = image;
        searched();
    };
    connect(&m_lookThen, &PreviewLoader::picture, this, [=, this](const QImage &image) { looked(m_smallThen, image); });
    connect(&m_lookNow, &PreviewLoader::picture, this, [=, this](const QImage &image) { looked(m_smallNow, image); });
    connect(&m_lookThen, &PreviewLoader::none, this, [=, this] { looked(m_smallThen, {}); });
    connect(&m_lookNow, &PreviewLoader::none, this, [=, this] { looked(m_smallNow, {}); });
}

void SideBySide::show(const QString &thenTitle, ContentView::Open then, const QString &nowTitle, ContentView::Open now)
{
    forget();
    m_openThen = std::move(then);
    m_openNow = std::move(now);
    m_then->show(thenTitle, pdf, m_openThen);
    m_now->show(nowTitle, pdf, m_openNow);
    search(1);
}

void SideBySide::forget()
{
    m_lookThen.cancel();
    m_lookNow.cancel();
    m_then->forget();
    m_now->forget();
    m_openThen = m_openNow = {};
    m_differ.clear();
    m_ended = false;
    m_here = 0;
    m_page = 0;
    tell();
}

void SideBySide::mark()
{
    const QImage &before = m_then->image();
    const QImage &after = m_now->image();
    QList<QRectF> areas;
    const bool both = !before.isNull() && !after.isNull() && m_then->page() == m_now->page();
    if (both)
        areas = differingAreas(before, after);
    m_here = areas.size();
    m_then->setMarks(areas);
    m_now->setMarks(areas);
    tell();
}

void SideBySide::search(int page)
{
    m_page = page;
    m_smallThen.reset();
    m_smallNow.reset();
    auto then = m_openThen ? m_openThen() : nullptr;
    auto now = m_openNow ? m_openNow() : nullptr;
    if (page > mostPages || !then || !now) {
        m_ended = true;
        return tell();
    }
    m_lookThen.load(std::move(then), pdf, smallWidth, page);
    m_lookNow.load(std::move(now), pdf, smallWidth, page);
}

void SideBySide::searched()
{
    if (!m_smallThen || !m_smallNow)
        return;
    const QImage before = *m_smallThen;
    const QImage after = *m_smallNow;
    if (before.isNull() && after.isNull()) {
        m_ended = true; // the last page was the one before
        return tell();
    }
    if (before.isNull() || after.isNull() || !differingAreas(before, after).isEmpty())
        m_differ += m_page;
    tell();
    // Not from within: the loader is still telling.
    QMetaObject::invokeMethod(
        this, [this, next = m_page + 1] { search(next); }, Qt::QueuedConnection);
}

void SideBySide::step(int direction)
{
    const int at = m_then->page();
    int target = 0;
    for (int page : std::as_const(m_differ)) {
        if (direction < 0 && page < at)
            target = page;
        if (direction > 0 && page > at && target == 0)
            target = page;
    }
    if (target > 0)
        m_then->setPage(target);
}

void SideBySide::tell()
{
    QStringList pages;
    for (int page : std::as_const(m_differ))
        pages << QString::number(page);
    QString words;
    if (!pages.isEmpty())
        words = pages.size() == 1 ? tr("They look different on page %1.").arg(pages.first())
                                  : tr("They look different on the pages %1.").arg(pages.join(QStringLiteral(", ")));
    else if (m_ended && m_page <= 1)
        words = tr("The pages cannot be drawn here, so they were not compared.");
    else if (m_ended)
        words =
            tr("On the pages 1 to %1 nothing looks different. What stands in form fields and signature boxes is not "
               "drawn here.")
                .arg(m_page - 1);
    else if (m_page > 0)
        words = tr("Comparing page %1…").arg(m_page);
    if (m_here > 0)
        words += u' ' + tr("%n place(s) on this page, framed.", nullptr, int(m_here));
    m_words->setText(words.trimmed());
    const int at = m_then->page();
    m_back->setEnabled(!m_differ.isEmpty() && m_differ.first() < at);
    m_next->setEnabled(!m_differ.isEmpty() && m_differ.last() > at);
}

} // namespace carriel::ui
