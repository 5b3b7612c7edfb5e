// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One document under judgement: its bytes, what is trusted, and what comes out. Private to core/services. Shared by
// threads in turn, never at once.
#pragma once

#include "core/services/TrustDesk.h"
#include "core/services/Verification.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "core/vault/VerdictStore.h"

#include <functional>

namespace carriel {

struct CheckRound
{
    static constexpr qint64 largestFile = 4LL << 30;    // outside the vault; nothing of it is held in memory
    static constexpr qint64 largestContent = 512 << 20; // out of the vault

    std::shared_ptr<signing::LentBytes> file;
    QString path; // instead of file
    // What a signature beside a file signs: of the vault, or a file outside.
    std::shared_ptr<signing::LentBytes> content;
    QString contentName, contentPath;
    QDateTime signedThen; // when the version was made that was signed, if that is not the one of now
    ItemId item;          // the document under judgement; none for a file outside
    QByteArray password;     // of a protected PDF
    QByteArray signedDigest; // of a signature without its content
    bool contentSought = false;
    std::optional<Error> failed;
    Trusted trusted;
    bool online = false;
    std::chrono::milliseconds patience{60'000}; // for each look; unasked ones hold up nobody who quits
    QDateTime at;
    QList<signing::FetchWanted> asked, open;
    QList<vault::EvidenceRow> fetched;
    CheckedFile result;
    std::function<void(Result<CheckedFile>)> answer;

    QList<signing::FetchWanted> run(); // what more could be asked

private:
    std::shared_ptr<signing::LentBytes> lend(const QString &name);
    bool openFiles();
    signing::VerifyMemo m_memo;
};

} // namespace carriel
