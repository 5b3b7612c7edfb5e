// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person has to know of his own key and nobody can answer for him. Settings of the vault; empty: nothing.
#pragma once

#include <QString>

namespace carriel::sealed {

inline const QString madeHere = QStringLiteral("sealed.made"); // the halves of the last key that was made on this computer
inline const QString readyAt = QStringLiteral("sealed.ready-at"); // when the operator last named the keys that are here, and no others
inline const QString waitsAt = QStringLiteral("sealed.waits-at"); // when it last named keys, and this computer had none at all

namespace news {
inline const QString trouble = QStringLiteral("sealed.trouble");              // altered, started_over
inline const QString unproven = QStringLiteral("sealed.unproven");            // an earlier key was confirmed, the one in use is not
inline const QString madeElsewhere = QStringLiteral("sealed.made-elsewhere"); // number of a generation that another computer made
inline const QString identityDue = QStringLiteral("sealed.identity-due");     // the next generation waits for a proof of who he is
} // namespace news

} // namespace carriel::sealed
