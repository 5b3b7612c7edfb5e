// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Multipart.h"

#include "reference-operator/Problem.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headersMax = 4096;

[[noreturn]] void broken()
{
    throw Problem("invalid_request").with("detail", u"multipart"_s);
}

} // namespace

MultipartReader::MultipartReader(QByteArray boundary, qint64 partMax, qint64 wholeMax, std::function<void(Part)> whole)
    : m_boundary("--" + boundary), m_partMax(partMax), m_wholeMax(wholeMax), m_whole(std::move(whole))
{
}

QByteArray MultipartReader::boundaryOf(const QByteArray &contentType)
{
    for (QByteArray parameter : contentType.split(';')) {
        parameter = parameter.trimmed();
        if (!parameter.toLower().startsWith("boundary="))
            continue;
        QByteArray value = parameter.mid(9);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1, value.size() - 2);
        return value.size() <= 70 ? value : QByteArray();
    }
    return {};
}

void MultipartReader::add(QByteArrayView bytes)
{
    m_seen += bytes.size();
    if (m_seen > m_wholeMax)
        throw Problem("too_large");
    if (m_state == State::End)
        return; // an epilogue means nothing
    m_waiting.append(bytes);
    while (step()) {
    }
    if (m_at > 0) {
        m_waiting.remove(0, m_at);
        m_at = 0;
    }
}

bool MultipartReader::step()
{
    switch (m_state) {
    case State::Delimiter:
        return delimiter();
    case State::Headers:
        return headers();
    case State::Body:
        return body();
    case State::End:
        break;
    }
    return false;
}

bool MultipartReader::delimiter()
{
    if (m_waiting.size() - m_at >= 2 && m_waiting[m_at] == '\r' && m_waiting[m_at + 1] == '\n')
        m_at += 2; // what ends the part before
    if (m_waiting.size() - m_at < m_boundary.size() + 2)
        return false;
    const QByteArrayView rest = QByteArrayView(m_waiting).sliced(m_at);
    if (!rest.startsWith(m_boundary))
        broken();
    const QByteArrayView after = rest.sliced(m_boundary.size(), 2);
    if (after == QByteArrayView("--")) {
        m_state = State::End;
        m_at = m_waiting.size();
        return false;
    }
    if (after != QByteArrayView("\r\n"))
        broken();
    m_at += m_boundary.size() + 2;
    m_state = State::Headers;
    return true;
}

bool MultipartReader::headers()
{
    const qsizetype end = m_waiting.indexOf("\r\n\r\n", m_at);
    if (end < 0) {
        if (m_waiting.size() - m_at > headersMax)
            broken();
        return false;
    }
    m_part = {};
    for (const QByteArray &line : m_waiting.mid(m_at, end - m_at).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            broken();
        m_part.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    bool ok = false;
    m_length = m_part.headers.value("content-length").toLongLong(&ok);
    if (!ok || m_length < 0)
        broken();
    if (m_length > m_partMax)
        throw Problem("too_large").with("detail", QString::fromLatin1(m_part.headers.value("content-id")));
    m_at = end + 4;
    m_state = State::Body;
    return true;
}

bool MultipartReader::body()
{
    if (m_waiting.size() - m_at < m_length)
        return false;
    m_part.bytes = m_waiting.mid(m_at, m_length);
    m_at += m_length;
    m_state = State::Delimiter;
    m_whole(std::move(m_part));
    m_part = {};
    return true;
}

} // namespace carriel::op
