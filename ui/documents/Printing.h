// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// From a document to paper: brings its bytes here, lets the person choose a printer, prints. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"
#include "ui/viewer/PdfPrint.h"

class QPrinter;

namespace carriel::ui {

class Printing
{
public:
    static bool canPrint(const DocumentRow &row); // PDF, picture or text
    static void start(const PageContext &context, const DocumentRow &row, bool cover, QWidget *window);
    // The same without a dialog, onto a printer that is set up.
    static void onto(const PageContext &context, const DocumentRow &row, bool cover, std::unique_ptr<QPrinter> printer);
    static PdfPrint::Cover coverOf(const DocumentDetails &details);
};

} // namespace carriel::ui
