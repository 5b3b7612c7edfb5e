// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/NameChooser.h"

#include <QRegularExpression>

namespace carriel::sync {

QString NameChooser::bucket(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

Outcome NameChooser::load(Reader &reader, const ItemId &parent, const ItemId &except)
{
    CARRIEL_TRY(const QList<ItemRow> siblings, reader.children(parent));
    for (const ItemRow &row : siblings) {
        if (row.local.state == ItemState::Active && row.id != except)
            add(row.local.name);
    }
    return {};
}

void NameChooser::add(const QString &name)
{
    m_taken[bucket(name)].append(name);
}

bool NameChooser::isFree(const QString &name) const
{
    const auto found = m_taken.constFind(bucket(name));
    return found == m_taken.constEnd() || std::none_of(found->begin(), found->end(), [&](const QString &other) {
               return m_rules.clash(name, other);
           });
}

QString NameChooser::choose(const QString &name)
{
    const QString fitted = m_rules.fitted(name);
    QString chosen = fitted;
    for (int number = 2; !isFree(chosen); ++number)
        chosen = m_rules.numbered(fitted, number);
    add(chosen);
    return chosen;
}

QString NameChooser::chooseOther(const QString &name)
{
    static const QRegularExpression tail(QStringLiteral(" \\((\\d{1,6})\\)$"));
    const SplitName parts = splitName(name);
    const QRegularExpressionMatch match = tail.match(parts.stem);
    int number = 2;
    QString plain = name;
    if (match.hasMatch()) {
        number = match.captured(1).toInt() + 1;
        plain = parts.stem.left(match.capturedStart()) + parts.suffix;
    }
    QString chosen = m_rules.numbered(plain, number);
    while (!isFree(chosen))
        chosen = m_rules.numbered(plain, ++number);
    add(chosen);
    return chosen;
}

} // namespace carriel::sync
