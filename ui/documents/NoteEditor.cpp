// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/NoteEditor.h"

namespace carriel::ui {

namespace {
constexpr int delay = 1'500;   // ms after the last letter
constexpr int longest = 5'000; // ms after the first
}

NoteEditor::NoteEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("note"));
    setTabChangesFocus(true);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!hasFocus())
            return;
        m_timer.start();
        if (!m_atLeast.isActive())
            m_atLeast.start(); // who writes without a pause is not to lose all of it
    });
    m_atLeast.setSingleShot(true);
    m_atLeast.setInterval(longest);
    connect(&m_timer, &QTimer::timeout, this, &NoteEditor::flush);
    connect(&m_atLeast, &QTimer::timeout, this, &NoteEditor::flush);
}

void NoteEditor::setNote(const QString &note, bool other)
{
    if (hasFocus() && !other)
        return;
    m_before = note;
    setPlainText(note);
    stop();
}

void NoteEditor::flush()
{
    if (!m_atLeast.isActive())
        return;
    m_timer.stop();
    m_atLeast.stop();
    Q_EMIT paused();
}

void NoteEditor::stop()
{
    m_timer.stop();
    m_atLeast.stop();
}

void NoteEditor::forget()
{
    clear();
    m_before.clear();
    stop();
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    stop();
    Q_EMIT left(m_before);
    m_before = toPlainText();
}

} // namespace carriel::ui
