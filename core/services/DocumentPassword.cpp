// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DocumentPassword.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "core/vault/Settings.h"

namespace carriel {

namespace {

// As hex() of SQLite writes it.
QString nameOf(const QByteArray &sha256)
{
    return QStringLiteral("pdf/") + QString::fromLatin1(sha256.toHex().toUpper());
}

} // namespace

QByteArray passwordOf(vault::Database &database, const QByteArray &sha256)
{
    const auto kept = vault::Secrets(database).get(nameOf(sha256));
    return kept.ok() && kept.value() ? kept.value()->view().toByteArray() : QByteArray();
}

Outcome keepPassword(vault::Database &database, const QByteArray &sha256, QByteArrayView password)
{
    return vault::Secrets(database).put(nameOf(sha256), password);
}

Outcome passOnPassword(vault::Database &database, const QByteArray &from, const QByteArray &to)
{
    CARRIEL_TRY(const auto kept, vault::Secrets(database).get(nameOf(from)));
    return kept ? keepPassword(database, to, kept->view()) : Outcome();
}

Outcome forgetUnusedPasswords(vault::Database &database)
{
    return database
        .query("DELETE FROM secret WHERE name GLOB 'pdf/*' AND NOT EXISTS(SELECT 1 FROM blob b WHERE "
               "'pdf/'||hex(b.sha256)=secret.name)")
        .run();
}

Outcome opensWith(const QByteArray &bytes, const SecretBytes &password, const QDateTime &now)
{
    CARRIEL_TRY(const auto lent, signing::LentBytes::copyOf(bytes));
    signing::Question question{signing::Question::Kind::Look, {}, {}, now};
    question.password = password.view().toByteArray();
    CARRIEL_TRY(const signing::Judgement looked, signing::judgeConfined(*lent, nullptr, question));
    const Outcome &may = looked.facts.maySign;
    return !may.ok() && may.error().code == signing::errors::passwordNeeded ? may : Outcome();
}

} // namespace carriel
