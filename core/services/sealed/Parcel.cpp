// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/Parcel.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CodeJwe.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Ece.h"
#include "core/crypto/StrictJson.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/signing/asic/Zip.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::sealed {

namespace {
const QByteArray mediaType = "application/vnd.carpeta.parcel+zip";
const QString kMimetype = QStringLiteral("mimetype"), kManifest = QStringLiteral("manifest.jwe");
constexpr qint64 manifestLimit = 1 << 20;
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int codeLength = 16;

Error notAParcel(const QString &reason)
{
    return {errors::notAParcel, {{QStringLiteral("reason"), reason}}, reason};
}

Error wrongCode()
{
    return {errors::wrongParcelCode, {}, {}};
}

Error tooLarge()
{
    return {errors::parcelTooLarge, {{QStringLiteral("limit"), mostParcelBytes}}, {}};
}

QString base64(QByteArrayView bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}

QByteArray bytesIn(const QJsonObject &o, const char *name)
{
    return crypto::fromBase64Url(o.value(QLatin1String(name)).toString().toLatin1()).valueOr({});
}

// As it was made, whatever somebody typed; empty if it is no such code.
SecretBytes secretOf(const QString &code)
{
    QByteArray out;
    for (const QChar typed : code.toUpper()) {
        if (typed.isSpace() || typed == u'-')
            continue;
        const char c = typed == u'O' ? '0' : typed == u'I' || typed == u'L' ? '1' : typed.toLatin1();
        if (c == 0 || !QByteArrayView(alphabet).contains(c))
            return {};
        out += c;
    }
    return out.size() == codeLength ? SecretBytes::takeFrom(out) : SecretBytes();
}

Result<QByteArray> sealedBytes(QByteArrayView plain, const SecretBytes &key)
{
    CARRIEL_TRY(auto sealer, crypto::EceSealer::start(key.view()));
    CARRIEL_TRY(QByteArray out, sealer.add(plain));
    CARRIEL_TRY(const QByteArray last, sealer.finish());
    return QByteArray(out + last);
}

Result<ParcelDocument> documentIn(const signing::ZipReader &zip, const QJsonObject &told)
{
    const signing::ZipEntry *entry = zip.find(told.value(QLatin1String("file")).toString());
    if (!entry || entry->name == kManifest || entry->name == kMimetype)
        return notAParcel(QStringLiteral("a document is missing"));
    CARRIEL_TRY(const QByteArray cipher, zip.bytesOf(*entry, mostParcelBytes * 2));
    crypto::EceOpener opener(SecretBytes::copyOf(bytesIn(told, "ck")));
    auto plain = opener.add(cipher);
    const auto last = plain ? opener.finish() : Result<QByteArray>(plain.error());
    if (!last)
        return wrongCode();
    const QByteArray bytes = plain.value() + last.value();
    if (crypto::sha256(bytes) != bytesIn(told, "sha256"))
        return wrongCode();
    return ParcelDocument{told.value(QLatin1String("name")).toString(), told.value(QLatin1String("media_type")).toString(), bytes};
}
} // namespace

QString newParcelCode()
{
    const SecretBytes random = crypto::randomSecret(codeLength);
    QString out;
    for (int i = 0; i < codeLength; ++i) {
        if (i > 0 && i % 4 == 0)
            out += u'-';
        out += QLatin1Char(alphabet[static_cast<unsigned char>(random.view().at(i)) % 32]);
    }
    return out;
}

