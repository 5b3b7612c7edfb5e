// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// share create: with whom, what exactly and until when is said first, and without --yes nothing is shared.
#include "app/commands/CommandErrors.h"
#include "app/commands/ExitCodes.h"
#include "app/commands/Json.h"
#include "app/commands/ShareCommand.h"
#include "app/commands/Soon.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/ShareNowWords.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"

namespace carriel::commands {
namespace {

class ShareCreate final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (word(0) == QLatin1String("confirm"))
            return confirm();
        QStringList files = option("file").split(u'\n', Qt::SkipEmptyParts);
        files += invocation().words.mid(1);
        if (files.isEmpty())
            return fail(needed("--file"));
        for (const char *name : {"to", "purpose"}) {
            if (option(name).trimmed().isEmpty())
                return fail(needed(QByteArray("--").append(name)));
        }
        const auto until = shareEndIn(invocation().options.value(QStringLiteral("expires"), QStringLiteral("7d")));
        if (!until)
            return fail(until.error());
        QList<ItemId> items;
        for (const QString &file : std::as_const(files)) {
            const auto row = item(file);
            if (!row)
                return fail(row.error());
            items.append(row.value().id);
        }
        auto what = shared().what(items, documents());
        if (!what)
            return fail(what.error());
        m_order.documents = std::move(what).value();
        m_order.expiresUtc = until.value();
        m_order.purpose = option("purpose");
        m_order.message = option("message");
        m_order.follow = invocation().has(QStringLiteral("newest"));
        if (m_order.isSealed() && (m_order.follow || option("to") == QLatin1String("link")))
            return fail(Error{shares::errors::sealedOtherwise, {{QStringLiteral("name"), m_order.documents.first().name}}, {}});
        if (option("to") == QLatin1String("link"))
            return show();
        const auto person = personIn(option("to"));
        if (!person)
            return fail(person.error());
        m_order.to = person.value();
        find();
    }

private:
    // What came back, with the same words and end; its documents only as they are now, and as the person is shown them.
    void confirm()
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        auto one = shared().one(word(1));
        while (one && !one->followedBy.isEmpty()) // confirmed before, and perhaps that came back, too
            one = shared().one(one->followedBy);
        if (!one || !mayBeConfirmed(*one))
            return fail(Error{one ? shares::errors::nothingToConfirm : shares::errors::noSuchShare, {{QStringLiteral("id"), word(1)}}, {}});
        const QList<ShareDocumentNow> now = sinceDecided(*one, documents());
        for (const QString &line : text::shareSince(now))
            note(line);
        auto order = confirmationOf(*one, now, invocation().has(QStringLiteral("as-now")));
        if (!order)
            return fail(order.error());
        m_order = std::move(order).value();
        if (m_order.expiresUtc <= QDateTime::currentDateTimeUtc())
            return fail(Error{shares::errors::badExpiry, {{QStringLiteral("text"), text::colombianDateTime(m_order.expiresUtc)}}, {}});
        m_order.to.isEmpty() ? show() : find();
    }

    void find()
    {
        soon(this, shared().find(m_order.to), [this](const Result<ShareRecipient> &found) {
            if (found) {
                m_order.to = found.value().id;
                m_order.toName = found.value().name;
                m_key = found.value().key;
                m_order.kid = m_key.kid;
                m_trouble = m_order.isSealed() ? found.value().keyTrouble() : std::nullopt;
            } else if (found.error().code == shares::errors::recipientUnknown) {
                return fail(found.error());
            } else { // without a network the share waits; what nobody saw comes back before it is sent
                m_order.later = !heard(found.error());
                if (m_order.toName.isEmpty()) // of one that came back it is the name that came with it
                    m_order.toName = shared().knownName(m_order.to);
                m_known = !m_order.toName.isEmpty();
            }
            show();
        });
    }

    QString who() const
    {
        if (m_order.to.isEmpty())
            return QCoreApplication::translate("Commands", "whoever has the link and its code");
        if (m_order.toName.isEmpty())
            return QCoreApplication::translate("Commands", "%1 (your operator was not reached: whose number it is was not seen)").arg(text::personWords(m_order.to));
        const QString name = QStringLiteral("%1, %2").arg(text::neutral(m_order.toName), text::personWords(m_order.to));
        return m_known ? QCoreApplication::translate("Commands", "%1 (your operator was not reached: the name is of the last time that you shared with that number)").arg(name)
                       : name;
    }

    // Everything that is decided, and that --yes says yes to.
    void show()
    {
        if (m_trouble && m_trouble->code == shares::errors::sealedOtherwise)
            return fail(*m_trouble); // nothing is promised first
        if (const auto wrong = Shares::tooLong(m_order))
            return fail(*wrong);
        note(QCoreApplication::translate("Commands", "To read it: %1").arg(who()));
        note(QCoreApplication::translate("Commands", "What for: %1").arg(text::neutral(m_order.purpose)));
        if (!m_order.message.isEmpty())
            note(QCoreApplication::translate("Commands", "With the message: %1").arg(text::neutral(m_order.message)));
        note(QCoreApplication::translate("Commands", "%n document(s), until %1:", nullptr, int(m_order.documents.size()))
                 .arg(text::colombianDateTime(m_order.expiresUtc)));
        for (const ShareDocument &one : std::as_const(m_order.documents)) {
            const QList<DocumentRow> rows = documents().rows({one.item});
            const QString of = rows.isEmpty() ? QString() : QCoreApplication::translate("Commands", ", version of %1").arg(text::colombianDateTime(rows.first().modifiedUtc));
            note(QStringLiteral("  - %1  %2%3\n    %4").arg(text::neutral(one.name), text::size(one.size), of, digestLine(one)));
        }
        note(text::shareVersion(m_order.follow));
        if (m_order.isSealed()) {
            note(QCoreApplication::translate("Commands", "End to end: your operator passes on what it cannot open, and is not told what these documents are nor what for. Whoever has opened a document keeps it."));
            if (!m_key.code.isEmpty())
                note(QCoreApplication::translate("Commands", "Code of your key and the other's; who reads it sees the same: %1").arg(m_key.code));
        } else {
            note(QCoreApplication::translate("Commands", "Your operator holds these documents in clear: this is not end to end. Whoever has opened a document keeps it."));
        }
        if (m_trouble) // --yes says yes to what is shown, and not to another key
            return fail(*m_trouble);
        if (const auto before = sharedBefore())
            return fail(*before);
        if (!invocation().has(QStringLiteral("yes")))
            return fail(Error{shares::errors::notConsented, {}, {}});
        send();
    }

    // The same document to the same person once more: only whoever means it.
    std::optional<Error> sharedBefore() const
    {
        const QList<ShareInfo> before = shared().likewise(m_order.to, m_order.documents);
        if (before.isEmpty() || invocation().has(QStringLiteral("again")))
            return std::nullopt;
        const ShareInfo &last = before.first();
        const auto same = std::find_if(m_order.documents.cbegin(), m_order.documents.cend(), [&](const ShareDocument &one) {
            return std::any_of(last.documents.cbegin(), last.documents.cend(), [&](const ShareDocument &its) { return its.item == one.item; });
        });
        const QString name = text::shareName(last);
        return Error{shares::errors::sharedBefore,
                     {{QStringLiteral("id"), last.id},
                      {QStringLiteral("name"), text::neutral(same->name)},
                      {QStringLiteral("who"), name},
                      {QStringLiteral("date"), text::colombianDateTime(last.madeUtc)}},
                     {}};
    }

    void send()
    {
        const auto share = [this] {
            soon(this, shared().share(m_order), [this](const Result<ShareInfo> &made) {
                if (made)
                    return told(made.value());
                const auto decided = made.error().code == carriel::errors::operatorAway ? lastDecided() : std::nullopt;
                decided ? told(*decided) : fail(made.error());
            });
        };
        // What was put here and not sent yet goes first: a share names what the operator has.
        m_order.later ? share() : sendThen([share](const std::optional<Error> &) { share(); });
    }

    // What was asked for here, and has no answer yet.
    std::optional<ShareInfo> lastDecided() const
    {
        for (const ShareInfo &one : shared().list()) {
            if (one.mine && one.madeUtc >= m_begunUtc && one.personId == m_order.to && one.purpose == m_order.purpose)
                return one;
        }
        return std::nullopt;
    }

    void told(const ShareInfo &one)
    {
        if (one.state == QLatin1String("returned"))
            return done(shareJson(one), text::shareState(one), exits::failed);
        const bool waits = one.state == QLatin1String("queued") || one.state == QLatin1String("unknown");
        const bool unseen = waits && one.reason == QLatin1String("unseen");
        QStringList words{unseen  ? QCoreApplication::translate("Commands", "It is stored and not shared yet. Once there is a network it comes back to you with the name of whoever has that number, and is shared only if you say so then: carriel-cli share confirm %1 --yes")
                                        .arg(one.id)
                          : waits ? QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(one.id)
                                  : QCoreApplication::translate("Commands", "Shared until %1: %2").arg(text::colombianDateTime(one.expiresUtc), one.id)};
        if (!one.code.isEmpty()) {
            words += one.link.isEmpty() ? QCoreApplication::translate("Commands", "The link is made when it is sent; then see it with: carriel-cli share show %1").arg(one.id)
                                        : one.link.toString();
            words += QCoreApplication::translate("Commands", "Code, for one use; give it by another way: %1").arg(one.code);
        }
        done(shareJson(one), words.join(u'\n'));
    }

    const QDateTime m_begunUtc = QDateTime::currentDateTimeUtc().addSecs(-1);
    ShareOrder m_order;
    bool m_known = false; // the name, from before
    RecipientKey m_key;
    std::optional<Error> m_trouble;
};

} // namespace

std::unique_ptr<Command> makeShareCreate(Environment &environment, const Invocation &invocation)
{
    return std::make_unique<ShareCreate>(environment, invocation);
}

} // namespace carriel::commands
