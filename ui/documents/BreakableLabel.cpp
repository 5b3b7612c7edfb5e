// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/BreakableLabel.h"

#include <QLabel>

namespace carriel::ui {

namespace {

// A long name without spaces may be broken anywhere; otherwise it would make the pane wider than its view.
QString breakable(const QString &text)
{
    constexpr int longest = 18; // letters that stand together in a narrow pane
    QString out;
    int together = 0;
    for (const QChar c : text) {
        together = c.isSpace() || c == u'-' ? 0 : together + 1;
        if (together > longest && !c.isLowSurrogate() && !c.isMark()) {
            out += QChar(0x200B); // a place to break, of no width
            together = 1;
        }
        out += c;
    }
    return out;
}

} // namespace

void setBreakable(QLabel *label, const QString &text)
{
    const QString shown = breakable(text);
    label->setText(shown);
    label->setAccessibleName(shown == text ? QString() : text);
    // Nobody shall carry away the marks of breaking.
    label->setTextInteractionFlags(shown == text ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
}

} // namespace carriel::ui
