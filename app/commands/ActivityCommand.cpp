// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// activity: what was done with the folder, whether the record of it is as it was written, and the record as files.
// stats: how often, month by month.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Json.h"
#include "app/commands/MomentColumn.h"
#include "core/services/Activity.h"
#include "ui/text/ActivityWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/VerdictWords.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace carriel::commands {
namespace {

constexpr int mostShown = 200;

QString said(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

class ActivityCommand : public Command
{
public:
    using Command::Command;

protected:
    QString option(const char *name) const { return invocation().options.value(QString::fromLatin1(name)); }

    // Days of this computer's calendar; --until is the last day that counts.
    Result<ActivityQuery> query() const
    {
        ActivityQuery out;
        if (const QString kind = option("kind"); !kind.isEmpty()) {
            const QList<text::ActivityGroup> groups = text::activityGroups();
            const auto group = std::find_if(groups.begin(), groups.end(),
                                            [&kind](const text::ActivityGroup &one) { return one.id == kind; });
            out.kinds = group != groups.end() ? group->kinds : QStringList{kind};
            if (group == groups.end() && !kind.endsWith(u'.') && text::activityKind(kind) == kind)
                return Error{
                    errors::badWord,
                    {{QStringLiteral("what"), QString(QStringLiteral("--kind ") + kind)},
                     {QStringLiteral("usage"), QString(invocation().command + QStringLiteral(" --kind signed"))}},
                    {}};
        }
        for (const char *name : {"since", "until"}) {
            if (option(name).isEmpty())
                continue;
            const QDate day = QDate::fromString(option(name), Qt::ISODate);
            if (!day.isValid())
                return Error{
                    errors::badWord,
                    {{QStringLiteral("what"), QString(u"--" + QLatin1String(name) + u' ' + option(name))},
                     {QStringLiteral("usage"), QString(invocation().command + QStringLiteral(" --since 2026-01-31"))}},
                    {}};
            if (QLatin1String(name) == QLatin1String("since"))
                out.since = day.startOfDay().toUTC();
            else
                out.until = day.addDays(1).startOfDay().toUTC();
        }
        return out;
    }
};

class Records final : public ActivityCommand
{
public:
    using ActivityCommand::ActivityCommand;
    bool needsOpenVault() const override { return what() != QLatin1String("verify") || invocation().words.size() < 2; }

    void start() override
    {
        if (what().isEmpty())
            list();
        else if (what() == QLatin1String("verify"))
            verify();
        else if (what() == QLatin1String("export"))
            write();
        else if (what() == QLatin1String("noted"))
            noted();
        else
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), what()},
                        {QStringLiteral("usage"), QStringLiteral("activity [verify [FOLDER…] | export FOLDER | noted]")}},
                       {}});
    }

