// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Verdict.h"

#include <array>

namespace carriel::signing {

QString name(Indication indication)
{
    static constexpr std::array names{"TOTAL-PASSED", "INDETERMINATE", "TOTAL-FAILED"};
    return QString::fromLatin1(names[std::size_t(indication)]);
}

QString name(SubIndication sub)
{
    static constexpr std::array names{"",
                                      "FORMAT_FAILURE",
                                      "HASH_FAILURE",
                                      "SIG_CRYPTO_FAILURE",
                                      "REVOKED",
                                      "EXPIRED",
                                      "NOT_YET_VALID",
                                      "SIG_CONSTRAINTS_FAILURE",
                                      "CHAIN_CONSTRAINTS_FAILURE",
                                      "CRYPTO_CONSTRAINTS_FAILURE",
                                      "NO_SIGNING_CERTIFICATE_FOUND",
                                      "NO_CERTIFICATE_CHAIN_FOUND",
                                      "REVOKED_NO_POE",
                                      "OUT_OF_BOUNDS_NO_POE",
                                      "TRY_LATER"};
    return QString::fromLatin1(names[std::size_t(sub)]);
}

QString name(After after)
{
    return u'B' + QString::number(int(after));
}

QString name(FileVerdict verdict)
{
    static constexpr std::array names{"valid",   "valid_later_changes", "indeterminate", "invalid",
                                      "altered", "unreadable",          "none"};
    return QString::fromLatin1(names[std::size_t(verdict)]);
}

FileVerdict verdictOf(const SignatureReport &report)
{
    FileVerdict byTrust = FileVerdict::Valid;
    if (report.indication == Indication::Indeterminate)
        byTrust = FileVerdict::Indeterminate;
    else if (report.indication == Indication::TotalFailed)
        byTrust = report.sub == SubIndication::HashFailure     ? FileVerdict::Altered
                  : report.sub == SubIndication::FormatFailure ? FileVerdict::Unreadable
                                                               : FileVerdict::Invalid;
    FileVerdict byChange = FileVerdict::Valid;
    if (report.after == After::B6)
        byChange = FileVerdict::Unreadable;
    else if (report.after == After::B5)
        byChange = FileVerdict::Altered;
    else if (report.after >= After::B3)
        byChange = FileVerdict::ValidLaterChanges;
    return std::max(byTrust, byChange);
}

} // namespace carriel::signing
