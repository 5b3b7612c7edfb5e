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

// How long what a list says of it counts.
QString listOf(const AnchorFacts &anchor, const QDateTime &now)
{
    if (!anchor.untilUtc.isValid())
        return {};
    const QString day = date(anchor.untilUtc.toLocalTime().date());
    if (anchor.untilUtc < now)
        return Tr::tr("Its list ended on %1: it is not used since. Import the list that is in force.").arg(day);
    return Tr::tr("Its list holds until %1.").arg(day);
}

} // namespace

QString anchorWords(const AnchorFacts &anchor, const QDateTime &now)
{
    const QDateTime end = anchor.certificate.notAfterUtc;
    const QString day = date(end.toLocalTime().date());
    QStringList lines{end < now                            ? Tr::tr("Ended on %1.").arg(day)
                            : end < now.addDays(anchorDaysAhead) ? Tr::tr("Ends soon, on %1.").arg(day)
                                                                 : Tr::tr("Valid until %1.").arg(day),
                            listOf(anchor, now), kindOf(anchor),
                            !anchor.known    ? Tr::tr("You do not trust it yet.")
                            : anchor.shipped ? Tr::tr("Comes with Carriel.")
                                             : Tr::tr("Imported by you.")};
    lines.removeAll(QString());
    return lines.join(QLatin1Char(' '));
}

QString listWords(const AnchorFacts &anchor)
{
    if (!anchor.accredited || anchor.known)
        return {};
    if (!anchor.listSigner)
        return Tr::tr("Nobody signed the list, so whom it calls accredited does not count.");
    if (!anchor.untilUtc.isValid())
        return Tr::tr("The list does not say until when it holds, so whom it calls accredited does not count.");
    const QString who = Tr::tr("The list was signed with the certificate of %1.").arg(neutral(anchor.listSigner->name)) + QLatin1Char(' ');
    if (anchor.listSignerKnown)
        return who + Tr::tr("An authority that this computer trusts confirms it.");
    return who + Tr::tr("Nobody confirms it: compare its fingerprint with the one that its publisher gave you. SHA-256 %1")
                     .arg(QString::fromLatin1(anchor.listSigner->sha256.toHex(' ')));
}

bool listMayAccredit(const AnchorFacts &anchor)
{
    return anchor.accredited && !anchor.known && anchor.listSigner && anchor.untilUtc.isValid();
}

} // namespace carriel::text
