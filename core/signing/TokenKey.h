// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys on cards and tokens (PKCS #11), by way of the child process carriel-token: a driver that crashes or never
// answers ends as an error. Thread: one with an event loop that lives as long as the key; everything answers there.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/signing/KeySource.h"

#include <chrono>
#include <memory>

namespace carriel::signing {

struct TokenOptions
{
    QString uri; // RFC 7512, with module-path or module-name; without one every driver registered on this system
    QString helper = besideThisProgram();
    bool mayBeLastTry = false;                 // else a PIN is not tried when one more mistake would lock the card
    std::chrono::milliseconds patience{60000}; // for one step of the card; a PIN pad waits for a person
    std::chrono::milliseconds slowAfter{2500};
    std::function<void()> slow; // once for each step that takes so long; say so to the person

    static QString besideThisProgram();
};

struct TokenState
{
    QString label;
    bool pinLocked = false;
    bool lastTry = false; // of its PIN
    bool pad = false;     // the PIN is typed on the reader: no PIN is asked here
};

struct TokenKeyInfo
{
    QString uri; // names this one
    QString token, label;
    crypto::Certificate certificate;
};

struct TokenListing
{
    QList<TokenState> tokens;
    QList<TokenKeyInfo> keys; // some cards show theirs only after the PIN
};

// Without a PIN. tokenTrouble, tokenSilent, badInput. Without any card the lists are empty.
void listTokenKeys(const TokenOptions &options, std::function<void(Result<TokenListing>)> done);

// wrongPin (params: triesLeft = 1 before the last), pinLocked, pinLastTry, tokenGone, tokenSilent, tokenTrouble;
// noSuchKey (params: what = the URIs that fit, count) if not exactly one key does. The card stays logged in as long as
// the key lives.
using TokenOpened = std::function<void(Result<std::shared_ptr<KeySource>>)>;
void openTokenKey(const TokenOptions &options, SecretBytes pin, TokenOpened done);

} // namespace carriel::signing
