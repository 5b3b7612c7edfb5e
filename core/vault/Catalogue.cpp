// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Catalogue.h"

#include "core/vault/VaultErrors.h"
#include "core/vault/WholePages.h"

#include <QStringList>

namespace carriel::vault {

Outcome catalogueReads(Database &db)
{
    const Strictly strictly(db);
    // Contents, their words and the index of these have errors of their own, said by who opens or searches them.
    Statement tables = db.query("SELECT name FROM sqlite_schema WHERE type='table' AND rootpage>0 AND name NOT LIKE 'sqlite_%' AND "
                                "name NOT LIKE '%_fts%' AND name NOT IN('chunk','document_text','notification_part')");
    QStringList names;
    for (;;) {
        CARRIEL_TRY(const bool found, tables.next());
        if (!found)
            break;
        names.append(tables.text(0));
    }
    for (const QString &name : std::as_const(names)) {
        // With its indexes, and the pages that a long row runs over into. A PRAGMA takes no parameter.
        Statement check = db.query(QStringLiteral("PRAGMA quick_check('%1')").arg(name).toStdString());
        CARRIEL_TRY(const bool found, check.next());
        if (const QString said = found ? check.text(0) : QString(); said != u"ok")
            return Error{errors::damaged, {{QStringLiteral("path"), db.path()}}, name + QStringLiteral(": ") + said};
    }
    return {};
}

} // namespace carriel::vault
