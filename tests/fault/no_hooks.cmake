# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for the test hooks in the bytes of the programs. A program that must have them proves that the look would find them.
if(HOOKS)
  message(STATUS "this build is one for tests, and has them")
  return()
endif()
file(STRINGS "${HOOKED}" found REGEX "CARRIEL_CRASHPOINT" LIMIT_COUNT 1)
if(NOT found)
  message(FATAL_ERROR "the look does not find what is there: ${HOOKED}")
endif()
foreach(program ${PROGRAMS})
  file(STRINGS "${program}" found REGEX "CARRIEL_CRASHPOINT|CARRIEL_CRASH_AT" LIMIT_COUNT 1)
  if(found)
    message(FATAL_ERROR "test hooks in ${program}: ${found}")
  endif()
endforeach()
