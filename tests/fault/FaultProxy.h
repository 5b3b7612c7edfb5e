// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Stands between the client and the real reference operator, speaks TLS to both, and does to single exchanges what bad
// networks and bad gateways do: cuts at a byte, executes several times, loses, delays and replaces answers. It keeps
// account of what the operator did: how often each key had an effect (I7), and whether a key was ever sent with other
// bytes (I17).
#pragma once

#include "tests/support/ScriptedServer.h"

#include <QMap>

namespace carriel::test {

struct Exchange
{
    QByteArray kind; // see kindOf() in FaultProxy.cpp: "put", "append", "changes", …
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray request;                    // as sent: head and body
    qsizetype head = 0;                    // bytes of the head, its empty line included
    QByteArray answer;                     // as the operator gave it; empty if it was not asked
    qsizetype answerHead() const { return answer.indexOf("\r\n\r\n") + 4; }
    int status() const { return answer.mid(9, 3).toInt(); }
};

enum class End { Fin, Rst, NoNotify, Stall }; // how a connection ends: in order, reset, without TLS close, never

struct Fault
{
    using At = std::function<qint64(const Exchange &)>; // bytes that get through
    QByteArray kind;                                    // of the exchanges that suffer; "*": of all
    int skip = 0;                                       // so many of the kind are spared first
    int times = 1;
    At requestAt;       // the operator gets so many bytes of the request
    int executions = 1; // how often it gets the whole
    int answerOf = 0;   // which execution's answer the client gets, from 0; -1: the last
    At answerAt;        // the client gets so many bytes of the answer
    End end = End::Fin;
    int delayMs = 0;                                          // before the answer
    std::function<QByteArray(const Exchange &)> rewrite = {}; // what the client gets instead of the answer
    bool ask = true;                                          // false: the operator never hears of it
};

class FaultProxy final : public QTcpServer
{
    Q_OBJECT
public:
    FaultProxy(const TestAuthority &authority, QObject *parent = nullptr);

    void setOperator(const QUrl &url) { m_operator = url; }
    void arm(QList<Fault> faults);
    void disarm() { m_faults.clear(); }
    int fired() const { return m_fired; } // faults that happened since arm()
    int count(const QByteArray &kind) const { return m_counts.value(kind); }
    QStringList violations;                                     // of I7 and I17
    QMap<QByteArray, int> effects() const { return m_effects; } // by key

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Line;
    void clientSaid(Line &line);
    void operatorSaid(Line &line);
    void begin(Line &line);
    void forward(Line &line);
    void answer(Line &line);
    void deliver(Line &line, const QByteArray &bytes, std::optional<End> end);
    void hangUp(Line &line, End end);
    void close(Line &line);
    void account(const Exchange &exchange);
    void countEffect(const QByteArray &key, int status, bool replayed);
    std::optional<Fault> faultFor(const QByteArray &kind);

    QSslCertificate m_certificate;
    QSslKey m_key;
    QUrl m_operator;
    QList<Fault> m_faults;
    int m_fired = 0;
    QMap<QByteArray, int> m_counts;
    QMap<QByteArray, int> m_effects;
    QMap<QByteArray, QByteArray> m_sent; // key: digest of what was sent under it
    QHash<QSslSocket *, std::shared_ptr<Line>> m_lines;
};

// A bare TCP relay before it: cuts in the middle of TLS, the handshake included, and refuses connections.
class RawRelay final : public QTcpServer
{
    Q_OBJECT
public:
    explicit RawRelay(quint16 target, QObject *parent = nullptr);

    QUrl url() const;
    // So many connections are cut after so many bytes up or down (< 0: never); those that are over before do not count.
    void cut(qint64 up, qint64 down, End end, int connections = 1);
    void pass() { m_left = 0; }
    void refuse() { close(); }
    void accept();
    int cuts() const { return m_cuts; }

protected:
    void incomingConnection(qintptr handle) override;

private:
    quint16 m_target;
    quint16 m_port = 0;
    qint64 m_up = -1;
    qint64 m_down = -1;
    End m_end = End::Fin;
    int m_left = 0;
    int m_cuts = 0;
};

void resetOnClose(qintptr descriptor); // the next close sends RST

} // namespace carriel::test
