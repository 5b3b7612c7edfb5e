// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// share create: with whom, what exactly and until when is said first, and without --yes nothing is shared.
#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/ShareCommand.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

namespace carriel::commands {
namespace {

class ShareCreate final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
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
        const auto person = sharePersonIn(option("to"), session().account().holder);
        if (!person)
            return fail(person.error());
        m_order.to = person.value();
        then(shared().find(m_order.to), [this](const Result<ShareRecipient> &found) {
            if (found) {
                m_order.to = found.value().id;
                m_order.toName = found.value().name;
                m_key = found.value().key;
                m_order.kid = m_key.kid;
                m_trouble = m_order.isSealed() ? found.value().keyTrouble() : std::nullopt;
            } else if (found.error().code == shares::errors::recipientUnknown) {
                return fail(found.error());
            } // without a network the share waits, and whether he is there shows then
            show();
        });
    }

private:
    void show()
    {
        const QString who = m_order.to.isEmpty()       ? QCoreApplication::translate("Commands", "whoever has the link and its code")
                            : m_order.toName.isEmpty() ? QCoreApplication::translate("Commands", "%1 (your operator was not reached: whose number it is was not seen)").arg(m_order.to)
                                                       : QStringLiteral("%1, %2").arg(text::neutral(m_order.toName), m_order.to);
        note(QCoreApplication::translate("Commands", "To read it: %1").arg(who));
        note(QCoreApplication::translate("Commands", "%n document(s), until %1:", nullptr, int(m_order.documents.size()))
                 .arg(text::colombianDateTime(m_order.expiresUtc)));
        for (const ShareDocument &one : std::as_const(m_order.documents))
            note(QStringLiteral("  - %1  %2").arg(text::neutral(one.name), text::size(one.size)));
        if (m_order.isSealed()) {
            note(QCoreApplication::translate("Commands", "End to end: your operator passes on what it cannot open, and is not told what these documents are nor what for. Whoever has opened a document keeps it."));
            if (!m_key.code.isEmpty())
                note(QCoreApplication::translate("Commands", "Code of your key and the other's; who reads it sees the same: %1").arg(m_key.code));
        } else {
            note(QCoreApplication::translate("Commands", "Your operator holds these documents in clear: this is not end to end. Whoever has opened a document keeps it."));
        }
        if (m_trouble) // --yes says yes to what is shown, and not to another key
            return fail(*m_trouble);
        if (!invocation().has(QStringLiteral("yes")))
            return fail(Error{shares::errors::notConsented, {}, {}});
        send();
    }

    void send()
    {
        // What was put here and not sent yet goes first: a share names what the operator has.
        sendThen([this](const std::optional<Error> &) {
            then(shared().share(m_order), [this](const Result<ShareInfo> &made) { made ? told(made.value()) : fail(made.error()); });
        });
    }

    void told(const ShareInfo &one)
    {
        const bool waits = one.state == QLatin1String("queued") || one.state == QLatin1String("unknown");
        QStringList words{waits ? QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(one.id)
                                : QCoreApplication::translate("Commands", "Shared until %1: %2").arg(text::colombianDateTime(one.expiresUtc), one.id)};
        if (!one.code.isEmpty()) {
            words += one.link.isEmpty() ? QCoreApplication::translate("Commands", "The link is made when it is sent; then see it with: carriel-cli share show %1").arg(one.id)
                                        : one.link.toString();
            words += QCoreApplication::translate("Commands", "Code, for one use; give it by another way: %1").arg(one.code);
        }
        done(shareJson(one), words.join(u'\n'));
    }

    ShareOrder m_order;
    RecipientKey m_key;
    std::optional<Error> m_trouble;
};

} // namespace

std::unique_ptr<Command> makeShareCreate(Environment &environment, const Invocation &invocation)
{
    return std::make_unique<ShareCreate>(environment, invocation);
}

} // namespace carriel::commands
