// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The opening of a notification: a legal act in steps, each stored before the next is taken, so that a program that
// ends anywhere finds one state (docs/NOTIFICATIONS.md, Opening):
//   none → signed      receipt and request are stored; nothing was sent
//   signed → sent      stored before the first byte; from here on only the operator knows
//   sent → released    the operator's record and the key, in one transaction
//   sent → void        the operator said that this receipt never had an effect and never will
//   released → verified | mismatch
// Nothing here runs without open() being called for the person, but for asking what became of what was sent, and for
// checking what was released. Private to core/services. Thread: the engine's.
#pragma once

#include "core/crypto/Certificate.h"
#include "core/services/NotificationValues.h"
#include "core/services/mail/Mailbox.h"

namespace carriel::mail {

// A certificate of the person, leaf first, and its key, wherever that lies: it answers once, perhaps after long.
struct Certified
{
    QList<crypto::Certificate> chain;
    std::function<void(const QByteArray &toBeSigned, std::function<void(Result<QByteArray>)>)> sign;
};

class Opener final : public QObject
{
    Q_OBJECT
public:
    explicit Opener(Mailbox &mailbox);

    using Done = std::function<void(Outcome)>;
    using Told = std::function<void(OpeningPhase)>;
    // The person has read what it means. `warning` is the digest of the text that was shown; another one than the
    // seal's is refused, and with none nothing is ever signed: a receipt that was sent is asked for, a key fetched.
    // Good: it is verified and here. `by`: the receipt is signed by this and not by the computer's key.
    void open(const QString &id, const QByteArray &warning, Done done, Told told = {}, std::optional<Certified> by = {});
    // What became of a receipt that was sent; what was released is verified. Never signs anything.
    void settle(const QString &id, Done done);
    void setPort(); // the mailbox has another one, or none: what waited for the one before ends, as its state says

    // The person does not want to wait for the operator any longer. Only before anything is signed; else it does
    // nothing. The opening ends as cancelled.
    void leave(const QString &id);

    // What speaks against opening it now; nothing does.
    Outcome mayOpen(const QString &id);

private:
    using Row = vault::NotificationRow;
    struct Act
    {
        QString id;
        evidence::Seal seal;
        Identity who;
        Done done;
        bool retried = false; // the chain was read anew once
        bool resent = false;  // the same bytes went a second time
        bool proven = false;  // a step-up was made
        bool alone = false;   // nobody is there to log in
        bool asking = false;  // nothing is signed and nothing was sent
        bool over = false;    // it ended; an answer that still comes changes nothing
        Told told = {};
        std::optional<Certified> by = {};
        void tell(OpeningPhase phase) const
        {
            if (told)
                told(phase);
        }
    };
    using ActPtr = std::shared_ptr<Act>;

    void prepare(const ActPtr &act);
    void sign(const ActPtr &act, const QJsonObject &opening);
    Outcome signerFits(const Act &act);
    void keep(const ActPtr &act, const evidence::ReceiptOrder &order, const Result<QByteArray> &receipt);
    void send(const ActPtr &act);
    void answered(const ActPtr &act, const sync::Answer<QJsonObject> &answer);
    void stepUp(const ActPtr &act);
    void ask(const ActPtr &act);      // GET: what became of it
    void fetchKey(const ActPtr &act); // another device opened it
    void released(const ActPtr &act, const QJsonObject &answer);
    void verify(const ActPtr &act);
    void prove(const ActPtr &act); // that it was handed over, before verify()
    void takeRecord(Row &row, const QJsonObject &answer);
    std::optional<evidence::Directory> directory();
    void mismatch(const ActPtr &act, Row row, evidence::DisputeReason reason);
    void dead(const ActPtr &act, Error why);
    void end(const ActPtr &act, Outcome outcome);
    void goOn(); // with the openings that waited
    Result<Row> row(const QString &id);
    Result<ActPtr> begin(const QString &id, Done done);
    Outcome freeze(Row &row, const Identity &who);
    Outcome record(const char *kind, const evidence::Seal &seal); // in a transaction

    Mailbox &m_mailbox;
    MailPort *m_port = nullptr;
    ActPtr m_act;                               // the one under way
    std::vector<std::function<void()>> m_after; // openings that wait until what is asked by itself has its answer
};

} // namespace carriel::mail
