// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Hands a file to the program that the person's system has for its kind. Thread: GUI.
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace carriel::ui {

// `then(false)`: no program there opens this kind of file. Told in the context's thread, if it still lives.
void openInOtherProgram(const QString &path, QObject *context, std::function<void(bool opened)> then);

} // namespace carriel::ui
