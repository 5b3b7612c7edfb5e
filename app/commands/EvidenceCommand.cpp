// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// evidence export and verify: the proof of a notification or contribution as one file; checking one needs no account and no network.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Json.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/ContributionProof.h"
#include "core/evidence/proof/FileWeights.h"
#include "core/services/Contributions.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/FileEvidence.h"
#include "core/services/Notifications.h"
#include "core/services/Signing.h"
#include "core/signing/MappedFile.h"
#include "ui/text/ContributionWords.h"
#include "ui/text/EntityWords.h"
#include "ui/text/EvidenceAdvice.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/OwnStamp.h"
#include "ui/text/VerdictWords.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>

namespace carriel::commands {
namespace {

using namespace carriel::evidence;

QString said(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

const char *wordsOf(ProofVerdict verdict, const QList<Finding> &findings)
{
    // What --trust can settle.
    const auto open = [&findings](const char *defect) {
        return std::any_of(findings.begin(), findings.end(), [defect](const Finding &one) {
            return one.weight == Weight::Open && one.defect == QLatin1String(defect);
        });
    };
    const bool rests = open("unanchored") || open("no_key");
    switch (verdict) {
    case ProofVerdict::Good:
        return QT_TRANSLATE_NOOP("Commands", "The evidence holds.");
    case ProofVerdict::Unanchored:
        return rests ? QT_TRANSLATE_NOOP(
                           "Commands",
                           "Nothing speaks against the evidence, but it rests on a key that nobody here vouches for. "
                           "Name it with --trust.")
               : open("stamp_unanchored")
                   ? QT_TRANSLATE_NOOP("Commands",
                                       "Nothing speaks against the evidence, but its time stamps are by an authority "
                                       "that nobody here vouches for. Name the one that issued its certificate with "
                                       "--trust.")
                   : QT_TRANSLATE_NOOP("Commands",
                                         "Nothing speaks against the evidence, but it does not prove everything.");
    case ProofVerdict::Broken:
        break;
    }
    return QT_TRANSLATE_NOOP("Commands", "The evidence does not hold: it is not as it was made.");
}

// Above all that a file says which does not hold.
QString untrusted()
{
    return said(QT_TRANSLATE_NOOP("Commands", "What it says, which nobody can rely on:"));
}

// A person's number as people write it, as on every page; what else stands there is told as it is.
QString byWords(const QString &by)
{
    return by.startsWith(QLatin1String("co:")) ? text::personWords(by) : text::neutral(by);
}

QString nameOf(ProofVerdict verdict)
{
    return verdict == ProofVerdict::Good         ? QStringLiteral("good")
           : verdict == ProofVerdict::Unanchored ? QStringLiteral("unanchored")
                                                 : QStringLiteral("broken");
}

class Evidence final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return invocation().words.first() != QLatin1String("verify"); }

    void start() override
    {
        const QString what = invocation().words.first();
        if (what == QLatin1String("keys"))
            return keys();
        if (invocation().words.size() != 2)
            return fail(Error{carriel::errors::badWord, {{QStringLiteral("what"), what}}, {}});
        if (what == QLatin1String("verify"))
            verify();
        else if (what == QLatin1String("export"))
            write();
        else
            fail(Error{carriel::errors::badWord, {{QStringLiteral("what"), what}}, {}});
    }

private:
    void write()
    {
        const QString id = invocation().words.at(1);
        const QString target =
            absolutePath(invocation().options.value(QStringLiteral("output"), id + QLatin1String(".asice")));
        if (QFileInfo::exists(target) && !invocation().has(QStringLiteral("force")))
            return fail(Error{carriel::errors::fileThere, {{QStringLiteral("path"), target}}, {}});
        const QList<ContributionInfo> given = documents().contributions().list();
        const bool contribution =
            std::any_of(given.begin(), given.end(), [&id](const ContributionInfo &one) { return one.id == id; });
        then(contribution ? documents().contributions().exportProof(id, target)
                          : documents().notifications().exportEvidence(id, target),
             [this, id, target](const Outcome &written) {
                 if (!written)
                     return fail(written.error());
                 for (const NotificationEntry &one : documents().notifications().list()) {
                     if (one.id == id && one.step == NotificationStep::Sealed && one.accessedUtc.isValid())
                         note(said(QT_TRANSLATE_NOOP("Commands",
                                                     "It was opened on another computer and not read here, so its content "
                                                     "is not in the file, and the file does not prove everything. Read it "
                                                     "here (open %1) and export it again.")
                                       ).arg(id));
                 }
                 // Offline, or without an authority, it is written all the same; that it is so is said, not found out later.
                 const bool stamped = hasOwnStamp(target);
                 if (lacksOperatorStamp(target)) // what can be had by waiting
                     note(text::stampStillComing());
                 if (!stamped)
                     note(text::withoutOwnStamp(
                         !documents().signing().timestampAuthority().isEmpty()));
                 done({{QStringLiteral("id"), id}, {QStringLiteral("file"), target}, {QStringLiteral("stamped"), stamped}},
                      target);
             });
    }

