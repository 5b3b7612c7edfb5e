// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/DemoConsent.h"

#include "reference-operator/Config.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Procedures.h"

#include <openssl/ec.h>
#include <openssl/evp.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

bool giveDemoConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                     const QString &procedure)
{
    const QString holder = c.one(u"SELECT holder FROM folders WHERE id = ?"_s, {folder}).toString();
    const auto known = findProcedure(c, procedure);
    const auto text = known ? findConsentText(c, known->text) : std::nullopt;
    if (holder.isEmpty() || !text)
        return false;
    if (c.one(u"SELECT 1 FROM consents WHERE folder = ? AND procedure = ? AND state = 'active'"_s, {folder, procedure})
            .isValid())
        return true;
    const KeyPtr key(EVP_EC_gen("P-256"), [](EVP_PKEY *k) { EVP_PKEY_free(k); });
    const QJsonObject ds = jwkOf(key);
    const QString id = newId();
    const qint64 now = nowSeconds();
    const QJsonObject de{
        {u"kty"_s, u"OKP"_s}, {u"crv"_s, u"X25519"_s}, {u"x"_s, QString::fromLatin1(b64u(randomBytes(32)))}};
    const QByteArray device =
        keys.sign(u"carpeta-device+json"_s, {{u"v"_s, 1},
                                             {u"iss"_s, config.api()},
                                             {u"sub"_s, holder},
                                             {u"device"_s, u"equipo-anterior"_s},
                                             {u"ds"_s, ds},
                                             {u"de"_s, de},
                                             {u"acr"_s, Config::stepUpAcr()},
                                             {u"auth_time"_s, now},
                                             {u"iat"_s, now},
                                             {u"id_token_sha256"_s, QString::fromLatin1(b64u(sha256("")))}});
    const QByteArray statement = signJws(u"carpeta-consent+json"_s, QString::fromLatin1(*thumbprint(ds)),
                                         {{u"v"_s, 1},
                                          {u"id"_s, id},
                                          {u"action"_s, u"give"_s},
                                          {u"sub"_s, holder},
                                          {u"entity"_s, known->entity},
                                          {u"procedure"_s, procedure},
                                          {u"text_id"_s, text->id},
                                          {u"text_sha256"_s, QString::fromLatin1(b64u(text->sha256))},
                                          {u"shown_at"_s, now},
                                          {u"iat"_s, now}},
                                         key);
    storeConsent(c, config, keys, folder, id, *known, statement, device, u""_s);
    return true;
}

} // namespace carriel::op
