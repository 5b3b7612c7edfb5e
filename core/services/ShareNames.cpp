// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ShareNames.h"

#include "core/services/ShareList.h"

namespace carriel {

namespace {
constexpr int mostNamed = 3; // documents; the rest is counted
}

void ShareNames::fill(ActivityRecord &record)
{
    if (record.erased || (!record.kind.startsWith(QLatin1String("act.share")) && !record.kind.startsWith(QLatin1String("share."))))
        return;
    const QString id = record.item.text();
    if (!m_known.contains(id)) {
        Known known;
        if (const auto row = vault::ShareStore(m_database).find(id).valueOr(std::nullopt)) {
            const ShareInfo share = shareInfoOf(*row, m_database);
            QStringList names;
            for (const ShareDocument &one : share.documents.mid(0, mostNamed))
                names += one.name;
            if (share.documents.size() > mostNamed)
                names += QStringLiteral("+ %1").arg(share.documents.size() - mostNamed);
            known = {names.join(QStringLiteral(", ")), share.personName.isEmpty() ? share.personId : share.personName};
        }
        m_known.insert(id, known);
    }
    const Known &known = m_known[id];
    if (known.what.isEmpty())
        return;
    record.name = known.what;
    record.with = known.with;
}

} // namespace carriel