    void keys()
    {
        if (invocation().has(QStringLiteral("forget")))
            return then(documents().notifications().forgetDirectoryKeys(), [this](const Outcome &done) {
                if (!done)
                    return fail(done.error());
                list();
            });
        list();
    }

    void list()
    {
        then(documents().notifications().directoryKeys(), [this](const Result<QStringList> &known) {
            if (!known)
                return fail(known.error());
            done({{QStringLiteral("keys"), QJsonArray::fromStringList(known.value())}}, known.value().join(u'\n'));
        });
    }

    // Keys that the verifier knows as the operator's, and certificates of authorities.
    Result<Anchors> anchors() const
    {
        Anchors out;
        CARRIEL_TRY(out.store, signing::TrustStore::shipped());
        for (const QString &one : invocation().every(QStringLiteral("trust")))
            CARRIEL_CHECK(addTrust(out, absolutePath(one)));
        return out;
    }

    void verify()
    {
        const auto known = anchors();
        auto file = signing::MappedFile::open(absolutePath(invocation().words.at(1)));
        if (!known) { // of the evidence nothing is said: the word after --trust names no one
            Command::tell(known.error());
            return finish(exits::usage);
        }
        if (!file)
            return fail(file.error());
        const auto given = checkContributionFile(file.value()->bytes(), known.value());
        if (given && given.value())
            return tell(*given.value());
        const auto checked = checkEvidence(file.value()->bytes(), known.value());
        if (!checked)
            return fail(checked.error());
        const ProofReport &report = checked.value().report;
        QJsonArray timeline;
        const EvidenceInfo info = evidenceInfo(checked.value().proof, report);
        QStringList lines{said(wordsOf(report.verdict, report.findings))};
        if (report.seal && report.verdict == ProofVerdict::Broken)
            lines.append(untrusted());
        if (report.seal)
            lines.append(
                QStringLiteral("%1 · %2").arg(text::entityWithNumber(report.entityName, report.seal->entity), text::neutral(report.seal->title)));
        if (!report.disputed.isEmpty())
            lines.append(text::disputeWords(info));
        if (const QString until = text::unopenedWords(info); !until.isEmpty())
            lines.append(until);
        for (const TimelineEntry &one : report.timeline) {
            timeline.append(QJsonObject{{QStringLiteral("seq"), one.seq},
                                        {QStringLiteral("event"), text::neutral(one.eventName)},
                                        {QStringLiteral("time"), utcText(one.happened)},
                                        {QStringLiteral("stamped"), utcText(one.stamped.value_or(QDateTime()))},
                                        {QStringLiteral("by"), text::neutral(one.by)}});
            lines.append(QStringLiteral("%1  %2  %3  %4")
                             .arg(one.seq, 3)
                             .arg(text::dateTimeWithZone(one.happened), text::eventWords(one.eventName), byWords(one.by))
                             .trimmed());
        }
        // That a record was taken from its end nothing in it can show.
        if (!report.timeline.isEmpty() && report.verdict != ProofVerdict::Broken && !unopenedUntil(report))
            lines.append(said(QT_TRANSLATE_NOOP("Commands", "It tells up to record %1, of %2, and nothing of what came after."))
                             .arg(report.timeline.last().seq)
                             .arg(text::dateTimeWithZone(report.timeline.last().happened)));
        const QJsonArray findings = findingsOf(report.findings, report.verdict, lines);
        const QJsonObject object{{QStringLiteral("verdict"), nameOf(report.verdict)},
                                 {QStringLiteral("state"), evidence::name(report.state)},
                                 {QStringLiteral("id"), report.seal ? report.seal->id : QString()},
                                 {QStringLiteral("entity"), report.seal ? report.seal->entity : QString()},
                                 {QStringLiteral("entity_name"), text::neutral(report.entityName)},
                                 {QStringLiteral("holder"), report.seal ? report.seal->holder : QString()},
                                 {QStringLiteral("title"), report.seal ? text::neutral(report.seal->title) : QString()},
                                 {QStringLiteral("content"), !checked.value().proof.content.isEmpty()},
                                 {QStringLiteral("unopened_until"),
                                  utcText(evidence::unopenedUntil(report).value_or(QDateTime()))},
                                 {QStringLiteral("disputed"), text::neutral(report.disputed)},
                                 {QStringLiteral("timeline"), timeline},
                                 {QStringLiteral("findings"), findings}};
        done(object, lines.join(u'\n'), exitOf(report.verdict));
    }

