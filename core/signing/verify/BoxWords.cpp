// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/BoxWords.h"

#include "core/crypto/Cms.h"
#include "core/signing/pdf/PageMarks.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

QString plain(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

} // namespace

QString wordsOfBox(const PdfFile &file, const PdfDict &widget)
{
    constexpr double gap = 0.15; // of the size of a letter
    QString out;
    const PageMarks look = marksOfNote(file, widget);
    const Mark *before = nullptr;
    for (const Mark &mark : look.marks) {
        if (mark.kind != Mark::Kind::Letter || mark.unseen || mark.cut)
            continue;
        const double size = double(mark.size);
        if (before && (mark.at.left() - before->at.right() > gap * size || std::abs(mark.at.y() - before->at.y()) > size / 2))
            out += u' ';
        const char32_t letter = mark.shows ? mark.shows : mark.says;
        out += letter != 0 && QChar::isPrint(letter) ? QString::fromUcs4(&letter, 1) : QStringLiteral("?");
        before = &mark;
    }
    return out.simplified();
}

bool saysWhoSigned(const QString &words, const QByteArray &contents)
{
    const auto cms = crypto::CmsSignature::parse(contents, crypto::CmsSignature::Padding::Zeros);
    if (!cms.ok() || !cms.value().signer())
        return false;
    const QString said = plain(words);
    const QStringList name = cms.value().signer()->name().split(u' ', Qt::SkipEmptyParts);
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [&](const QString &word) { return said.contains(plain(word)); });
}

} // namespace carriel::signing
