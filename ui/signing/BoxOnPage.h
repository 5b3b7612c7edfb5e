// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a signature shows a box, on which page, and where on it; the page is shown. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"
#include "ui/viewer/PreviewLoader.h"

#include <QCheckBox>
#include <QTimer>

class QLabel;
class QSpinBox;

namespace carriel::ui {

class Callout;
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
    bool hidesText() const { return m_visible->isChecked() && m_over == BoxOver::Text; } // as far as is known yet

Q_SIGNALS:
    void changed(); // what the box hides

private:
    void loadPage();
    void ask();
    void answered(BoxOver over);
    void show(BoxOver over);
    bool proposeAnother(); // a place that hides nothing; false once all were tried

    Documents &m_documents;
    PreviewLoader m_loader;
    ItemId m_document; // empty: none yet
    QCheckBox *m_visible;
    QWidget *m_inner;
    QSpinBox *m_page;
    PlacePicker *m_picker;
    QLabel *m_where;
    Callout *m_warning;
    QTimer m_rest; // the box is asked about when it rests
    BoxOver m_over = BoxOver::Nothing;
    int m_turn = 0;
    bool m_placed = false; // by the person: then it stays
    bool m_proposing = false;
    int m_proposed = 0;
};

} // namespace carriel::ui
