// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a page, the same on all: the way back where there is one, the title, words under it, and at the end of the line what
// belongs to the whole page. Its parts are named after the page: "share.back", "share.title".
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>
#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace carriel::ui {

class PageHead final : public QWidget
{
    Q_OBJECT
public:
    PageHead(const Theme &theme, const QString &page, const QString &title, QWidget *parent);

    // By its button and by Esc. `words` say where it leads; they name the button.
    QToolButton *addBack(const QString &words, std::function<void()> back);
    QLabel *title() const { return m_title; }
    void addWords(QLabel *words);
    void addAtEnd(QWidget *widget);

private:
    const Theme &m_theme;
    QString m_page;
    QHBoxLayout *m_row;
    QVBoxLayout *m_words;
    QLabel *m_title;
};

} // namespace carriel::ui
