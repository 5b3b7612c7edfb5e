// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/RevocationGatherer.h"

#include "core/signing/SigningErrors.h"

namespace carriel::signing {

namespace {

constexpr qint64 maxList = 20 * 1024 * 1024;

void addOnce(QByteArrayList &list, const QByteArray &der)
{
    if (!list.contains(der))
        list += der;
}

class Gathering : public std::enable_shared_from_this<Gathering>
{
public:
    using Done = std::function<void(Result<ValidationData>)>;
    Gathering(HttpFetch &fetch, QList<RevocationWanted> wanted, QDateTime now, Done done)
        : m_fetch(fetch), m_wanted(std::move(wanted)), m_now(std::move(now)), m_done(std::move(done))
    {
    }

    void next()
    {
        if (m_wanted.isEmpty())
            return m_done(m_data);
        const RevocationWanted &one = m_wanted.first();
        m_places.clear();
        for (const QUrl &url : one.subject.ocspUrls())
            m_places.append({url, true});
        for (const QUrl &url : one.subject.crlUrls())
            m_places.append({url, false});
        if (one.subject.needsNoRevocation()) {
            m_wanted.removeFirst();
            return next();
        }
        ask();
    }

private:
    struct Place
    {
        QUrl url;
        bool ocsp = false;
    };

    void ask()
    {
        if (m_places.isEmpty()) {
            if (m_wanted.first().required)
                return m_done(
                    Error{errors::noRevocation, {{QStringLiteral("name"), m_wanted.first().subject.name()}}, {}});
            addOnce(m_data.unanswered, m_wanted.first().subject.der());
            m_wanted.removeFirst();
            return next();
        }
        const Place place = m_places.takeFirst();
        if (place.url.scheme() != QLatin1String("http") && place.url.scheme() != QLatin1String("https"))
            return ask();
        HttpFetchRequest request;
        request.url = place.url;
        request.maxBytes = maxList;
        if (place.ocsp) {
            request.body = crypto::ocspRequest(m_wanted.first().subject, m_wanted.first().issuer);
            request.contentType = "application/ocsp-request";
        }
        m_fetch.fetch(std::move(request), [self = shared_from_this(), ocsp = place.ocsp](Result<QByteArray> answer) {
            self->answered(answer, ocsp);
        });
    }

    void answered(const Result<QByteArray> &answer, bool ocsp)
    {
        const RevocationWanted &one = m_wanted.first();
        const auto statement = !answer.ok() ? std::nullopt
                               : ocsp       ? crypto::fromOcsp(answer.value(), one.subject, one.issuer)
                                            : crypto::fromList(answer.value(), one.subject, one.issuer);
        using Says = crypto::RevocationStatement::Says;
        // One that is past its own date proves nothing now - but nothing is ever un-revoked.
        if (!statement ||
            (statement->says == Says::Good && statement->nextUpdate.isValid() && statement->nextUpdate < m_now))
            return ask();
        if (statement->says == Says::Revoked) // an unreadable moment counts as always
            m_data.revoked.emplace(one.subject.der(), statement->revokedAt.isValid()
                                                          ? statement->revokedAt
                                                          : QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        addOnce(ocsp ? m_data.ocsp : m_data.lists, answer.value());
        if (statement->responder)
            addOnce(m_data.certificates, statement->responder->der());
        m_wanted.removeFirst();
        next();
    }

    HttpFetch &m_fetch;
    QList<RevocationWanted> m_wanted;
    QList<Place> m_places;
    QDateTime m_now;
    Done m_done;
    ValidationData m_data;
};

} // namespace

QList<RevocationWanted> wantedFor(const QList<crypto::Certificate> &path, bool required)
{
    QList<RevocationWanted> wanted;
    for (qsizetype i = 0; i + 1 < path.size(); ++i)
        wanted.append({path[i], path[i + 1], required});
    return wanted;
}

void gatherRevocation(HttpFetch &fetch, QList<RevocationWanted> wanted, const QDateTime &now,
                      std::function<void(Result<ValidationData>)> done)
{
    std::make_shared<Gathering>(fetch, std::move(wanted), now, std::move(done))->next();
}

} // namespace carriel::signing
