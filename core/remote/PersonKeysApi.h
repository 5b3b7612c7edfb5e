// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys at the operator and the pairing of computers, as it sends them (docs/protocol/KEYS.md). Nothing is judged
// here. Every call may be made again: each says the same, or is refused.
#pragma once

#include "core/remote/ApiClient.h"

#include <QJsonObject>

namespace carriel::remote {

class PersonKeysApi
{
public:
    explicit PersonKeysApi(ApiClient &client) : m_client(client) {}

    using Done = sync::Done<QJsonObject>;
    [[nodiscard]] CallPtr keys(const FolderId &folder, Done done);
    [[nodiscard]] CallPtr add(const FolderId &folder, int generation, const QJsonObject &body, Done done);
    [[nodiscard]] CallPtr copy(const FolderId &folder, int generation, const QString &reader, const QJsonObject &body, Done done);
    [[nodiscard]] CallPtr addProof(const FolderId &folder, int generation, const QJsonObject &body, Done done);
    [[nodiscard]] CallPtr device(const FolderId &folder, const QString &device, Done done);
    [[nodiscard]] CallPtr pairing(const FolderId &folder, const QString &device, Done done);
    [[nodiscard]] CallPtr step(const FolderId &folder, const QString &device, const QString &step, const QJsonObject &body, Done done);

private:
    CallPtr get(const FolderId &folder, const QString &below, Done done);
    CallPtr put(const FolderId &folder, const QString &below, const QJsonObject &body, bool fresh, Done done);
    ApiClient &m_client;
};

} // namespace carriel::remote
