// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies out of the folder onto this computer, with progress and cancel. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QObject>

namespace carriel::ui {

class ProgressStrip;

class Exporting final : public QObject
{
    Q_OBJECT
public:
    Exporting(const PageContext &context, ProgressStrip &strip, QWidget *parent);

    // Asks where, by the system's dialog: a file name for one document, a folder for several. Folders go with what is in them.
    void ask(const QList<DocumentRow> &rows);
    void toFile(const DocumentRow &row, const QString &path);
    void toFolder(const QList<DocumentRow> &rows, const QString &folder);

Q_SIGNALS:
    void finished(int written);

private:
    struct Job {
        ItemId id;
        QString path;
        qint64 size = 0;
        QString name;
    };
    struct Run;
    void collect(const QList<DocumentRow> &rows, const QString &folder, QList<Job> &jobs, int depth) const;
    void start(QList<Job> jobs, const QString &where);
    void next(const std::shared_ptr<Run> &run);

    PageContext m_context;
    ProgressStrip &m_strip;
    QWidget *m_window;
};

} // namespace carriel::ui
