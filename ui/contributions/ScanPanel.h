// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Scanning a paper now: which scanner, page after page, each seen before it is kept. Where there is none it says what else
// can be done. Thread: GUI.
#pragma once

#include "ui/contributions/Scanner.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace carriel::ui {

class ScanPanel final : public QWidget
{
    Q_OBJECT
public:
    ScanPanel(const Theme &theme, const QString &name, QWidget *parent);

    void begin(); // looks for scanners
    void end();   // without a trace of the pages

Q_SIGNALS:
    void scanned(const QByteArray &pdf);

private:
    void found(const QList<Scanner::Device> &devices);
    void scan();
    void came(const QImage &page, const QString &why);
    void update(const QString &words);

    Scanner m_scanner{this};
    QList<QImage> m_pages;
    QLabel *m_words, *m_seen;
    QComboBox *m_which;
    QPushButton *m_scan, *m_use, *m_search, *m_stop;
};

} // namespace carriel::ui
