// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// limits; missing, removals: how fast bytes may move, and what is asked before anything is believed to be gone.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/YesOrNo.h"
#include "core/services/Guard.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Transfers.h"
#include "ui/text/Format.h"

#include <algorithm>

namespace carriel::commands {
namespace {

QString k(const char *name) { return QString::fromLatin1(name); }

QString words(const char *text) { return QCoreApplication::translate("Commands", text); }

class Limits final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        TransferLimits limits = documents().transfers().limits();
        const TransferLimits before = limits;
        if (invocation().has(k("up")) && !rate("up", limits.upBytesPerSecond))
            return;
        if (invocation().has(k("down")) && !rate("down", limits.downBytesPerSecond))
            return;
        if (invocation().has(k("metered")))
            limits.pauseOnMetered = invocation().options.value(k("metered")) == QLatin1String("pause");
        if (limits == before) {
            show();
            return;
        }
        then(documents().transfers().setLimits(limits), [this](const Outcome &set) {
            if (set.ok())
                show();
            else
                fail(set.error());
        });
    }

private:
    // In KB (1,000 bytes) a second; 0 takes the limit away.
    bool rate(const char *option, qint64 &bytes)
    {
        bool isNumber = false;
        const qint64 kilobytes = invocation().options.value(k(option)).toLongLong(&isNumber);
        if (!isNumber || kilobytes < 0 || kilobytes > 100'000'000) {
            fail(Error{errors::badWord, {{k("what"), invocation().options.value(k(option))}, {k("usage"), k("limits [--up KB] [--down KB] [--metered pause|use]")}}, {}});
            return false;
        }
        bytes = kilobytes * 1000;
        return true;
    }

    QString told(qint64 bytes) const
    {
        return bytes == 0 ? words(QT_TRANSLATE_NOOP("Commands", "no limit")) : words(QT_TRANSLATE_NOOP("Commands", "%1 a second")).arg(text::size(bytes));
    }

    void show()
    {
        const TransferLimits limits = documents().transfers().limits();
        const QString text = words(QT_TRANSLATE_NOOP("Commands", "Up: %1")).arg(told(limits.upBytesPerSecond)) + u'\n'
            + words(QT_TRANSLATE_NOOP("Commands", "Down: %1")).arg(told(limits.downBytesPerSecond)) + u'\n'
            + (limits.pauseOnMetered ? words(QT_TRANSLATE_NOOP("Commands", "Networks that are paid by amount: only what you ask for"))
                                     : words(QT_TRANSLATE_NOOP("Commands", "Networks that are paid by amount: like any other"))) + u'\n';
        done({{k("up_bytes_per_second"), limits.upBytesPerSecond},
              {k("down_bytes_per_second"), limits.downBytesPerSecond},
              {k("metered"), limits.pauseOnMetered ? k("pause") : k("use")}}, text);
    }
};

class Missing final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString act = invocation().words.value(0), wanted = invocation().words.value(1);
        QList<ItemId> ids;
        QList<MissingItem> meant;
        for (const MissingItem &one : documents().guard().missing()) {
            if (wanted == QLatin1String("all") || one.item.text() == wanted || one.path == wanted) {
                ids.append(one.item);
                meant.append(one);
            }
        }
        if (!act.isEmpty() && ids.isEmpty() && wanted != QLatin1String("all")) {
            fail(Error{errors::unknownId, {{k("what"), onOneLine(wanted)}, {k("list"), k("missing")}}, {}});
            return;
        }
        if (act.isEmpty() || ids.isEmpty()) {
            show();
            return;
        }
        if (act == QLatin1String("send") || invocation().has(k("yes"))) {
            decide(act, ids);
            return;
        }
        environment().console.ask(consequence(meant), [this, act, ids](const std::optional<QString> &answer) {
            if (!answer)
                fail(Error{errors::nobodyConfirms, {}, {}});
            else if (yesOrNo(*answer).value_or(false))
                decide(act, ids);
            else
                fail(Error{errors::notConfirmed, {}, {}});
        });
    }

