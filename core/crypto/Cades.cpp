// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Cades.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Der.h"
#include "core/crypto/Timestamp.h"
#include "core/crypto/X509Tools.h"

namespace carriel::crypto {

namespace {

constexpr char idSignedData[] = "1.2.840.113549.1.7.2";
constexpr char idOcspResponse[] = "1.3.6.1.5.5.7.16.2"; // RFC 5940
constexpr char idArchiveV3[] = "0.4.0.1733.2.4";
constexpr char idHashIndexV3[] = "0.4.0.19122.1.5";
constexpr char idSha256[] = "2.16.840.1.101.3.4.2.1";
constexpr unsigned char sequence = 0x30, set = 0x31, tagged0 = 0xa0, tagged1 = 0xa1;

QByteArray bytesOfView(QByteArrayView view)
{
    return view.toByteArray();
}

// The parts of a signed data with one signer, each a copy in DER.
struct Parts
{
    QByteArray version, digests, content;
    QByteArrayList certificates, revocations;
    QByteArrayList signer;     // fields of the SignerInfo before its unsigned attributes
    QByteArrayList attributes; // unsigned ones

    QByteArray joined() const
    {
        const QByteArray body =
            version + digests + content + (certificates.isEmpty() ? QByteArray() : der::setOf(tagged0, certificates)) +
            (revocations.isEmpty() ? QByteArray() : der::setOf(tagged1, revocations)) +
            der::wrap(set,
                      der::wrap(sequence, signer.join() +
                                              (attributes.isEmpty() ? QByteArray() : der::setOf(tagged1, attributes))));
        return der::wrap(sequence, der::oid(idSignedData) + der::wrap(tagged0, der::wrap(sequence, body)));
    }
};

QByteArrayList copies(const QList<der::Value> &values)
{
    QByteArrayList list;
    for (const der::Value &one : values)
        list += bytesOfView(one.whole);
    return list;
}

std::optional<Parts> partsOf(QByteArrayView cms)
{
    const auto outer = der::take(cms);
    const auto info = outer ? der::all(outer->content) : std::nullopt;
    if (!info || info->size() != 2 || info->at(0).whole != QByteArrayView(der::oid(idSignedData)))
        return std::nullopt;
    const auto inner = der::all(info->at(1).content);
    const auto body = inner && inner->size() == 1 ? der::all(inner->first().content) : std::nullopt;
    if (!body || body->size() < 4)
        return std::nullopt;
    Parts parts{
        bytesOfView(body->at(0).whole), bytesOfView(body->at(1).whole), bytesOfView(body->at(2).whole), {}, {}, {}, {}};
    for (qsizetype i = 3; i + 1 < body->size(); ++i) {
        const auto members = der::all(body->at(i).content);
        if (!members || (body->at(i).tag != tagged0 && body->at(i).tag != tagged1))
            return std::nullopt;
        (body->at(i).tag == tagged0 ? parts.certificates : parts.revocations) = copies(*members);
    }
    const auto signers = der::all(body->last().content);
    const auto fields = signers && signers->size() == 1 ? der::all(signers->first().content) : std::nullopt;
    if (!fields || fields->size() < 5)
        return std::nullopt;
    QList<der::Value> before = *fields;
    if (before.last().tag == tagged1) {
        const auto members = der::all(before.takeLast().content);
        if (!members)
            return std::nullopt;
        parts.attributes = copies(*members);
    }
    parts.signer = copies(before);
    return parts;
}

Error notDer()
{
    return Error{errors::badEncoding, {{QStringLiteral("what"), QStringLiteral("CMS")}}, {}};
}

QByteArray ocspChoice(const QByteArray &response)
{
    return der::wrap(tagged1, der::oid(idOcspResponse) + response);
}

// type ‖ value of every unsigned attribute (§5.5.2).
QByteArrayList attributeValues(const QByteArrayList &attributes)
{
    QByteArrayList values;
    for (const QByteArray &attribute : attributes) {
        const auto outer = der::all(attribute);
        const auto fields = outer && outer->size() == 1 ? der::all(outer->first().content) : std::nullopt;
        const auto members = fields && fields->size() == 2 ? der::all(fields->at(1).content) : std::nullopt;
        if (!members)
            continue;
        for (const der::Value &value : *members)
            values += bytesOfView(fields->at(0).whole) + bytesOfView(value.whole);
    }
    return values;
}

QByteArray digestsOf(HashKind kind, const QByteArrayList &members)
{
    QByteArray all;
    for (const QByteArray &one : members)
        all += der::wrap(0x04, hashOf(kind, one));
    return der::wrap(sequence, all);
}

QByteArray imprintOf(HashKind kind, const Parts &parts, const QByteArray &contentDigest, const QByteArray &index)
{
    const auto content = der::all(parts.content);
    const auto fields = content && content->size() == 1 ? der::all(content->first().content) : std::nullopt;
    if (!fields || fields->isEmpty())
        return {};
    return hashOf(kind, QByteArray(bytesOfView(fields->first().whole) + contentDigest + parts.signer.join() + index));
}

// Whether each digest that an index names is of one of the members.
bool indexed(const der::Value &list, HashKind kind, const QByteArrayList &members)
{
    const auto digests = der::all(list.content);
    if (!digests)
        return false;
    for (const der::Value &one : *digests) {
        const bool there = std::any_of(members.begin(), members.end(), [&](const QByteArray &member) {
            return one.content == QByteArrayView(hashOf(kind, member));
        });
        if (!there)
            return false;
    }
    return true;
}

// The value of an unsigned attribute of the only signer; empty if it is not there once.
QByteArray unsignedValue(const Parts &parts, const char *type)
{
    QByteArray found;
    for (const QByteArray &one : attributeValues(parts.attributes)) {
        if (const QByteArray name = der::oid(type); one.startsWith(name)) {
            if (!found.isEmpty())
                return {};
            found = one.mid(name.size());
        }
    }
    return found;
}

} // namespace

Result<QByteArray> withProofs(const QByteArray &cms, const QByteArrayList &certificates, const QByteArrayList &ocsp,
                              const QByteArrayList &lists)
{
    auto parts = partsOf(cms);
    if (!parts)
        return notDer();
    const auto add = [](QByteArrayList &to, const QByteArray &one) {
        if (!to.contains(one))
            to += one;
    };
    for (const QByteArray &one : certificates)
        add(parts->certificates, one);
    for (const QByteArray &one : lists)
        add(parts->revocations, one);
    for (const QByteArray &one : ocsp)
        add(parts->revocations, ocspChoice(one));
    if (!ocsp.isEmpty())
        parts->version = QByteArray("\x02\x01\x05", 3); // RFC 5652 §5.1: other revocation information
    return parts->joined();
}

QByteArrayList keptOcsp(QByteArrayView cms)
{
    QByteArrayList found;
    const auto parts = partsOf(cms);
    for (const QByteArray &one : parts ? parts->revocations : QByteArrayList()) {
        const auto outer = der::all(one);
        const auto fields = outer && outer->first().tag == tagged1 ? der::all(outer->first().content) : std::nullopt;
        if (fields && fields->size() == 2 && fields->at(0).whole == QByteArrayView(der::oid(idOcspResponse)))
            found += bytesOfView(fields->at(1).whole);
    }
    return found;
}

Result<ArchiveRequest> archiveRequest(const QByteArray &cms, const QByteArray &contentDigest)
{
    const auto parts = partsOf(cms);
    if (!parts)
        return notDer();
    const HashKind kind = HashKind::Sha256;
    ArchiveRequest request;
    request.index = der::wrap(sequence, der::wrap(sequence, der::oid(idSha256)) + digestsOf(kind, parts->certificates) +
                                            digestsOf(kind, parts->revocations) +
                                            digestsOf(kind, attributeValues(parts->attributes)));
    request.imprint = imprintOf(kind, *parts, contentDigest, request.index);
    return request;
}

Result<QByteArray> withArchiveTimestamp(const QByteArray &cms, const QByteArray &token, const QByteArray &index)
{
    auto parts = partsOf(cms);
    auto stamp = partsOf(token);
    if (!parts || !stamp)
        return notDer();
    stamp->attributes += der::wrap(sequence, der::oid(idHashIndexV3) + der::wrap(set, index));
    parts->attributes += der::wrap(sequence, der::oid(idArchiveV3) + der::wrap(set, stamp->joined()));
    return parts->joined();
}

QList<ArchiveStamp> archiveStamps(QByteArrayView cms, const std::function<QByteArray(HashKind)> &digestOfContent)
{
    QList<ArchiveStamp> stamps;
    const auto parts = partsOf(cms);
    const QByteArray name = der::oid(idArchiveV3);
    for (const QByteArray &one : parts ? attributeValues(parts->attributes) : QByteArrayList()) {
        if (!one.startsWith(name) || stamps.size() >= 32)
            continue;
        ArchiveStamp stamp{one.mid(name.size())};
        const auto token = Timestamp::parse(stamp.token);
        const auto inside = partsOf(stamp.token);
        const QByteArray index = inside ? unsignedValue(*inside, idHashIndexV3) : QByteArray();
        const auto outer = der::all(index);
        const auto lists = outer && outer->size() == 1 ? der::all(outer->first().content) : std::nullopt;
        if (token.ok() && lists && lists->size() == 4) {
            const HashKind kind = token.value().digest();
            // The signature's own values must all be named; those added later need not be.
            stamp.covers = indexed(lists->at(1), kind, parts->certificates) &&
                           indexed(lists->at(2), kind, parts->revocations) &&
                           indexed(lists->at(3), kind, attributeValues(parts->attributes)) &&
                           token.value().imprint() == imprintOf(kind, *parts, digestOfContent(kind), index);
        }
        stamps += stamp;
    }
    return stamps;
}

} // namespace carriel::crypto
