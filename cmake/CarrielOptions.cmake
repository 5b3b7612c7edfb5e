# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# The language, and the two INTERFACE targets every target of ours uses: carriel_warnings and carriel_hardening.
include(CTest)
option(CARRIEL_TEST_HOOKS "Build crash points and fault switches in. Never in a release." OFF)
option(CARRIEL_COVERAGE "Instrument for gcov" OFF)
option(CARRIEL_TIDY "Run clang-tidy on every file" OFF)
option(CARRIEL_FUZZ "Build the libFuzzer targets" OFF)
option(CARRIEL_WERROR "Treat warnings as errors" ON)
set(CARRIEL_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
  # What ccache needs to keep what reads precompiled headers, beside -fpch-preprocess of GCC (CarrielPrecompiled.cmake).
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 "${CCACHE}")
endif()
if(CARRIEL_TIDY)
  find_program(CLANG_TIDY NAMES clang-tidy-19 clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${CLANG_TIDY}")
endif()

add_library(carriel_warnings INTERFACE)
target_compile_options(carriel_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -Wextra-semi $<$<BOOL:${CARRIEL_WERROR}>:-Werror>
  # GCC 13 and later see an uninitialised Error through the empty std::optional of Result<void>, and are wrong.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)

add_library(carriel_hardening INTERFACE)
target_compile_options(carriel_hardening INTERFACE -fstack-protector-strong -fno-strict-overflow
  $<$<CONFIG:Release>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2;-D_GLIBCXX_ASSERTIONS>)
target_link_options(carriel_hardening INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
if(CARRIEL_SANITIZE)
  target_compile_options(carriel_hardening INTERFACE -fsanitize=${CARRIEL_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(carriel_hardening INTERFACE -fsanitize=${CARRIEL_SANITIZE})
endif()
if(CARRIEL_FUZZ)
  target_compile_options(carriel_hardening INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
  target_link_options(carriel_hardening INTERFACE -fsanitize=address,undefined)
  target_compile_options(carriel_hardening INTERFACE -DJSON_HH "SHELL:-include ${PROJECT_SOURCE_DIR}/tests/fuzz/WithoutJson.h")
endif()
# Only what people get is counted: the tests' own lines are compiled without (carriel_test).
if(CARRIEL_COVERAGE)
  target_compile_options(carriel_hardening INTERFACE -O1 $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CARRIEL_IS_A_TEST>>>:--coverage>)
  target_link_options(carriel_hardening INTERFACE --coverage)
endif()

add_library(carriel_options INTERFACE)
target_link_libraries(carriel_options INTERFACE carriel_warnings carriel_hardening)
# Names that a newer Qt deprecates stay good until the oldest Qt we build with has their successors.
target_compile_definitions(carriel_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_WARN_DEPRECATED_UP_TO=0x060400
  CARRIEL_VERSION="${PROJECT_VERSION}" $<$<BOOL:${CARRIEL_TEST_HOOKS}>:CARRIEL_TEST_HOOKS>)
