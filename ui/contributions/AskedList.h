// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that an entity asks for, and which of the person's documents to give for it: those that serve, each with a
// mark; another one from this computer. What serves is found here and told to nobody. Thread: GUI.
#pragma once

#include "core/services/Contributions.h"
#include "ui/shell/Page.h"

#include <QHash>
#include <QSet>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace carriel::ui {

class ScanPanel;

class AskedList final : public QWidget
{
    Q_OBJECT
public:
    AskedList(const PageContext &context, const AskedFor &asked, QWidget *parent);

    const AskedFor &asked() const { return m_asked; }
    QList<ItemId> chosen() const;
    QByteArray seen(const ItemId &id) const { return m_seen.value(id); } // digest of the content that was marked, and no other is given
    bool satisfied() const; // also by signatures, where they are asked for
    void refresh(); // what serves now; what is chosen stays chosen while it is what was marked

Q_SIGNALS:
    void changed();

private:
    QWidget *buildActs();
    void fit();
    QStringList lacking() const; // names of what is marked and has no signature, where one is asked for
    void tellLacking();
    void marked(QListWidgetItem *item);
    void look();
    void addFile();
    void take(const QString &path);
    void takeScanned(const QByteArray &pdf);
    void choose(const ItemId &id);
    void lookAtSignatures(const DocumentRow &row);
    void giveType(const ItemId &id);
    void unmark(const ItemId &id);
    QList<ItemId> letGo(); // of what is marked: what is not any more what was marked

    PageContext m_context;
    AskedFor m_asked;
    QString m_name;
    QListWidget *m_list;
    QLabel *m_none;
    QLineEdit *m_search; // where more serve than one looks through
    QPushButton *m_look, *m_sign;
    QLabel *m_unsigned;
    QPushButton *m_others; // any document, whatever type it has
    QLabel *m_typed, *m_sealed;
    QLabel *m_other; // what was marked is another one now: it is marked no longer, and it is said
    QHash<ItemId, QByteArray> m_seen;
    QStringList m_swapped; // names
    QComboBox *m_type;
    ScanPanel *m_scan;
    QSet<ItemId> m_lookedAt; // for their signatures
};

} // namespace carriel::ui
