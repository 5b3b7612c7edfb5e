// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SignOptions.h"

#include <QFileInfo>
#include <QJsonArray>

namespace carriel {

namespace {
constexpr const char *levelNames[] = {"b", "t", "lt", "lta"};
constexpr const char *signsKey = "signs";
constexpr const char *formatNames[] = {"", "pades", "asice", "cades"};

QString textAt(const QJsonObject &options, const char *key)
{
    return options.value(QLatin1String(key)).toString();
}
} // namespace

QString signLevelName(SignLevel level)
{
    return QString::fromLatin1(levelNames[int(level)]);
}

SignLevel signLevelFrom(QStringView name)
{
    for (int i = 0; i < 4; ++i) {
        if (name == QLatin1String(levelNames[i]))
            return SignLevel(i);
    }
    return SignLevel::B;
}

SignFormat formatFor(SignFormat wanted, const QString &mediaType)
{
    if (wanted != SignFormat::Choose)
        return wanted;
    return mediaType == QLatin1String("application/pdf") ? SignFormat::Pades : SignFormat::Asice;
}

SignFormat formatOf(const QJsonObject &options)
{
    const QString name = textAt(options, "format");
    for (int i = 1; i < 4; ++i) {
        if (name == QLatin1String(formatNames[i]))
            return SignFormat(i);
    }
    return SignFormat::Pades;
}

QJsonObject optionsOf(const SignRequest &request, SignFormat format, bool official)
{
    const bool inside = format == SignFormat::Pades;
    QJsonObject out{{QStringLiteral("level"), signLevelName(request.level)},
                    {QStringLiteral("format"), QString::fromLatin1(formatNames[int(format)])},
                    {QStringLiteral("tsa"), request.timestampAuthority.toString()},
                    {QStringLiteral("reason"), request.reason.left(500)},
                    {QStringLiteral("place"), request.place.left(500)},
                    {QStringLiteral("separate"), request.separate || official || !inside},
                    {QStringLiteral("certificate"), QString::fromLatin1(request.certificate.toHex())},
                    {QStringLiteral("signer"), request.signer.left(200)}};
    if (request.box && inside) {
        const QRectF &r = request.box->rect;
        out.insert(QStringLiteral("box"), QJsonArray{request.box->page, r.x(), r.y(), r.width(), r.height()});
    }
    if (request.anew && inside)
        out.insert(QStringLiteral("anew"), true);
    return out;
}

bool isAnew(const QJsonObject &options)
{
    return options.value(QLatin1String("anew")).toBool();
}

QJsonObject renewalOptions(const QUrl &authority, bool official)
{
    return {{QStringLiteral("level"), QStringLiteral("lta")},
            {QStringLiteral("tsa"), authority.toString()},
            {QStringLiteral("separate"), official},
            {QStringLiteral("renewal"), true}};
}

signing::PdfSignOptions signOptions(const QJsonObject &options)
{
    signing::PdfSignOptions out;
    out.level = signing::Level(int(levelOf(options)));
    out.timestampAuthority = QUrl(textAt(options, "tsa"));
    out.reason = textAt(options, "reason");
    out.place = textAt(options, "place");
    const QJsonArray box = options.value(QLatin1String("box")).toArray();
    if (box.size() == 5)
        out.box = signing::VisibleBox{
            box.at(0).toInt(1),
            QRectF(box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble(), box.at(4).toDouble()),
            {}};
    return out;
}

QByteArray certificateOf(const QJsonObject &options)
{
    return QByteArray::fromHex(textAt(options, "certificate").toLatin1());
}

SignLevel levelOf(const QJsonObject &options)
{
    return signLevelFrom(textAt(options, "level"));
}

bool isRenewal(const QJsonObject &options)
{
    return options.value(QLatin1String("renewal")).toBool();
}

bool isSeparate(const QJsonObject &options)
{
    return options.value(QLatin1String("separate")).toBool();
}

QJsonObject reachedLevel(QJsonObject options, signing::Level level, const QByteArray &certificate)
{
    if (!certificate.isEmpty())
        options.insert(QStringLiteral("der"), QString::fromLatin1(certificate.toBase64()));
    options.insert(QStringLiteral("reached"), signLevelName(SignLevel(int(level))));
    return options;
}

std::optional<SignLevel> reachedBy(const QJsonObject &options)
{
    const QString name = textAt(options, "reached");
    return name.isEmpty() ? std::nullopt : std::optional(signLevelFrom(name));
}

QJsonObject kept(const Error &error)
{
    return {{QStringLiteral("code"), error.codeText()},
            {QStringLiteral("params"), QJsonObject::fromVariantMap(error.params)}};
}

bool stillOwed(const QJsonObject &options)
{
    return int(signLevelFrom(textAt(options, "reached"))) < int(levelOf(options));
}

QString signedMediaType(SignFormat format)
{
    if (format == SignFormat::Asice)
        return QStringLiteral("application/vnd.etsi.asic-e+zip");
    return format == SignFormat::Cades ? QStringLiteral("application/pkcs7-signature")
                                       : QStringLiteral("application/pdf");
}

QString signedName(const QString &name, SignFormat format)
{
    if (format == SignFormat::Asice)
        return QString(name + QStringLiteral(".asice"));
    if (format == SignFormat::Cades)
        return QString(name + QStringLiteral(".p7s"));
    const QFileInfo info(name);
    const QString suffix = info.suffix().isEmpty() ? QStringLiteral("pdf") : info.suffix();
    return QStringLiteral("%1 - firmado.%2").arg(info.suffix().isEmpty() ? name : info.completeBaseName(), suffix);
}

Outcome keepSigned(vault::VaultStore &store, const std::optional<sync::VersionRow> &version, QJsonObject &options)
{
    CARRIEL_TRY(const auto blob, version ? store.blob(version->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
    if (blob)
        options.insert(QLatin1String(signsKey), QString::fromLatin1(blob->sha256.toHex()));
    return {};
}

Result<std::optional<sync::VersionRow>> versionToSign(vault::VaultStore &store, const vault::SigningJobRow &row)
{
    CARRIEL_TRY(const auto version, store.version(row.version));
    if (version)
        return version;
    CARRIEL_TRY(const auto item, store.item(row.item));
    CARRIEL_TRY(const auto now, item ? store.version(item->local.version) : Result<std::optional<sync::VersionRow>>(std::nullopt));
    CARRIEL_TRY(const auto blob, now ? store.blob(now->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
    const bool same = blob && QString::fromLatin1(blob->sha256.toHex()) == textAt(row.options, signsKey);
    return same ? now : std::nullopt;
}

std::optional<vault::SignatureMadeRow> madeFrom(vault::VaultStore &store, const vault::SigningJobRow &row)
{
    const QByteArray der = QByteArray::fromBase64(textAt(row.options, "der").toLatin1());
    if (isRenewal(row.options))
        return std::nullopt;
    vault::SignatureMadeRow out;
    out.item = row.resultItem;
    out.name = row.name;
    out.resultSha256 = row.resultSha256;
    out.certificate = der;
    out.level = textAt(row.options, "reached");
    out.reason = textAt(row.options, "reason");
    out.place = textAt(row.options, "place");
    out.madeUtc = row.changedUtc;
    out.signedSha256 = QByteArray::fromHex(textAt(row.options, signsKey).toLatin1());
    if (!out.signedSha256.isEmpty())
        return out;
    const auto version = store.version(row.version); // a job of before this was kept
    const auto blob = version.ok() && version.value() ? store.blob(version.value()->blob)
                                                      : Result<std::optional<sync::BlobRow>>(std::nullopt);
    // The register takes no NULL; a signature that exists is in it, be the digest known or not.
    out.signedSha256 = blob.ok() && blob.value() ? blob.value()->sha256 : QByteArrayLiteral("");
    return out;
}

} // namespace carriel
