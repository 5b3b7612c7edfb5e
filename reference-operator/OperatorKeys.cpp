// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/OperatorKeys.h"

#include "reference-operator/Database.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Files.h"
#include "reference-operator/Jws.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <cerrno>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

KeyPtr own(EVP_PKEY *key)
{
    if (!key)
        throw std::runtime_error("the operator's signing key cannot be read");
    return KeyPtr(key, [](EVP_PKEY *k) { EVP_PKEY_free(k); });
}

void makeKey(const QString &file)
{
    const KeyPtr key = own(EVP_EC_gen("P-256"));
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QString fresh = QString(file + u".new"_s);
    QFile::remove(fresh);
    {
        const File out(fresh, O_WRONLY | O_CREAT | O_EXCL, 0600);
        out.writeAt(0, QByteArrayView(data, size));
        out.sync();
    }
    BIO_free(bio);
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(file).constData()) != 0)
        throw FileError(file, errno);
    syncFolder(file.left(file.lastIndexOf(u'/')));
}

KeyPtr keyIn(const QString &file, bool mayMake)
{
    if (!QFile::exists(file) && !mayMake) // another one in its place could open nothing and vouch for nothing
        throw std::runtime_error(
            QString(file + u" is missing, and this database was used with it. Restore it."_s).toStdString());
    if (!QFile::exists(file))
        makeKey(file);
    const QByteArray pem = File(file, O_RDONLY).readAt(0, 65536);
    BIO *bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return own(key);
}

} // namespace

OperatorKeys::OperatorKeys(const QString &directory, Database &database)
{
    const bool first = database.read(
        [](Connection &c) { return !c.one(u"SELECT 1 FROM operator_keys"_s).isValid() && !c.one(u"SELECT 1 FROM notifications"_s).isValid(); });
    if (!QDir().mkpath(directory))
        throw FileError(directory, errno);
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_key = keyIn(QString(directory + u"/operator-sign.pem"_s), first);
    m_seal = keyIn(QString(directory + u"/operator-seal.pem"_s), first);
    m_token = keyIn(QString(directory + u"/operator-token.pem"_s), true); // its tokens live for minutes
    m_kid = QString::fromLatin1(*thumbprint(jwkOf(m_key)));
    database.write([&](Connection &c) {
        keep(c, u"sign"_s, signJwk());
        keep(c, u"seal"_s, jwkOf(m_seal));
    });
}

void OperatorKeys::keep(Connection &c, const QString &use, const QJsonObject &jwk)
{
    const QString kid = QString::fromLatin1(*thumbprint(jwk));
    if (c.one(u"SELECT 1 FROM operator_keys WHERE kid = ? AND use = ? AND valid_to IS NULL"_s, {kid, use}).isValid())
        return;
    const bool first = !c.one(u"SELECT 1 FROM operator_keys WHERE use = ?"_s, {use}).isValid();
    if (!first)
        qWarning("the operator's %s key is another one than before", qPrintable(use));
    c.change(u"UPDATE operator_keys SET valid_to = ? WHERE use = ? AND valid_to IS NULL"_s, {nowSeconds(), use});
    c.change(u"INSERT INTO operator_keys(kid, use, jwk, valid_from) VALUES(?, ?, ?, ?)"
             u" ON CONFLICT(kid, use) DO UPDATE SET valid_to = NULL"_s,
             {kid, use, QString::fromUtf8(compact(jwk)), first ? 0 : nowSeconds()});
}

QJsonArray OperatorKeys::everyKey(Connection &c)
{
    QJsonArray out;
    QSqlQuery &row =
        c.run(u"SELECT kid, use, jwk, valid_from, valid_to FROM operator_keys ORDER BY use DESC, valid_from, kid"_s);
    while (row.next()) {
        QJsonObject key = QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object();
        key.insert(u"kid"_s, row.value(0).toString());
        key.insert(u"use"_s, row.value(1).toString());
        key.insert(u"from"_s, row.value(3).toLongLong());
        key.insert(u"to"_s, row.value(4).isNull() ? QJsonValue() : QJsonValue(row.value(4).toLongLong()));
        out.append(key);
    }
    row.finish();
    return out;
}

QByteArray OperatorKeys::sign(const QString &typ, const QJsonObject &payload) const
{
    return signJws(typ, m_kid, payload, m_key);
}

QJsonObject OperatorKeys::sealJwk() const
{
    QJsonObject key = jwkOf(m_seal);
    key.insert(u"kid"_s, QString::fromLatin1(*thumbprint(key)));
    return key;
}

QJsonObject OperatorKeys::published(Connection &c)
{
    QJsonArray out;
    for (const QJsonValue &value : everyKey(c)) {
        QJsonObject key = value.toObject();
        if (key.value("use"_L1).toString() != u"sign")
            continue;
        key.remove("from"_L1);
        key.remove("to"_L1);
        key.insert(u"use"_s, u"sig"_s);
        key.insert(u"alg"_s, u"ES256"_s);
        out.append(key);
    }
    return {{u"keys"_s, out}};
}

} // namespace carriel::op
