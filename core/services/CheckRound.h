// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One document under judgement: its bytes, what is trusted, and what comes out. Private to core/services. Shared by
// threads in turn, never at once.
#pragma once

#include "core/services/TrustDesk.h"
#include "core/services/Verification.h"
#include "core/signing/verify/TrustCheck.h"
#include "core/vault/VerdictStore.h"

#include <functional>

namespace carriel {

struct CheckRound
{
    static constexpr qint64 largestFile = 512 << 20; // everything is held in memory, because a mapped file may shrink

    QByteArray bytes;
    QString path; // instead of bytes
    // What a signature beside a file signs: of the vault, or a file outside.
    std::optional<QByteArray> content;
    QString contentName, contentPath;
    std::optional<Error> failed;
    Trusted trusted;
    bool online = false;
    QDateTime at;
    QList<signing::FetchWanted> asked, open;
    QList<vault::EvidenceRow> fetched;
    CheckedFile result;
    std::function<void(Result<CheckedFile>)> answer;

    QList<signing::FetchWanted> run(); // what more could be asked

private:
    std::optional<QByteArray> read(const QString &name);
    bool readFiles();
};

} // namespace carriel
