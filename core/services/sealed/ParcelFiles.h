// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Parcels on a disk: one file that is made or read whole, and the documents that come out of it. Blocking: not in the window's thread.
#pragma once

#include "core/services/sealed/Parcel.h"

#include <QStringList>

namespace carriel::sealed {

// For its owner alone, whole or not at all; what is there is replaced. fileWrite, those of wrapped().
Outcome parcelTo(const QString &path, const Parcel &parcel, const QString &code);
// fileRead, those of unwrapped().
Result<Parcel> parcelIn(const QString &path, const QString &code);
// Its documents, by names that any disk takes, whatever they were told to be: nothing leaves the folder, and nothing that is there is
// overwritten. Answers the paths. fileWrite.
Result<QStringList> savedTo(const QString &folder, const Parcel &parcel);

} // namespace carriel::sealed
