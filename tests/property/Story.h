// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in one life, as data: made of one seed, written down, read again, and cut shorter when it fails.
#pragma once

#include "tests/support/sim/SimPort.h"

namespace carriel::property {

// One thing that somebody does. The numbers choose among what is there at that moment, so that a step still means something
// when others before it are left out.
struct Step {
    int client = 0;
    QByteArray verb;
    quint32 a = 0;
    quint32 b = 0;
    quint32 c = 0;
    int wait = 0; // milliseconds that pass afterwards
};

struct Story {
    quint64 seed = 0; // of delays, faults and contents
    int clients = 1;
    bool calm = false; // everybody comes to rest after each step: faults must make no difference
    sim::Faults faults;
    QList<Step> steps;

    QByteArray text() const;
    static Story fromText(const QByteArray &text);
};

enum class Kind {
    Usual,
    Unsettled // much is moved, destroyed and taken back, and the operator is put back from copies
};
Story storyOf(quint64 seed, Kind kind = Kind::Usual);

// The same failure told by fewer steps.
Story shrunk(const Story &story, const QByteArray &failure);

// Bytes that name themselves: each depends on the document, the version and its place.
QByteArray contentOf(quint64 document, int version, qsizetype size);

} // namespace carriel::property
