// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What entities ask of everybody, from the operator's catalogue: each with who asks and until when, found by words, and a
// button that begins the answer. Hidden while there is none. Thread: GUI.
#pragma once

#include "core/services/Contributions.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace carriel::ui {

class Card;
class Theme;

class PublishedList final : public QWidget
{
    Q_OBJECT
public:
    explicit PublishedList(const Theme &theme, QWidget *parent = nullptr);
    void show(const QList<RequestInfo> &all); // by entity and title
    void forget();

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void fill();

    const Theme &m_theme;
    QList<RequestInfo> m_all;
    Card *m_card;
    QLineEdit *m_words;
    QLabel *m_more;
    QWidget *m_rows = nullptr;
};

} // namespace carriel::ui
