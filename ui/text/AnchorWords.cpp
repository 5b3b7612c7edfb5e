// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/AnchorWords.h"

#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AnchorWords)
};

QString kindOf(const AnchorFacts &anchor)
{
    if (!anchor.accredited)
        return Tr::tr("Its signatures are firma electrónica.");
    if (!anchor.known) // whoever wrote the list says so
        return Tr::tr("The list calls it accredited (%1).").arg(neutral(anchor.source));
    return Tr::tr("Accredited, says %1: its signatures are firma digital.").arg(neutral(anchor.source));
}

} // namespace

QString anchorWords(const AnchorFacts &anchor, const QDateTime &now)
{
    const QDateTime end = anchor.certificate.notAfterUtc;
    const QString day = date(end.toLocalTime().date());
    const QStringList lines{end < now                            ? Tr::tr("Ended on %1.").arg(day)
                            : end < now.addDays(anchorDaysAhead) ? Tr::tr("Ends soon, on %1.").arg(day)
                                                                 : Tr::tr("Valid until %1.").arg(day),
                            kindOf(anchor),
                            !anchor.known    ? Tr::tr("You do not trust it yet.")
                            : anchor.shipped ? Tr::tr("Comes with Carriel.")
                                             : Tr::tr("Imported by you.")};
    return lines.join(QLatin1Char(' '));
}

} // namespace carriel::text
