// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+F in a document: what is typed is marked wherever it stands, and one goes from one place to the next. Thread: GUI.
#pragma once

#include "ui/viewer/PdfFinder.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace carriel::ui {

class PdfView;
class Theme;

class FindBar final : public QWidget
{
    Q_OBJECT
public:
    FindBar(const Theme &theme, PdfView *pdf, QPlainTextEdit *text, QWidget *parent);

    void lookIn(PdfPages::Open source); // a PDF
    void lookInText();
    void begin();  // comes, and takes the keyboard
    void forget(); // another document, or none: nothing found is kept

Q_SIGNALS:
    void left(); // the person has done with it

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    void step(int by);
    void showCurrent();
    void drop(); // what was found

    PdfView *m_pdf;
    QPlainTextEdit *m_text;
    QLineEdit *m_field;
    QLabel *m_count;
    QList<QToolButton *> m_steps;
    PdfPages::Open m_source; // null: the text is looked in
    PdfFinder *m_finder = nullptr;
    QTimer m_typed;
    struct Place {
        int page; // of a text: 0
        int at;   // which match of the page; of a text: where it begins
        int length;
    };
    QList<Place> m_places;
    int m_current = -1;
    bool m_looking = false;
};

} // namespace carriel::ui
