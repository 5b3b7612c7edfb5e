// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// get: a copy of a document, or of what it was before, for this computer or for the next program.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/SealedDigest.h"
#include "core/services/Activity.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Versions.h"
#include "core/vault/VaultErrors.h"

#include <QFileInfo>
#include <QTimer>

namespace carriel::commands {
namespace {

class Get final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto found = document(invocation().words.first());
        if (!found.ok()) {
            fail(found.error());
            return;
        }
        m_row = found.value();
        // The bytes may be with the operator only, and the operator silent: whoever waits is told for what.
        connect(&m_look, &QTimer::timeout, this, aloud([this] {
            if (!session().status().silentSinceUtc.isValid())
                return;
            m_look.stop();
            note(QCoreApplication::translate("Commands",
                "Your operator has not answered for a while; it is still waited for. Ctrl+C ends this, and nothing is lost."));
        }));
        m_look.start(std::chrono::seconds(1));
        if (!invocation().has(QStringLiteral("version"))) {
            write();
            return;
        }
        // Numbers count from the oldest, which may be known to the operator only.
        then(documents().versions().refresh(m_row.id), [this](const Outcome &) {
            if (chooseVersion(invocation().options.value(QStringLiteral("version"))))
                write();
        });
    }

private:
    void write()
    {
        const QString given = invocation().options.value(QStringLiteral("output"));
        if (given == QLatin1String("-")) {
            toStandardOutput();
            return;
        }
        m_target = absolutePath(given.isEmpty() ? m_row.name : given);
        if (!given.isEmpty() && QFileInfo(m_target).isDir())
            m_target += u'/' + m_row.name;
        if (QFileInfo::exists(m_target) && !invocation().has(QStringLiteral("force"))) {
            fail(Error{errors::fileThere, {{QStringLiteral("path"), m_target}}, {}});
            return;
        }
        if (QFileInfo(m_target).isDir()) {
            fail(Error{errors::isDirectory, {{QStringLiteral("path"), m_target}}, {}});
            return;
        }
        Versions &versions = documents().versions();
        then(m_version ? versions.exportTo(m_version->id, m_target, progress(), cancelToken())
                       : documents().exportTo(m_row.id, m_target, progress(), cancelToken()),
             [this](const Outcome &written) {
                 if (written.ok())
                     answer();
                 else
                     fail(written.error());
             });
    }

    // By its id or by its number, as `versions` shows them.
    bool chooseVersion(const QString &wanted)
    {
        bool isNumber = false;
        const int number = wanted.toInt(&isNumber);
        for (const DocumentVersion &version : documents().versions().list(m_row.id)) {
            if (version.id.text() == wanted || (isNumber && version.number == number))
                m_version = version;
        }
        if (!m_version)
            fail(Error{errors::unknownId, {{QStringLiteral("what"), onOneLine(wanted)},
                                           {QStringLiteral("list"), QString(QStringLiteral("versions ") + m_row.id.text())}}, {}});
        return m_version.has_value();
    }

    // Chunk by chunk, never a file in between; the digest was verified before.
    void toStandardOutput()
    {
        then(m_version ? documents().versions().fetch(m_version->id) : documents().fetch(m_row.id), [this](const Outcome &fetched) {
            if (!fetched.ok()) {
                fail(fetched.error());
                return;
            }
            pour(0);
        });
    }

    // What does not read any more is brought again from the operator, once, and goes on where it stopped.
    void pour(qint64 from)
    {
        const auto device = m_version ? documents().versions().open(m_version->id) : documents().open(m_row.id);
        if (!device || (from > 0 && !device->seek(from))) {
            fail(Error{errors::notHere, {{QStringLiteral("name"), m_row.name}}, {}});
            return;
        }
        while (from < device->size()) {
            const QByteArray bytes = device->read(qMin<qint64>(device->size() - from, 262144));
            if (bytes.isEmpty()) {
                mend(from, Error{vault::errors::damaged, {{QStringLiteral("path"), session().dir()}}, device->errorString()});
                return;
            }
            environment().console.out(bytes);
            from += bytes.size();
        }
        then(documents().activity().tell(QStringLiteral("document.exported"), m_row.id),
             [this](const Outcome &) { finish(exits::done); });
    }

    void mend(qint64 from, const Error &why)
    {
        DamagedDocuments &damaged = DamagedDocuments::of(documents());
        then(m_version ? damaged.look(m_version->id) : damaged.look(m_row.id), [this, from, why](const Result<DamagedDocuments::Finding> &found) {
            if (!found.ok() || found.value() == DamagedDocuments::Finding::Whole || std::exchange(m_mended, true)) {
                fail(found.ok() ? why : found.error());
                return;
            }
            then(m_version ? documents().versions().fetch(m_version->id) : documents().fetch(m_row.id), [this, from](const Outcome &came) {
                if (came.ok())
                    pour(from);
                else
                    fail(came.error());
            });
        });
    }

    void answer()
    {
        const auto details = documents().details(m_row.id);
        QJsonObject object = itemJson(details ? details->row : m_row, details ? details->path : QString());
        if (m_version) {
            object.insert(QStringLiteral("version"), m_version->id.text());
            object.insert(QStringLiteral("size"), m_version->size);
            object.insert(digestName(details ? details->custody : Custody::Open), QString::fromLatin1(m_version->sha256.toHex()));
        } else if (details) {
            object.insert(digestName(details->custody), QString::fromLatin1(details->sha256.toHex()));
        }
        object.insert(QStringLiteral("file"), m_target);
        done(object, m_target);
    }

    DocumentRow m_row;
    std::optional<DocumentVersion> m_version;
    QString m_target;
    bool m_mended = false; // fetched again, because it was damaged here
    QTimer m_look; // whether the operator answers
};

} // namespace

std::unique_ptr<Command> makeGetCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("get"))
        return std::make_unique<Get>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