private:
    // What letting go does, and what nobody can bring back afterwards.
    static QString consequence(const QList<MissingItem> &meant)
    {
        const auto count = [&meant](auto fits) { return int(std::count_if(meant.begin(), meant.end(), fits)); };
        const int contents = count([](const MissingItem &one) { return one.isContent(); });
        const int only = count([](const MissingItem &one) { return one.here; });
        QStringList said;
        if (const int gone = int(meant.size()) - contents; gone > 0)
            said += QCoreApplication::translate("Commands", "%n document(s) or folder(s) that your operator has no longer are taken away from this computer for good.", nullptr, gone);
        if (contents > 0)
            said += QCoreApplication::translate("Commands", "%n document(s) whose content your operator lost go to the trash, here and on your other computers.", nullptr, contents);
        if (only > 0)
            said += QCoreApplication::translate("Commands", "Of %n the only copy that is known lies on this computer: \"missing send\" sends it again.", nullptr, only);
        return said.join(u' ') + u' ' + words(QT_TRANSLATE_NOOP("Commands", "Go on? [y/N] "));
    }

    void decide(const QString &act, const QList<ItemId> &ids)
    {
        Guard &guard = documents().guard();
        m_asked = act == QLatin1String("send") ? ids : QList<ItemId>();
        then(act == QLatin1String("send") ? guard.sendAgain(ids) : guard.letGo(ids), [this](const Outcome &decided) {
            if (!decided.ok())
                return fail(decided.error());
            m_left = left(); // before others are asked: what this answer came to
            sendThen([this](const std::optional<Error> &hindrance) {
                if (hindrance)
                    noteWaits(hindrance);
                show();
            });
        });
    }

    // Which of those that were to be sent could not be.
    QStringList left()
    {
        QStringList out;
        for (const MissingItem &one : documents().guard().missing()) {
            if (m_asked.contains(one.item) && !one.here)
                out.append(onOneLine(one.path));
        }
        return out;
    }

    QString said(const MissingItem &one) const
    {
        if (!one.isContent())
            return one.here ? words(QT_TRANSLATE_NOOP("Commands", "(its content is on this computer)"))
                            : words(QT_TRANSLATE_NOOP("Commands", "(its content is not on this computer)"));
        if (!one.here)
            return words(QT_TRANSLATE_NOOP("Commands", "(your operator lost its content, and it is nowhere that this computer knows: look on your other computers, or put it again from a copy. \"forget\" puts it into the trash)"));
        return one.contentAltered
                   ? words(QT_TRANSLATE_NOOP("Commands", "(your operator changed its content: the copy on this computer is the only one. \"send\" sends it again)"))
                   : words(QT_TRANSLATE_NOOP("Commands", "(your operator lost its content: the copy on this computer is the only one. \"send\" sends it again)"));
    }

    QList<ItemId> m_asked;
    QStringList m_left;

    void show()
    {
        QJsonArray items;
        QString text;
        for (const MissingItem &one : documents().guard().missing()) {
            items += QJsonObject{{k("id"), one.item.text()},      {k("name"), one.name}, {k("path"), one.path},
                                 {k("since"), utcText(one.sinceUtc)}, {k("here"), one.here},
                                 {k("lacks"), one.contentAltered ? k("altered_content") : one.contentLost ? k("content") : k("item")}};
            text += one.item.text() + QStringLiteral("  ") + one.path + QStringLiteral("  ") + said(one) + u'\n';
        }
        if (items.isEmpty())
            text = words(QT_TRANSLATE_NOOP("Commands", "Your operator lacks nothing that it had."));
        if (!m_left.isEmpty()) {
            note(QCoreApplication::translate("Commands", "%n could not be sent, because the content is not on this computer: %1", nullptr, int(m_left.size()))
                     .arg(m_left.join(QStringLiteral(", "))));
        }
        listed(items, text);
    }
};

class Removals final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString act = invocation().words.value(0);
        if (act.isEmpty()) {
            show();
            return;
        }
        Guard &guard = documents().guard();
        const auto asked = guard.massRemoval();
        if (!asked) {
            show();
            return;
        }
        const bool accept = act == QLatin1String("accept");
        then(accept ? guard.acceptMassRemoval() : guard.undoMassRemoval(), [this, accept, asked = asked->removed](const Outcome &decided) {
            if (!decided.ok()) {
                fail(decided.error());
                return;
            }
            const auto open = documents().guard().massRemoval(); // before others are asked: what this answer came to
            const int left = open ? open->removed : 0;
            sendThen([this, accept, asked, left](const std::optional<Error> &hindrance) {
                if (hindrance)
                    noteWaits(hindrance);
                told(accept, asked - left, left);
            });
        });
    }

private:
    void told(bool accept, int done, int left)
    {
        QString text = (accept ? QCoreApplication::translate("Commands", "%n document(s) or folder(s) are removed here, too.", nullptr, done)
                               : QCoreApplication::translate("Commands", "%n document(s) or folder(s) stay here and come back to your other computers.", nullptr, done))
            + u'\n';
        if (left > 0) {
            text += QCoreApplication::translate("Commands", "%n cannot be brought back: their content is not on this computer. The question about them stays: removals", nullptr, left)
                + u'\n';
        }
        this->done({{k("removed"), left}, {k("answered"), done}}, text);
    }

    void show()
    {
        const std::optional<MassRemoval> asked = documents().guard().massRemoval();
        if (!asked) {
            done({{k("removed"), 0}}, words(QT_TRANSLATE_NOOP("Commands", "Nothing is asked: others have not removed much at once.")) + u'\n');
            return;
        }
        done({{k("removed"), asked->removed}, {k("known"), asked->known}, {k("since"), utcText(asked->sinceUtc)}},
             words(QT_TRANSLATE_NOOP("Commands", "Another computer removed %1 of %2 documents and folders. What is here stays until you answer: removals accept|undo"))
                     .arg(asked->removed).arg(asked->known) + u'\n');
    }
};

} // namespace

std::unique_ptr<Command> makeGuardCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("limits"))
        return std::make_unique<Limits>(environment, invocation);
    if (invocation.command == QLatin1String("missing"))
        return std::make_unique<Missing>(environment, invocation);
    if (invocation.command == QLatin1String("removals"))
        return std::make_unique<Removals>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
