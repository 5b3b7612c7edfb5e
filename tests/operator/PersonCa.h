// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An authority that gives certificates to persons, for one test run.
#pragma once

#include "reference-operator/Jwk.h"

#include <QJsonArray>
#include <QString>

namespace carriel::op::test {

struct PersonCertificate
{
    KeyPtr key;
    QByteArray der;
    long serial = 0;
    QJsonArray x5c() const;
};

class PersonCa
{
public:
    PersonCa();
    // `number`: serialNumber of the subject, as "CC 1020304050"; `days` from now until it ends.
    PersonCertificate issue(const QString &number, int days = 1, const char *usage = "critical,digitalSignature,nonRepudiation");
    PersonCertificate own() const { return {m_key, m_der, 0}; }
    // Its certificate, and its list of what was revoked unless there is none.
    void write(const QString &file, const QList<long> *revoked = nullptr) const;

private:
    KeyPtr m_key;
    QByteArray m_der;
    long m_serial = 100;
};

} // namespace carriel::op::test
