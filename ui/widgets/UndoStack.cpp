// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/UndoStack.h"

namespace carriel::ui {

void UndoStack::push(UndoStep step)
{
    if (m_busy) { // what is being undone is found by its place: nothing may be put there meanwhile
        connect(
            this, &UndoStack::changed, this,
            [this, step = std::move(step), generation = m_generation] {
                if (generation == m_generation)
                    push(step);
            },
            Qt::SingleShotConnection);
        return;
    }
    m_steps.erase(m_steps.begin() + m_done, m_steps.end());
    m_steps.append(std::move(step));
    if (m_steps.size() > kept)
        m_steps.removeFirst();
    m_done = int(m_steps.size());
    Q_EMIT changed();
}

void UndoStack::undo()
{
    if (canUndo())
        run(m_steps.at(m_done - 1).undo, -1);
    else if (!m_busy)
        Q_EMIT nothingToUndo();
}

void UndoStack::redo()
{
    if (canRedo())
        run(m_steps.at(m_done).redo, +1);
}

void UndoStack::clear()
{
    m_steps.clear();
    m_done = 0;
    m_busy = false;
    ++m_generation;
    Q_EMIT changed();
}

void UndoStack::run(const std::function<QFuture<Outcome>()> &act, int by)
{
    m_busy = true;
    Q_EMIT changed();
    act().then(this, [this, by, generation = m_generation](const Outcome &outcome) {
        if (generation != m_generation)
            return;
        m_busy = false;
        if (outcome.ok()) {
            const UndoStep step = m_steps.at(by < 0 ? m_done - 1 : m_done);
            m_done += by;
            by < 0 ? Q_EMIT undone(step.text, step.undone) : Q_EMIT redone(step.text);
        } else {
            Q_EMIT failed(outcome.error());
        }
        Q_EMIT changed();
    });
}

} // namespace carriel::ui
