// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/Cards.h"

#include <QDir>
#include <QFile>

namespace carriel::test {

namespace {

const QString pin = QStringLiteral("123456");

bool tool(SigningPki &pki, const char *program, const QStringList &arguments)
{
    bool ok = false;
    const QByteArray said = pki.run(QString::fromLatin1(program), arguments, &ok);
    if (!ok)
        qWarning("%s %s", program, said.constData());
    return ok;
}

// Key and certificate of that person, under the same id.
bool store(SigningPki &pki, const QString &name, const QString &id, const QString &token)
{
    const QString key = name + QStringLiteral(".key"), plain = name + QStringLiteral(".pk8"),
                  certificate = name + QStringLiteral(".cert.der");
    return pki.openssl({QStringLiteral("pkcs8"), QStringLiteral("-topk8"), QStringLiteral("-nocrypt"),
                        QStringLiteral("-in"), key, QStringLiteral("-out"), plain}) &&
           tool(pki, "softhsm2-util",
                {QStringLiteral("--import"), plain, QStringLiteral("--token"), token, QStringLiteral("--label"), name,
                 QStringLiteral("--id"), id, QStringLiteral("--pin"), pin}) &&
           pki.openssl({QStringLiteral("x509"), QStringLiteral("-in"), QString(name + QStringLiteral(".pem")),
                        QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-out"), certificate}) &&
           tool(pki, "pkcs11-tool",
                {QStringLiteral("--module"), QString::fromLatin1(softhsmDriver), QStringLiteral("--token-label"), token,
                 QStringLiteral("--login"), QStringLiteral("--pin"), pin, QStringLiteral("--id"), id,
                 QStringLiteral("--label"), name, QStringLiteral("--write-object"), certificate,
                 QStringLiteral("--type"), QStringLiteral("cert")});
}

} // namespace

bool cardsPossible()
{
    return QFile::exists(QString::fromLatin1(softhsmDriver));
}

bool makeCards(SigningPki &pki)
{
    QFile settings(pki.file(QStringLiteral("softhsm.conf")));
    if (!QDir(pki.file({})).mkpath(QStringLiteral("tokens")) || !settings.open(QIODevice::WriteOnly))
        return false;
    settings.write("directories.tokendir = " + pki.file(QStringLiteral("tokens")).toUtf8() +
                   "\nobjectstore.backend = file\nlog.level = ERROR\n");
    settings.close();
    qputenv("SOFTHSM2_CONF", settings.fileName().toUtf8());
    for (const QString &label : {QStringLiteral("cedula"), QStringLiteral("otra")}) {
        if (!tool(pki, "softhsm2-util",
                  {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), label,
                   QStringLiteral("--pin"), pin, QStringLiteral("--so-pin"), QStringLiteral("87654321")}))
            return false;
    }
    return store(pki, QStringLiteral("ana"), QStringLiteral("a1"), QStringLiteral("cedula")) &&
           store(pki, QStringLiteral("eva"), QStringLiteral("e5"), QStringLiteral("cedula")) &&
           store(pki, QStringLiteral("rob"), QStringLiteral("b0"), QStringLiteral("otra"));
}

} // namespace carriel::test
