// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about signatures in one place: verify a file, what is being signed or waits, what must be renewed, and the
// register of what was signed here. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"
#include "ui/theme/Tokens.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class Card;

class SignaturesPage final : public Page
{
    Q_OBJECT
public:
    SignaturesPage(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    struct Button
    {
        QString name, words;
        std::function<void()> act;
    };
    Card *section(const QString &name, const QString &title);
    void reload();
    void fillJobs();
    void fillEnding();
    void fillMade();
    void addRow(QVBoxLayout *column, const QString &name, const char *icon, Role role, const QString &title,
                const QString &words, const QList<Button> &buttons);
    void report(QFuture<Outcome> future);

    QTimer m_soon;
    QTimer m_tick;
    QWidget *m_choose;
    Card *m_jobs;
    Card *m_ended;
    QPushButton *m_clear;
    QVBoxLayout *m_jobRows;
    QVBoxLayout *m_endedRows;
    Card *m_ending;
    QVBoxLayout *m_endingRows;
    Card *m_made;
    QVBoxLayout *m_madeRows;
    int m_most = 50;
};

} // namespace carriel::ui
