// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of a notification's evidence records: order, links, what each says and refers to. Private to core/evidence.
#pragma once

#include "core/evidence/proof/Signers.h"

namespace carriel::evidence {

// What two clocks that are set well may differ by.
inline constexpr int slackMs = 5000;

class ChainCheck
{
public:
    ChainCheck(const Proof &proof, const Anchors &anchors, Signers &signers, ProofReport &report)
        : m_proof(proof), m_anchors(anchors), m_signers(signers), m_report(report)
    {
    }
    void run(); // report.seal is read
    const QList<Record> &records() const { return m_records; }

private:
    void read();
    void links();
    void story();
    void event(const Record &record, DeliveryState &state, const QString &where);
    void moment(const Record &handover, const QString &where);
    void references(const Record &record, const QString &where);
    void stamp(const ProofRecord &raw, const Record &record, TimelineEntry &entry, const QString &where);

    const Proof &m_proof;
    const Anchors &m_anchors;
    Signers &m_signers;
    ProofReport &m_report;
    QList<Record> m_records;
};

} // namespace carriel::evidence
