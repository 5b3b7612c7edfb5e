// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the HTTP library. Its macros decide the layout of its classes, so they must be those that the packaged library
// was built with: they come from its pkg-config file, by CMake.
#pragma once

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error "link carriel_operator, which says how the HTTP library was built"
#endif
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC system_header
#include <httplib.h>
#pragma GCC diagnostic pop
