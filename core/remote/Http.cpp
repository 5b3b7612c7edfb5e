// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/Http.h"

#include <QLocale>

namespace carriel::remote {

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const HttpHeader &h : headers) {
        if (h.name.size() == name.size() && qstrnicmp(h.name.constData(), name.data(), std::size_t(name.size())) == 0)
            return h.value.trimmed();
    }
    return {};
}

std::optional<qint64> HttpResponse::number(QByteArrayView name) const
{
    const QByteArray text = header(name);
    if (text.isEmpty() || text.size() > 18)
        return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
    }
    return text.toLongLong();
}

QDateTime HttpResponse::date() const
{
    // RFC 9110 §5.6.7, the one form that is written today: Tue, 15 Nov 1994 08:12:31 GMT
    const QString text = QString::fromLatin1(header("Date"));
    if (!text.endsWith(QLatin1String(" GMT")))
        return {};
    QDateTime time = QLocale::c().toDateTime(text.chopped(4), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

bool HttpResponse::isJson() const
{
    const QByteArray type = header("Content-Type").split(';').first().trimmed().toLower();
    return type == "application/json" || type == "application/problem+json";
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && !a.host().isEmpty() && a.port(443) == b.port(443);
}

} // namespace carriel::remote
