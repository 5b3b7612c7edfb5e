// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealing for the window and the command line: documents that are encrypted on this computer before anything of them
// leaves it. A child of Documents. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"
#include "core/services/sealed/Parcel.h"

#include <QFuture>
#include <QObject>
#include <QSet>

namespace carriel {

class Documents;
struct VaultAccess;

enum class KeysStanding {
    Ready,       // everything sealed opens here
    Waiting,     // another computer of the person has to allow this one
    StartedOver, // … which made a new key without the one that is here
    Altered,     // the operator names other keys than those that are here
    Unsupported  // the operator keeps no keys
};

class SealedDocuments final : public QObject
{
    Q_OBJECT
public:
    static SealedDocuments &of(Documents &documents);
    SealedDocuments(VaultAccess &access, QObject *parent);

    // As Documents::add. Sizes and digests answered are those of the ciphertext's document: the size is the file's own, the
    // digest that of what travels. CAR-VLT-040 if this computer does not have the person's key.
    QFuture<Result<QList<AddedDocument>>> add(QList<AddRequest> files, ProgressFn progress, CancelToken cancel);

    // What came in a parcel, as sealed documents of the folder. Errors as of add().
    QFuture<Result<QList<AddedDocument>>> keep(sealed::Parcel parcel, ItemId folder, QString note);

    // What the operator and this computer have of the person's keys is the same afterwards, as far as this one may.
    QFuture<Result<KeysStanding>> refreshKeys();
    // With the recovery code of another computer of the person. CAR-CRY-010, CAR-VLT-014.
    QFuture<Outcome> recoverKeys(QString code);
    // Six digits that both computers must show (docs/protocol/KEYS.md, Pairing). On the one that has the keys, for `device`;
    // it answers when the other has been met. CAR-SVC-070 if it was not.
    QFuture<Result<QString>> meet(DeviceId device);
    QFuture<Outcome> allow(); // the person has compared them: the other gets the keys
    QFuture<Result<QString>> beMet(); // on the new one …
    QFuture<Outcome> confirm();       // … whose person has compared them, too: the keys may come
    QFuture<Outcome> stopMeeting();
    // A new key, when no computer and no code is left that has the last one: what was sealed until now stays closed here.
    // CAR-SVC-091 if this computer does not wait for a key.
    QFuture<Outcome> startOver();
    // Others find this person's key with the identity provider's word that it is his; a login in the browser, if that is not
    // there yet. CAR-VLT-040 if this computer does not have the key.
    QFuture<Outcome> prove();

    // Those of `ids` that are sealed.
    QSet<ItemId> among(const QList<ItemId> &ids) const;

private:
    VaultAccess &m_access;
};

} // namespace carriel
