// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the operator that proves what it holds: the count of items, and challenges over entrusted bytes.
#include "core/remote/JsonCall.h"
#include "core/remote/OperatorApi.h"

#include <QJsonDocument>

namespace carriel::remote {

namespace {
// Reading 64 MiB from a slow disk takes its time.
constexpr HttpLimits proofLimits{std::chrono::milliseconds(120000), std::chrono::milliseconds(300000), 4 << 20};

// The number belongs to the end of the page: of another moment than `cursor` it would count what is not known here yet.
Result<std::optional<sync::ItemCount>> readCount(const QJsonObject &page, const QString &cursor)
{
    const QJsonValue count = page.value(QLatin1String("count"));
    if (!count.isObject() || page.value(QLatin1String("new_cursor")).toString() != cursor)
        return std::optional<sync::ItemCount>();
    sync::ItemCount out;
    CARRIEL_TRY(out.active, wire::number(count.toObject(), "active", 0));
    CARRIEL_TRY(out.trashed, wire::number(count.toObject(), "trashed", 0));
    return std::optional(out);
}

Result<QList<sync::FixityAnswer>> readProofs(const QJsonObject &body, const QString &nonce, const QList<sync::FixityRange> &ranges)
{
    const QJsonArray answers = body.value(QLatin1String("answers")).toArray();
    if (body.value(QLatin1String("nonce")).toString() != nonce || answers.size() != ranges.size())
        return wire::protocolError(QStringLiteral("answers to another challenge"));
    QList<sync::FixityAnswer> out;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const QJsonObject answer = answers.at(i).toObject();
        if (answer.value(QLatin1String("blob")).toString() != ranges.at(i).blob.text())
            return wire::protocolError(QStringLiteral("answers to another challenge"));
        const QJsonObject problem = answer.value(QLatin1String("problem")).toObject();
        sync::FixityAnswer one;
        one.digest = QByteArray::fromBase64(answer.value(QLatin1String("digest")).toString().toLatin1());
        one.lost = problem.value(QLatin1String("code")).toString() == QLatin1String("not_found");
        out.append(one);
    }
    return out;
}
} // namespace

CallPtr OperatorApi::count(const QString &cursor, sync::Done<std::optional<sync::ItemCount>> done)
{
    ApiRequest request;
    request.path = path(QStringLiteral("/changes?since=%1&limit=1&count=1")
                            .arg(QString::fromLatin1(QUrl::toPercentEncoding(cursor))));
    request.headers = {{"Accept", "application/json"}};
    request.limits = proofLimits;
    const auto read = [cursor](const HttpResponse &response) -> Result<std::optional<sync::ItemCount>> {
        CARRIEL_TRY(const QJsonObject page, jsonOf(response));
        return readCount(page, cursor);
    };
    return remote::send<std::optional<sync::ItemCount>>(m_client, std::move(request), read, std::move(done));
}

CallPtr OperatorApi::fixity(const QByteArray &nonce, const QList<sync::FixityRange> &ranges,
                            sync::Done<QList<sync::FixityAnswer>> done)
{
    const QString text =
        QString::fromLatin1(nonce.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    QJsonArray wanted;
    for (const sync::FixityRange &range : ranges)
        wanted.append(QJsonObject{{QStringLiteral("blob"), range.blob.text()},
                                  {QStringLiteral("from"), range.from},
                                  {QStringLiteral("size"), range.size}});
    ApiRequest request;
    request.method = "POST";
    request.path = path(QStringLiteral("/fixity"));
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("nonce"), text}, {QStringLiteral("ranges"), wanted}})
                       .toJson(QJsonDocument::Compact);
    request.limits = proofLimits;
    const auto read = [text, ranges](const HttpResponse &response) -> Result<QList<sync::FixityAnswer>> {
        CARRIEL_TRY(const QJsonObject body, jsonOf(response, 4 << 20));
        return readProofs(body, text, ranges);
    };
    return remote::send<QList<sync::FixityAnswer>>(m_client, std::move(request), read, std::move(done));
}

} // namespace carriel::remote
