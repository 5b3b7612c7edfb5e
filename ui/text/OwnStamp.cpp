// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/OwnStamp.h"

#include <QCoreApplication>

namespace carriel::text {

QString withoutOwnStamp(bool chosen)
{
    return chosen ? QCoreApplication::translate("OwnStamp",
                                                "The file has no time stamp of its own: your time-stamping authority did not "
                                                "answer. What is in it proves itself; save it again later to have one.")
                  : QCoreApplication::translate("OwnStamp",
                                                "The file has no time stamp of its own: no time-stamping authority is chosen "
                                                "in your settings. What is in it proves itself.");
}

} // namespace carriel::text
