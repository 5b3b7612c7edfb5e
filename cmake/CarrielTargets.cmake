# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# How a library, a program and a test are declared here.

# carriel_library(NAME SOURCES … [LINKS …])  a static library; headers are included from the root: "core/base/Result.h"
function(carriel_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE carriel_options)
  set_property(GLOBAL APPEND PROPERTY CARRIEL_TARGETS ${name})
endfunction()

# carriel_program(NAME SOURCES … [LINKS …])  NAME is the file people see
function(carriel_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} carriel_options)
  set_property(GLOBAL APPEND PROPERTY CARRIEL_TARGETS ${name})
endfunction()

# carriel_test(NAME [SOURCES …] [LINKS …] [LABELS …] [TIMEOUT S] [LONG])  a Qt Test program tst_NAME.cpp, offscreen.
# LONG ones are built but run only by `make test-long`. No test fails for a slow machine: see tests/support/Patience.h.
function(carriel_test name)
  cmake_parse_arguments(ARG "LONG" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES tst_${name}.cpp)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 1800) # what hangs; nothing is judged by how fast the machine is
  endif()
  math(EXPR function_timeout "${ARG_TIMEOUT} * 1000") # Qt's own is five minutes for a function
  set(target tst_${name})
  add_executable(${target} ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" CARRIEL_IS_A_TEST ON)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${target} PRIVATE CARRIEL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" CARRIEL_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(${target} PRIVATE ${ARG_LINKS} Qt6::Test carriel_options)
  set_property(GLOBAL APPEND PROPERTY CARRIEL_TARGETS ${target})
  if(ARG_LONG)
    add_test(NAME ${name} COMMAND ${target} CONFIGURATIONS Long)
    list(APPEND ARG_LABELS long)
  else()
    add_test(NAME ${name} COMMAND ${target})
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${function_timeout}")
endfunction()
