// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/NoteEditor.h"

namespace carriel::ui {

namespace {
constexpr int delay = 1'500; // ms after the last letter
}

NoteEditor::NoteEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("note"));
    setTabChangesFocus(true);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (hasFocus())
            m_timer.start();
    });
    connect(&m_timer, &QTimer::timeout, this, &NoteEditor::paused);
}

void NoteEditor::setNote(const QString &note, bool other)
{
    if (hasFocus() && !other)
        return;
    m_before = note;
    setPlainText(note);
    m_timer.stop();
}

void NoteEditor::flush()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT paused();
}

void NoteEditor::forget()
{
    clear();
    m_before.clear();
    m_timer.stop();
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_timer.stop();
    Q_EMIT left(m_before);
    m_before = toPlainText();
}

} // namespace carriel::ui
