// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace carriel::ui {

class PageRegistry;

void addSharePages(PageRegistry &registry);

} // namespace carriel::ui
