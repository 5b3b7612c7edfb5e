// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys between this computer and the operator: makes the first, keeps a copy of each for this computer and for
// its recovery code there, takes in what another computer allowed this one, and allows others in its turn.
// Thread: the engine's. Each call answers once, but not after this ends.
#pragma once

#include "core/base/Clock.h"
#include "core/crypto/PersonKey.h"
#include "core/services/sealed/KeysPort.h"
#include "core/services/sealed/SealedDesk.h"

#include <QJsonArray>
#include <QObject>

namespace carriel::sealed {

enum class RingState {
    Unknown,     // the operator was not asked yet
    Unsupported, // it keeps no keys
    Ready,       // every generation is here
    Waiting,     // another computer of the person has keys that this one does not
    Altered      // the operator names another key than the one that is here: nothing new is sealed or allowed
};

class KeyRing final : public QObject
{
    Q_OBJECT
public:
    using Finished = std::function<void(Outcome)>;
    using Digits = std::function<void(Result<QString>)>;

    KeyRing(vault::VaultStore &store, SealedDesk &desk, const Clock &clock, Random &random);

    void setPort(KeysPort *port);
    RingState state() const { return m_state; }

    // Both sides have the same afterwards, as far as this computer may. Makes the first key if there is none anywhere.
    void refresh(Finished done);
    // A key to seal with is here when this answers well: CAR-VLT-040, CAR-SVC-002, -003, the network's.
    void ready(Finished done);
    // With the recovery code of another computer of the person: what it may open comes here.
    void recover(const QString &code, Finished done);

    // Six digits that this computer and the new one must both show: at the one that has the keys …
    void meet(const QString &device, Digits digits);
    // … and after its person has compared them: the keys, for exactly the computer that was met.
    void allow(Finished done);
    // … and at the new one, as soon as the other has begun.
    void beMet(Digits digits);
    void stopMeeting();

Q_SIGNALS:
    void opened(const QList<carriel::ItemId> &ids); // sealed documents that open since now

private:
    struct Served;
    void served(const QJsonObject &answer, int round, const Finished &done);
    Result<Served> read(const QJsonArray &keys, const OwnDevice &self);
    void publish(const crypto::PersonKey &key, const OwnDevice &self, int round, Finished done);
    void makeCopies(std::shared_ptr<QList<std::pair<int, QString>>> missing, Finished done);
    Result<QJsonObject> copyFor(const crypto::PersonKey &key, const crypto::PublicKey &reader, const QString &person);
    std::optional<crypto::PublicKey> recoveryReader() const;
    Outcome takeIn(const QList<crypto::PersonKey> &keys);
    void look(int turn, std::function<bool(const QJsonObject &)> wanted, std::function<void(Result<QJsonObject>)> done);
    void show(const QString &oldKid, const QString &newKid, const QByteArray &oldNonce, const QByteArray &newNonce, const Digits &digits);

    vault::VaultStore &m_store;
    SealedDesk &m_desk;
    const Clock &m_clock;
    Random &m_random;
    KeysPort *m_port = nullptr;
    RingState m_state = RingState::Unknown;
    int m_meeting = 0; // counts them; an answer for an earlier one is dropped
    QString m_metDevice;
    std::optional<crypto::PublicKey> m_met;
};

// SHA-256("carpeta-sas" ‖ 0x00 ‖ kid(DE_old) ‖ kid(DE_new) ‖ n_old ‖ n_new), first 8 bytes big-endian modulo 10^6.
QString pairingDigits(const QByteArray &oldKid, const QByteArray &newKid, const QByteArray &oldNonce, const QByteArray &newNonce);

} // namespace carriel::sealed
