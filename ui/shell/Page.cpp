// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Page.h"

namespace carriel::ui {

Page::Page(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context) {}

} // namespace carriel::ui
