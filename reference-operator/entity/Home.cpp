// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/Home.h"

#include "reference-operator/Encoding.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <stdexcept>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        throw std::runtime_error(QString(name + u": "_s + file.errorString()).toStdString());
}

} // namespace

Home openHome(const QString &dir)
{
    const QDir home(dir);
    QFile file(home.filePath(u"entity.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("there is no entity in this folder; register it first");
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto text = [&](const char *name) { return json.value(QLatin1StringView(name)).toString(); };
    Home out{dir, text("id"), text("name"), text("operator"), text("ca"), {}, {}};
    out.signer = text("p12").isEmpty() ? signerFromPem(home.filePath(u"sign.key"_s), home.filePath(u"sign.pem"_s))
                                       : signerFromPkcs12(text("p12"), text("password").toUtf8());
    out.client = signerFromPem(home.filePath(u"client.key"_s), home.filePath(u"client.pem"_s)).key;
    return out;
}

Home makeHome(const QString &dir, const QString &id, const QString &name, const QString &address, const QString &ca,
              const QString &p12, const QByteArray &password)
{
    const QDir home(dir);
    if (!QDir().mkpath(dir))
        throw std::runtime_error(QString(dir + u": cannot be made"_s).toStdString());
    QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!QFile::exists(home.filePath(u"client.key"_s)))
        makeSigner(home.filePath(u"client.key"_s), home.filePath(u"client.pem"_s), name, id);
    if (p12.isEmpty() && !QFile::exists(home.filePath(u"sign.key"_s)))
        makeSigner(home.filePath(u"sign.key"_s), home.filePath(u"sign.pem"_s), name, id);
    QString base = address;
    while (base.endsWith(u'/'))
        base.chop(1);
    write(home.filePath(u"entity.json"_s),
          op::compact({{u"id"_s, id},
                       {u"name"_s, name},
                       {u"operator"_s, base},
                       {u"ca"_s, ca.isEmpty() ? ca : QFileInfo(ca).absoluteFilePath()},
                       {u"p12"_s, p12.isEmpty() ? p12 : QFileInfo(p12).absoluteFilePath()},
                       {u"password"_s, QString::fromUtf8(password)}}));
    return openHome(dir);
}

} // namespace carriel::entity
