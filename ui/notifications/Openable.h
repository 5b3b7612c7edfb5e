// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// "Tell me when it can be opened": remembers the wish in the vault and says so once, when the operator is there and the
// sealed content too. It opens nothing. Thread: GUI.
#pragma once

#include "core/services/Session.h"

#include <QObject>
#include <QStringList>

namespace carriel::ui {

class Openable final : public QObject
{
    Q_OBJECT
public:
    // The one of this session; whoever can tell the person listens to it.
    static Openable *of(Session &session);

    // The operator can be asked now. Waiting for nobody's decision means that it does not answer.
    static bool reachable(const SyncStatus &status);
    static bool isWanted(const Session &session, const QString &id);
    static void want(Session &session, const QString &id, bool on);

Q_SIGNALS:
    void canBeOpened(const QString &id);

private:
    explicit Openable(Session &session);
    void look();

    Session &m_session;
    bool m_looking = false;
};

} // namespace carriel::ui
