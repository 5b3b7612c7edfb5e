// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that an entity asks for, and which of the person's documents to give for it: those that serve, each with a
// mark; another one from this computer. What serves is found here and told to nobody. Thread: GUI.
#pragma once

#include "core/services/Contributions.h"
#include "ui/shell/Page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace carriel::ui {

class AskedList final : public QWidget
{
    Q_OBJECT
public:
    AskedList(const PageContext &context, const AskedFor &asked, QWidget *parent);

    const AskedFor &asked() const { return m_asked; }
    QList<ItemId> chosen() const;
    bool satisfied() const;
    void refresh(); // what serves now; what is chosen stays chosen

Q_SIGNALS:
    void changed();

private:
    QWidget *buildActs();
    void fit();
    void marked(QListWidgetItem *item);
    void look();
    void addFile();
    void take(const QString &path);
    void giveType(const ItemId &id);
    void unmark(const ItemId &id);

    PageContext m_context;
    AskedFor m_asked;
    QString m_name;
    QListWidget *m_list;
    QLabel *m_none;
    QLineEdit *m_search; // where more serve than one looks through
    QPushButton *m_look;
    QPushButton *m_others; // any document, whatever type it has
    QLabel *m_typed, *m_sealed;
    QComboBox *m_type;
};

} // namespace carriel::ui
