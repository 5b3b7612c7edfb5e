// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ChildEnvironment.h"

namespace carriel {

QProcessEnvironment childEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment small;
    small.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const QString &name : {QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral("ASAN_OPTIONS"), QStringLiteral("UBSAN_OPTIONS"),
                                QStringLiteral("TSAN_OPTIONS")}) {
        if (ours.contains(name))
            small.insert(name, ours.value(name));
    }
    return small;
}

} // namespace carriel
