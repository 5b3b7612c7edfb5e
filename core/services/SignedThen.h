// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A signature beside a file may be of a version that the file no longer is. Then a finding says when that version was
// made.
#pragma once

#include "core/services/Verification.h"

namespace carriel {

inline constexpr QLatin1String signedThenFinding("what was signed is an older version: ");

// When the version was made that was signed, if the file that was compared is another by now; else invalid.
inline QDateTime signedThen(const CheckedFile &file)
{
    for (const QString &finding : file.findings) {
        if (finding.startsWith(signedThenFinding))
            return QDateTime::fromString(finding.mid(signedThenFinding.size()), Qt::ISODate).toUTC();
    }
    return {};
}

} // namespace carriel
