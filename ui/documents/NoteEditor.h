// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The note of one document: kept while it is being written, and one edit that can be undone when it is done with.
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace carriel::ui {

class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NoteEditor(QWidget *parent);

    // What is stored. While somebody writes, it is left alone, unless it is another document's.
    void setNote(const QString &note, bool other);
    void flush(); // paused() now, if something is not kept yet
    void forget();

Q_SIGNALS:
    void paused();                    // the last letter was some time ago
    void left(const QString &before); // the keyboard goes elsewhere; `before` is what the note was when it came

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    void stop();

    QString m_before;
    QTimer m_timer;
    QTimer m_atLeast;
};

} // namespace carriel::ui
