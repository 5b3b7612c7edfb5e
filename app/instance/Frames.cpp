// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/Frames.h"

#include "core/base/SecretBytes.h"

#include <QDir>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace carriel::instance {
namespace {

constexpr qsizetype headSize = 5;
constexpr quint32 mostArguments = 100000;

bool known(quint8 kind)
{
    static constexpr std::array kinds{Kind::Run, Kind::Raise, Kind::Answer, Kind::AnswerNothing, Kind::Out, Kind::Err, Kind::Ask,
                                      Kind::AskSecret, Kind::AskNewSecret, Kind::Exit, Kind::AskRecoveryCode};
    return std::ranges::any_of(kinds, [kind](Kind one) { return quint8(one) == kind; });
}

void putNumber(QByteArray &to, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    to.append(bytes, 4);
}

void putText(QByteArray &to, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    putNumber(to, quint32(utf8.size()));
    to += utf8;
}

class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}
    quint32 number()
    {
        if (m_bytes.size() - m_at < 4) {
            m_ok = false;
            return 0;
        }
        const quint32 value = qFromBigEndian<quint32>(m_bytes.constData() + m_at);
        m_at += 4;
        return value;
    }
    QString text()
    {
        const quint32 size = number();
        if (!m_ok || m_bytes.size() - m_at < qsizetype(size)) {
            m_ok = false;
            return {};
        }
        m_at += qsizetype(size);
        return QString::fromUtf8(m_bytes.mid(m_at - qsizetype(size), qsizetype(size)));
    }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_bytes.size(); }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace

QByteArray encoded(const Frame &frame)
{
    QByteArray bytes(1, char(frame.kind));
    putNumber(bytes, quint32(frame.body.size()));
    return bytes + frame.body;
}

QByteArray encoded(const Request &request)
{
    QByteArray body;
    putNumber(body, request.errIsTerminal ? 1 : 0);
    putText(body, request.cwd);
    putNumber(body, quint32(request.arguments.size()));
    for (const QString &argument : request.arguments)
        putText(body, argument);
    return body;
}

std::optional<Request> decodedRequest(const QByteArray &body)
{
    Reader reader(body);
    Request request;
    request.errIsTerminal = reader.number() != 0;
    request.cwd = reader.text();
    const quint32 count = reader.number();
    if (!reader.ok() || count > mostArguments || !QDir::isAbsolutePath(request.cwd))
        return std::nullopt;
    for (quint32 i = 0; i < count && reader.ok(); ++i)
        request.arguments += reader.text();
    if (!reader.ok() || !reader.atEnd())
        return std::nullopt;
    return request;
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_bytes.isEmpty())
        return std::nullopt;
    if (!known(quint8(m_bytes.front()))) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_bytes.size() < headSize)
        return std::nullopt;
    const quint32 size = qFromBigEndian<quint32>(m_bytes.constData() + 1);
    if (size > largest) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_bytes.size() - headSize < qsizetype(size))
        return std::nullopt;
    Frame frame{Kind(quint8(m_bytes.front())), m_bytes.mid(headSize, size)};
    if (m_bytes.size() == headSize + qsizetype(size))
        wipe();
    else
        m_bytes.remove(0, headSize + qsizetype(size));
    return frame;
}

void FrameReader::wipe()
{
    if (!m_bytes.isEmpty())
        wipeMemory(m_bytes.data(), std::size_t(m_bytes.size()));
    m_bytes.clear();
}

} // namespace carriel::instance
