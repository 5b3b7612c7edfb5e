// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications, consents and the catalogue of procedures at the operator (docs/NOTIFICATIONS.md). What is signed
// travels through untouched; who signed it, core/evidence judges. Thread: the engine's. Each call answers once, later,
// unless its Call is destroyed.
#pragma once

#include "core/remote/ActsApi.h"

namespace carriel::remote {

class NotificationApi : public ActsApi
{
public:
    explicit NotificationApi(ApiClient &client) : ActsApi(client) {}

    [[nodiscard]] CallPtr directory(Done done);
    [[nodiscard]] CallPtr warnings(Done done);
    [[nodiscard]] CallPtr procedures(const QString &next,
                                     Done done); // `next` as the page before says; empty: the first
    [[nodiscard]] CallPtr notifications(const FolderId &folder, const QString &next, Done done);
    [[nodiscard]] CallPtr notification(const FolderId &folder, const QString &id, Done done);
    [[nodiscard]] CallPtr consents(const FolderId &folder, const QString &next, Done done);
    [[nodiscard]] CallPtr bytes(const FolderId &folder, const QString &blob, qint64 size, sync::Done<QByteArray> done);

    // No legal effect.
    [[nodiscard]] CallPtr prepareOpening(const FolderId &folder, const QString &id, Done done);
    // The one moment of access. `body` is sent byte for byte, again and again under the same key until its answer is
    // known.
    [[nodiscard]] CallPtr acknowledge(const FolderId &folder, const QString &id, const QString &key,
                                      const QByteArray &body, Done done);
    // What became of it. Gone with `challenge_alive` in the error's params: not opened (yet). `challenge` may be empty.
    [[nodiscard]] CallPtr acknowledgement(const FolderId &folder, const QString &id, const QString &challenge,
                                          const DeviceId &device, Done done);
    [[nodiscard]] CallPtr dispute(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body,
                                  Done done);

    enum class ConsentAct { Give, Withdraw };
    [[nodiscard]] CallPtr consent(const FolderId &folder, const QString &id, ConsentAct act, const QString &key,
                                  const QByteArray &body, Done done);
};

} // namespace carriel::remote
