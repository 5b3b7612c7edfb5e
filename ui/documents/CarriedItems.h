// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is dragged out of a list: the ids, for our own folders, and a promise of files for other programs. The files are
// written only when another program asks for them, that is at the drop.
#pragma once

#include "core/services/Values.h"

#include <QMimeData>
#include <functional>

namespace carriel::ui {

inline constexpr auto itemsMime = "application/x-carriel-items";

class CarriedItems final : public QMimeData
{
    Q_OBJECT
public:
    // `files` writes copies and names them; called at most once.
    CarriedItems(const QList<ItemId> &ids, std::function<QList<QUrl>()> files);

    bool hasFormat(const QString &mime) const override;
    QStringList formats() const override;

    static QList<ItemId> idsOf(const QMimeData *data); // empty if it is not ours

protected:
    QVariant retrieveData(const QString &mime, QMetaType type) const override;

private:
    std::function<QList<QUrl>()> m_files;
    mutable std::optional<QList<QUrl>> m_urls;
};

} // namespace carriel::ui
