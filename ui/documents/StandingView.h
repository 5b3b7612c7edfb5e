// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How a document, or a folder with all in it, stands between this computer and the operator: in words, what keeps it, when it is tried again, and the one
// thing that helps. Thread: GUI.
#pragma once

#include "core/services/Guard.h"
#include "core/services/Problems.h"
#include "ui/shell/Page.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace carriel::ui {

class StandingView final : public QWidget
{
    Q_OBJECT
public:
    StandingView(const PageContext &context, QWidget *parent);
    void show(const DocumentDetails &details);

Q_SIGNALS:
    void fetched(); // its content has come to this computer

private:
    void tick();
    QString problemWords(const QString &code) const;
    std::optional<MissingItem> lostContent() const;
    void act();

    PageContext m_context;
    DocumentRow m_row;
    std::optional<MissingItem> m_lost; // the operator shows it, and has not its content
    InsideFolder m_inside; // of a folder: what in it is not at rest
    QDateTime m_nextUtc;
    bool m_waits = false; // for the engine's next try
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_problem;
    QLabel *m_next;
    QPushButton *m_remedy;
    QPushButton *m_giveUp;
    QTimer m_second;
};

} // namespace carriel::ui
