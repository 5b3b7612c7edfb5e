// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Something that is not as it should be: what happened, to which document, what the program does next and when, and what
// the person can do. Thread: GUI.
#pragma once

#include "core/services/Session.h"
#include "ui/shell/Page.h"
#include "ui/theme/Tokens.h"

#include <QList>

namespace carriel::ui {

struct Matter {
    struct Verb {
        QString text;
        std::function<void()> act;
    };
    QString key;                    // the same key, the same words
    QString icon;
    Role role = Role::Danger;
    QString title;
    QString text;
    std::function<QString()> next;  // asked again every second: it may count down
    QString fact;                   // small: what was tried, how often, the code
    QList<Verb> verbs;              // the first is the one proposed
};

// Questions of the engine, then conflicts, then the connection, then each change that stopped.
QList<Matter> mattersOf(const PageContext &context);

} // namespace carriel::ui
