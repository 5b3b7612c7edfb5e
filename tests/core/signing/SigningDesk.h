// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing and verifying in a test, with everything that answers over the network.
#pragma once

#include "core/signing/sign/PdfSignJob.h"
#include "core/signing/verify/PdfVerifier.h"
#include "tests/core/signing/SigningPki.h"

namespace carriel::test {

class SigningDesk
{
public:
    QString put(const QString &name, const QByteArray &bytes);
    static QByteArray bytesOf(const QString &path);
    // With an empty key what is signed is raised.
    Result<signing::SignedFile> sign(const QString &source, const QString &target, const QString &key, signing::Level level,
                                     const std::function<void(signing::PdfSignOptions &)> &more = {});
    // Asks the network, as a person would allow, until nothing more is open.
    signing::VerificationReport verify(const QString &path, bool online = true);
    signing::VerificationReport verifyBytes(const QByteArray &bytes, bool online = true);
    static QString told(const signing::VerificationReport &report);

    SigningPki pki;
    SystemClock clock;
};

} // namespace carriel::test
