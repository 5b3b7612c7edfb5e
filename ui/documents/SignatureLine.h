// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the signatures of a document are worth, in one line with a way to the whole answer; hidden for what cannot be signed. While it
// is not known yet its place is kept, so that nothing below moves under the hand. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;

namespace carriel::ui {

class SignatureLine final : public QWidget
{
    Q_OBJECT
public:
    SignatureLine(const PageContext &context, QWidget *parent);
    void show(const DocumentRow &row);
    void cannotBeRead(); // the file is damaged, or not what its name says

private:
    void fill();
    int wholeHeight() const;
    PageContext m_context;
    DocumentRow m_row;
    ItemId m_keptFor;   // its verdict came, or comes, while it is shown
    bool m_broken = false;
    QLabel *m_icon;
    QLabel *m_words;
    QLabel *m_more;
    QPushButton *m_see;
};

} // namespace carriel::ui
