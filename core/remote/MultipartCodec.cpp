// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/MultipartCodec.h"

#include "core/remote/WireValues.h"

namespace carriel::remote {

namespace {
constexpr qsizetype maxHeaders = 8192;

Error wrong(const char *reason)
{
    return wire::protocolError(QLatin1String("multipart: ") + QLatin1String(reason));
}

QByteArray withoutBrackets(QByteArray id)
{
    return id.startsWith('<') && id.endsWith('>') ? id.mid(1).chopped(1) : id;
}
} // namespace

QByteArray writeMultipart(const QList<Part> &parts, const QByteArray &boundary)
{
    QByteArray out;
    qsizetype size = 0;
    for (const Part &part : parts)
        size += part.bytes.size() + 300;
    out.reserve(size + 100);
    for (const Part &part : parts) {
        out += "--" + boundary + "\r\nContent-ID: <" + part.id + ">\r\nContent-Type: " + part.contentType +
               "\r\nContent-Length: " + QByteArray::number(part.bytes.size()) + "\r\nRepr-Digest: " + wire::digestField(part.digest) +
               "\r\n\r\n";
        out += part.bytes;
        out += "\r\n";
    }
    out += "--" + boundary + "--\r\n";
    return out;
}

QByteArray boundaryOf(const QByteArray &contentType)
{
    const QByteArrayList fields = contentType.split(';');
    if (fields.first().trimmed().toLower() != "multipart/mixed")
        return {};
    for (const QByteArray &field : fields) {
        QByteArray value = field.trimmed();
        if (!value.toLower().startsWith("boundary="))
            continue;
        value = value.mid(9);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1).chopped(1);
        return value.size() <= 70 ? value : QByteArray();
    }
    return {};
}

MultipartReader::MultipartReader(QByteArray boundary, qint64 maxPart, std::function<Outcome(Part)> part)
    : m_delimiter("--" + boundary), m_maxPart(maxPart), m_part(std::move(part))
{
}

Outcome MultipartReader::add(QByteArrayView bytes)
{
    m_held.append(bytes.data(), bytes.size());
    for (;;) {
        const auto more = step();
        if (!more.ok())
            return more.error();
        if (!more.value())
            break;
    }
    m_held.remove(0, m_used);
    m_used = 0;
    return {};
}

Outcome MultipartReader::finish()
{
    if (m_at != At::End)
        return wrong("cut");
    return {};
}

Result<bool> MultipartReader::step()
{
    switch (m_at) {
    case At::Boundary:
        return boundary();
    case At::Headers:
        return headers();
    case At::Body:
        return body();
    case At::End:
        break;
    }
    m_used = m_held.size(); // what follows the end has no meaning
    return false;
}

Result<bool> MultipartReader::boundary()
{
    // Behind a body its line end comes first.
    const QByteArray expected = m_first ? m_delimiter : QByteArray("\r\n" + m_delimiter);
    const QByteArrayView rest = QByteArrayView(m_held).sliced(m_used);
    if (rest.size() < expected.size() + 2)
        return false;
    if (!rest.startsWith(expected))
        return wrong("boundary");
    const QByteArrayView end = rest.sliced(expected.size(), 2);
    if (end != QByteArrayView("--") && end != QByteArrayView("\r\n"))
        return wrong("boundary");
    m_used += expected.size() + 2;
    m_at = end == QByteArrayView("--") ? At::End : At::Headers;
    m_first = false;
    return true;
}

Result<bool> MultipartReader::headers()
{
    const qsizetype end = m_held.indexOf("\r\n\r\n", m_used);
    if (end < 0) {
        if (m_held.size() - m_used > maxHeaders)
            return wrong("headers");
        return false;
    }
    m_current = {};
    m_length = -1;
    const QByteArray block = m_held.mid(m_used, end - m_used);
    for (const QByteArray &line : block.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1)
            return wrong("headers");
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        bool number = true;
        if (name == "content-id")
            m_current.id = withoutBrackets(value);
        else if (name == "content-type")
            m_current.contentType = value.toLower();
        else if (name == "content-length")
            m_length = value.toLongLong(&number);
        else if (name == "repr-digest")
            m_current.digest = wire::fromDigestField(value).value_or(QByteArray());
        if (!number)
            return wrong("Content-Length");
    }
    if (m_length < 0 || m_length > m_maxPart || m_current.id.isEmpty())
        return wrong("part");
    m_used = end + 4;
    m_at = At::Body;
    return true;
}

Result<bool> MultipartReader::body()
{
    if (m_held.size() - m_used < m_length)
        return false;
    m_current.bytes = m_held.mid(m_used, m_length);
    m_used += m_length;
    m_at = At::Boundary;
    CARRIEL_CHECK(m_part(std::move(m_current)));
    return true;
}

} // namespace carriel::remote
