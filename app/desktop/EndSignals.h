// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The system asks the program to end: logging out, shutting down, Ctrl+C (SIGTERM, SIGHUP, SIGINT). It is told in the event
// loop, so that what is half typed can be kept; the second time the program ends at once. Windows tells by closing the window.
// One object in a program. Thread: GUI.
#pragma once

#include <QObject>

namespace carriel::desktop {

class EndSignals final : public QObject
{
    Q_OBJECT
public:
    explicit EndSignals(QObject *parent = nullptr);

Q_SIGNALS:
    void endWanted();
};

} // namespace carriel::desktop