private:
    QString what() const { return invocation().words.value(0); }

    void list()
    {
        const auto asked = query();
        if (!asked.ok())
            return fail(asked.error());
        bool isNumber = true;
        const int most = option("most").isEmpty() ? mostShown : option("most").toInt(&isNumber);
        if (!isNumber || most < 1)
            return fail(Error{errors::badWord,
                              {{QStringLiteral("what"), QString(QStringLiteral("--most ") + option("most"))},
                               {QStringLiteral("usage"), QStringLiteral("activity --most 200")}},
                              {}});
        ActivityQuery query = asked.value();
        query.fits = [contains = option("contains")](const ActivityRecord &one) {
            return text::activityWords(one).contains(contains, Qt::CaseInsensitive);
        };
        then(documents().activity().search(query, most),
             [this](const Result<QList<ActivityRecord>> &found) { found ? show(found.value()) : fail(found.error()); });
    }

    void show(const QList<ActivityRecord> &records)
    {
        QJsonArray items;
        QString text;
        for (const ActivityRecord &one : records) {
            const QString words = text::activityWords(one);
            items += QJsonObject{{QStringLiteral("log"), one.log},
                                 {QStringLiteral("seq"), one.seq},
                                 {QStringLiteral("at"), utcText(one.whenUtc)},
                                 {QStringLiteral("kind"), one.kind},
                                 {QStringLiteral("item"), one.item.text()},
                                 {QStringLiteral("name"), one.name},
                                 {QStringLiteral("before"), one.before},
                                 {QStringLiteral("with"), one.with},
                                 {QStringLiteral("erased"), one.erased},
                                 {QStringLiteral("words"), words}};
        }
        for (const ActivityRecord &one : joined(records)) // for people, an act is one line; --json has both records of it
            text += moment(text::colombianDateTime(one.whenUtc)) + QStringLiteral("  ") + onOneLine(text::activityLine(one)) + u'\n';
        if (items.isEmpty())
            note(said(QT_TRANSLATE_NOOP("Commands", "Nothing found.")));
        listed(items, text);
    }

    void verify()
    {
        if (invocation().words.size() < 2)
            return then(documents().activity().verify(), [this](const Result<ActivityProof> &proof) { answer(proof); });
        QStringList folders, trust;
        for (const QString &one : invocation().words.mid(1))
            folders += absolutePath(one);
        for (const QString &one : invocation().every(QStringLiteral("trust")))
            trust += absolutePath(one);
        answer(Activity::verifyFolders(folders, trust));
    }

    void answer(const Result<ActivityProof> &checked)
    {
        if (!checked.ok())
            return fail(checked.error());
        const ActivityProof &proof = checked.value();
        const qint64 loose = proof.records - proof.anchored;
        const bool ofFiles = invocation().words.size() > 1;
        const bool altered = !proof.faults.isEmpty();
        // What nobody can vouch for, or is empty, proves nothing.
        const bool open = loose > 0 || proof.behind > 0 || (ofFiles && (!proof.vouched || !proof.sealed || proof.records == 0));
        QString text;
        for (const ActivityFault &one : proof.faults)
            text += said(QT_TRANSLATE_NOOP("Commands", "The record was changed: %1.")).arg(text::activityFault(one)) +
                    u'\n';
        if (!altered)
            text = proof.records == 0
                       ? said(QT_TRANSLATE_NOOP("Commands", "There is no entry in it.")) + u'\n'
                       : said(QT_TRANSLATE_NOOP("Commands", "Nothing was changed in %1 entries.")).arg(proof.records) +
                             u'\n';
        for (const ActivitySpan &one : proof.logs)
            text += text::activitySpan(one) + u'\n';
        for (const ActivitySpan &one : proof.elsewhere)
            text += said(QT_TRANSLATE_NOOP("Commands", "Not here: the %1. Your operator signed %2 entries of it."))
                        .arg(text::activityLog(one.log))
                        .arg(one.records) +
                    u'\n';
        if (!altered && ofFiles)
            text += reserves(proof);
        if (!altered && proof.behind > 0)
            text += said(QT_TRANSLATE_NOOP("Commands", "Your operator says that it has %1 more entries, which are not here "
                                                       "yet: synchronise."))
                        .arg(proof.behind) +
                    u'\n';
        if (!altered && loose > 0)
            text +=
                said(QT_TRANSLATE_NOOP("Commands", "%1 of them are not anchored yet: the operator has not signed what "
                                                   "comes behind the others, so their end could be cut."))
                    .arg(loose) +
                u'\n';
        done({{QStringLiteral("verdict"), altered ? QStringLiteral("altered")
                                          : open  ? QStringLiteral("unanchored")
                                                  : QStringLiteral("intact")},
              {QStringLiteral("records"), proof.records},
              {QStringLiteral("anchored"), proof.anchored},
              {QStringLiteral("behind"), proof.behind},
              {QStringLiteral("logs"), spans(proof.logs)},
              {QStringLiteral("elsewhere"), spans(proof.elsewhere)},
              {QStringLiteral("sealed"), ofFiles ? QJsonValue(proof.sealed) : QJsonValue()},
              {QStringLiteral("signers"), QJsonArray::fromStringList(proof.signers)},
              {QStringLiteral("faults"), faultsJson(proof.faults)}},
             text.trimmed(),
             altered ? exits::failed
             : open  ? exits::indeterminate
                     : exits::done);
    }

    // Of files that hold: what nobody here can vouch for.
    static QString reserves(const ActivityProof &proof)
    {
        QString text;
        if (!proof.vouched)
            text += said(QT_TRANSLATE_NOOP("Commands",
                                           "What anchors it rests on a key that nobody here vouches for. Name the "
                                           "operator's with --trust: %1"))
                        .arg(proof.signers.isEmpty() ? QStringLiteral("-") : proof.signers.join(u' ')) +
                    u'\n';
        if (!proof.sealed)
            text += said(QT_TRANSLATE_NOOP("Commands",
                                           "No computer that the operator knows signed these files, so nobody can tell "
                                           "whether their end, or a whole record, was taken away.")) +
                    u'\n';
        return text;
    }

    static QJsonArray spans(const QList<ActivitySpan> &all)
    {
        QJsonArray out;
        for (const ActivitySpan &one : all)
            out += QJsonObject{
                {QStringLiteral("folder"), one.folder.isEmpty() ? QJsonValue() : QJsonValue(one.folder)},
                {QStringLiteral("log"), one.log},
                {QStringLiteral("records"), one.records},
                {QStringLiteral("anchored"), one.anchored},
                {QStringLiteral("erased"), one.erased},
                {QStringLiteral("from"), one.firstUtc.isValid() ? QJsonValue(utcText(one.firstUtc)) : QJsonValue()},
                {QStringLiteral("to"), one.lastUtc.isValid() ? QJsonValue(utcText(one.lastUtc)) : QJsonValue()}};
        return out;
    }

    static QJsonArray faultsJson(const QList<ActivityFault> &faults)
    {
        QJsonArray out;
        for (const ActivityFault &one : faults)
            out += QJsonObject{{QStringLiteral("log"), one.log},
                               {QStringLiteral("seq"), one.seq},
                               {QStringLiteral("reason"), one.reason}};
        return out;
    }

    // The person saw that the operator changed its record: every command says so no longer, `verify` and `status` still do.
    void noted()
    {
        const QString alarm = documents().activity().alarm();
        if (alarm.isEmpty())
            return done({{QStringLiteral("record_alarm"), QJsonValue()}, {QStringLiteral("record_alarm_noted"), QJsonValue()}},
                        said(QT_TRANSLATE_NOOP("Commands", "There is nothing to take note of: your operator's record continues what it was.")));
        then(documents().activity().noteAlarm(), [this, alarm](const Outcome &taken) {
            if (!taken.ok())
                return fail(taken.error());
            done({{QStringLiteral("record_alarm"), alarm},
                  {QStringLiteral("record_alarm_noted"), utcText(documents().activity().alarmNotedUtc())}},
                 said(QT_TRANSLATE_NOOP("Commands", "Noted: it is not called out any more, and stands in your record. Nothing newer of your operator's record is "
                                                    "believed: keep an export (activity export) and ask your operator.")));
        });
    }

    void write()
    {
        if (invocation().words.size() < 2)
            return fail(Error{errors::optionNeeded, {{QStringLiteral("what"), QStringLiteral("FOLDER")}}, {}});
        const QString folder = absolutePath(invocation().words.at(1));
        if (!QDir(folder).isEmpty() && !invocation().has(QStringLiteral("force")))
            return fail(Error{errors::fileThere, {{QStringLiteral("path"), folder}}, {}});
        then(documents().activity().exportTo(folder), [this, folder](const Outcome &written) {
            if (!written.ok())
                return fail(written.error());
            done({{QStringLiteral("folder"), folder}}, folder);
        });
    }
};

