// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The searches that were kept, offered under the search field as soon as somebody goes there and before anything is typed: who
// does not know where they were put finds them where searching begins. Typing or Esc takes the list away.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QObject>
#include <functional>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace carriel::ui {

class QuickSearches final : public QObject
{
    Q_OBJECT
public:
    QuickSearches(const Theme &theme, QLineEdit &field);

    std::function<QList<SavedSearch>()> searches; // asked each time the list is to be shown

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void offer();

    const Theme &m_theme;
    QLineEdit &m_field;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
};

} // namespace carriel::ui
