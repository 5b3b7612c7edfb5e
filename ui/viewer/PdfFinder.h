// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a PDF some words stand. The confined child carriel-extract looks (no PDF is parsed in this process), one child for
// one search; whoever deletes this ends it. Thread: GUI; nothing blocks.
#pragma once

#include "ui/viewer/FindWire.h"
#include "ui/viewer/PdfPages.h"

#include <QRectF>

namespace carriel::ui {

class PdfFinder final : public QObject
{
    Q_OBJECT
public:
    using Match = QList<QRectF>; // in points from the upper left corner; one that goes over two lines has two

    PdfFinder(PdfPages::Open open, const QString &words, QObject *parent);
    ~PdfFinder() override;

Q_SIGNALS:
    void found(int page, const QList<carriel::ui::PdfFinder::Match> &matches); // pages come in order
    void finished(bool whole); // false: it could not be looked through to its end

private:
    void start(const QString &words);
    void feed();
    void read();
    void end(bool whole);

    PdfPages::Open m_open;
    QProcess *m_child = nullptr;
    std::unique_ptr<QIODevice> m_device; // while the child is being fed
    std::optional<wire::FoundOn> m_head; // has come, its marks not yet
    int m_last = -1;
    QTimer m_deadline;
};

} // namespace carriel::ui
