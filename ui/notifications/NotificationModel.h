// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The notifications as the list shows them: what is to be opened, then the terms that run, then the rest; in each the
// one that ends first comes first. Thread: GUI.
#pragma once

#include "core/services/NotificationValues.h"

#include <QAbstractListModel>
#include <QHash>

namespace carriel::ui {

struct NotificationFilter
{
    enum class Show { All, ToOpen, Running, Opened, Closed };
    Show show = Show::All;
    QString entity;                   // an id; empty: all
    std::optional<QStringList> found; // ids that a search found; nothing: no search
};

class NotificationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        HeaderRole = Qt::UserRole, // the words of a heading; a row that has them is nothing else
        IdRole,
        StateRole,  // words
        WhoRole,    // entity · procedure · when it came; of two that look the same what tells them apart, too
        DueRole,    // words; may be empty
        UrgentRole, // the due day is near
    };
    explicit NotificationModel(QObject *parent) : QAbstractListModel(parent) {}

    void show(const QList<NotificationEntry> &all, const NotificationFilter &filter, QDate today);
    int shown() const { return m_shown; } // without headings
    int rowOf(const QString &id) const;   // -1: not in the list
    std::optional<NotificationEntry> at(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString dueWords(const NotificationEntry &one) const;
    QString whenWords(const NotificationEntry &one) const;
    struct Row
    {
        QString heading;
        NotificationEntry entry;
    };
    QList<Row> m_rows;
    QHash<QString, int> m_alike; // how many of this title and entity came on this day, or in this minute
    QDate m_today;
    int m_shown = 0;
};

} // namespace carriel::ui
