// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be signed, and what to know of each before: icon and words, and a way to look at it. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"

class QVBoxLayout;

namespace carriel::ui {

class SafeList final : public QWidget
{
    Q_OBJECT
public:
    SafeList(const PageContext &context, QWidget *parent);
    void show(const QList<SafeToSign> &documents);
    void showWords(const QString &words);

private:
    void clear();
    PageContext m_context;
    QVBoxLayout *m_column;
};

} // namespace carriel::ui
