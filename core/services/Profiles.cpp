// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Profiles.h"

#include "core/services/ServiceErrors.h"
#include "core/vault/Vault.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>
#include <algorithm>

namespace carriel {

namespace {
// Names are kept outside the vaults, which are locked: a name given to a profile is not a secret.
QString nameFile(const QString &dir)
{
    return dir + QStringLiteral("/profile.json");
}

QString elsewhereFile(const QString &root)
{
    return root + QStringLiteral("/elsewhere.json");
}

const QString kOwner = QStringLiteral("owner");
const QString kDirs = QStringLiteral("dirs");
const QString kOffList = QStringLiteral("off_list");

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(65536)).object() : QJsonObject();
}

QString readValue(const QString &path, const QString &key)
{
    return readObject(path).value(key).toString();
}

Outcome writeValue(const QString &path, const QString &key, const QJsonValue &value)
{
    QJsonObject object = readObject(path);
    object.insert(key, value);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    if (!written)
        return Error{errors::profileFolder, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    return {};
}
} // namespace

Profiles::Profiles(QString root) : m_root(std::move(root)) {}

QString Profiles::defaultRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/carriel/profiles");
}

QList<ProfileInfo> Profiles::list(const QString &open) const
{
    QStringList dirs;
    const QDir root(m_root);
    for (const QString &entry : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString dir = root.absoluteFilePath(entry);
        if (readObject(nameFile(dir)).value(kOffList).toBool())
            continue;
        if (QFile::exists(nameFile(dir)) || vault::Vault::probe(dir).presence != vault::VaultPresence::None)
            dirs << dir;
    }
    for (const QJsonValue &one : readObject(elsewhereFile(m_root)).value(kDirs).toArray()) {
        const QString dir = one.toString();
        if (vault::Vault::probe(dir).presence != vault::VaultPresence::None &&
            !readObject(nameFile(dir)).value(kOffList).toBool())
            dirs << dir;
    }
    if (!open.isEmpty() && !dirs.contains(QDir::cleanPath(open)))
        dirs << QDir::cleanPath(open);
    QList<ProfileInfo> out;
    for (const QString &dir : std::as_const(dirs)) {
        const QJsonObject known = readObject(nameFile(dir));
        out.append({dir, known.value(QStringLiteral("name")).toString(), known.value(kOwner).toString()});
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        const auto called = [](const ProfileInfo &one) { return one.name.isEmpty() ? one.owner : one.name; };
        return called(a).localeAwareCompare(called(b)) < 0;
    });
    return out;
}

QString Profiles::nameOf(const QString &dir)
{
    return readValue(nameFile(dir), QStringLiteral("name"));
}

void Profiles::noteOwner(const QString &dir, const QString &owner)
{
    if (!owner.isEmpty() && readValue(nameFile(dir), kOwner) != owner)
        (void)writeValue(nameFile(dir), kOwner, owner); // a folder that cannot be written to shows where it lies instead
}

Result<ProfileInfo> Profiles::create(const QString &name)
{
    const QString dir = m_root + u'/' + QUuid::createUuid().toString(QUuid::Id128).left(12);
    if (!QDir().mkpath(dir))
        return Error{errors::profileFolder, {{QStringLiteral("path"), dir}}, {}};
    QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    CARRIEL_CHECK(writeValue(nameFile(dir), QStringLiteral("name"), name));
    return ProfileInfo{dir, name, {}};
}

Outcome Profiles::rename(const QString &dir, const QString &name)
{
    return writeValue(nameFile(dir), QStringLiteral("name"), name);
}

Outcome Profiles::setListed(const QString &dir, bool listed)
{
    return writeValue(nameFile(dir), kOffList, !listed);
}

void Profiles::remember(const QString &dir)
{
    const QString path = QDir::cleanPath(dir);
    QJsonArray known = readObject(elsewhereFile(m_root)).value(kDirs).toArray();
    if (path.startsWith(QDir::cleanPath(m_root) + u'/') || known.contains(path) || !QDir().mkpath(m_root))
        return;
    constexpr int most = 20;
    while (known.size() >= most)
        known.removeFirst();
    known.append(path);
    (void)writeValue(elsewhereFile(m_root), kDirs, known); // only a convenience, as below
}

QString Profiles::lastUsed() const
{
    return readValue(m_root + QStringLiteral("/last.json"), QStringLiteral("dir"));
}

void Profiles::setLastUsed(const QString &dir)
{
    // Only a convenience of the next start: if it cannot be written, that start asks.
    (void)writeValue(m_root + QStringLiteral("/last.json"), QStringLiteral("dir"), dir);
}

} // namespace carriel
