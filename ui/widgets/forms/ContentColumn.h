// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What most pages are: one column of readable width that scrolls. Grows with the font, never wider than some 70 letters.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace carriel::ui {

class ContentColumn : public QScrollArea
{
    Q_OBJECT
public:
    // `name` is the object name, `letters` the greatest width in average letters.
    ContentColumn(const QString &name, int letters, QWidget *parent = nullptr);
    QVBoxLayout *column() const { return m_column; }
    void alignLeft(); // under a heading that does not scroll, at its edge

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    int m_letters;
    QWidget *m_inner;
    QVBoxLayout *m_column;
};

} // namespace carriel::ui
