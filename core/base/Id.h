// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers that cannot be mixed up: Id<ItemTag> is not Id<BlobTag>. On the wire and on disk: [A-Za-z0-9_-]{1,64}.
#pragma once

#include <QHashFunctions>
#include <QString>

namespace carriel {

template <typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

// True if `text` may stand as an id on the wire.
bool isWireId(QStringView text);

} // namespace carriel
