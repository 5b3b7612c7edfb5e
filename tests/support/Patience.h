// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a test waits for a state: the same everywhere, and long enough for a busy machine. A test that passes never
// waits it out; Qt's own five seconds fail on a slow machine what is right. A file with QTRY_ in it includes this
// (tests/lint/patience.py).
#pragma once

#include <QTest>

namespace carriel::test {
inline constexpr int patienceMs = 60'000;
}

#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, ::carriel::test::patienceMs)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, words) QTRY_VERIFY2_WITH_TIMEOUT(expr, words, ::carriel::test::patienceMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, ::carriel::test::patienceMs)