class Stats final : public ActivityCommand
{
public:
    using ActivityCommand::ActivityCommand;
    void start() override
    {
        const auto asked = query();
        if (!asked.ok())
            return fail(asked.error());
        then(documents().activity().count(asked.value()), [this](const Result<QList<ActivityCount>> &months) {
            months ? show(months.value()) : fail(months.error());
        });
    }

private:
    void show(const QList<ActivityCount> &months)
    {
        QJsonArray items;
        QString text;
        for (const ActivityCount &one : months) {
            QJsonObject kinds;
            QStringList names = one.kinds.keys();
            names.sort();
            text += one.month.toString(QStringLiteral("yyyy-MM")) + u'\n';
            for (const QString &name : std::as_const(names)) {
                kinds.insert(name, one.kinds.value(name));
                text += QString::number(one.kinds.value(name)).rightJustified(8) + QStringLiteral("  ") +
                        text::activityKind(name) + u'\n';
            }
            items += QJsonObject{{QStringLiteral("month"), one.month.toString(QStringLiteral("yyyy-MM"))},
                                 {QStringLiteral("kinds"), kinds}};
        }
        if (items.isEmpty())
            note(said(QT_TRANSLATE_NOOP("Commands", "Nothing found.")));
        listed(items, text);
    }
};

} // namespace

std::unique_ptr<Command> makeActivityCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("activity"))
        return std::make_unique<Records>(environment, invocation);
    if (invocation.command == QLatin1String("stats"))
        return std::make_unique<Stats>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
