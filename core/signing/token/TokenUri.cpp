// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/token/TokenUri.h"

#include "core/base/BaseErrors.h"

#include <QFileInfo>
#include <p11-kit/uri.h>

namespace carriel::signing {

namespace {

Error badUri(const QString &detail)
{
    return Error{carriel::errors::badInput, {{QStringLiteral("what"), QStringLiteral("pkcs11:")}}, detail};
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, const QByteArray &value)
{
    return {type, const_cast<char *>(value.constData()), CK_ULONG(value.size())};
}

} // namespace

TokenUri::TokenUri(p11_kit_uri *uri) : m_uri(uri, p11_kit_uri_free) {}

Result<TokenUri> TokenUri::parse(const QString &text)
{
    TokenUri uri(p11_kit_uri_new());
    const int answer = p11_kit_uri_parse(text.toUtf8().constData(), P11_KIT_URI_FOR_ANY, uri.m_uri.get());
    if (answer != P11_KIT_URI_OK || p11_kit_uri_any_unrecognized(uri.m_uri.get()))
        return badUri(QString::fromUtf8(p11_kit_uri_message(answer)));
    if (p11_kit_uri_get_pin_value(uri.m_uri.get()) || p11_kit_uri_get_pin_source(uri.m_uri.get()))
        return badUri(QStringLiteral("a PIN does not belong into the URI"));
    p11_kit_uri_clear_attribute(uri.m_uri.get(), CKA_CLASS); // certificate and key are always both meant
    return uri;
}

QString TokenUri::module() const
{
    if (const char *path = p11_kit_uri_get_module_path(m_uri.get()))
        return QString::fromUtf8(path);
    const char *given = p11_kit_uri_get_module_name(m_uri.get());
    if (!given)
        return QStringLiteral("p11-kit-proxy.so");
    const QString name = QString::fromUtf8(given).section(u'/', -1);
    for (const char *folder : {"/usr/lib/x86_64-linux-gnu/pkcs11/", "/usr/lib/aarch64-linux-gnu/pkcs11/",
                               "/usr/lib64/pkcs11/", "/usr/lib/pkcs11/", "/usr/lib/softhsm/"}) {
        for (const QString &file : {QString(name + QStringLiteral(".so")),
                                    QString(QStringLiteral("lib") + name + QStringLiteral(".so")), name}) {
            if (const QString path = QString::fromLatin1(folder) + file; QFileInfo(path).isFile())
                return path;
        }
    }
    return name;
}

bool TokenUri::fitsToken(const CK_TOKEN_INFO &token) const
{
    return p11_kit_uri_match_token_info(m_uri.get(), const_cast<CK_TOKEN_INFO *>(&token)) == 1;
}

bool TokenUri::fitsObject(const QByteArray &label, const QByteArray &id) const
{
    CK_ATTRIBUTE attributes[] = {attribute(CKA_LABEL, label), attribute(CKA_ID, id)};
    return p11_kit_uri_match_attributes(m_uri.get(), attributes, 2) == 1;
}

QString TokenUri::naming(const CK_TOKEN_INFO &token, const QByteArray &label, const QByteArray &id) const
{
    const std::shared_ptr<p11_kit_uri> uri(p11_kit_uri_new(), p11_kit_uri_free);
    // What a person would recognise and what makes it the only one; the maker and the model say nothing more.
    CK_TOKEN_INFO *info = p11_kit_uri_get_token_info(uri.get());
    memcpy(info->label, token.label, sizeof info->label);
    memcpy(info->serialNumber, token.serialNumber, sizeof info->serialNumber);
    CK_ATTRIBUTE attributes[] = {attribute(CKA_LABEL, label), attribute(CKA_ID, id)};
    for (CK_ATTRIBUTE &one : attributes) {
        if (one.ulValueLen > 0)
            p11_kit_uri_set_attribute(uri.get(), &one);
    }
    if (const char *path = p11_kit_uri_get_module_path(m_uri.get()))
        p11_kit_uri_set_module_path(uri.get(), path);
    if (const char *name = p11_kit_uri_get_module_name(m_uri.get()))
        p11_kit_uri_set_module_name(uri.get(), name);
    char *text = nullptr;
    const int answer = p11_kit_uri_format(uri.get(), P11_KIT_URI_FOR_ANY, &text);
    const QString named = answer == P11_KIT_URI_OK ? QString::fromUtf8(text) : QString();
    free(text);
    return named;
}

} // namespace carriel::signing
