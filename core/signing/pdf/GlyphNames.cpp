// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/GlyphNames.h"

#include <algorithm>
#include <array>

namespace carriel::signing {

namespace {

struct Named
{
    const char *name;
    char32_t sign;
};

// In the order of their names; the letters from A to Z are their own names.
constexpr auto all = std::to_array<Named>({
    {"AE", 0xc6}, {"Aacute", 0xc1}, {"Acircumflex", 0xc2}, {"Adieresis", 0xc4}, {"Agrave", 0xc0}, {"Aring", 0xc5},
    {"Atilde", 0xc3}, {"Ccedilla", 0xc7}, {"Eacute", 0xc9}, {"Ecircumflex", 0xca}, {"Edieresis", 0xcb},
    {"Egrave", 0xc8}, {"Eth", 0xd0}, {"Euro", 0x20ac}, {"Iacute", 0xcd}, {"Icircumflex", 0xce}, {"Idieresis", 0xcf},
    {"Igrave", 0xcc}, {"Lslash", 0x141}, {"Ntilde", 0xd1}, {"OE", 0x152}, {"Oacute", 0xd3}, {"Ocircumflex", 0xd4},
    {"Odieresis", 0xd6}, {"Ograve", 0xd2}, {"Oslash", 0xd8}, {"Otilde", 0xd5}, {"Scaron", 0x160}, {"Thorn", 0xde},
    {"Uacute", 0xda}, {"Ucircumflex", 0xdb}, {"Udieresis", 0xdc}, {"Ugrave", 0xd9}, {"Yacute", 0xdd},
    {"Ydieresis", 0x178}, {"Zcaron", 0x17d}, {"aacute", 0xe1}, {"acircumflex", 0xe2}, {"acute", 0xb4},
    {"adieresis", 0xe4}, {"ae", 0xe6}, {"agrave", 0xe0}, {"ampersand", 0x26}, {"aring", 0xe5}, {"asciicircum", 0x5e},
    {"asciitilde", 0x7e}, {"asterisk", 0x2a}, {"at", 0x40}, {"atilde", 0xe3}, {"backslash", 0x5c}, {"bar", 0x7c},
    {"braceleft", 0x7b}, {"braceright", 0x7d}, {"bracketleft", 0x5b}, {"bracketright", 0x5d}, {"breve", 0x2d8},
    {"brokenbar", 0xa6}, {"bullet", 0x2022}, {"caron", 0x2c7}, {"ccedilla", 0xe7}, {"cedilla", 0xb8}, {"cent", 0xa2},
    {"circumflex", 0x2c6}, {"colon", 0x3a}, {"comma", 0x2c}, {"copyright", 0xa9}, {"currency", 0xa4},
    {"dagger", 0x2020}, {"daggerdbl", 0x2021}, {"degree", 0xb0}, {"dieresis", 0xa8}, {"divide", 0xf7},
    {"dollar", 0x24}, {"dotaccent", 0x2d9}, {"dotlessi", 0x131}, {"eacute", 0xe9}, {"ecircumflex", 0xea},
    {"edieresis", 0xeb}, {"egrave", 0xe8}, {"eight", 0x38}, {"ellipsis", 0x2026}, {"emdash", 0x2014},
    {"endash", 0x2013}, {"equal", 0x3d}, {"eth", 0xf0}, {"exclam", 0x21}, {"exclamdown", 0xa1}, {"fi", 0xfb01},
    {"five", 0x35}, {"fl", 0xfb02}, {"florin", 0x192}, {"four", 0x34}, {"fraction", 0x2044}, {"germandbls", 0xdf},
    {"grave", 0x60}, {"greater", 0x3e}, {"guillemotleft", 0xab}, {"guillemotright", 0xbb}, {"guilsinglleft", 0x2039},
    {"guilsinglright", 0x203a}, {"hungarumlaut", 0x2dd}, {"hyphen", 0x2d}, {"iacute", 0xed}, {"icircumflex", 0xee},
    {"idieresis", 0xef}, {"igrave", 0xec}, {"less", 0x3c}, {"logicalnot", 0xac}, {"lslash", 0x142}, {"macron", 0xaf},
    {"minus", 0x2212}, {"mu", 0xb5}, {"multiply", 0xd7}, {"nbspace", 0xa0}, {"nine", 0x39},
    {"nonbreakingspace", 0xa0}, {"ntilde", 0xf1}, {"numbersign", 0x23}, {"oacute", 0xf3}, {"ocircumflex", 0xf4},
    {"odieresis", 0xf6}, {"oe", 0x153}, {"ogonek", 0x2db}, {"ograve", 0xf2}, {"one", 0x31}, {"onehalf", 0xbd},
    {"onequarter", 0xbc}, {"onesuperior", 0xb9}, {"ordfeminine", 0xaa}, {"ordmasculine", 0xba}, {"oslash", 0xf8},
    {"otilde", 0xf5}, {"paragraph", 0xb6}, {"parenleft", 0x28}, {"parenright", 0x29}, {"percent", 0x25},
    {"period", 0x2e}, {"periodcentered", 0xb7}, {"perthousand", 0x2030}, {"plus", 0x2b}, {"plusminus", 0xb1},
    {"question", 0x3f}, {"questiondown", 0xbf}, {"quotedbl", 0x22}, {"quotedblbase", 0x201e},
    {"quotedblleft", 0x201c}, {"quotedblright", 0x201d}, {"quoteleft", 0x2018}, {"quoteright", 0x2019},
    {"quotesinglbase", 0x201a}, {"quotesingle", 0x27}, {"registered", 0xae}, {"ring", 0x2da}, {"scaron", 0x161},
    {"section", 0xa7}, {"semicolon", 0x3b}, {"seven", 0x37}, {"sfthyphen", 0xad}, {"six", 0x36}, {"slash", 0x2f},
    {"softhyphen", 0xad}, {"space", 0x20}, {"sterling", 0xa3}, {"thorn", 0xfe}, {"three", 0x33},
    {"threequarters", 0xbe}, {"threesuperior", 0xb3}, {"tilde", 0x2dc}, {"trademark", 0x2122}, {"two", 0x32},
    {"twosuperior", 0xb2}, {"uacute", 0xfa}, {"ucircumflex", 0xfb}, {"udieresis", 0xfc}, {"ugrave", 0xf9},
    {"underscore", 0x5f}, {"yacute", 0xfd}, {"ydieresis", 0xff}, {"yen", 0xa5}, {"zcaron", 0x17e}, {"zero", 0x30}});

} // namespace

char32_t signOfGlyph(const QByteArray &name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (name.size() == 1)
        return isLetter(name[0]) ? char32_t(name[0]) : 0;
    if (name.size() == 7 && name.startsWith("uni")) {
        bool ok = false;
        const uint number = name.mid(3).toUInt(&ok, 16);
        return ok ? char32_t(number) : 0;
    }
    const auto at = std::lower_bound(all.begin(), all.end(), name,
                                     [](const Named &one, const QByteArray &wanted) { return wanted > one.name; });
    return at != all.end() && name == at->name ? at->sign : 0;
}

} // namespace carriel::signing
