// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document of an opened notification, looked at from memory: nothing of it is written to the disk, and no PDF is
// parsed in this process. Args: id, number. Thread: GUI.
#pragma once

#include "ui/shell/Page.h"

class QLabel;

namespace carriel::ui {

class ContentView;

class AttachmentPage final : public Page
{
    Q_OBJECT
public:
    AttachmentPage(const PageContext &context, QWidget *parent);

    void enter(const QVariantMap &args) override;
    void forget() override;

private:
    QString m_id, m_left; // m_left: shown when the folder was locked
    QLabel *m_title;
    ContentView *m_view;
};

} // namespace carriel::ui
