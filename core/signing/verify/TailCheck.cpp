// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/TailCheck.h"

#include "core/signing/pdf/PdfLexer.h"

#include <algorithm>
#include <set>

namespace carriel::signing {

namespace {

struct Extent
{
    qint64 begin;
    qint64 end;
};

// White space, comments, `startxref` and its number.
bool isFiller(QByteArrayView bytes, qint64 begin, qint64 end)
{
    PdfLexer lexer(bytes.first(end), begin);
    for (;;) {
        lexer.skipSpace();
        if (lexer.atEnd())
            return true;
        if (!lexer.takeWord("startxref") || lexer.takeNumber() < 0)
            return false;
    }
}

} // namespace

QStringList unexplainedBytes(const PdfFile &whole, qint64 signedEnd, qint64 signedNewest)
{
    QStringList findings;
    std::vector<Extent> extents;
    bool reachedOld = false;
    for (const XrefSection &section : whole.sections()) {
        if (section.begin < signedEnd) {
            if (!reachedOld && section.begin != signedNewest)
                findings += QStringLiteral("the update does not follow the signed version");
            reachedOld = true;
            continue;
        }
        if (reachedOld)
            findings += QStringLiteral("cross-references out of order");
        extents.push_back({section.begin, section.end});
        if (section.streamBegin >= 0) {
            findings += QStringLiteral("hybrid cross-reference after the signature");
            extents.push_back({section.streamBegin, section.streamEnd});
        }
        std::set<int> seen;
        section.each([&](int number, const XrefEntry &entry) {
            if (!seen.insert(number).second)
                findings += QStringLiteral("object %1 is listed twice").arg(number);
            if (entry.kind != XrefEntry::Kind::At || entry.offset < signedEnd)
                return;
            const auto object = whole.objectAt(entry.offset);
            if (!object.ok() || object.value().ref != PdfRef{number, entry.generation})
                findings += QStringLiteral("object %1 is not where it is listed").arg(number);
            else
                extents.push_back({object.value().begin, object.value().end});
        });
    }
    if (!reachedOld)
        findings += QStringLiteral("the update does not follow the signed version");
    std::sort(extents.begin(), extents.end(), [](const Extent &a, const Extent &b) { return a.begin < b.begin; });
    qint64 at = signedEnd;
    qint64 lastEnd = signedEnd;
    for (const Extent &extent : extents) {
        const bool again =
            &extent != &extents.front() && (&extent)[-1].begin == extent.begin && (&extent)[-1].end == extent.end;
        if (again) // a cross-reference stream may list itself
            continue;
        if (extent.begin < lastEnd)
            findings += QStringLiteral("objects overlap at %1").arg(extent.begin);
        else if (!isFiller(whole.bytes(), at, extent.begin))
            findings += QStringLiteral("unlisted bytes at %1").arg(at);
        lastEnd = std::max(lastEnd, extent.end);
        at = lastEnd;
    }
    if (!isFiller(whole.bytes(), at, whole.bytes().size()))
        findings += QStringLiteral("unlisted bytes at %1").arg(at);
    findings.removeDuplicates();
    return findings.mid(0, 20);
}

} // namespace carriel::signing