    static int exitOf(ProofVerdict verdict)
    {
        return verdict == ProofVerdict::Good         ? exits::done
               : verdict == ProofVerdict::Unanchored ? exits::indeterminate
                                                     : exits::failed;
    }

    static QJsonArray findingsOf(const QList<Finding> &list, ProofVerdict verdict, QStringList &lines)
    {
        QJsonArray out;
        for (const Finding &one : list) {
            const QString weight = one.weight == Weight::Broken ? QStringLiteral("broken")
                                   : one.weight == Weight::Open ? QStringLiteral("open")
                                                                : QStringLiteral("note");
            out.append(QJsonObject{{QStringLiteral("weight"), weight},
                                   {QStringLiteral("defect"), one.defect},
                                   {QStringLiteral("where"), text::neutral(one.where)}});
            const ProofState whole = verdict == ProofVerdict::Broken ? ProofState::Broken : ProofState::Good;
            const EvidenceFinding found{one.weight == Weight::Broken ? ProofState::Broken : ProofState::Unanchored,
                                        one.defect, one.where};
            lines.append(QStringLiteral("  %1 [%2]").arg(text::findingWords(found), one.defect));
            if (const QString advice = text::findingAdvice(found, whole); !advice.isEmpty())
                lines.append(QStringLiteral("    ") + advice);
        }
        return out;
    }

    // What was given to an entity, or could not be given.
    void tell(const ContributionReport &report)
    {
        QStringList lines{said(wordsOf(report.verdict, report.findings)),
                          QStringLiteral("%1 · %2").arg(text::entityWithNumber(report.entityName, report.entity), text::neutral(report.title))};
        if (report.verdict == ProofVerdict::Broken)
            lines.insert(1, untrusted());
        const auto until = unansweredUntil(report);
        if (until && report.verdict != ProofVerdict::Broken)
            lines.append(text::unansweredWords(*until));
        QJsonArray failures;
        for (const FailedTry &one : report.failure ? report.failure->tries : QList<FailedTry>()) {
            failures.append(QJsonObject{{QStringLiteral("step"), one.step},
                                        {QStringLiteral("outcome"), one.outcome},
                                        {QStringLiteral("status"), one.status > 0 ? QJsonValue(one.status) : QJsonValue()},
                                        {QStringLiteral("first"), utcText(one.first)},
                                        {QStringLiteral("last"), utcText(one.last)},
                                        {QStringLiteral("count"), one.count},
                                        {QStringLiteral("server_time"), utcText(one.serverTime)}});
            lines.append(text::failedAttempt({one.outcome, one.status, one.first, one.last, one.count, one.serverTime}));
        }
        if (!report.outcome.filingNumber.isEmpty())
            lines.append(said(QT_TRANSLATE_NOOP("Commands", "Filing number: %1"))
                             .arg(text::neutral(report.outcome.filingNumber)));
        const QJsonArray findings = findingsOf(report.findings, report.verdict, lines);
        done({{QStringLiteral("verdict"), nameOf(report.verdict)},
              {QStringLiteral("kind"), QStringLiteral("contribution")},
              {QStringLiteral("state"), report.outcome.state},
              {QStringLiteral("id"), report.id},
              {QStringLiteral("entity"), report.entity},
              {QStringLiteral("entity_name"), text::neutral(report.entityName)},
              {QStringLiteral("holder"), report.holder},
              {QStringLiteral("title"), text::neutral(report.title)},
              {QStringLiteral("filing_number"), text::neutral(report.outcome.filingNumber)},
              {QStringLiteral("unanswered_until"), utcText(until.value_or(QDateTime()))},
              {QStringLiteral("failures"), failures},
              {QStringLiteral("findings"), findings}},
             lines.join(u'\n'), exitOf(report.verdict));
    }
};

} // namespace

std::unique_ptr<Command> makeEvidenceCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("evidence"))
        return std::make_unique<Evidence>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
