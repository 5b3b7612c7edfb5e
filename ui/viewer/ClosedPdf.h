// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the viewer in place of a PDF that opens only with its password: why, and the field for it. The password
// goes to whoever shows the pages and is kept nowhere. Thread: GUI.
#pragma once

#include "core/base/SecretBytes.h"

#include <QWidget>

namespace carriel::ui {

class PasswordAsk;
class Theme;

class ClosedPdf final : public QWidget
{
    Q_OBJECT
public:
    ClosedPdf(const Theme &theme, QWidget *parent);
    void ask(); // again, after one was taken: it was not the right one
    SecretBytes take();
    void forget();

Q_SIGNALS:
    void given();

private:
    PasswordAsk *m_password;
    bool m_tried = false;
};

} // namespace carriel::ui
