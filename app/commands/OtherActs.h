// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What waits besides documents: shares and contributions that were decided here and have not arrived, and those that came
// back. Private to app/commands.
#pragma once

#include <QJsonObject>
#include <QString>

namespace carriel {
class Documents;
}

namespace carriel::commands {

struct OtherActs
{
    QJsonObject json; // {"shares": {"waiting", "returned"}, "contributions": {…}}
    QString words;    // whole lines; empty: nothing waits, and nothing came back lately
};

OtherActs otherActs(const Documents &documents);

} // namespace carriel::commands
