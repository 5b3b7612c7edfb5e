// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// QPDF's JSON.hh does not compile as C++20 with clang and libstdc++ 12 (a vector of the class that is being defined).
// The fuzz preset leaves it out (JSON_HH is its guard) and includes this instead: we only need the name.
#pragma once

class JSON;
