// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// wrap, unwrap: documents for somebody else in one encrypted file that opens with a code.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "core/base/BaseErrors.h"
#include "core/services/Activity.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/Parcel.h"
#include "core/services/sealed/SealedErrors.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace carriel::commands {
namespace {

Error cannotWrite(const QString &path, const QString &detail)
{
    return {errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), detail}}, detail};
}

// For its owner alone, whole or not at all.
Outcome written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(bytes) == bytes.size() && file.commit();
    return done ? Outcome() : Outcome(cannotWrite(path, file.errorString()));
}

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
                 CARRIEL_TRY(const QByteArray file, sealed::wrapped(parcel, code));
                 return written(target, file);
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
        environment().console.ask(QCoreApplication::translate("Commands", "Code of this file: "), [this](const std::optional<QString> &code) {
            if (!code)
                return fail(Error{errors::nobodyConfirms, {}, {}});
            unwrap(*code);
        });
    }

private:
    void unwrap(const QString &code)
    {
        then(runInPool([path = m_file, folder = m_folder, code]() -> Result<QStringList> { return unwrappedTo(folder, path, code); }),
             [this](const Result<QStringList> &paths) {
                 if (!paths.ok())
                     return fail(paths.error());
                 QJsonArray files;
                 for (const QString &path : paths.value())
                     files.append(path);
                 done({{QStringLiteral("files"), files}}, paths.value().join(u'\n') + u'\n');
             });
    }

    // Nothing is written unless all of it opens, and nothing that is there is overwritten.
    static Result<QStringList> unwrappedTo(const QString &folder, const QString &path, const QString &code)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{errors::fileRead, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
        if (file.size() > sealed::mostParcelBytes * 2)
            return Error{errors::parcelTooLarge, {{QStringLiteral("limit"), sealed::mostParcelBytes}}, {}};
        CARRIEL_TRY(const sealed::Parcel parcel, sealed::unwrapped(file.readAll(), code));
        if (!QDir().mkpath(folder))
            return cannotWrite(folder, QStringLiteral("mkpath"));
        QStringList out;
        for (const sealed::ParcelDocument &one : parcel.documents) {
            const QString target = freeName(folder, one.name);
            CARRIEL_CHECK(written(target, one.bytes));
            out.append(target);
        }
        return out;
    }

    static QString freeName(const QString &folder, const QString &told)
    {
        QString name = told.left(120).trimmed();
        for (QChar &c : name) {
            if (QStringLiteral("/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
                c = u'_';
        }
        if (name.isEmpty() || name.startsWith(u'.'))
            name.prepend(u'_');
        const QFileInfo info(name);
        const QString ending = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
        const QString stem = name.chopped(ending.size());
        QString out = QDir(folder).filePath(name);
        for (int number = 2; QFileInfo::exists(out); ++number)
            out = QDir(folder).filePath(QStringLiteral("%1 (%2)%3").arg(stem).arg(number).arg(ending));
        return out;
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
