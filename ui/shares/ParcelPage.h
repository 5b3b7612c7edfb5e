// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents for somebody else in one encrypted file that opens with a code; no operator has a part in it. Args: ids, the documents and
// folders. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "core/services/sealed/Parcel.h"
#include "ui/shell/Page.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace carriel::ui {

class Callout;
class ContentColumn;

class ParcelPage final : public Page
{
    Q_OBJECT
public:
    explicit ParcelPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

    void makeAt(const QString &path); // where the person said

private:
    void gather(const QList<DocumentRow> &rows, const QString &above);
    void askWhere();
    void readNext(const QString &path, sealed::Parcel parcel); // one after the other, then the file
    void make(const QString &path, const sealed::Parcel &parcel);
    void made(const QString &path, const QString &code);
    void failed(const Error &error);

    ContentColumn *m_content;
    Callout *m_callout;
    QLabel *m_what, *m_codeWords, *m_code;
    QWidget *m_form;
    QPlainTextEdit *m_message;
    QPushButton *m_save, *m_show;
    QList<DocumentRow> m_rows; // documents alone, with the way to each as its name
    QString m_path;
    int m_turn = 0; // what was begun for other documents is dropped
};

} // namespace carriel::ui
