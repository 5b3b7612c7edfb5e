// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/EventStream.h"

#include "core/remote/WireValues.h"

namespace carriel::remote {

namespace {
constexpr qsizetype maxEvent = 64 * 1024;
}

Outcome EventStream::add(QByteArrayView bytes)
{
    m_held.append(bytes.data(), bytes.size());
    qsizetype begin = 0;
    for (qsizetype end = m_held.indexOf('\n'); end >= 0; end = m_held.indexOf('\n', begin)) {
        QByteArray text = m_held.mid(begin, end - begin);
        if (text.endsWith('\r'))
            text.chop(1);
        begin = end + 1;
        line(std::move(text));
    }
    m_held.remove(0, begin);
    if (m_held.size() > maxEvent || m_current.data.size() > maxEvent)
        return wire::protocolError(QStringLiteral("event too long"));
    return {};
}

void EventStream::line(QByteArray text)
{
    if (text.isEmpty()) {
        if (m_hasData)
            m_event(m_current);
        m_current = {};
        m_hasData = false;
        return;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon == 0)
        return; // a comment
    const QByteArray field = colon < 0 ? text : text.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event") {
        m_current.type = value;
    } else if (field == "data") {
        if (m_hasData)
            m_current.data += '\n';
        m_current.data += value;
        m_hasData = true;
    } else if (field == "id") {
        m_lastId = value;
    }
}

} // namespace carriel::remote
