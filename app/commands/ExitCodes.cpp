// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ExitCodes.h"

#include <QStringList>

namespace carriel::commands {

int exitFor(const Error &error)
{
    const QString code = error.codeText();
    static const QStringList authentication{
        QStringLiteral("CAR-SVC-001"), QStringLiteral("CAR-SVC-003"), QStringLiteral("CAR-SVC-013"),
        QStringLiteral("CAR-VLT-001"), QStringLiteral("CAR-VLT-013"), QStringLiteral("CAR-VLT-014"),
        QStringLiteral("CAR-VLT-017"), QStringLiteral("CAR-CLI-005"), QStringLiteral("CAR-CLI-006"), QStringLiteral("CAR-CLI-010"), QStringLiteral("CAR-CLI-013"), QStringLiteral("CAR-CLI-014"), QStringLiteral("CAR-CRY-010"),
        QStringLiteral("CAR-SGN-008"), QStringLiteral("CAR-SGN-009"), QStringLiteral("CAR-SGN-022"), QStringLiteral("CAR-REM-009"), QStringLiteral("CAR-REM-010"), QStringLiteral("CAR-SGN-033"),
        QStringLiteral("CAR-REM-025"), QStringLiteral("CAR-NTF-017")};
    if (authentication.contains(code) || code.startsWith(QLatin1String("CAR-VLT-03")))
        return exits::authenticationNeeded;
    static const QStringList misspelt{
        QStringLiteral("CAR-CLI-001"), QStringLiteral("CAR-CLI-020"), QStringLiteral("CAR-CLI-021"), QStringLiteral("CAR-CLI-022"),
        QStringLiteral("CAR-CLI-023"), QStringLiteral("CAR-CLI-024"), QStringLiteral("CAR-CLI-025"),
        QStringLiteral("CAR-CLI-030"), QStringLiteral("CAR-CLI-031"), QStringLiteral("CAR-CLI-032"),
        QStringLiteral("CAR-CLI-033"), QStringLiteral("CAR-CLI-036"), QStringLiteral("CAR-SHR-011")};
    if (misspelt.contains(code))
        return exits::usage;
    if (code == QLatin1String("CAR-CLI-002") || code == QLatin1String("CAR-CLI-034") || code == QLatin1String("CAR-SVC-004"))
        return exits::nothingThere;
    return exits::failed;
}

} // namespace carriel::commands
