// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who has what of this folder, and by what right: one list of everything that was given or allowed and is in force. A
// further kind adds its lines in holdingsOf(). Thread: GUI.
#pragma once

#include "core/services/Values.h"

#include <QDateTime>

namespace carriel {
class Session;
}

namespace carriel::ui {

struct Holding
{
    enum class Kind { Contribution, Consent, Share };
    Kind kind = Kind::Contribution;
    QString id;         // of the contribution; of the consent, its procedure
    QString whoId, who; // the entity or person; empty: whoever has a link
    QString what;       // title of the procedure or request; of a share, what for
    QString number;     // filing number; empty: none
    QString retention;  // how long it said that it keeps it; empty: it did not
    QDateTime since;
    QDateTime until;  // of a share that is in force: its end
    int readings = 0; // of a share
    QString rejected; // of a contribution: why the entity does not accept it; what it took it has
    bool mayAsk = false; // of a share: whoever read it may be asked to erase the copies
    QString erasure;     // that it was asked, and what came back
    struct Document
    {
        ItemId item;
        QString name;
    };
    QList<Document> documents; // of a consent: none
};

// Newest first. Entities that never took what waits for them have nothing yet, and are not in it. A share is in it while it
// is in force, and afterwards if somebody has read it.
QList<Holding> holdingsOf(Session &session);

// By whom, or by document (what is about no document comes last under an empty name): heading and its lines.
struct HoldingGroup
{
    QString heading;
    QList<Holding> lines;
};
enum class GroupBy { Who, Document };
QList<HoldingGroup> grouped(const QList<Holding> &all, GroupBy by);

} // namespace carriel::ui
