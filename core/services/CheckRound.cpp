// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/CheckRound.h"

#include "core/services/SignedThen.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/SigningErrors.h"

#include <QFileInfo>

namespace carriel {

std::shared_ptr<signing::LentBytes> CheckRound::lend(const QString &name)
{
    auto lent = signing::LentBytes::ofFile(name);
    if (!lent.ok())
        failed = lent.error();
    else if (lent.value()->size() > largestFile)
        failed = Error{signing::errors::tooLarge, {{QStringLiteral("what"), name}}, {}};
    return failed ? nullptr : lent.value();
}

bool CheckRound::openFiles()
{
    if (path.isEmpty())
        return true;
    contentSought = true;
    file = lend(path);
    if (contentPath.isEmpty() && path.endsWith(QLatin1String(".p7s"), Qt::CaseInsensitive) &&
        QFileInfo(path.chopped(4)).isFile())
        contentPath = path.chopped(4);
    if (file && !contentPath.isEmpty() && signing::formatOf(file->head(1024)) == signing::SignedFormat::Cades) {
        content = lend(contentPath);
        contentName = QFileInfo(contentPath).fileName();
    }
    path.clear();
    return !failed;
}

QList<signing::FetchWanted> CheckRound::run()
{
    if (!openFiles())
        return {};
    signing::Question question{signing::Question::Kind::Verify, trusted.store, trusted.evidence, at, m_memo,
                               result.sha256.isEmpty(), password};
    auto judged = signing::judgeConfined(*file, content.get(), question, {patience, {}});
    if (!judged.ok()) {
        failed = judged.error();
        return {};
    }
    signing::Judgement &judgement = judged.value();
    const QByteArray digest = result.sha256.isEmpty() ? judgement.sha256 : result.sha256;
    const signing::SignedFormat format = judgement.format;
    m_memo = std::move(judgement.memo);
    signedDigest = judgement.signedDigest;
    QList<signing::FetchWanted> wanted;
    result = {};
    if (format == signing::SignedFormat::None || format == signing::SignedFormat::Unchecked) {
        result.verdict =
            format == signing::SignedFormat::Unchecked ? QStringLiteral("unchecked") : QStringLiteral("none");
    } else {
        result = factsOf(judgement.report);
        result.format = format == signing::SignedFormat::Pdf    ? QStringLiteral("pdf")
                        : format == signing::SignedFormat::Asic ? QStringLiteral("asic")
                                                                : QStringLiteral("cades");
        result.content = contentName;
        if (signedThen.isValid())
            result.findings += signedThenFinding + signedThen.toUTC().toString(Qt::ISODate);
        result.online = online;
        result.anchors = int(trusted.store.anchors().size());
        wanted = judgement.report.wanted;
    }
    result.sha256 = digest;
    result.size = file->size();
    result.checkedUtc = at;
    return wanted;
}

} // namespace carriel
