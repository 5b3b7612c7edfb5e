// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// While the vault is closed: how many notifications wait, and nothing else (docs/NOTIFICATIONS.md, While locked). The
// ticket is taken while there is a login, so that locking need not wait for the network; it lies in locked memory, and what
// the network made of it is wiped after each asking;
// opens nothing but that number, and is forgotten when the vault opens, with a logout, when the operator refuses it, or
// after its time. Private to core/services. Thread: the engine's.
#pragma once

#include "core/base/Random.h"
#include "core/base/SecretBytes.h"
#include "core/remote/HttpTransport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace carriel {

struct CountTicket
{
    SecretBytes secret;
    QUrl api;
    QByteArray caPem; // may be empty
    int seconds = 0;
};

class LockedCount final : public QObject
{
    Q_OBJECT
public:
    LockedCount(Random &random, std::chrono::milliseconds every);

    void keep(CountTicket ticket); // in the place of one before
    // Time for another one: there is none, or it was used, or it is old; and none was asked for just now.
    bool wanted();
    bool has() const { return !m_ticket.secret.isEmpty(); }
    QByteArray ticket() const { return m_ticket.secret.view().toByteArray(); } // to end it at the operator
    void begin(); // the vault is closed: asks now and every few minutes
    void rest();  // the vault is open: asks no more, the ticket stays
    void end();   // the ticket is forgotten

Q_SIGNALS:
    void counted(int waiting); // at most 99; -1: not known any more
    void asked();              // it was, with or without an answer, and nothing of it is left

private:
    void ask();
    void forgetAsking();

    remote::HttpTransport m_transport;
    CountTicket m_ticket;
    QElapsedTimer m_age, m_asked;
    bool m_used = false;
    QTimer m_again;
    remote::CallPtr m_call;
};

} // namespace carriel
