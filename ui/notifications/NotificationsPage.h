// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notificaciones: what came, by when it must be answered, from whom. Looking at this list opens nothing; the search
// reads opened ones alone. Thread: GUI.
#pragma once

#include "ui/shell/Page.h"

#include <QElapsedTimer>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace carriel::ui {

class Callout;
class EmptyState;
class NotificationModel;

class NotificationsPage final : public Page
{
    Q_OBJECT
public:
    NotificationsPage(const PageContext &context, QWidget *parent);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    QWidget *buildFilters();
    void reload();
    void showAlarm();
    void fillEntities(const QStringList &ids, const QStringList &names);
    void openCurrent(const QModelIndex &index);
    void watchOpenable();

    QLineEdit *m_search;
    QComboBox *m_show, *m_entity;
    QWidget *m_filters;
    QLabel *m_found;
    Callout *m_alarm; // about the operator
    QListView *m_list;
    NotificationModel *m_model;
    EmptyState *m_empty;
    QTimer m_soon;
    QElapsedTimer m_read;
    int m_pause = 0; // milliseconds between two readings, by how long the last one took
};

} // namespace carriel::ui
