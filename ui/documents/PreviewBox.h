// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A look at a document: its first page, its picture or its first words, or in plain words why there is none and what shows it. The
// place of a picture is kept from the beginning, so that nothing below moves when it comes. Thread: GUI.
#pragma once

#include "ui/shell/Page.h"
#include "ui/viewer/PreviewLoader.h"

#include <QLabel>

namespace carriel::ui {

class PreviewBox final : public QLabel
{
    Q_OBJECT
public:
    PreviewBox(const PageContext &context, QWidget *parent);

    void look(const DocumentRow &row, int room); // room: the width of what it stands in
    void fit(int room);
    void forget();

Q_SIGNALS:
    void damaged(); // the file is not what its name says

private:
    void say(const QString &words);
    void sayWhyNot(PreviewLoader::Why why);

    Documents &m_documents;
    PreviewLoader m_loader;
    DocumentRow m_row;
    QImage m_picture;
    int m_room = 0;
    bool m_pictured = false; // a picture is expected
};

} // namespace carriel::ui
