// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The package of a notification: an ASiC-E (ETSI EN 319 162-1) with the act and its documents, signed by the entity
// with CAdES.
#pragma once

#include "reference-operator/Jwk.h"

#include <QJsonArray>
#include <QList>
#include <QString>

struct x509_st;

namespace carriel::entity {

using CertPtr = std::shared_ptr<x509_st>;

struct Signer
{
    op::KeyPtr key;
    CertPtr certificate;
    QList<CertPtr> chain; // above it, if known

    QJsonArray x5c() const; // standard base64 of DER, leaf first
    QString kid() const;
    QJsonObject jwk() const;
};

Signer signerFromPkcs12(const QString &file, const QByteArray &password); // throws std::runtime_error
Signer signerFromPem(const QString &keyFile, const QString &certificateFile);
// A P-256 key with a certificate that is its own authority, into two files.
void makeSigner(const QString &keyFile, const QString &certificateFile, const QString &name, const QString &id);

struct PackedFile
{
    QString name; // in the package
    QString mediaType;
    QByteArray bytes;
};

quint32 crcOf(const QByteArray &bytes);                                       // as ZIP sums
QByteArray makePackage(const QList<PackedFile> &files, const Signer &signer); // throws std::runtime_error

} // namespace carriel::entity
