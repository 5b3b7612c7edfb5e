// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/OperatorKeys.h"

#include "reference-operator/Files.h"
#include "reference-operator/Jws.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
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

KeyPtr keyIn(const QString &file)
{
    if (!QFile::exists(file))
        makeKey(file);
    const QByteArray pem = File(file, O_RDONLY).readAt(0, 65536);
    BIO *bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    return own(key);
}

} // namespace

OperatorKeys::OperatorKeys(const QString &directory)
{
    if (!QDir().mkpath(directory))
        throw FileError(directory, errno);
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_key = keyIn(QString(directory + u"/operator-sign.pem"_s));
    m_seal = keyIn(QString(directory + u"/operator-seal.pem"_s));
    m_token = keyIn(QString(directory + u"/operator-token.pem"_s));
    m_kid = QString::fromLatin1(*thumbprint(jwkOf(m_key)));
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

QJsonObject OperatorKeys::published() const
{
    QJsonObject key = jwkOf(m_key);
    key.insert(u"kid"_s, m_kid);
    key.insert(u"use"_s, u"sig"_s);
    key.insert(u"alg"_s, u"ES256"_s);
    return {{u"keys"_s, QJsonArray{key}}};
}

} // namespace carriel::op
