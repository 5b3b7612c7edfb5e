// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this computer believes, as data: certificates of authorities, whether they are accredited, where that is known
// from. A folder or file of certificates (.pem .crt .cer .der) and lists (.crl), and, for more than that, an
// anchors.json beside them (AnchorList.h).
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Certificate.h"

#include <QStringList>

namespace carriel::signing {

struct TrustAnchor
{
    crypto::Certificate certificate;
    bool accredited = false; // by the national accreditation body: only its signatures are firma digital
    QString source;          // where that is known from; who says so, if it is accredited
    QStringList revocationHosts; // host:port that may be asked for its certificates although they are not public
    QDateTime until = {};        // the end of what its list says; not used afterwards. Invalid: none
    bool inForce(const QDateTime &now) const { return !until.isValid() || (now.isValid() && now <= until); }
    QString id() const { return QString::fromLatin1(certificate.sha256().toHex()); }
};

// How a list of authorities is taken. Anybody can write one: that it calls somebody accredited counts only if the person
// wants that, if it says until when it holds, and if somebody signed it whom an authority of before confirms or whose
// certificate has that digest.
struct ListTerms
{
    QDateTime now = {}; // without it a list that ends is refused
    bool accredited = false;
    QByteArray signer = {}; // SHA-256
};

class TrustStore
{
public:
    // What the program ships: no authority yet. See resources/trust/README.md.
    static Result<TrustStore> shipped();
    // badAnchor names the file and the reason: unreadable, not self-consistent, another digest than listed, or no
    // authority: whoever trusts an authority believes what it says of others, its revocations too, and a person's
    // certificate says nothing of anybody. In a folder such ones are passed over. listRefused, listStranger: the list.
    Outcome add(const QString &folderOrFile, const ListTerms &terms = {});
    void add(TrustAnchor anchor); // not what is no authority's
    void addList(const QByteArray &der) { m_lists += der; } // a revocation list

    const QList<TrustAnchor> &anchors() const { return m_anchors; }
    QList<crypto::Certificate> certificates() const;
    TrustStore inForce(const QDateTime &now) const; // without those whose list ended
    const TrustAnchor *find(const crypto::Certificate &certificate) const;
    const QByteArrayList &lists() const { return m_lists; } // revocation lists that lay beside
    bool isEmpty() const { return m_anchors.isEmpty(); }

private:
    enum class Others { Refused, PassedOver };
    Outcome addFile(const QString &path, Others others);
    QList<TrustAnchor> m_anchors;
    QByteArrayList m_lists;
};

} // namespace carriel::signing
