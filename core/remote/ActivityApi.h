// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's record of activity and its checkpoints, as it sends them (docs/ACTIVITY.md). Nothing is judged here.
#pragma once

#include "core/remote/ApiClient.h"

#include <QJsonObject>

namespace carriel::remote {

class ActivityApi
{
public:
    explicit ActivityApi(ApiClient &client) : m_client(client) {}

    using Done = sync::Done<QJsonObject>;
    [[nodiscard]] CallPtr records(const FolderId &folder, qint64 from, Done done);
    [[nodiscard]] CallPtr checkpoints(const FolderId &folder, qint64 from, Done done);
    // The same head again changes nothing, so it may be asked anew under another key.
    [[nodiscard]] CallPtr makeCheckpoint(const FolderId &folder, const QString &key, const QJsonObject &body,
                                         Done done);

private:
    CallPtr get(const FolderId &folder, const char *what, qint64 from, Done done);
    ApiClient &m_client;
};

} // namespace carriel::remote
