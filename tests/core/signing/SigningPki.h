// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A small public-key infrastructure made by the openssl program, and its services: time stamps, OCSP and revocation
// lists are answered by `openssl ts`, `openssl ocsp` and `openssl ca`, so that what the tests meet is not our own idea
// of them.
#pragma once

#include "core/base/HttpFetch.h"
#include "core/signing/KeySource.h"
#include "core/signing/trust/TrustStore.h"

#include <QTemporaryDir>

namespace carriel::test {

class SigningPki final : public HttpFetch
{
public:
    SigningPki();
    bool ready() const { return m_ready; }
    QString file(const QString &name) const { return m_dir.filePath(name); }

    // "ana" (RSA 2048), "eva" (P-256), "leo" (expired), "sol" (may only encrypt), "rob" (from an authority nobody
    // trusts).
    std::shared_ptr<signing::KeySource> key(const QString &name) const;
    QString p12(const QString &name) const { return file(name + QStringLiteral(".p12")); } // password "clave"
    signing::TrustStore trust() const;
    crypto::Certificate authority() const;
    void revoke(const QString &name, const QDateTime &when); // for OCSP and lists from now on

    void restore(const QString &name);                       // as if it never was

    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override;
    QUrl tsa() const { return QUrl(QStringLiteral("http://tsa.example.org/")); }
    bool down = false; // nobody answers
    int calls = 0;

    // Runs a program in the folder. Its standard output; `ok` tells how it ended.
    QByteArray run(const QString &program, const QStringList &arguments, bool *ok = nullptr) const;
    bool openssl(const QStringList &arguments) const;

private:
    void person(const QString &name, const QString &serial, const QStringList &keyOptions, const QString &section,
                const QString &authority = QStringLiteral("ca"), const QStringList &days = {});
    void writeIndex() const;
    QTemporaryDir m_dir;
    QStringList m_index;
    bool m_ready = false;
};

// A PDF of `pages` pages with a table, written by hand here.
QByteArray plainPdf(int pages = 1);
// The same with a form: text fields "nombre" and "nota", and an empty signature field "firma".
QByteArray formPdf();

} // namespace carriel::test
