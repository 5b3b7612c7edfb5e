// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Actividad: what happened in this folder, newest first, by period, kind and words; whether the record is as it was
// written; the record as files. Thread: GUI.
#pragma once

#include "core/services/Activity.h"
#include "ui/shell/Page.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace carriel::ui {

class ActivityModel;
class Callout;
class PageRegistry;

class ActivityPage final : public Page
{
    Q_OBJECT
public:
    explicit ActivityPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildFilters();
    QWidget *buildList();
    QWidget *buildActs();
    bool filtered() const;
    void reload();
    void show(QList<ActivityRecord> records);
    void tellAlarm();
    void noteAlarm();
    void verify();
    void tellProof(const ActivityProof &proof);
    void exportRecord();

    QLineEdit *m_words;
    QComboBox *m_period;
    QComboBox *m_group;
    Callout *m_word; // of the check
    ActivityModel *m_model;
    QTreeView *m_list;
    QLabel *m_none;
    QPushButton *m_more;
    QPushButton *m_verify;
    QPushButton *m_export;
    QTimer m_soon;
    int m_most;
    int m_asked = 0; // the last search; an earlier one that answers later is not shown
};

void addActivityPages(PageRegistry &registry);

} // namespace carriel::ui
