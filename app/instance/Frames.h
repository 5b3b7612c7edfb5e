// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The messages between a command and the window that runs it: one byte of kind, four of length (big-endian), then the body.
// Both ends treat the other as hostile: a frame is at most 16 MiB, a kind that is not known ends the connection.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace carriel::instance {

enum class Kind : quint8 {
    Run = 1,        // client: a command line (Request)
    Raise = 2,      // client: a second window was started; body: the address to open, or empty
    Answer = 3,     // client: what the person answered; empty with AnswerNothing
    AnswerNothing = 4,
    Out = 10,       // window: for the standard output
    Err = 11,
    Ask = 12,       // window: a question; body: the prompt
    AskSecret = 13, // … answered without echo
    AskNewSecret = 14,
    Exit = 15,      // window: one byte, the exit code; the last frame
    AskRecoveryCode = 16,
};

struct Frame {
    Kind kind = Kind::Exit;
    QByteArray body;
};

struct Request {
    QStringList arguments;   // without the program's name
    QString cwd;             // absolute
    bool errIsTerminal = false;
};

QByteArray encoded(const Frame &frame);
QByteArray encoded(const Request &request);
std::optional<Request> decodedRequest(const QByteArray &body);

// Collects bytes until frames are whole.
class FrameReader
{
public:
    static constexpr quint32 largest = 16 * 1024 * 1024;

    void feed(const QByteArray &bytes) { m_bytes += bytes; }
    std::optional<Frame> next();
    bool broken() const { return m_broken; } // not our protocol: hang up
    void wipe();                             // what may have held an answer

private:
    QByteArray m_bytes;
    bool m_broken = false;
};

} // namespace carriel::instance
