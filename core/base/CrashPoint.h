// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Places where a test may end the process, as a loss of power would: CARRIEL_CRASHPOINT=name[:n] ends it the n-th time
// that it passes the place of that name. Only in a build with CARRIEL_TEST_HOOKS; in what people get, nothing of this
// is left - a macro, because an empty inline function could be exchanged for the other one by the linker.
#pragma once

#ifdef CARRIEL_TEST_HOOKS
namespace carriel::hooks {
void crashPoint(const char *name);
}
#define CARRIEL_CRASHPOINT(name) ::carriel::hooks::crashPoint(name)
#else
#define CARRIEL_CRASHPOINT(name) static_cast<void>(0)
#endif
