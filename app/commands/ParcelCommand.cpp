// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// wrap, unwrap: documents for somebody else in one encrypted file that opens with a code.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "core/base/BaseErrors.h"
#include "core/services/Activity.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/ParcelFiles.h"
#include "core/services/sealed/SealedErrors.h"

#include <QDateTime>
#include <QFileInfo>

#include <cstdlib>

namespace carriel::commands {
namespace {

class Wrap final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString given = invocation().options.value(QStringLiteral("output"));
        if (given.isEmpty())
            return fail(Error{errors::badWord,
                              {{QStringLiteral("what"), QStringLiteral("-o")},
                               {QStringLiteral("usage"), QStringLiteral("wrap DOCUMENT… -o FILE [--message TEXT]")}},
                              {}});
        m_target = absolutePath(given);
        if (QFileInfo::exists(m_target))
            return fail(Error{errors::fileThere, {{QStringLiteral("path"), m_target}}, {}});
        for (const QString &word : invocation().words) {
            const auto found = document(word);
            if (!found.ok())
                return fail(found.error());
            m_rows.append(found.value());
        }
        m_parcel.message = invocation().options.value(QStringLiteral("message"));
        m_parcel.madeUtc = QDateTime::currentDateTimeUtc();
        readNext();
    }

private:
    void readNext()
    {
        if (m_parcel.documents.size() == m_rows.size())
            return wrap();
        const DocumentRow row = m_rows.at(m_parcel.documents.size());
        then(documents().fetch(row.id), [this, row](const Outcome &fetched) {
            if (!fetched.ok())
                return fail(fetched.error());
            const auto device = documents().open(row.id);
            if (!device)
                return fail(Error{errors::notHere, {{QStringLiteral("name"), row.name}}, {}});
            m_bytes += device->size();
            if (m_bytes > sealed::mostParcelBytes)
                return fail(Error{errors::parcelTooLarge, {{QStringLiteral("limit"), sealed::mostParcelBytes}}, {}});
            const QByteArray bytes = device->readAll();
            if (bytes.size() != device->size())
                return fail(Error{errors::internal, {}, device->errorString()});
            m_parcel.documents.append({row.name, row.mediaType, bytes});
            readNext();
        });
    }

    void wrap()
    {
        const QString code = sealed::newParcelCode();
        then(runInPool([parcel = m_parcel, code, target = m_target]() -> Outcome {
                 return sealed::parcelTo(target, parcel, code);
             }),
             [this, code](const Outcome &made) {
                 if (!made.ok())
                     return fail(made.error());
                 noteNext(code);
             });
    }

    // In the record of activity: each of them has left.
    void noteNext(const QString &code)
    {
        if (m_noted == m_rows.size()) {
            const QString words = QCoreApplication::translate("Commands", "%1\nCode: %2\nTell it by another way than the file goes.");
            return done({{QStringLiteral("file"), m_target}, {QStringLiteral("code"), code}, {QStringLiteral("documents"), int(m_rows.size())}},
                        words.arg(m_target, code) + u'\n');
        }
        then(documents().activity().tell(QStringLiteral("document.exported"), m_rows.at(m_noted++).id),
             [this, code](const Outcome &) { noteNext(code); });
    }

    QString m_target;
    QList<DocumentRow> m_rows;
    sealed::Parcel m_parcel;
    qint64 m_bytes = 0;
    qsizetype m_noted = 0;
};

class Unwrap final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; }
    void start() override
    {
        m_file = absolutePath(invocation().words.first());
        const QString given = invocation().options.value(QStringLiteral("output"));
        m_folder = absolutePath(given.isEmpty() ? QStringLiteral(".") : given);
        // In an argument every process would see it.
        if (const QString name = invocation().options.value(QStringLiteral("code-env")); !name.isEmpty()) {
            const char *code = std::getenv(name.toLocal8Bit().constData());
            return code ? unwrap(QString::fromLocal8Bit(code)) : fail(Error{errors::noVariable, {{QStringLiteral("name"), name}}, {}});
        }
        environment().console.ask(QCoreApplication::translate("Commands", "Code of this file: "), [this](const std::optional<QString> &code) {
            if (!code)
                return fail(Error{errors::optionNeeded, {{QStringLiteral("what"), QStringLiteral("--code-env")}}, {}});
            unwrap(*code);
        });
    }

private:
    void unwrap(const QString &code)
    {
        then(runInPool([path = m_file, folder = m_folder, code]() -> Result<QStringList> {
                 // Nothing is written unless all of it opens.
                 CARRIEL_TRY(const sealed::Parcel parcel, sealed::parcelIn(path, code));
                 return sealed::savedTo(folder, parcel);
             }),
             [this](const Result<QStringList> &paths) {
                 if (!paths.ok())
                     return fail(paths.error());
                 QJsonArray files;
                 for (const QString &path : paths.value())
                     files.append(path);
                 done({{QStringLiteral("files"), files}}, paths.value().join(u'\n') + u'\n');
             });
    }

    QString m_file;
    QString m_folder;
};

} // namespace

std::unique_ptr<Command> makeParcelCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("wrap"))
        return std::make_unique<Wrap>(environment, invocation);
    if (invocation.command == QLatin1String("unwrap"))
        return std::make_unique<Unwrap>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
