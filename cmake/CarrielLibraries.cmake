# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that comes from the machine, found once.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Gui Widgets Sql Svg PrintSupport Pdf PdfWidgets Charts Test LinguistTools)
find_package(OpenSSL 3.0 REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_path(QPDF_INCLUDE qpdf/QPDF.hh REQUIRED)
find_library(QPDF_LIBRARY qpdf REQUIRED)
add_library(carriel_qpdf INTERFACE)
target_include_directories(carriel_qpdf SYSTEM INTERFACE "${QPDF_INCLUDE}")
target_compile_definitions(carriel_qpdf INTERFACE POINTERHOLDER_TRANSITION=4)
target_link_libraries(carriel_qpdf INTERFACE "${QPDF_LIBRARY}")

# p11-kit: the standard header of card drivers (PKCS #11) and the reader of pkcs11: URIs. No driver is linked.
find_path(P11KIT_INCLUDE p11-kit/pkcs11.h PATH_SUFFIXES p11-kit-1 REQUIRED)
find_library(P11KIT_LIBRARY p11-kit REQUIRED)
add_library(carriel_p11kit INTERFACE)
target_include_directories(carriel_p11kit SYSTEM INTERFACE "${P11KIT_INCLUDE}")
target_link_libraries(carriel_p11kit INTERFACE "${P11KIT_LIBRARY}")

# SQLCipher is linked statically, its symbols hidden: beside the Qt plugin for plain SQLite in one process,
# the plugin's calls would otherwise land in SQLCipher.
find_library(SQLCIPHER_ARCHIVE libsqlcipher.a REQUIRED)
find_path(SQLCIPHER_INCLUDE sqlcipher/sqlite3.h REQUIRED)
add_library(carriel_sqlcipher INTERFACE)
target_include_directories(carriel_sqlcipher SYSTEM INTERFACE "${SQLCIPHER_INCLUDE}")
target_compile_definitions(carriel_sqlcipher INTERFACE SQLITE_HAS_CODEC)
# A target of its own, not a path: then CMake knows that what the archive needs must stand behind it on the linker's line.
add_library(carriel_sqlcipher_archive STATIC IMPORTED)
set_target_properties(carriel_sqlcipher_archive PROPERTIES IMPORTED_LOCATION "${SQLCIPHER_ARCHIVE}")
target_link_libraries(carriel_sqlcipher_archive INTERFACE OpenSSL::Crypto Threads::Threads m dl)
target_link_libraries(carriel_sqlcipher INTERFACE carriel_sqlcipher_archive)
target_link_options(carriel_sqlcipher INTERFACE -Wl,--exclude-libs,libsqlcipher.a)

# The archive does not say which SQLCipher it is (the .pc file carries SQLite's version), so a small program asks it.
if(NOT DEFINED SQLCIPHER_VERSION)
  file(WRITE "${CMAKE_BINARY_DIR}/probe/sqlcipher.c" "
#include <sqlcipher/sqlite3.h>
#include <stdio.h>
static int print(void *unused, int n, char **values, char **names) { (void)unused; (void)n; (void)names; puts(values[0]); return 0; }
int main(void) { sqlite3 *db; return sqlite3_open(\":memory:\", &db) || sqlite3_exec(db, \"PRAGMA cipher_version\", print, 0, 0); }
")
  try_run(probe_ran probe_built "${CMAKE_BINARY_DIR}/probe" "${CMAKE_BINARY_DIR}/probe/sqlcipher.c"
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${SQLCIPHER_INCLUDE}"
    LINK_LIBRARIES "${SQLCIPHER_ARCHIVE}" OpenSSL::Crypto Threads::Threads m dl
    RUN_OUTPUT_VARIABLE probe_said COMPILE_OUTPUT_VARIABLE probe_log)
  if(NOT probe_built OR NOT probe_ran EQUAL 0)
    message(FATAL_ERROR "SQLCipher does not build or run: run tools/setup.\n${probe_log}${probe_said}")
  endif()
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" version "${probe_said}")
  if(version VERSION_LESS 4.5)
    message(FATAL_ERROR "SQLCipher ${version} is too old, 4.5 or newer is needed: run tools/setup.")
  endif()
  set(SQLCIPHER_VERSION "${version}" CACHE INTERNAL "SQLCipher found")
  message(STATUS "SQLCipher ${version}")
endif()
