// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, for a program and for a log. Words for people live in ui/text (core never translates).
#pragma once

#include <QString>
#include <QVariantMap>
#include <string_view>

namespace carriel {

// A stable name such as "CAR-VLT-003" (module, number), documented in docs/error-codes.md. Each module declares its own
// in its <Module>Errors.h; a number is never used again for something else.
struct ErrorCode {
    std::string_view text;
    friend constexpr bool operator==(ErrorCode, ErrorCode) = default;
};

struct Error {
    ErrorCode code{};
    QVariantMap params;  // what the words need: a name, a size, a date. Shown to the person: never a secret.
    QString detail;      // for the log only. Never a secret and never a document's content.

    QString codeText() const { return QString::fromLatin1(code.text.data(), qsizetype(code.text.size())); }
};

} // namespace carriel
