// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyPage.h"

#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QLabel>

namespace carriel::ui {

QLabel *KeyPage::caption(const Theme &theme, const QString &words, QWidget *field)
{
    QLabel *label = theme.label(words, TypeRole::Body, field->parentWidget());
    label->setObjectName(field->objectName() + QLatin1String(".caption"));
    label->setBuddy(field);
    field->setAccessibleName(words);
    field->setMinimumHeight(space::target);
    return label;
}

} // namespace carriel::ui
