// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole vault - keys, database and all - in a profile folder of its own, and its files as bytes.
#pragma once

#include "core/vault/Vault.h"
#include "tests/core/vault/TestVault.h"

#include <QFile>

namespace carriel::vault::testing {

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

inline QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Base of a test's class.
class WholeVault : public QObject
{
protected:
    void makeFolder() { m_dir = std::make_unique<QTemporaryDir>(); }
    QString profile() const { return m_dir->filePath(QStringLiteral("p")); }
    QString path(const char *name) const { return profile() + QLatin1Char('/') + QLatin1String(name); }
    Result<Vault::Created> make(const char *passphrase = "")
    {
        Vault::Plan plan = Vault::plan();
        m_key = plan.key.clone();
        return Vault::create(profile(), std::move(plan), {false, SecretBytes::copyOf(QByteArray(passphrase))}, m_clock,
                             m_random);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock;
    SystemRandom m_random;
    SecretBytes m_key;
};

} // namespace carriel::vault::testing
