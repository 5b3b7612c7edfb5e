// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Along which arrows of the engine's tables (OpMachine.h, BlobMachine.h) the lives went. That there are no others is
// tst_sync_machines' affair; here, that the lives know every one of them but those that Arrows.cpp names.
#pragma once

#include <QStringList>

namespace carriel::property {

struct Arrows
{
    int all = 0;
    int elsewhere = 0;     // of them, those that lives do not know: see Arrows.cpp
    qint64 leastOften = 0; // how often the rarest of the others was gone along
    QStringList never;     // those of the others that nobody went along
};

Arrows arrows();

} // namespace carriel::property
