// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/Signers.h"

namespace carriel::evidence {

namespace {

std::optional<crypto::PublicKey> leafKey(const Signer &signer)
{
    if (signer.chain.isEmpty())
        return {};
    auto key = crypto::PublicKey::fromCertificate(signer.chain.first());
    return key ? std::optional(std::move(key).value()) : std::nullopt;
}

} // namespace

void Signers::add(Weight weight, const char *defect, const QString &where)
{
    const Finding finding{weight, QString::fromLatin1(defect), where};
    if (!m_findings.contains(finding))
        m_findings.append(finding);
}

void Signers::readDirectory(const QByteArray &compact)
{
    const QString where = QStringLiteral("directory");
    if (compact.isEmpty())
        return add(Weight::Open, "unanchored", where);
    auto read = evidence::readDirectory(compact);
    if (!read)
        return add(Weight::Broken, "bad_form", where);
    const Directory &directory = read.value();
    // An articulator's key stands in no list of his own; his certificate brings it.
    const ListedKey *listed =
        directory.operatorParty.find(directory.signer.kid, QLatin1String("sign"), directory.issued);
    const auto leaf = leafKey(directory.signer);
    const crypto::PublicKey *key = listed ? &listed->key : leaf ? &*leaf : nullptr;
    if (!key || (leaf && leaf->thumbprint() != key->thumbprint()))
        return add(Weight::Broken, key ? "foreign_key" : "no_key", where);
    if (!verifyDirectory(compact, *key))
        return add(Weight::Broken, "bad_signature", where);
    // By its key alone: a certificate says who somebody is, and not that he may say whose keys are whose.
    if (!m_anchors.keys.contains(key->thumbprint()))
        add(Weight::Open, "unanchored", where);
    m_directory = std::move(read).value();
}

void Signers::check(QByteArrayView compact, const Signer &signer, const QByteArray &typ, const Party *party,
                    const QDateTime &at, const QString &where)
{
    const ListedKey *listed = party ? party->find(signer.kid, QLatin1String("sign"), at) : nullptr;
    const auto leaf = leafKey(signer);
    const crypto::PublicKey *key = listed ? &listed->key : leaf ? &*leaf : nullptr;
    // A directory without this key says that it is not theirs; without directory a certificate may speak.
    if (m_directory && !listed)
        return add(Weight::Broken, "foreign_key", where);
    if (!key)
        return add(Weight::Open, "no_key", where);
    if ((leaf && leaf->thumbprint() != key->thumbprint()) || (!signer.chain.isEmpty() && !leaf))
        return add(Weight::Broken, "foreign_key", where);
    if (!crypto::verifyJws(compact, *key, typ))
        return add(Weight::Broken, "bad_signature", where);
    // Without directory nobody says that this certificate's owner is the one that the text names.
    if (!m_directory)
        add(Weight::Open, "unanchored", where);
}

void Signers::checkOperator(QByteArrayView compact, const Signer &signer, const QByteArray &typ, const QDateTime &at,
                            const QString &where)
{
    check(compact, signer, typ, m_directory ? &m_directory->operatorParty : nullptr, at, where);
}

void Signers::checkEntity(QByteArrayView compact, const Signer &signer, const QByteArray &typ, const QString &entity,
                          const QDateTime &at, const QString &where)
{
    check(compact, signer, typ, m_directory ? m_directory->entity(entity) : nullptr, at, where);
}

} // namespace carriel::evidence
