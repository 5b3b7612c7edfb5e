// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What must be known of a PDF before a key is asked for: whether it may be signed, how many pages it has and how large
// the first is. Pure. It does everything that PdfSignJob does with the bytes of a stranger before that writes, for nothing:
// run where a limit or a fault does no harm (judgeConfined, Question::Kind::Look), the same code on the same bytes then
// ends in the program as it ended there.
#pragma once

#include "core/base/Result.h"
#include "core/signing/sign/SignatureField.h"
#include "core/signing/verify/Cover.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QSizeF>

namespace carriel::signing {

struct PageFacts
{
    Outcome maySign;  // what PdfSignJob would answer before it asks for a key
    int pages = 0;    // at most 10,000
    QSizeF firstPage; // points, as it is shown; empty if not known
    Cover::Of boxOver = Cover::Of::Nothing; // of what is signed already, if a box was given
};

// `password`: of an encrypted file, if the empty one does not allow it. `box`: where the signature is to be seen.
PageFacts pageFacts(QByteArrayView bytes, const QDateTime &now, const QByteArray &password = {},
                    const std::optional<VisibleBox> &box = {});

} // namespace carriel::signing
