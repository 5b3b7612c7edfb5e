// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says of itself beside its pages: /Info (ISO 32000-1 §14.3.3) and XMP (ISO 16684-1). Readers show its
// title in the window's frame and its author in lists, so a change of them is told; that a program noted when it saved
// the file is not. Pure.
#pragma once

#include "core/signing/pdf/PdfValue.h"

#include <QMap>
#include <QStringList>
#include <functional>
#include <optional>

namespace carriel::signing {

// By what it is about: "title", "author", "subject", "keywords", "program", "date of creation", or the name of anything
// else. Without what every program writes when it saves: times of change, its own name, numbers of versions.
using DocumentData = QMap<QString, QString>;

// `text` makes the text of a value. Values that are no strings are compared as they are written.
DocumentData dataOfInfo(const PdfDict &info, const std::function<QString(const PdfValue &)> &text);

// Nothing for what is no XMP.
std::optional<DocumentData> dataOfXmp(const QByteArray &packet);

// What differs; something empty is as good as nothing.
QStringList changedData(const DocumentData &was, const DocumentData &is);

} // namespace carriel::signing
