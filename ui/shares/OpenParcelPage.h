// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted file that somebody made for this person: it opens with its code, and what is in it is kept in the folder, sealed, or saved
// on this computer. Args: path. Thread: GUI.
#pragma once

#include "core/services/sealed/Parcel.h"
#include "ui/shell/Page.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace carriel::ui {

class Callout;
class ContentColumn;

class OpenParcelPage final : public Page
{
    Q_OBJECT
public:
    explicit OpenParcelPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

    void saveTo(const QString &folder);

private:
    void choose(const QString &path);
    void askWhich();
    void askWhere();
    void open();
    void show(const sealed::Parcel &parcel);
    void keep();
    void look(); // which of it can be done

    ContentColumn *m_content;
    Callout *m_callout;
    QPushButton *m_choose;
    QLabel *m_file;
    QLineEdit *m_code;
    QPushButton *m_open;
    QLabel *m_what;
    QPushButton *m_keep, *m_save;
    QString m_path;
    sealed::Parcel m_parcel;
    int m_turn = 0;
};

} // namespace carriel::ui
