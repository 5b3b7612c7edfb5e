// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What both wanted, field by field, in words. Thread: GUI.
#pragma once

#include "core/services/Conflicts.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QGridLayout;

namespace carriel::ui {

QString fieldName(const QString &key);                         // "Name", "Folder", "Note" …
QString fieldValue(const QString &key, const QString &stored); // "nothing" for an empty one

class FieldTable final : public QWidget
{
    Q_OBJECT
public:
    FieldTable(const Theme &theme, QWidget *parent);
    void show(const QList<ConflictField> &fields);

private:
    const Theme &m_theme;
    QGridLayout *m_grid;
};

} // namespace carriel::ui
