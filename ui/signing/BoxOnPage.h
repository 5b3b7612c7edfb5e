// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a signature shows a box, on which page, and where on it; the page is shown. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"
#include "ui/viewer/PreviewLoader.h"

class QCheckBox;
class QLabel;
class QSpinBox;

namespace carriel::ui {

class PlacePicker;

class BoxOnPage final : public QWidget
{
    Q_OBJECT
public:
    BoxOnPage(const PageContext &context, QWidget *parent);

    void reset();
    void setDocument(const SafeToSign &document); // whose pages are shown
    void setLines(const QStringList &lines);      // what the box will say
    std::optional<SignBox> box() const;           // nothing: the signature is invisible

private:
    void loadPage();

    Documents &m_documents;
    PreviewLoader m_loader;
    ItemId m_document; // empty: none yet
    QCheckBox *m_visible;
    QWidget *m_inner;
    QSpinBox *m_page;
    PlacePicker *m_picker;
    QLabel *m_where;
};

} // namespace carriel::ui
