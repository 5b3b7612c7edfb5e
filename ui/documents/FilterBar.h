// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Narrows the list: kind, label, favourites, issued ones, soon to expire; and the searches that were kept.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace carriel::ui {

class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setLabels(const QStringList &inUse);
    void setSavedSearches(const QList<SavedSearch> &searches);
    // Shows what the query narrows, without changed().
    void show(const DocumentQuery &query);
    void apply(DocumentQuery &query) const; // writes the filters into it
    bool active() const;
    void clear();

Q_SIGNALS:
    void changed();
    void savedChosen(const carriel::SavedSearch &search);
    void removeAsked(const QString &id);

private:
    QComboBox *m_kind;
    QComboBox *m_label;
    QComboBox *m_expires;
    QCheckBox *m_favourite;
    QCheckBox *m_official;
    QPushButton *m_clear;
    QComboBox *m_saved;
    QPushButton *m_forget;
    QList<SavedSearch> m_searches;
};

} // namespace carriel::ui
