// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/Pkcs12Key.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Pkcs12.h"
#include "core/signing/SigningErrors.h"

#include <QFile>

namespace carriel::signing {

namespace {

constexpr qint64 maxKeyFile = 10 * 1024 * 1024;

class Pkcs12Key final : public KeySource
{
public:
    explicit Pkcs12Key(crypto::Pkcs12 file) : m_file(std::move(file)) {}
    crypto::Certificate certificate() const override { return m_file.certificate(); }
    QList<crypto::Certificate> chain() const override { return m_file.others(); }
    void sign(const QByteArray &toBeSigned, Signed done) override { done(m_file.sign(toBeSigned)); }

private:
    crypto::Pkcs12 m_file;
};

} // namespace

Result<std::unique_ptr<KeySource>> openPkcs12(const QString &path, const SecretBytes &password)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{carriel::errors::fileRead, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                     file.errorString()};
    if (file.size() > maxKeyFile)
        return Error{errors::badKeyFile, {{QStringLiteral("path"), path}}, {}};
    QByteArray bytes = file.readAll();
    auto opened = crypto::Pkcs12::open(bytes, password);
    wipeMemory(bytes.data(), std::size_t(bytes.size()));
    if (opened.ok())
        return std::unique_ptr<KeySource>(std::make_unique<Pkcs12Key>(std::move(opened).value()));
    if (opened.error().code == crypto::errors::notAuthentic)
        return Error{errors::wrongPin, {{QStringLiteral("key"), QStringLiteral("file")}}, {}};
    return Error{errors::badKeyFile, {{QStringLiteral("path"), path}}, opened.error().detail};
}

} // namespace carriel::signing
