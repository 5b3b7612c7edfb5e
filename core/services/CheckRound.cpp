// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/CheckRound.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/verify/FileVerifier.h"

#include <QFile>
#include <QFileInfo>

namespace carriel {

std::optional<QByteArray> CheckRound::read(const QString &name)
{
    QFile file(name);
    if (file.size() > largestFile) {
        failed = Error{signing::errors::tooLarge, {{QStringLiteral("what"), name}}, {}};
        return std::nullopt;
    }
    std::optional<QByteArray> all;
    if (file.open(QIODevice::ReadOnly))
        all = file.readAll();
    if (!all || file.error() != QFileDevice::NoError) {
        failed = Error{errors::fileRead, {{QStringLiteral("path"), name}}, file.errorString()};
        return std::nullopt;
    }
    return all;
}

bool CheckRound::readFiles()
{
    if (path.isEmpty())
        return true;
    const auto own = read(path);
    if (own)
        bytes = *own;
    if (contentPath.isEmpty() && path.endsWith(QLatin1String(".p7s"), Qt::CaseInsensitive) &&
        QFileInfo(path.chopped(4)).isFile())
        contentPath = path.chopped(4);
    if (own && !contentPath.isEmpty() && signing::formatOf(bytes) == signing::SignedFormat::Cades) {
        content = read(contentPath);
        contentName = QFileInfo(contentPath).fileName();
    }
    path.clear();
    return !failed;
}

QList<signing::FetchWanted> CheckRound::run()
{
    if (!readFiles())
        return {};
    const QByteArrayView all(bytes);
    const QByteArray digest = result.sha256.isEmpty() ? crypto::sha256(all) : result.sha256;
    const signing::SignedFormat format = signing::formatOf(all);
    QList<signing::FetchWanted> wanted;
    result = {};
    if (format == signing::SignedFormat::None || format == signing::SignedFormat::Unchecked) {
        result.verdict =
            format == signing::SignedFormat::Unchecked ? QStringLiteral("unchecked") : QStringLiteral("none");
    } else {
        const signing::VerificationReport report = signing::verifyFile(
            all, content ? std::optional(QByteArrayView(*content)) : std::nullopt, trusted.store, trusted.evidence, at);
        result = factsOf(report);
        result.format = format == signing::SignedFormat::Pdf    ? QStringLiteral("pdf")
                        : format == signing::SignedFormat::Asic ? QStringLiteral("asic")
                                                                : QStringLiteral("cades");
        result.content = contentName;
        result.online = online;
        result.anchors = int(trusted.store.anchors().size());
        wanted = report.wanted;
    }
    result.sha256 = digest;
    result.size = all.size();
    result.checkedUtc = at;
    return wanted;
}

} // namespace carriel
