// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// LEAME.txt of an evidence package: for whoever opens it without this program. Pure; thread-safe.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace carriel::evidence {

QByteArray guide();                   // UTF-8; of a notification
QByteArray guideOfGiven();            // of documents that were given to an entity
bool isGuide(QByteArrayView content); // one of these, or one that an earlier version wrote

} // namespace carriel::evidence
