// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a passphrase must be, wherever one is set: in the window, at the first login, after the recovery code. Length and variety
// decide, not rules about signs: "aaaaaaaa" is as easy to guess as one letter. Never asked of one that opens: those stay good.
#pragma once

#include <QByteArrayView>

namespace carriel {

inline constexpr int shortestPassphrase = 8;   // characters
inline constexpr int leastDifferentSigns = 5;  // among them

enum class PassphraseStrength { TooShort, TooUniform, Weak, Fair, Strong }; // the first two are not taken

// UTF-8, as the vault gets it; nothing of it is copied to where it could not be wiped.
PassphraseStrength passphraseStrength(QByteArrayView utf8);
inline bool passphraseHolds(QByteArrayView utf8)
{
    return passphraseStrength(utf8) >= PassphraseStrength::Weak;
}

} // namespace carriel
