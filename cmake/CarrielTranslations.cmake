# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# carriel_compile_translations(OUT)  sets OUT to a source file that embeds the compiled translations/*.ts under :/i18n.
# The .ts files are committed and changed only by `ninja translations_update`, never by a plain build.
function(carriel_compile_translations out)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/i18n")
  file(MAKE_DIRECTORY "${folder}")
  set(entries "")
  set(compiled "")
  foreach(language es en)
    set(ts "${PROJECT_SOURCE_DIR}/translations/carriel_${language}.ts")
    set(qm "${folder}/carriel_${language}.qm")
    add_custom_command(OUTPUT "${qm}" COMMAND Qt6::lrelease -silent -nounfinished "${ts}" -qm "${qm}" DEPENDS "${ts}" VERBATIM)
    list(APPEND compiled "${qm}")
    string(APPEND entries "<file>carriel_${language}.qm</file>")
  endforeach()
  file(CONFIGURE OUTPUT "${folder}/translations.qrc" @ONLY
    CONTENT "<RCC><qresource prefix=\"/i18n\">${entries}</qresource></RCC>\n")
  set(source "${folder}/qrc_translations.cpp")
  add_custom_command(OUTPUT "${source}" COMMAND Qt6::rcc --name translations -o "${source}" "${folder}/translations.qrc"
    DEPENDS ${compiled} "${folder}/translations.qrc" VERBATIM)
  set_source_files_properties("${source}" PROPERTIES SKIP_AUTOGEN ON)
  set(${out} "${source}" PARENT_SCOPE)
endfunction()

# Reads the strings out of the sources. Spanish must then be completed by hand; English holds plurals only.
add_custom_target(translations_update
  COMMAND Qt6::lupdate -silent -locations none -no-obsolete -I . ui app -ts translations/carriel_es.ts
  COMMAND Qt6::lupdate -silent -locations none -no-obsolete -pluralonly -I . ui app -ts translations/carriel_en.ts
  WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
