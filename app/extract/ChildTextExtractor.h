// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Text by the confined child process carriel-extract, one process for each PDF; text that is text already is decoded here.
// Thread: extract() blocks and belongs into a worker thread; the object holds no state that changes, so several may call.
#pragma once

#include "core/services/TextExtractor.h"

#include <chrono>

namespace carriel {

class ChildTextExtractor final : public TextExtractor
{
public:
    struct Limits {
        std::chrono::milliseconds deadline{20000};
        qsizetype maxText = 1024 * 1024;          // bytes; a child that says more is not ours any more
        qsizetype maxInput = 256 * 1024 * 1024;   // bytes
    };
    explicit ChildTextExtractor(QString program = besideThisProgram());
    ChildTextExtractor(QString program, Limits limits);

    static QString besideThisProgram();

    Result<QString> extract(const QByteArray &bytes, const QString &mediaType) override;
    bool handles(const QString &mediaType) const override;

private:
    Result<QString> fromPdf(const QByteArray &bytes) const;

    QString m_program;
    Limits m_limits;
};

} // namespace carriel
