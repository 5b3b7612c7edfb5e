// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What contributions need of the operator and of an entity's page. Private to core/services. Thread: the engine's.
#pragma once

#include "core/sync/OperatorPort.h"

#include <QJsonObject>
#include <QUrl>

namespace carriel::papers {

class ContributionPort
{
public:
    using Done = std::function<void(sync::Answer<QJsonObject>)>;
    using PageDone = std::function<void(Result<QByteArray>)>;

    virtual ~ContributionPort() = default;
    virtual QString api() const = 0; // the operator's address, as requests name it
    virtual void publishedRequests(const QString &next, Done done) = 0; // schema PublishedRequestList
    virtual void publishedRequest(const QString &id, Done done) = 0;
    virtual void contributions(const QString &next, Done done) = 0;
    virtual void contribution(const QString &id, Done done) = 0;
    virtual void contribute(const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    // Of an entity: https, no redirects, at most 64 KiB.
    virtual void page(const QUrl &url, PageDone done) = 0;
    virtual void createUpload(const QString &key, qint64 size, const QByteArray &sha256,
                              std::function<void(sync::Answer<sync::UploadCreated>)> done) = 0;
    virtual void append(const QString &url, qint64 offset, const QByteArray &bytes, bool last,
                        std::function<void(sync::Answer<sync::UploadProgress>)> done) = 0;
    virtual void uploadStatus(const QString &url, std::function<void(sync::Answer<sync::UploadProgress>)> done) = 0;
};

} // namespace carriel::papers
