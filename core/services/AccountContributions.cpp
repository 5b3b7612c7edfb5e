// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountMail.h"

namespace carriel {

namespace {
constexpr qint64 largestRequest = 65536; // bytes
}

QString AccountMail::api() const
{
    return d.known ? d.known->op.api.toString() : QString();
}

void AccountMail::publishedRequests(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done),
                     [&](auto came) { return m_contributions.publishedRequests(next, std::move(came)); });
}

void AccountMail::publishedRequest(const QString &id, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_contributions.publishedRequest(id, std::move(came)); });
}

void AccountMail::contributions(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done),
                     [&](auto came) { return m_contributions.contributions(folder(), next, std::move(came)); });
}

void AccountMail::contribution(const QString &id, Done done)
{
    run<QJsonObject>(std::move(done),
                     [&](auto came) { return m_contributions.contribution(folder(), id, std::move(came)); });
}

void AccountMail::contribute(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done),
                     [&](auto came) { return m_contributions.contribute(folder(), id, key, body, std::move(came)); });
}

void AccountMail::page(const QUrl &url, PageDone done)
{
    HttpFetchRequest request;
    request.url = url;
    request.maxBytes = largestRequest;
    m_fetch.fetch(std::move(request), std::move(done));
}

void AccountMail::createUpload(const QString &key, qint64 size, const QByteArray &sha256,
                               std::function<void(sync::Answer<sync::UploadCreated>)> done)
{
    run<sync::UploadCreated>(std::move(done),
                             [&](auto came) { return d.port.createUpload(OpKey(key), size, sha256, std::move(came)); });
}

void AccountMail::append(const QString &url, qint64 offset, const QByteArray &bytes, bool last,
                         std::function<void(sync::Answer<sync::UploadProgress>)> done)
{
    run<sync::UploadProgress>(std::move(done),
                              [&](auto came) { return d.port.append(url, offset, bytes, last, std::move(came)); });
}

void AccountMail::uploadStatus(const QString &url, std::function<void(sync::Answer<sync::UploadProgress>)> done)
{
    run<sync::UploadProgress>(std::move(done), [&](auto came) { return d.port.uploadStatus(url, std::move(came)); });
}

} // namespace carriel
