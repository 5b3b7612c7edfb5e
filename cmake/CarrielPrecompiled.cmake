# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of the standard library and of Qt that nearly every file reads, compiled once: reading them was two thirds
# of the time of a build (docs/adr/0014). None of ours stands here: to change one of ours compiles only what includes it.
# A file still includes what it uses; the presets tidy, coverage and fuzz build without, and find what is missing.
option(CARRIEL_PRECOMPILED "Compile the common headers of Qt and the standard library once" ON)

set(carriel_common_headers
  <algorithm> <array> <atomic> <cerrno> <chrono> <cstdint> <cstdio> <cstdlib> <cstring> <functional> <limits> <map>
  <memory> <mutex> <optional> <set> <span> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <QAbstractItemModel> <QBuffer> <QByteArray> <QCborMap> <QCborValue> <QCoreApplication> <QCryptographicHash> <QDateTime>
  <QDir> <QElapsedTimer> <QFile> <QFileInfo> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QLocale> <QMap>
  <QObject> <QPointer> <QProcess> <QRect> <QRegularExpression> <QSaveFile> <QSet> <QString> <QStringList> <QTemporaryDir>
  <QTimer> <QUrl> <QUrlQuery> <QUuid> <QVariant>)
set(carriel_window_headers
  <QAction> <QApplication> <QCheckBox> <QComboBox> <QDialog> <QFileDialog> <QHBoxLayout> <QIcon> <QImage> <QKeyEvent> <QLabel>
  <QLineEdit> <QListView> <QMenu> <QPainter> <QPlainTextEdit> <QPushButton> <QRadioButton> <QScrollArea> <QScrollBar>
  <QStackedWidget> <QStyledItemDelegate> <QToolButton> <QTreeView> <QVBoxLayout> <QWidget>)

# Whether TARGET shows widgets, itself or by what it links.
function(carriel_links_widgets target result)
  set(${result} OFF PARENT_SCOPE)
  set(waiting ${target})
  set(seen "")
  while(waiting)
    list(POP_FRONT waiting next)
    if(next STREQUAL "Qt6::Widgets")
      set(${result} ON PARENT_SCOPE)
      return()
    endif()
    if(next IN_LIST seen OR NOT TARGET ${next} OR next MATCHES "^Qt6::.*Private$")
      continue()
    endif()
    list(APPEND seen ${next})
    foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(links ${next} ${property})
      if(links)
        list(APPEND waiting ${links})
      endif()
    endforeach()
  endwhile()
endfunction()

# carriel_precompiled(NAME HEADERS … LINKS …)  compiles the headers, for others to take over
function(carriel_precompiled name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LINKS" ${ARGN})
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/${name}.cpp" CONTENT "// only so that the headers have a library\n")
  add_library(${name} STATIC EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/${name}.cpp")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} carriel_options)
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
  # GCC writes other bytes each time. ccache goes by this line instead, and finds in one folder what was compiled in another.
  file(WRITE "${CMAKE_BINARY_DIR}/CMakeFiles/${name}.dir/cmake_pch.hxx.gch.sum"
    "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}, Qt ${Qt6_VERSION}, ${CMAKE_BUILD_TYPE} ${CARRIEL_SANITIZE}: ${ARG_HEADERS}\n")
endfunction()

# Called once, after everything is declared.
function(carriel_precompile_headers)
  if(NOT CARRIEL_PRECOMPILED)
    return()
  endif()
  carriel_precompiled(carriel_headers HEADERS ${carriel_common_headers} LINKS Qt6::Core)
  carriel_precompiled(carriel_headers_window HEADERS ${carriel_common_headers} ${carriel_window_headers} LINKS Qt6::Widgets)
  target_compile_options(carriel_options INTERFACE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
  get_property(targets GLOBAL PROPERTY CARRIEL_TARGETS)
  foreach(target ${targets})
    carriel_links_widgets(${target} window)
    if(window)
      target_precompile_headers(${target} REUSE_FROM carriel_headers_window)
    else()
      target_precompile_headers(${target} REUSE_FROM carriel_headers)
    endif()
  endforeach()
endfunction()
