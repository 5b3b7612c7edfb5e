// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the parts of an upload bundle and stores them in groups: the bytes of a group are made durable by one flush and named in
// one transaction. Thread: one.
#pragma once

#include "reference-operator/BlobStore.h"
#include "reference-operator/Blobs.h"
#include "reference-operator/Config.h"
#include "reference-operator/Database.h"
#include "reference-operator/Multipart.h"

#include <QJsonArray>
#include <QSet>

namespace carriel::op {

class UploadBundle
{
public:
    UploadBundle(const Config &config, Database &database, BlobStore &store, QString folder, QString requestId)
        : m_config(config), m_database(database), m_store(store), m_folder(std::move(folder)), m_requestId(std::move(requestId))
    {
    }

    void add(Part part);
    void flush(); // after the last part
    QJsonArray results() const { return m_results; } // in the order of the parts

private:
    void refuse(const QString &contentId, const class Problem &problem);

    const Config &m_config;
    Database &m_database;
    BlobStore &m_store;
    QString m_folder;
    QString m_requestId;
    std::vector<NewBlob> m_group;
    std::vector<qsizetype> m_groupAt; // its places in m_results
    qint64 m_groupBytes = 0;
    QJsonArray m_results;
};

} // namespace carriel::op
