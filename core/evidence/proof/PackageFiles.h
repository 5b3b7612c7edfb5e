// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an evidence package as they lie in it, and the check that they are those of its list and what the
// statements in it make of such a file. Private to core/evidence.
#pragma once

#include "core/evidence/proof/EvidencePackage.h"

#include <QMap>

namespace carriel::evidence {

class PackageFiles
{
public:
    // badEvidence: no such file. Large ones are not copied: `file` is to stay as long as what is read of it.
    static Result<PackageFiles> open(QByteArrayView file);
    bool has(const char *name) const { return m_files.contains(QLatin1String(name)); }
    QByteArray file(const char *name) const { return m_files.value(QLatin1String(name)); }
    Result<QList<ProofRecord>> records() const; // NN-EVENT.jws, by number; badEvidence
    // The list of digests, what lies beside the statements, the stamp over the list. `made`: the file that those
    // statements make. When it was stamped, if an authority that is believed says so.
    std::optional<QDateTime> check(const Anchors &anchors, const Result<EvidencePackage> &made,
                                   QList<Finding> &findings) const;

private:
    void manifest(QList<Finding> &findings) const;
    void compare(const EvidencePackage &made, QList<Finding> &findings) const;
    std::optional<QDateTime> stamp(const Anchors &anchors, QList<Finding> &findings) const;

    QMap<QString, QByteArray> m_files;
};

} // namespace carriel::evidence
