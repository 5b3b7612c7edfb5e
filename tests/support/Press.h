// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Pressing what a person could press: once it is there, seen and enabled. A click on a button that is not yet enabled
// does nothing.
#pragma once

#include "tests/support/Patience.h"

#include <QAbstractButton>

namespace carriel::test {

// find() gives the button or nothing; it is asked again, because a page may make its buttons anew.
template <typename Find> void pressWhenOffered(Find find, const char *name)
{
    const auto offered = [&find] {
        const QAbstractButton *button = find();
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2(offered(), name);
    find()->click();
}

} // namespace carriel::test
