// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/PassphraseRule.h"

namespace carriel {
namespace {

constexpr int longEnough = 12;       // characters, for somebody who tries many
constexpr int variedEnough = 6;      // different ones
constexpr int longForAnyWords = 20;
constexpr int manyWords = 4;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// One character, of one to four bytes.
QByteArrayView characterAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < text.size() && continues(text[end]))
        ++end;
    return text.sliced(at, end - at);
}

} // namespace

PassphraseStrength passphraseStrength(QByteArrayView utf8)
{
    int characters = 0;
    int different = 0;
    int words = 0;
    bool inWord = false;
    for (qsizetype at = 0; at < utf8.size();) {
        const QByteArrayView one = characterAt(utf8, at);
        bool first = true; // compared with what came before: passphrases are short, and no copy is made
        for (qsizetype before = 0; first && before < at; before += characterAt(utf8, before).size())
            first = characterAt(utf8, before) != one;
        different += first ? 1 : 0;
        const bool space = one == QByteArrayView(" ");
        words += !space && !inWord ? 1 : 0;
        inWord = !space;
        ++characters;
        at += one.size();
        if (characters > 1000)
            break; // more can only be stronger
    }
    if (characters < shortestPassphrase)
        return PassphraseStrength::TooShort;
    if (different < leastDifferentSigns)
        return PassphraseStrength::TooUniform;
    if (characters < longEnough || different < variedEnough)
        return PassphraseStrength::Weak;
    return characters >= longForAnyWords || words >= manyWords ? PassphraseStrength::Strong : PassphraseStrength::Fair;
}

} // namespace carriel
