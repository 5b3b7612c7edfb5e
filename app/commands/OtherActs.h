// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What waits besides documents: shares and contributions that were decided here and have not arrived, and those that came
// back. Private to app/commands.
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>

class QObject;

namespace carriel {
class Documents;
}

namespace carriel::commands {

struct OtherActs
{
    QJsonObject json; // {"shares": {"waiting", "returned", "unseen"}, "contributions": {…}}
    QString words;    // whole lines; empty: nothing waits, and nothing came back lately
};

OtherActs otherActs(const Documents &documents);
// Sends what waits of them, as far as the operator answers, and goes on; where nothing waits nothing is asked.
void sendOtherActs(QObject *context, Documents &documents, const std::function<void()> &next);

} // namespace carriel::commands
