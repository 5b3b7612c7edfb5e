// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The act of signing, on one page from top to bottom: what is signed and what to know of it, with which key, how, what
// will happen, and one button that says it. Args: ids (texts); or resume (job ids), which asks for the key alone.
// Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"
#include "ui/viewer/PreviewLoader.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QRadioButton;

namespace carriel::ui {

class Callout;
class Card;
class ContentColumn;
class IdentityChooser;
class PlacePicker;
class SafeList;
class WaitingFor;

class SignPage final : public Page
{
    Q_OBJECT
public:
    SignPage(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Card *section(const QString &name, const QString &title);
    void buildHow(Card *card);
    void buildBox(Card *card);
    void buildVerb(ContentColumn *column);
    void inspect(const QList<ItemId> &ids);
    SignFormat format() const;
    void reset();  // all but the open key
    void follow(); // what the button says, and whether it may be pressed
    void loadPage();
    void sign();
    SignLevel level() const;

    QList<SafeToSign> m_documents;
    QStringList m_resume;
    int m_turn = 0;
    PreviewLoader m_loader;
    QLabel *m_title;
    ContentColumn *m_scroll;
    SafeList *m_safe;
    Card *m_what;
    Card *m_how;
    Card *m_boxCard;
    IdentityChooser *m_identity;
    WaitingFor *m_waiting;
    QComboBox *m_format;
    QLabel *m_formatWords;
    QComboBox *m_level;
    QLabel *m_levelWords;
    Callout *m_noAuthority;
    QLineEdit *m_reason;
    QLineEdit *m_place;
    QRadioButton *m_version;
    QRadioButton *m_separate;
    QCheckBox *m_visible;
    QWidget *m_boxes;
    QSpinBox *m_page;
    PlacePicker *m_picker;
    QLabel *m_where;
    QLabel *m_outcome;
    QPushButton *m_verb;
};

} // namespace carriel::ui
