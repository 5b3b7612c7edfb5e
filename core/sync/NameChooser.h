// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a name that is free in a folder: "acta.pdf", "acta (2).pdf" … Sees the person's view: active siblings, local names.
#pragma once

#include "core/sync/Store.h"

#include <QHash>

namespace carriel::sync {

class NameChooser
{
public:
    explicit NameChooser(NameRules rules) : m_rules(std::move(rules)) {}

    // Learns the names in `parent`; `except` is the item to be named.
    Outcome load(Reader &reader, const ItemId &parent, const ItemId &except = {});
    void add(const QString &name);
    bool isFree(const QString &name) const;

    // `name` itself (fitted to the rules) if it is free, or with the first free number; and takes it.
    QString choose(const QString &name);
    // The next number, even if `name` looks free from here: the operator knows better.
    QString chooseOther(const QString &name);

private:
    static QString bucket(const QString &name);
    NameRules m_rules;
    QHash<QString, QStringList> m_taken; // by folded name, so that a folder of 10,000 stays quick
};

} // namespace carriel::sync
