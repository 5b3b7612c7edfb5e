// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What `status` and `sync` say however well documents come and go: an operator whose record of activity does not continue
// what it was, and a sealed notification whose bytes it hands out are not the sealed ones.
#pragma once

#include "core/base/Error.h"

#include <QList>

namespace carriel {
class Documents;
}

namespace carriel::commands {

QList<Error> alarms(Documents &documents);
// What the operator lacks, and how much it showed to have when it was asked last.
QString missingText(Documents &documents);
// That an alarm of the record was taken note of, which ends its being called out and not what it says.
QString notedText(Documents &documents);

} // namespace carriel::commands
