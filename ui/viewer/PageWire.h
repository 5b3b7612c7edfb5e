// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window and the confined child that draws pages (carriel-extract --pages) say to each other through two
// pipes. Both are one machine's processes of one build: integers are of 32 bits in the machine's own order.
//
// To the child:  the length of a document (64 bits), the length (32) and the bytes of the password that opens it, mostly none, and the
//                bytes of the document: a PDF, or a picture, which has one page whose points are its pixels; then as often as wanted
//                a Request.
// From it:       an Answer{Opened, pages} and for each page its width and height in points (two floats); for each
// request an
//                Answer{Page, width, height} and width × height pixels of 4 bytes (QImage::Format_RGB32), or
//                Answer{NoPage}. In place of the first: Answer{Unreadable} or Answer{NeedsPassword}.
// Pixels rather than a picture file: nothing of what a hostile document may have made of the child is parsed here.
#pragma once

#include <cstdint>

namespace carriel::wire {

enum class Kind : std::int32_t { Opened = 1, Page = 2, NoPage = 3, Unreadable = 4, NeedsPassword = 5 };

struct Request
{
    std::int32_t page;  // 0 is the first
    std::int32_t width; // pixels wished; fewer come if the page would have more than mostPixels
};

struct Answer
{
    std::int32_t kind;
    std::int32_t first;
    std::int32_t second;
};

inline constexpr std::int64_t mostInput = 256LL * 1024 * 1024; // bytes
inline constexpr std::int32_t mostPassword = 1'024;            // bytes
inline constexpr std::int32_t mostPages = 20'000;              // later ones are not shown
inline constexpr std::int32_t mostWidth = 8'192;
inline constexpr std::int64_t mostPixels = 16'000'000; // of one page: 64 MB

} // namespace carriel::wire
