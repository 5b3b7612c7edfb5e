// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SigningWords.h"

#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/SafetyWords.h"

#include <QCoreApplication>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Signing)
};

} // namespace

QString findingWords(const SafetyFinding &finding)
{
    if (finding.kind == QLatin1String("bad_signature"))
        return Tr::tr("It has a signature that does not hold. Look at it before you sign.");
    return safetyWords(finding.kind, finding.count);
}

QString levelTitle(SignLevel level)
{
    switch (level) {
    case SignLevel::B:
        return Tr::tr("Signature alone");
    case SignLevel::T:
        return Tr::tr("With timestamp");
    case SignLevel::LT:
        return Tr::tr("With timestamp and proofs");
    case SignLevel::LTA:
        break;
    }
    return Tr::tr("For the archive");
}

QString formatTitle(SignFormat format)
{
    switch (format) {
    case SignFormat::Asice:
        return Tr::tr("Everything in a container (.asice)");
    case SignFormat::Cades:
        return Tr::tr("In a file beside each document (.p7s)");
    case SignFormat::Choose:
    case SignFormat::Pades:
        break;
    }
    return Tr::tr("Inside a PDF; any other file in a container");
}

QString formatMeaning(SignFormat format)
{
    switch (format) {
    case SignFormat::Asice:
        return Tr::tr("The document and its signature travel together in one file. Who receives it opens it with a "
                      "program for signed containers.");
    case SignFormat::Cades:
        return Tr::tr("The document stays as it is. Send both files together: one proves nothing without the other.");
    case SignFormat::Choose:
    case SignFormat::Pades:
        break;
    }
    return Tr::tr("What most people expect. A signed PDF still opens in every program.");
}

QString levelMeaning(SignLevel level)
{
    switch (level) {
    case SignLevel::B:
        return Tr::tr("Works without a network. Nobody certifies the date, and it is hard to prove once your "
                      "certificate has ended.");
    case SignLevel::T:
        return Tr::tr(
            "A timestamp authority certifies that it existed then. Without a network it waits for its timestamp.");
    case SignLevel::LT:
        return Tr::tr("Besides, the proof that your certificate was valid is kept inside, so that it can be shown "
                      "later without asking anybody.");
    case SignLevel::LTA:
        break;
    }
    return Tr::tr("Besides, all of that is sealed with an archive timestamp that can be renewed, for papers that must "
                  "last for many years.");
}

QString jobWords(const SignJob &job, const QDateTime &nowUtc)
{
    const Words words = job.problem.isEmpty() ? Words() : wordsFor(job.problem, job.problemParams);
    const QString why = job.problem.isEmpty() ? QString() : words.paragraph();
    switch (job.state) {
    case SignState::Waits:
        return Tr::tr("Waits for its turn.");
    case SignState::NeedsKey:
        return Tr::tr("Not signed yet: the program ended, or the key was closed. Choose your identity to go on.");
    case SignState::Works:
        return job.renewal ? Tr::tr("Its proofs are being added…") : Tr::tr("It is being signed…");
    case SignState::Unstamped: {
        const qint64 seconds = job.nextTryUtc.isValid() ? nowUtc.secsTo(job.nextTryUtc) : 0;
        // What was reached is written: that nothing was is not so here.
        const bool stamped = !job.renewal && job.reached && *job.reached != SignLevel::B;
        const QString first = job.renewal ? Tr::tr("Waits for its archive timestamp.")
                              : stamped   ? Tr::tr("Signed, with its timestamp; waits for the proofs that the certificates held.")
                                          : Tr::tr("Signed; waits for its timestamp.");
        const QString next = seconds > 0 ? Tr::tr("The next try is in %1.").arg(duration(seconds)) : QString();
        // What to do about it is on the buttons: it is signed, and tried again by itself.
        return QStringList{first, words.title, stamped ? QString() : words.meaning, next}.join(QLatin1Char(' ')).simplified();
    }
    case SignState::Done:
        if (!job.renewal && job.reached == SignLevel::LTA && job.level != SignLevel::LTA)
            return Tr::tr("Signed. Its timestamp came later and seals the whole document, as for the archive.");
        return job.renewal ? Tr::tr("Its proofs were renewed.") : Tr::tr("Signed.");
    case SignState::Failed:
        return why.isEmpty() ? Tr::tr("It was not signed.") : why;
    case SignState::GivenUp:
        if (!job.renewal && !job.result.isEmpty())
            return Tr::tr("Signed; you left it without what it waited for.");
        break;
    }
    return Tr::tr("Given up; nothing was changed.");
}

} // namespace carriel::text
