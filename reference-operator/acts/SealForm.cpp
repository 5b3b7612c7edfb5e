// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/SealForm.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Admission.h"
#include "reference-operator/acts/Procedures.h"

#include <openssl/x509.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockTolerance = 300; // seconds between the entity's clock and ours
constexpr qint64 farthest = 366 * 86400;
constexpr qint64 freshLogin = 300; // for what has a legal effect when it is opened

void need(bool holds, const char *reason)
{
    if (!holds)
        throw Refusal(reason);
}

bool isDigest(const QJsonValue &value)
{
    const auto raw = fromB64u(value.toString().toLatin1());
    return raw && raw->size() == 32;
}

bool areCertificates(const QJsonValue &x5c)
{
    if (x5c.isUndefined())
        return true;
    const QJsonArray list = x5c.toArray();
    for (const QJsonValue &one : list) {
        const QByteArray der = fromB64(one.toString().toLatin1()).value_or(QByteArray());
        const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
        X509 *certificate = d2i_X509(nullptr, &at, der.size());
        X509_free(certificate);
        if (!certificate)
            return false;
    }
    return !list.isEmpty() && list.size() <= 10;
}

// One of whom a receipt is taken here.
bool areSigners(const QJsonValue &value, bool certificates)
{
    const QJsonArray list = value.toArray();
    for (const QJsonValue &one : list) {
        if (one.toString() != u"device" && one.toString() != u"certificate")
            return false;
    }
    return (list.contains(u"device"_s) || (certificates && list.contains(u"certificate"_s))) && list.size() <= 10;
}

bool isConsent(const QJsonValue &value)
{
    return value.isNull() ||
           (isId(value.toObject().value("id"_L1).toString()) && isDigest(value.toObject().value("sha256"_L1)));
}

void checkMembers(const QJsonObject &seal, bool certificates)
{
    static const QStringList assurance = {u"low"_s, u"medium"_s, u"high"_s, u"very-high"_s};
    const QJsonObject open = seal.value("open"_L1).toObject();
    const QJsonObject content = seal.value("content"_L1).toObject();
    const QString acr = open.value("acr"_L1).toString();
    const qint64 age = open.value("max_age"_L1).toInteger();
    const QString title = seal.value("title"_L1).toString();
    const QString sensitivity = seal.value("sensitivity"_L1).toString();
    need(seal.value("v"_L1).toInteger() == 1 && knownClasses().contains(seal.value("class"_L1).toString()),
         "seal_form");
    need(!title.trimmed().isEmpty() && title.size() <= 120, "seal_form");
    need(seal.value("case"_L1).isString() && seal.value("case"_L1).toString().size() <= 100, "seal_form");
    need(sensitivity == u"normal" || sensitivity == u"sensitive", "seal_form");
    need(assurance.contains(acr) && age >= 60 && age <= 3600, "seal_form");
    need(areSigners(open.value("signer"_L1), certificates), "signer");
    need(content.value("enc"_L1).toString() == u"aes128gcm" && isDigest(content.value("cipher_sha256"_L1)) &&
             isDigest(content.value("plain_sha256"_L1)) && content.value("cipher_size"_L1).toInteger(-1) >= 0 &&
             content.value("type"_L1).toString() == u"application/vnd.etsi.asic-e+zip",
         "seal_form");
    need(seal.contains("consent"_L1) && isConsent(seal.value("consent"_L1)), "consent");
    // Whoever opens it is notified in that moment: only the person, and surely.
    if (seal.value("regime"_L1).toString() == u"cpaca-56")
        need(assurance.indexOf(acr) >= assurance.indexOf(u"high"_s) && age <= freshLogin, "regime");
}

void checkDates(const QJsonObject &seal)
{
    const qint64 now = nowSeconds();
    const qint64 made = seal.value("iat"_L1).toInteger(-1);
    const qint64 from = seal.value("not_before"_L1).toInteger(-1);
    const QJsonValue to = seal.value("expires"_L1);
    need(made >= 0 && made <= now + clockTolerance && from >= 0 && from <= now + farthest, "dates");
    need(to.isNull() || to.toInteger(0) > std::max(now, from), "dates");
    // What counts as made without being opened is not closed unopened: its term would run on where nobody reads it.
    const QString regime = seal.value("regime"_L1).toString();
    need(to.isNull() || regime == u"cpaca-56" || !hasLegalEffect(regime), "dates");
}

void checkWarning(const QJsonObject &seal)
{
    const QJsonObject named = seal.value("open"_L1).toObject().value("warning"_L1).toObject();
    const Warning *warning = findWarning(named.value("id"_L1).toString());
    need(warning && warning->regime == seal.value("regime"_L1).toString() &&
             fromB64u(named.value("sha256"_L1).toString().toLatin1()) == warning->text.sha256,
         "warning");
}

} // namespace

void checkRegime(const QString &cls, const QString &regime)
{
    need((cls == u"notification") == hasLegalEffect(regime), "regime");
}

void checkSealForm(const Jws &seal, bool certificates)
{
    need(areCertificates(seal.header.value("x5c"_L1)), "seal_form");
    checkMembers(seal.payload, certificates);
    checkRegime(seal.payload.value("class"_L1).toString(), seal.payload.value("regime"_L1).toString());
    checkDates(seal.payload);
    checkWarning(seal.payload);
}

} // namespace carriel::op
