// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The words inside a document, for search. app/ gives the implementation that runs a child process with limits, so that a
// hostile file can neither hang nor crash the program nor read the vault.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace carriel {

class TextExtractor
{
public:
    virtual ~TextExtractor() = default;
    // Blocks, so it is called from a worker thread, one document at a time. UTF-8 text of at most 1 MiB; CAR-SVC-020 if
    // the document could not be read (it is then searched by its name alone).
    virtual Result<QString> extract(const QByteArray &bytes, const QString &mediaType) = 0;
    virtual bool handles(const QString &mediaType) const = 0;
};

} // namespace carriel
