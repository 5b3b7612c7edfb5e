// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// trash, restore, purge, keep.
#include "app/commands/Commands.h"

#include "app/commands/Change.h"
#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "core/remote/RemoteErrors.h"
#include "core/services/Problems.h"
#include "core/services/Shares.h"
#include "core/services/Storage.h"
#include "ui/text/ShareWords.h"

namespace carriel::commands {
namespace {

class Trash final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        const auto row = named();
        if (row && invocation().command == QLatin1String("trash")) {
            if (const QString readers = text::shareTrashed(Shares(documents()).readable({*row}, documents())); !readers.isEmpty())
                note(readers);
            act(documents().trash({row->id}), row->id);
        } else if (row) {
            act(documents().restore({row->id}), row->id);
        }
    }
};

class Purge final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        const auto row = named();
        if (!row)
            return;
        m_row = *row;
        if (invocation().has(QStringLiteral("yes"))) {
            purge();
            return;
        }
        environment().console.ask(
            QCoreApplication::translate("Commands", "\"%1\" will be destroyed here and at the operator, with all its versions. Nobody can bring it back. Go on? [y/N] ")
                .arg(onOneLine(m_row.name)),
            [this](const std::optional<QString> &answer) {
                const QString word = answer.value_or(QString()).trimmed().toLower();
                if (!answer)
                    fail(Error{errors::nobodyConfirms, {}, {}});
                else if (word.startsWith(u'y') || word.startsWith(u's')) // yes, sí
                    purge();
                else
                    fail(Error{errors::notConfirmed, {}, {}});
            });
    }

    void browserFailed(const Error &error) override
    {
        session().cancelLogin();
        unconfirmed(error);
    }

private:
    // It waits, and stands in no list any more.
    void unconfirmed(const Error &error)
    {
        tell(error);
        note(confirmOrTakeBack(m_row.id));
        finish(exitFor(error));
    }

    void purge()
    {
        then(documents().purge({m_row.id}), [this](const Outcome &purged) {
            if (purged.ok())
                send();
            else
                fail(purged.error());
        });
    }

    void send()
    {
        sendThen([this](const std::optional<Error> &hindrance) {
            const QList<ProblemInfo> problems = documents().problems().of(m_row.id);
            const auto waits = std::find_if(problems.begin(), problems.end(), [](const ProblemInfo &p) { return p.needsStepUp; });
            if (waits == problems.end()) {
                if (hindrance)
                    noteWaits(hindrance);
                answer(problems);
                return;
            }
            if (std::exchange(m_asked, true)) {
                fail(waits->error);
                return;
            }
            note(QCoreApplication::translate("Commands", "The operator wants to be sure that it is you: confirm in the browser that opens now."));
            then(documents().problems().confirmIdentity(), [this](const Outcome &confirmed) {
                if (confirmed.ok())
                    send();
                else
                    unconfirmed(confirmed.error());
            });
        });
    }

    void answer(const QList<ProblemInfo> &problems)
    {
        if (!problems.isEmpty()) {
            fail(problems.first().error);
            return;
        }
        QJsonObject object = itemJson(m_row, {});
        object.insert(QStringLiteral("state"), QStringLiteral("removed"));
        object.insert(QStringLiteral("pending"), session().status().pending > 0);
        done(object, QCoreApplication::translate("Commands", "Destroyed: %1").arg(onOneLine(m_row.name)));
    }

    DocumentRow m_row;
    bool m_asked = false;
};

class Keep final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        const auto row = named();
        if (!row)
            return;
        m_row = *row;
        m_on = invocation().words.at(1) == QLatin1String("on");
        then(documents().storage().setRule({m_row.id}, m_on ? KeepRule::Keep : KeepRule::Release), [this](const Outcome &set) {
            if (set.ok())
                sendThen([this](const std::optional<Error> &hindrance) { // what is to be kept is brought here
                    if (hindrance)
                        noteWaits(hindrance);
                    answer();
                });
            else
                fail(set.error());
        });
    }

private:
    void answer()
    {
        const auto details = documents().details(m_row.id);
        const StorageUse use = documents().storage().useOf(m_row.id);
        QJsonObject object = itemJson(details ? details->row : m_row, details ? details->path : QString());
        object.insert(QStringLiteral("keep"), m_on);
        object.insert(QStringLiteral("bytes_here"), use.here);
        object.insert(QStringLiteral("bytes"), use.all);
        done(object, details ? details->path : m_row.name);
    }

    DocumentRow m_row;
    bool m_on = false;
};

} // namespace

std::unique_ptr<Command> makeTrashCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("trash") || invocation.command == QLatin1String("restore"))
        return std::make_unique<Trash>(environment, invocation);
    if (invocation.command == QLatin1String("purge"))
        return std::make_unique<Purge>(environment, invocation);
    if (invocation.command == QLatin1String("keep"))
        return std::make_unique<Keep>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
