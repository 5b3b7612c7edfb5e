// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a signing job was asked, as its row keeps it. Private to core/services. Pure but for the last three.
#pragma once

#include "core/services/Signing.h"
#include "core/signing/sign/PdfSignJob.h"
#include "core/vault/SigningStore.h"
#include "core/vault/VaultStore.h"

namespace carriel {

SignFormat formatFor(SignFormat wanted, const QString &mediaType); // never Choose
QJsonObject optionsOf(const SignRequest &request, SignFormat format, bool official);
QJsonObject renewalOptions(const QUrl &authority, bool official);
signing::PdfSignOptions signOptions(const QJsonObject &options); // but for its files
QByteArray certificateOf(const QJsonObject &options);            // SHA-256
SignLevel levelOf(const QJsonObject &options);                   // that was asked
SignFormat formatOf(const QJsonObject &options);
bool isRenewal(const QJsonObject &options);
bool isSeparate(const QJsonObject &options);
QJsonObject reachedLevel(QJsonObject options, signing::Level level,
                         const QByteArray &certificate); // DER; empty: as it was
std::optional<SignLevel> reachedBy(const QJsonObject &options);
QJsonObject kept(const Error &error); // why it is not what was asked, as a row keeps it
bool isAnew(const QJsonObject &options);    // to be written anew before it is signed
bool stillOwed(const QJsonObject &options); // the level that was asked was not reached
// "contrato - firmado.pdf", "foto.jpg.asice", "foto.jpg.p7s"
QString signedName(const QString &name, SignFormat format);
QString signedMediaType(SignFormat format);

// The digest of the content that is to be signed.
Outcome keepSigned(vault::VaultStore &store, const std::optional<sync::VersionRow> &version, QJsonObject &options);
// The version that is to be signed. A document that goes up meanwhile gets the operator's number for the same content.
Result<std::optional<sync::VersionRow>> versionToSign(vault::VaultStore &store, const vault::SigningJobRow &row);
// Nothing for a renewal: it is no signature.
std::optional<vault::SignatureMadeRow> madeFrom(vault::VaultStore &store, const vault::SigningJobRow &row);

} // namespace carriel
