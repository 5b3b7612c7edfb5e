// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One content of a document to be looked at beside another: a page of a PDF (drawn in the confined child), a picture, or
// text. Says so when there is nothing to show. Thread: GUI.
#pragma once

#include "ui/theme/Theme.h"
#include "ui/viewer/PreviewLoader.h"

#include <QFrame>
#include <functional>
#include <memory>

class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;

namespace carriel::ui {

class ContentView final : public QFrame
{
    Q_OBJECT
public:
    using Open = std::function<std::unique_ptr<QIODevice>()>; // null: not on this computer

    ContentView(const QString &name, Documents &documents, const Theme &theme, QWidget *parent);

    void show(const QString &title, const QString &mediaType, Open open);
    // In place of a content: why there is none.
    void showWords(const QString &title, const QString &words);
    void forget();

    // For showing two beside each other.
    int page() const;
    void setPage(int page);
    const QImage &image() const { return m_image; } // of the shown page; null while it is drawn, or for no picture
    void setMarks(const QList<QRectF> &marks);      // framed areas, in parts of the page; gone with the page
    void scrollTo(int value);
    void markLines(const QList<int> &lines); // of a text, from 0: what the other one has not; gone with it

Q_SIGNALS:
    void pageChanged(int page);
    void drawn();
    void scrolled(int value);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void load();
    void layPicture();
    void paintMarks(QPixmap &pixmap) const;
    void layLines();

    PreviewLoader m_loader;
    QString m_mediaType;
    Open m_open;
    QLabel *m_title;
    QWidget *m_pages;
    QSpinBox *m_page;
    QStackedWidget *m_stack;
    QLabel *m_picture;
    QPlainTextEdit *m_text;
    QLabel *m_words;
    QImage m_image;
    QList<QRectF> m_marks;
    QList<int> m_lines;
    const Theme &m_theme;
};

} // namespace carriel::ui
