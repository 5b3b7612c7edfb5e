// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys between this computer and the operator: makes the first, keeps a copy of each for this computer and for
// its recovery code there, takes in what another computer allowed this one, and allows others in its turn.
// Thread: the engine's. Each call answers once, but not after this ends.
#pragma once

#include "core/base/Clock.h"
#include "core/crypto/PersonKey.h"
#include "core/services/sealed/KeyList.h"
#include "core/services/sealed/KeysPort.h"
#include "core/services/sealed/SealedDesk.h"

#include <QObject>
#include <QSet>

namespace carriel::sealed {

enum class RingState {
    Unknown,     // the operator was not asked yet
    Unsupported, // it keeps no keys
    Ready,       // every generation is here
    Waiting,     // another computer of the person has keys that this one does not
    StartedOver, // … and they were made without the one that is here
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
    KeysPort *port() const { return m_port; }
    RingState state() const { return m_state; }

    // Both sides have the same afterwards, as far as this computer may. Makes the first key if there is none anywhere.
    void refresh(Finished done);
    // The same in a round in which perhaps nothing changed: asks only if there is a cause. `moved`: the operator's record of this folder
    // went on (every new key, copy and proof is in it). Otherwise once a day.
    void refreshIfDue(bool moved, Finished done);
    // A key to seal with is here when this answers well: CAR-VLT-040, CAR-SVC-002, -003, the network's.
    void ready(Finished done);
    // With the recovery code of another computer of the person: what it may open comes here.
    void recover(const QString &code, Finished done);

    // Six digits that this computer and the new one must both show: at the one that has the keys …
    void meet(const QString &device, Digits digits);
    // … and after its person has compared them: the keys, for exactly the computer that was met.
    void allow(Finished done);
    // … and at the new one, as soon as the other has begun …
    void beMet(Digits digits);
    // … and after its person has compared them: from now on the keys that were in the digits are taken in, and no others.
    void confirm(Finished done);
    void stopMeeting();

    // That computer was removed from the folder: there is a next generation, and it does not get it. If that cannot be done now,
    // it is done as soon as it can.
    void renewWithout(const QString &device, Finished done);
    // A key without what came before, when nothing of the person's is left that has it. What was sealed until now stays closed
    // on this computer. CAR-SVC-091 if this computer does not wait for a key.
    void startOver(Finished done);

    // Others see the newest key with the identity provider's word that it is this person's; a login, if it is not there yet.
    // CAR-VLT-040 if this computer does not have that key.
    void prove(Finished done);

Q_SIGNALS:
    void opened(const QList<carriel::ItemId> &ids); // sealed documents that open since now

private:
    struct Served;
    void served(const QJsonObject &answer, int round, const Finished &done);
    Result<Served> read(const QList<Generation> &told, const OwnDevice &self);
    using Readers = QList<crypto::PublicKey>;
    void publish(const crypto::PersonKey &key, const OwnDevice &self, const Readers &others, int round, Finished done);
    void proveFirst(const crypto::PersonKey &key, const Readers &others, int round, const Error &why, const Finished &done);
    void tellThePerson(const QList<Generation> &told, bool followed); // what only he can answer (KeyNews.h)
    void renew(int generation, const OwnDevice &self, int round, Finished done);
    // Those of `left` that the operator still has in force; it may take one away, never add one.
    void inForce(QStringList left, Readers found, std::function<void(Readers)> done);
    bool isRenewalDue() const;
    bool isKnownReady() const; // it was, less than a day ago, and everything sealed opens here
    bool isKnownWaiting() const; // likewise, without any key: what another computer gives is in the operator's record
    Outcome rememberMet();
    void makeCopies(std::shared_ptr<QList<std::pair<int, QString>>> missing, Finished done);
    Result<QJsonObject> copyFor(const crypto::PersonKey &key, const crypto::PublicKey &reader, const QString &person);
    std::optional<crypto::PublicKey> recoveryReader() const;
    Outcome takeIn(const QList<crypto::PersonKey> &keys);
    void look(int turn, std::function<bool(const QJsonObject &)> wanted, std::function<void(Result<QJsonObject>)> done);
    vault::VaultStore &m_store;
    SealedDesk &m_desk;
    const Clock &m_clock;
    Random &m_random;
    KeysPort *m_port = nullptr;
    RingState m_state = RingState::Unknown;
    bool m_asks = false; // the person is there: a login may be asked for
    bool m_proven = false; // the newest generation, at the operator
    int m_last = 0; // the newest generation that the operator told of
    int m_meeting = 0; // counts them; an answer for an earlier one is dropped
    QString m_metDevice;
    std::optional<crypto::PublicKey> m_met;
    QByteArray m_ring; // digest of the keys as last read from the operator, when all of them are here
    QSet<QByteArray> m_shown, m_compared; // halves that were in the digits; and that the person has compared
};

// SHA-256("carpeta-sas" ‖ 0x00 ‖ kid(DE_old) ‖ kid(DE_new) ‖ ring ‖ n_old ‖ n_new), first 8 bytes big-endian modulo 10^6.
// The ring is in them (ringDigest), so that the new computer gets the person's keys and not some of the operator's.
QString pairingDigits(const QByteArray &oldKid, const QByteArray &newKid, const QByteArray &ring, const QByteArray &oldNonce,
                      const QByteArray &newNonce);

} // namespace carriel::sealed
