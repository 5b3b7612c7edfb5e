// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/InsideWords.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(InsideWords)
};
} // namespace

QStringList insideLines(const InsideFolder &inside)
{
    QStringList out;
    if (inside.gone > 0)
        out << Tr::tr("Inside, your operator no longer has %n; what is on this computer was kept.", nullptr, inside.gone);
    if (inside.twofold > 0)
        out << Tr::tr("Inside, %n were changed here and elsewhere: say which one holds.", nullptr, inside.twofold);
    if (inside.stopped > 0)
        out << Tr::tr("Inside, something keeps %n from reaching your operator.", nullptr, inside.stopped);
    if (const int sent = inside.up + inside.waiting; sent > 0)
        out << Tr::tr("Inside, %n wait to go up to your operator. They are safe on this computer.", nullptr, sent);
    if (inside.down > 0)
        out << Tr::tr("Inside, %n are on their way to this computer.", nullptr, inside.down);
    return out;
}

} // namespace carriel::text