Result<QByteArray> wrapped(const Parcel &parcel, const QString &code)
{
    const SecretBytes secret = secretOf(code);
    if (secret.size() == 0)
        return wrongCode();
    qint64 bytes = 0;
    for (const ParcelDocument &one : parcel.documents)
        bytes += one.bytes.size();
    if (bytes > mostParcelBytes || parcel.documents.size() > mostParcelDocuments)
        return tooLarge();
    QByteArray file;
    signing::ZipWriter zip(
        [&file](QByteArrayView part) -> Outcome {
            file += part;
            return {};
        },
        QDateTime(QDate(1980, 1, 1), QTime(0, 0), Qt::UTC)); // when it was made is nobody's business who has no code
    CARRIEL_CHECK(zip.add(kMimetype, mediaType));
    QJsonArray documents;
    QList<QByteArray> contents;
    for (const ParcelDocument &one : parcel.documents) {
        const SecretBytes key = crypto::randomSecret(32);
        CARRIEL_TRY(const QByteArray cipher, sealedBytes(one.bytes, key));
        contents.append(cipher);
        documents.append(QJsonObject{{QStringLiteral("file"), QStringLiteral("%1.ece").arg(contents.size(), 3, 10, QLatin1Char('0'))},
                                     {QStringLiteral("name"), one.name},
                                     {QStringLiteral("media_type"), one.mediaType},
                                     {QStringLiteral("sha256"), base64(crypto::sha256(one.bytes))},
                                     {QStringLiteral("ck"), base64(key.view())}});
    }
    const QJsonObject manifest{{QStringLiteral("v"), 1},
                               {QStringLiteral("message"), parcel.message},
                               {QStringLiteral("made"), parcel.madeUtc.toUTC().toString(Qt::ISODate)},
                               {QStringLiteral("documents"), documents}};
    QByteArray plain = QJsonDocument(manifest).toJson(QJsonDocument::Compact);
    if (plain.size() > manifestLimit / 2)
        return tooLarge();
    const auto jwe = crypto::encryptJweWithCode(secret, plain);
    wipeMemory(plain.data(), std::size_t(plain.size()));
    if (!jwe)
        return jwe.error();
    CARRIEL_CHECK(zip.add(kManifest, jwe.value()));
    for (qsizetype i = 0; i < contents.size(); ++i)
        CARRIEL_CHECK(zip.add(documents.at(i).toObject().value(QLatin1String("file")).toString(), contents.at(i)));
    CARRIEL_CHECK(zip.finish());
    return file;
}

Result<Parcel> unwrapped(QByteArrayView file, const QString &code)
{
    const auto zip = signing::ZipReader::open(file);
    if (!zip)
        return notAParcel(zip.error().detail.isEmpty() ? zip.error().codeText() : zip.error().detail);
    const signing::ZipEntry *kind = zip.value().find(kMimetype);
    const signing::ZipEntry *manifest = zip.value().find(kManifest);
    if (!kind || !manifest || zip.value().bytesOf(*kind, 256).valueOr({}) != mediaType)
        return notAParcel(QStringLiteral("kind"));
    const SecretBytes secret = secretOf(code);
    if (secret.size() == 0)
        return wrongCode();
    const auto jwe = zip.value().bytesOf(*manifest, manifestLimit);
    if (!jwe)
        return notAParcel(QStringLiteral("manifest"));
    const auto plain = crypto::decryptJweWithCode(secret, jwe.value(), manifestLimit);
    if (!plain)
        return plain.error().code == crypto::errors::notAuthentic ? wrongCode() : notAParcel(QStringLiteral("manifest"));
    const auto told = crypto::parseStrictObject(plain.value().view(), manifestLimit);
    const QJsonArray documents = told ? told.value().value(QLatin1String("documents")).toArray() : QJsonArray();
    if (!told || told.value().value(QLatin1String("v")).toInt() != 1 || documents.size() > mostParcelDocuments)
        return notAParcel(QStringLiteral("version"));
    Parcel out{told.value().value(QLatin1String("message")).toString(),
               QDateTime::fromString(told.value().value(QLatin1String("made")).toString(), Qt::ISODate),
               {}};
    qint64 bytes = 0;
    for (const QJsonValue one : documents) {
        CARRIEL_TRY(const ParcelDocument document, documentIn(zip.value(), one.toObject()));
        bytes += document.bytes.size();
        if (bytes > mostParcelBytes)
            return tooLarge();
        out.documents.append(document);
    }
    return out;
}

} // namespace carriel::sealed
