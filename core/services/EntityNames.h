// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the entries of the record about entities are about: the operator writes numbers, the vault knows which entity it was, what
// it sent, in which procedure, and what for documents were asked. Private to core/services. Thread: the connection's.
#pragma once

#include "core/services/Activity.h"
#include "core/vault/ActivityReader.h"
#include "core/vault/Database.h"

namespace carriel {

class EntityNames
{
public:
    explicit EntityNames(vault::Database &database) : m_database(database) {}
    // name, with, sent and procedure, of an entry about an entity, as far as they are known here.
    void fill(ActivityRecord &record, const vault::ActivityRow &row);

private:
    struct Known
    {
        QString what, who, sent, procedure;
    };
    Known sentBy(const QString &notification);
    Known askedBy(const QString &contribution);
    Known agreedTo(const QString &consent, const QString &procedure); // by either
    QString nameOf(const QString &entity);

    vault::Database &m_database;
    QHash<QString, Known> m_known; // asked for as they come: a record is long, and speaks of few acts
    std::optional<QHash<QString, QString>> m_names; // of the signed directory
};

} // namespace carriel
