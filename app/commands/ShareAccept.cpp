// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// share accept: copies of what somebody shares, into the folder or onto this computer.
#include "app/commands/CommandErrors.h"
#include "app/commands/ExitCodes.h"
#include "app/commands/FolderPath.h"
#include "app/commands/Json.h"
#include "app/commands/SealedDigest.h"
#include "app/commands/ShareCommand.h"
#include "app/commands/Soon.h"
#include "core/domain/NameRules.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace carriel::commands {
namespace {

class ShareAccept final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        m_id = word(1);
        fresh([this] {
            if (const auto one = shared().one(m_id); one && !text::shareSender(*one).isEmpty()) {
                note(text::shareSender(*one)); // before anything is accepted
                if (one->senderDoubtful())
                    note(QCoreApplication::translate("Commands", "To compare the code: carriel-cli share compare %1").arg(m_id));
            }
            soon(this, shared().accept(m_id, isAway()), [this](const Outcome &told) { decided(m_id, told, {}, [this] { take(); }); });
        });
    }

private:
    void take()
    {
        m_share = shared().one(m_id).value_or(ShareInfo());
        if (!option("output").isEmpty())
            return write(0);
        SharePlace place = text::sharePlace(m_share);
        if (invocation().options.contains(QStringLiteral("to")))
            place.below.clear(); // what is named is meant
        ensureFolder(documents(), this, pathParts(option("to")), [this, place](const Result<ItemId> &folder) {
            if (!folder)
                return fail(folder.error());
            then(shared().keep(m_id, {folder.value(), place.below}, text::shareOrigin(m_share)), [this](const Result<QList<AddedDocument>> &kept) {
                if (!kept)
                    return fail(kept.error());
                QJsonArray copies;
                for (const AddedDocument &one : kept.value()) {
                    copies.append(QJsonObject{{QStringLiteral("id"), one.id.text()}, {QStringLiteral("path"), pathOf(documents(), one.id)},
                                              {digest(), QString::fromLatin1(one.sha256.toHex())}});
                    note(pathOf(documents(), one.id));
                }
                sendThen([this, copies](const std::optional<Error> &hindrance) {
                    if (hindrance)
                        noteWaits(hindrance);
                    ended(copies);
                });
            });
        });
    }
    void write(int at)
    {
        while (at < m_share.documents.size() && !m_share.documents.at(at).available)
            ++at;
        if (at >= m_share.documents.size())
            return m_written.isEmpty() ? fail(Error{shares::errors::withdrawn, {{QStringLiteral("name"), m_share.documents.value(0).name}}, {}})
                                       : ended(m_written);
        const ShareDocument document = m_share.documents.at(at);
        const QString given = absolutePath(option("output"));
        const bool folder = QFileInfo(given).isDir() || m_share.documents.size() > 1;
        const QString path = folder ? QDir(given).filePath(fileNameOf(document.name)) : given;
        if ((folder && !QDir().mkpath(given)) || (QFileInfo::exists(path) && !invocation().has(QStringLiteral("force"))))
            return fail(Error{QFileInfo::exists(path) ? carriel::errors::fileThere : carriel::errors::fileWrite, {{QStringLiteral("path"), path}}, {}});
        then(shared().fetch(m_id, document.n), [this, at, path, document](const Result<QByteArray> &bytes) {
            if (!bytes)
                return fail(bytes.error());
            QSaveFile file(path);
            const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                                 file.write(bytes.value()) == bytes.value().size() && file.commit();
            if (!written)
                return fail(Error{carriel::errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}});
            m_written.append(QJsonObject{{QStringLiteral("id"), QJsonValue()}, {QStringLiteral("path"), path},
                                         {digest(), QString::fromLatin1(document.sha256.toHex())}});
            note(path);
            write(at + 1);
        });
    }
    // The name comes from somebody else: it names one file in that folder and nothing else, and no two of a share are one.
    QString fileNameOf(const QString &name)
    {
        const NameRules rules;
        const QString fitted = rules.fitted(name.section(QLatin1Char('/'), -1));
        const QString base = fitted.isEmpty() ? m_id : fitted;
        QString free = base;
        for (int number = 2; m_names.contains(free.toCaseFolded()); ++number)
            free = rules.numbered(base, number);
        m_names.insert(free.toCaseFolded());
        return free;
    }
    void ended(const QJsonArray &copies)
    {
        QJsonObject json = shareJson(shared().one(m_id).value_or(m_share));
        json.insert(QStringLiteral("copies"), copies);
        QStringList gone;
        for (const ShareDocument &one : std::as_const(m_share.documents)) {
            if (!one.available)
                gone += text::neutral(one.name);
        }
        json.insert(QStringLiteral("missing"), QJsonArray::fromStringList(gone));
        if (!gone.isEmpty())
            Command::tell(Error{shares::errors::someWithdrawn,
                                {{QStringLiteral("names"), gone.join(QStringLiteral(", "))}, {QStringLiteral("count"), gone.size()}},
                                {}});
        done(json, QCoreApplication::translate("Commands", "Accepted; the copies are yours: %1").arg(m_id),
             gone.isEmpty() ? exits::done : exits::failed);
    }
    QString digest() const { return digestName(m_share.sealed ? Custody::Private : Custody::Open); }

    QString m_id;
    ShareInfo m_share;
    QJsonArray m_written;
    QSet<QString> m_names;
};

} // namespace

std::unique_ptr<Command> makeShareAccept(Environment &environment, const Invocation &invocation)
{
    return std::make_unique<ShareAccept>(environment, invocation);
}

} // namespace carriel::commands
