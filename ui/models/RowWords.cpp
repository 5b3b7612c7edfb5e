// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RowWords.h"

#include "ui/text/SignatureWords.h"
#include "ui/text/StatusWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace carriel::ui {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RowWords)
};

bool isSheet(const QString &type)
{
    return type.contains(QLatin1String("spreadsheet")) || type.contains(QLatin1String("excel")) || type == QLatin1String("text/csv");
}

bool isArchive(const QString &type)
{
    return type == QLatin1String("application/zip") || type.contains(QLatin1String("compressed")) ||
           type.contains(QLatin1String("tar")) || type == QLatin1String("application/gzip");
}

bool isText(const QString &type)
{
    return type.startsWith(QLatin1String("text/")) || type.contains(QLatin1String("word")) ||
           type.contains(QLatin1String("opendocument.text"));
}

} // namespace

StatusMark statusMark(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Synced: return {QStringLiteral("circle-check"), Role::Success};
    case ItemStatus::Pending: return {QStringLiteral("clock"), Role::Info};
    case ItemStatus::Uploading: return {QStringLiteral("cloud-upload"), Role::Info};
    case ItemStatus::Downloading: return {QStringLiteral("cloud-download"), Role::Info};
    case ItemStatus::OnlineOnly: return {QStringLiteral("cloud"), Role::TextMuted};
    case ItemStatus::Conflict: return {QStringLiteral("copy"), Role::Warning};
    case ItemStatus::Error: return {QStringLiteral("triangle-alert"), Role::Danger};
    case ItemStatus::MissingOnServer: return {QStringLiteral("cloud-off"), Role::Warning};
    case ItemStatus::Trashed: return {QStringLiteral("trash-2"), Role::TextMuted};
    case ItemStatus::LocalOnly: return {QStringLiteral("laptop"), Role::TextMuted};
    }
    return {QStringLiteral("info"), Role::TextMuted};
}

StatusMark verdictMark(const QString &verdict)
{
    if (verdict == QLatin1String("valid"))
        return {QStringLiteral("shield-check"), Role::Success};
    if (verdict == QLatin1String("valid_later_changes"))
        return {QStringLiteral("shield-alert"), Role::Warning};
    if (verdict == QLatin1String("indeterminate") || verdict == QLatin1String("unchecked"))
        return {QStringLiteral("circle-help"), Role::Warning};
    if (verdict == QLatin1String("altered"))
        return {QStringLiteral("triangle-alert"), Role::Danger};
    if (verdict == QLatin1String("none") || verdict.isEmpty())
        return {QStringLiteral("minus"), Role::TextMuted};
    return {QStringLiteral("circle-x"), Role::Danger};
}

bool holdsSignatures(const QString &mediaType)
{
    static const QStringList kinds{
        QStringLiteral("application/pdf"), QStringLiteral("application/vnd.etsi.asic-e+zip"),
        QStringLiteral("application/vnd.etsi.asic-s+zip"), QStringLiteral("application/pkcs7-signature")};
    return kinds.contains(mediaType);
}

bool isSigned(const DocumentRow &row)
{
    return !row.signatures.isEmpty() && row.signatures != QLatin1String("none");
}

QString kindIcon(const DocumentRow &row)
{
    if (row.type == ItemType::Folder)
        return QStringLiteral("folder");
    if (row.official)
        return QStringLiteral("landmark");
    if (row.mediaType.startsWith(QLatin1String("image/")))
        return QStringLiteral("file-image");
    if (row.mediaType == QLatin1String("application/pdf") || isText(row.mediaType))
        return QStringLiteral("file-text");
    if (isSheet(row.mediaType))
        return QStringLiteral("file-spreadsheet");
    if (isArchive(row.mediaType))
        return QStringLiteral("file-archive");
    return QStringLiteral("file");
}

QString kindWords(const DocumentRow &row)
{
    if (row.type == ItemType::Folder)
        return Tr::tr("Folder");
    if (!row.documentType.isEmpty())
        return row.documentType;
    if (row.mediaType == QLatin1String("application/pdf"))
        return Tr::tr("PDF");
    if (row.mediaType.startsWith(QLatin1String("image/")))
        return Tr::tr("Image");
    if (isSheet(row.mediaType))
        return Tr::tr("Spreadsheet");
    if (isArchive(row.mediaType))
        return Tr::tr("Archive");
    if (isText(row.mediaType))
        return Tr::tr("Text");
    return Tr::tr("File");
}

QString accessibleRow(const DocumentRow &row, int position, int count)
{
    QStringList parts{row.name, kindWords(row)};
    if (row.official)
        parts << Tr::tr("issued by %1").arg(row.issuerName);
    parts << text::shortWords(row.status);
    if (isSigned(row))
        parts << text::shortVerdict(row.signatures);
    if (row.favourite)
        parts << Tr::tr("favourite");
    const QLocale locale;
    parts << Tr::tr("%1 of %2").arg(locale.toString(position + 1), locale.toString(count));
    return parts.join(QStringLiteral(", "));
}

} // namespace carriel::ui
