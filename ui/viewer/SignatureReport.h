// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A verification to keep or to hand on: in words for a person (PDF), or with the names of the command line for a
// program (JSON, UTF-8). Says what was not checked as well. Thread: any.
#pragma once

#include "core/services/Verification.h"

namespace carriel::ui {

QByteArray reportJson(const QString &fileName, const CheckedFile &file);
QString reportHtml(const QString &fileName, const CheckedFile &file);
// 0600, whole or not at all; the ending of the name decides: .json or else PDF. CAR-BAS file errors.
Outcome writeReport(const QString &path, const QString &fileName, const CheckedFile &file);

} // namespace carriel::ui
