// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/FieldTable.h"

#include "ui/text/Format.h"
#include "ui/theme/Space.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

namespace carriel::ui {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ConflictFields)
};

} // namespace

QString fieldName(const QString &key)
{
    if (key == QLatin1String("name"))
        return Tr::tr("Name");
    if (key == QLatin1String("folder"))
        return Tr::tr("Folder");
    if (key == QLatin1String("state"))
        return Tr::tr("Place");
    if (key == QLatin1String("content"))
        return Tr::tr("Content");
    if (key == QLatin1String("note"))
        return Tr::tr("Note");
    if (key == QLatin1String("labels"))
        return Tr::tr("Labels");
    if (key == QLatin1String("favourite"))
        return Tr::tr("Favourite");
    if (key == QLatin1String("document_type"))
        return Tr::tr("Document type");
    if (key == QLatin1String("expires_on"))
        return Tr::tr("It expires");
    return key;
}

QString fieldValue(const QString &key, const QString &stored)
{
    if (key == QLatin1String("state")) {
        if (stored == QLatin1String("active"))
            return Tr::tr("in the folder");
        return stored == QLatin1String("trashed") ? Tr::tr("in the trash") : Tr::tr("deleted for ever");
    }
    if (key == QLatin1String("folder") && stored.isEmpty())
        return Tr::tr("Documents");
    if (stored.isEmpty())
        return Tr::tr("nothing");
    if (key == QLatin1String("expires_on")) {
        const QDate day = QDate::fromString(stored, Qt::ISODate);
        return day.isValid() ? text::dateLong(day) : stored;
    }
    if (stored == QLatin1String("true"))
        return Tr::tr("yes");
    return stored == QLatin1String("false") ? Tr::tr("no") : stored;
}

FieldTable::FieldTable(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("conflicts.fields"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::xl);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
}

void FieldTable::show(const QList<ConflictField> &fields)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto add = [&](int column, const QString &text, TypeRole type, Role role) {
        QLabel *label = m_theme.label(text, type, this, role);
        label->setObjectName(QStringLiteral("conflicts.field%1.%2").arg(row).arg(column));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(label, row, column, Qt::AlignTop);
    };
    add(1, Tr::tr("This computer"), TypeRole::Strong, Role::Text);
    add(2, Tr::tr("At your operator"), TypeRole::Strong, Role::Text);
    for (const ConflictField &field : fields) {
        ++row;
        add(0, fieldName(field.key), TypeRole::Body, Role::TextMuted);
        add(1, fieldValue(field.key, field.ours), TypeRole::Body, Role::Text);
        add(2, fieldValue(field.key, field.theirs), TypeRole::Body, Role::Text);
    }
}

} // namespace carriel::ui
