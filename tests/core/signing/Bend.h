// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bends signed files in the ways that attackers do, and makes signatures with rules broken on purpose.
#pragma once

#include "core/signing/pdf/PdfUpdate.h"
#include "tests/core/signing/SigningDesk.h"

namespace carriel::test {

// Appends objects as an incremental update with a correct table. An empty body frees the number. `root` replaces /Root if set.
QByteArray updated(const QByteArray &pdf, const std::map<int, QByteArray> &objects, int root = 0);

// The same with what is no stream inside an object stream, and a cross-reference stream. `more`: "number body" of one more
// in it, which no table names.
QByteArray updatedByStreams(const QByteArray &pdf, const std::map<int, QByteArray> &objects, const QByteArray &more = {});

// A signature by hand: `cms` gets the digest and the signed bytes themselves.
struct ByHand {
    signing::PdfDict more;       // into the signature dictionary
    signing::PdfDict fieldMore;  // into the field
    bool certify = false;        // /Perms /DocMDP in the catalog
    QByteArray subFilter = "ETSI.CAdES.detached";
    std::function<QByteArray(const QByteArray &digest, const QByteArray &bytes)> cms;
};
QByteArray signedByHand(const QByteArray &pdf, const ByHand &how);

// /Reference that certifies (DocMDP) with the permission P.
signing::PdfDict docMdp(int p);
// The usual value, by the key of that name.
std::function<QByteArray(const QByteArray &, const QByteArray &)> cmsBy(const SigningDesk &desk, const QString &name);

// A container with one more field at its second entry (APPNOTE 4.5), in the directory alone or at the entry too.
QByteArray withField(const QByteArray &zip, quint16 kind, const QByteArray &content, bool directoryOnly = false);

} // namespace carriel::test
