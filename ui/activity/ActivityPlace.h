// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where an entry of the record leads: to the document, the notification, the procedure, the share that it is about. Thread: GUI.
#pragma once

#include "core/services/Activity.h"

#include <QVariantMap>

namespace carriel {
class Documents;
}

namespace carriel::ui {

struct ActivityPlace
{
    QString page; // empty: it leads nowhere
    QVariantMap args;
    bool gone = false; // it led to a document that is not in the folder any more
};

ActivityPlace placeOf(const ActivityRecord &record, const Documents &documents);

} // namespace carriel::ui
