// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/FindBar.h"

#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/FoldedText.h"
#include "ui/viewer/PdfView.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>

namespace carriel::ui {

namespace {
constexpr int afterTyping = 250; // ms
constexpr int mostInText = 5'000;
} // namespace

FindBar::FindBar(const Theme &theme, PdfView *pdf, QPlainTextEdit *text, QWidget *parent) : QWidget(parent), m_pdf(pdf), m_text(text)
{
    setObjectName(QStringLiteral("findBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setPlaceholderText(tr("Find in this document"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setMaxLength(200);
    m_field->setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    m_field->setMinimumHeight(space::target);
    row->addWidget(m_field, 1);
    const auto tool = [&](const char *icon, const QString &name, const QString &words, auto act) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setIcon(theme.icon(QString::fromLatin1(icon)));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_steps << tool("chevron-left", QStringLiteral("findPrevious"), tr("The one before (Shift+Enter)"), [this] { step(-1); });
    m_steps << tool("chevron-right", QStringLiteral("findNext"), tr("The next one (Enter)"), [this] { step(+1); });
    m_count = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setWordWrap(false);
    row->addWidget(m_count);
    row->addStretch(1);
    tool("x", QStringLiteral("findLeave"), tr("Stop looking (Esc)"), [this] { Q_EMIT left(); });
    m_typed.setSingleShot(true);
    m_typed.setInterval(afterTyping);
    connect(&m_typed, &QTimer::timeout, this, &FindBar::look);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typed.start(); });
    hide();
    drop();
}

void FindBar::lookIn(PdfPages::Open source)
{
    forget();
    m_source = std::move(source);
}

void FindBar::lookInText()
{
    forget();
}

void FindBar::begin()
{
    const bool came = isHidden();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (came && !m_field->text().isEmpty())
        look();
}

void FindBar::forget()
{
    m_typed.stop();
    drop();
    m_source = {};
    m_field->clear();
    m_typed.stop();
    hide();
}

void FindBar::drop()
{
    delete std::exchange(m_finder, nullptr);
    m_places.clear();
    m_current = -1;
    m_looking = false;
    m_pdf->clearMarks();
    m_text->setExtraSelections({});
    m_count->clear();
    for (QToolButton *button : std::as_const(m_steps))
        button->setEnabled(false);
}

void FindBar::look()
{
    drop();
    const QString words = m_field->text().trimmed();
    if (words.isEmpty())
        return;
    if (!m_source) {
        const QList<FoldedText::Match> matches = FoldedText(m_text->toPlainText()).find(words, mostInText);
        for (const FoldedText::Match &match : matches)
            m_places.append({0, match.start, match.length});
        showCurrent();
        return;
    }
    m_looking = true;
    m_finder = new PdfFinder(m_source, words, this);
    connect(m_finder, &PdfFinder::found, this, [this](int page, const QList<PdfFinder::Match> &matches) {
        m_pdf->setMarks(page, matches);
        for (int i = 0; i < int(matches.size()); ++i) {
            // Where one is reading, not at the beginning.
            if (m_current < 0 && page >= m_pdf->page())
                m_current = int(m_places.size());
            m_places.append({page, i, 0});
        }
        showCurrent();
    });
    connect(m_finder, &PdfFinder::finished, this, [this](bool whole) {
        m_looking = false;
        showCurrent();
        if (!whole && m_places.isEmpty())
            m_count->setText(tr("This document could not be looked through."));
    });
    showCurrent();
}

void FindBar::step(int by)
{
    if (m_typed.isActive()) { // Enter does not wait for the pause after typing
        m_typed.stop();
        look();
        return;
    }
    if (m_places.isEmpty())
        return;
    m_current = int((m_current + by + m_places.size()) % m_places.size());
    showCurrent();
}

void FindBar::showCurrent()
{
    for (QToolButton *button : std::as_const(m_steps))
        button->setEnabled(!m_places.isEmpty());
    if (m_places.isEmpty()) {
        m_count->setText(m_looking ? tr("Looking…") : tr("It is not in this document."));
    } else {
        if (m_current < 0 && !m_looking)
            m_current = 0;
        const int shown = qMax(0, m_current);
        const Place &place = m_places.at(shown);
        m_count->setText(tr("%1 of %2").arg(shown + 1).arg(m_places.size()));
        if (m_source) {
            m_pdf->showMark(place.page, place.at);
        } else {
            m_current = shown;
            QList<QTextEdit::ExtraSelection> marked;
            for (int i = 0; i < int(m_places.size()); ++i) {
                QTextCursor cursor(m_text->document());
                cursor.setPosition(m_places.at(i).at);
                cursor.setPosition(m_places.at(i).at + m_places.at(i).length, QTextCursor::KeepAnchor);
                QTextEdit::ExtraSelection one;
                one.cursor = cursor;
                one.format.setBackground(i == shown ? PdfView::currentMark : PdfView::otherMark);
                one.format.setForeground(Qt::black); // on those colours in every theme
                one.format.setFontUnderline(i == shown);
                marked.append(one);
            }
            m_text->setExtraSelections(marked);
            QTextCursor cursor(m_text->document());
            cursor.setPosition(place.at);
            m_text->setTextCursor(cursor);
            m_text->centerCursor();
        }
    }
    if (m_looking)
        return;
    QAccessibleEvent event(m_count, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        step(event->modifiers() & Qt::ShiftModifier ? -1 : +1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace carriel::ui
