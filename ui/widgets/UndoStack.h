// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be taken back. Each step is done already when it is pushed; undoing and doing it again are asynchronous acts of
// the services, so nothing else is undone until one has ended. Thread: GUI.
#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <functional>

namespace carriel::ui {

struct UndoStep {
    QString text;                             // what was done, in the person's words: "Moved 3 documents"
    std::function<QFuture<Outcome>()> undo;
    std::function<QFuture<Outcome>()> redo;   // may be empty: then it cannot be done again
    QString undone = {};                      // what is the case once it was undone: "3 documents are back in “Salud”"
};

class UndoStack final : public QObject
{
    Q_OBJECT
public:
    explicit UndoStack(QObject *parent = nullptr) : QObject(parent) {}

    void push(UndoStep step);   // forgets what could be done again
    void undo();
    void redo();
    void clear();
    bool canUndo() const { return m_done > 0 && !m_busy; }
    bool canRedo() const { return m_done < m_steps.size() && !m_busy && m_steps.at(m_done).redo; }
    QString undoText() const { return m_done > 0 ? m_steps.at(m_done - 1).text : QString(); }

Q_SIGNALS:
    void changed();
    void undone(const QString &text, const QString &now); // now: the step's `undone`
    void redone(const QString &text);
    void nothingToUndo();
    void failed(const carriel::Error &error);

private:
    void run(const std::function<QFuture<Outcome>()> &act, int by);

    static constexpr int kept = 100;
    QList<UndoStep> m_steps;
    int m_done = 0;
    bool m_busy = false;
    int m_generation = 0; // clear() makes what still runs stale
};

} // namespace carriel::ui
