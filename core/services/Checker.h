// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Verifies documents: one at a time, on the pool, those that came while nobody looked and those that somebody asks for.
// What the network could tell is fetched between two rounds, if that is allowed. Thread: the engine's; only the judging
// runs elsewhere.
#pragma once

#include "core/base/Clock.h"
#include "core/services/Network.h"
#include "core/services/TrustDesk.h"
#include "core/services/Verification.h"
#include "core/vault/VaultStore.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

namespace carriel {

namespace settings {
inline constexpr const char *onlineChecks =
    "signatures.online"; // "yes": certificates may be asked about over the network
inline constexpr const char *timestampAuthority = "signatures.tsa";
} // namespace settings

struct CheckRound;

class Checker final : public QObject
{
    Q_OBJECT
public:
    Checker(vault::VaultStore &store, Clock &clock, Network &network);
    ~Checker() override;

    using Answer = std::function<void(Result<CheckedFile>)>;
    // Background work: documents came, time passed.
    void wake();
    // These documents moved: signatures that lie beside them say something else now.
    void moved(const QList<ItemId> &documents);
    void whenDone(std::function<void()> done); // once, when nothing waits
    void check(const ItemId &document, Answer answer);
    void checkFile(const QString &path, const QString &content, const QByteArray &password, Answer answer);
    // The trust or the permission moved: everything is looked at again.
    Outcome trustMoved();
    bool online() const;

Q_SIGNALS:
    void
    verdictsChanged(const QList<carriel::ItemId> &documents); // gathered: a folder of a thousand is told a few times

private:
    void next();
    void begin(std::shared_ptr<CheckRound> round, const Trusted &trusted);
    bool findContent(CheckRound &round);
    ItemId contentOf(CheckRound &round);
    void judge(std::shared_ptr<CheckRound> round);
    void fetchNext(std::shared_ptr<CheckRound> round);
    void ended(std::shared_ptr<CheckRound> round);
    Outcome keep(const vault::ToVerify &document, const CheckedFile &file, const QString &trust);
    void finishAll();
    void told(const ItemId &document);
    void tell();
    QString printOf(const Trusted &trusted) const;

    // Larger ones are looked at only when somebody asks.
    static constexpr qint64 largest = 128 << 20;
    static constexpr int mostFetches = 24;

    vault::VaultStore &m_store;
    Clock &m_clock;
    Network &m_network;
    bool m_busy = false;
    std::optional<bool> m_besideSome; // signatures beside files are in this vault
    qint64 m_current = 0; // number of the row under judgement
    QDateTime m_sweptUtc;
    std::function<void()> m_whenDone;
    QTimer m_later;
    QTimer m_tell;
    QList<ItemId> m_told;
};

} // namespace carriel
