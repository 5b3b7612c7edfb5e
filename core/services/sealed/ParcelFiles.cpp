// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/ParcelFiles.h"

#include "core/base/BaseErrors.h"
#include "core/domain/NameRules.h"
#include "core/services/sealed/SealedErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace carriel::sealed {

namespace {

Error cannotWrite(const QString &path, const QString &detail)
{
    return {carriel::errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), detail}}, detail};
}

Outcome written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(bytes) == bytes.size() && file.commit();
    return done ? Outcome() : Outcome(cannotWrite(path, file.errorString()));
}

QString freeName(const QString &folder, const QString &told)
{
    const NameRules rules;
    QString name = told.left(4096);
    for (QChar &c : name) {
        if (QStringLiteral("/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'_';
    }
    name = rules.fitted(name);
    if (name.startsWith(u'.')) // nothing that hides itself
        name = rules.fitted(QString(u'_' + name));
    QString out = QDir(folder).filePath(name);
    for (int number = 2; QFileInfo::exists(out) || QFileInfo(out).isSymLink(); ++number)
        out = QDir(folder).filePath(rules.numbered(name, number));
    return out;
}

} // namespace

Outcome parcelTo(const QString &path, const Parcel &parcel, const QString &code)
{
    CARRIEL_TRY(const QByteArray file, wrapped(parcel, code));
    return written(path, file);
}

Result<Parcel> parcelIn(const QString &path, const QString &code)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{carriel::errors::fileRead, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    if (file.size() > mostParcelBytes * 2)
        return Error{errors::parcelTooLarge, {{QStringLiteral("limit"), mostParcelBytes}}, {}};
    return unwrapped(file.readAll(), code);
}

Result<QStringList> savedTo(const QString &folder, const Parcel &parcel)
{
    if (!QDir().mkpath(folder))
        return cannotWrite(folder, QStringLiteral("mkpath"));
    QStringList out;
    for (const ParcelDocument &one : parcel.documents) {
        const QString target = freeName(folder, one.name);
        CARRIEL_CHECK(written(target, one.bytes));
        out.append(target);
    }
    return out;
}

} // namespace carriel::sealed
