// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A page that knows where in it the person stands: a section, a folder, what is chosen.
#pragma once

#include <QVariantMap>

namespace carriel::ui {

class Resumable
{
public:
    virtual ~Resumable() = default;
    // What to give enter() so that another page of this kind, in a window made anew in another language, stands where this
    // one does. Empty: at its beginning.
    virtual QVariantMap place() const = 0;
};

} // namespace carriel::ui
