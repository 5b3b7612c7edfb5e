// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// evidence export and verify: the proof of a notification as one file; checking one needs no account and no network.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Json.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/Notifications.h"
#include "core/signing/MappedFile.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace carriel::commands {
namespace {

using namespace carriel::evidence;

QString said(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

const char *wordsOf(ProofVerdict verdict)
{
    switch (verdict) {
    case ProofVerdict::Good:
        return QT_TRANSLATE_NOOP("Commands", "The evidence holds.");
    case ProofVerdict::Unanchored:
        return QT_TRANSLATE_NOOP("Commands",
                                 "Nothing speaks against the evidence, but it rests on a key that nobody here vouches "
                                 "for. Name it with --trust.");
    case ProofVerdict::Broken:
        break;
    }
    return QT_TRANSLATE_NOOP("Commands", "The evidence does not hold: it is not as it was made.");
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
        then(documents().notifications().exportEvidence(id, target), [this, id, target](const Outcome &written) {
            if (!written)
                return fail(written.error());
            done({{QStringLiteral("id"), id}, {QStringLiteral("file"), target}}, target);
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
        if (!known || !file)
            return fail(!known ? known.error() : file.error());
        const auto checked = checkEvidence(file.value()->bytes(), known.value());
        if (!checked)
            return fail(checked.error());
        const ProofReport &report = checked.value().report;
        QJsonArray findings, timeline;
        QStringList lines{said(wordsOf(report.verdict))};
        if (report.seal)
            lines.append(
                QStringLiteral("%1 · %2").arg(text::neutral(report.entityName), text::neutral(report.seal->title)));
        for (const TimelineEntry &one : report.timeline) {
            timeline.append(QJsonObject{{QStringLiteral("seq"), one.seq},
                                        {QStringLiteral("event"), text::neutral(one.eventName)},
                                        {QStringLiteral("time"), utcText(one.happened)},
                                        {QStringLiteral("stamped"), utcText(one.stamped.value_or(QDateTime()))},
                                        {QStringLiteral("by"), text::neutral(one.by)}});
            lines.append(QStringLiteral("%1  %2  %3  %4")
                             .arg(one.seq, 3)
                             .arg(utcText(one.happened), text::eventWords(one.eventName), text::neutral(one.by))
                             .trimmed());
        }
        for (const Finding &one : report.findings) {
            const QString weight = one.weight == Weight::Broken ? QStringLiteral("broken")
                                   : one.weight == Weight::Open ? QStringLiteral("open")
                                                                : QStringLiteral("note");
            findings.append(QJsonObject{{QStringLiteral("weight"), weight},
                                        {QStringLiteral("defect"), one.defect},
                                        {QStringLiteral("where"), text::neutral(one.where)}});
            const EvidenceFinding found{one.weight == Weight::Broken ? ProofState::Broken : ProofState::Unanchored,
                                        one.defect, one.where};
            lines.append(QStringLiteral("  %1 [%2]").arg(text::findingWords(found), one.defect));
        }
        const QJsonObject object{{QStringLiteral("verdict"), nameOf(report.verdict)},
                                 {QStringLiteral("state"), evidence::name(report.state)},
                                 {QStringLiteral("id"), report.seal ? report.seal->id : QString()},
                                 {QStringLiteral("entity"), report.seal ? report.seal->entity : QString()},
                                 {QStringLiteral("entity_name"), text::neutral(report.entityName)},
                                 {QStringLiteral("holder"), report.seal ? report.seal->holder : QString()},
                                 {QStringLiteral("title"), report.seal ? text::neutral(report.seal->title) : QString()},
                                 {QStringLiteral("content"), !checked.value().proof.content.isEmpty()},
                                 {QStringLiteral("timeline"), timeline},
                                 {QStringLiteral("findings"), findings}};
        const int code = report.verdict == ProofVerdict::Good         ? exits::done
                         : report.verdict == ProofVerdict::Unanchored ? exits::indeterminate
                                                                      : exits::failed;
        done(object, lines.join(u'\n'), code);
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
