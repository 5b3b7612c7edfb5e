// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose key signed a statement of a proof, and whether the verifier has reason to believe it. Private to core/evidence.
#pragma once

#include "core/evidence/proof/Proof.h"

namespace carriel::evidence {

class Signers
{
public:
    Signers(const Anchors &anchors, QList<Finding> &findings) : m_anchors(anchors), m_findings(findings) {}

    void readDirectory(const QByteArray &compact);
    const std::optional<Directory> &directory() const { return m_directory; }

    void checkOperator(QByteArrayView compact, const Signer &signer, const QByteArray &typ, const QDateTime &at,
                       const QString &where);
    void checkEntity(QByteArrayView compact, const Signer &signer, const QByteArray &typ, const QString &entity,
                     const QDateTime &at, const QString &where);
    bool believes(const crypto::PublicKey &key) const { return m_anchors.keys.contains(key.thumbprint()); } // named by the verifier
    void add(Weight weight, const char *defect, const QString &where);

private:
    void check(QByteArrayView compact, const Signer &signer, const QByteArray &typ, const Party *party,
               const QDateTime &at, const QString &where);

    const Anchors &m_anchors;
    QList<Finding> &m_findings;
    std::optional<Directory> m_directory;
};

} // namespace carriel::evidence
