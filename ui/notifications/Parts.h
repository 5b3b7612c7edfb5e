// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages about one notification are put together from. Thread: GUI.
#pragma once

#include "core/services/NotificationValues.h"
#include "ui/theme/Theme.h"

#include <QWidget>
#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class Card;

// The way back and the title, in one line.
QLabel *addHead(const Theme &theme, const QString &page, QWidget *parent, QVBoxLayout *column,
                std::function<void()> back);
// A card with a title; what belongs in it goes into its column.
Card *section(const Theme &theme, const QString &name, const QString &title, QWidget *parent);
QLabel *addLine(const Theme &theme, Card *card, const QString &name, const QString &words, Role role = Role::Text,
                TypeRole type = TypeRole::Body);
// "From:  Entidad de ejemplo", in two columns where there is room.
void addFact(const Theme &theme, Card *card, const QString &name, const QString &caption, const QString &words);
// An icon and a sentence.
void addMark(const Theme &theme, Card *card, const QString &name, const char *icon, Role role, const QString &words,
             TypeRole type = TypeRole::Body);
QPushButton *addButton(const Theme &theme, QWidget *bar, const QString &name, const char *icon, const QString &words,
                       QObject *context, std::function<void()> act);

} // namespace carriel::ui
