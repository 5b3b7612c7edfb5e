// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Names a document may have at the operator (discovery: `names`, `limits.name_bytes`), and how one that may not is changed. What
// an operator says is obeyed besides what is true everywhere: NFC, no dot or blank at the end, no blank at the beginning.
#pragma once

#include "core/domain/ItemLimits.h"

#include <QString>
#include <QStringList>

namespace carriel {

struct NameRules {
    QString forbiddenChars = QStringLiteral("/\\:*?\"<>|");
    // Device names of Windows; compared without suffix and without regard to case.
    QStringList forbiddenNames = {QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"), QStringLiteral("NUL")};
    QString noTrailing = QStringLiteral(". "); // characters that a name may not end in
    QString noLeading = QStringLiteral(" ");   // nor begin with
    int maxBytes = 255; // UTF-8
    bool caseInsensitive = true;
    int maxDepth = 32; // folders in each other (discovery: limits.depth); what stands in the last one is no folder
    int factsBytes = limits::factsBytes; // of all that is said about an item, as JSON (discovery: limits.meta_bytes)

    // NFC; control and bidirectional characters out, forbidden characters to "_", no dot or space at the end, a device name
    // gets "_" behind its stem, and a name too long loses the end of its stem at a character border, never its suffix.
    // Where "_" itself is forbidden another sign stands for it.
    // The result may stand on the wire; it equals `name` if that already could.
    QString fitted(const QString &name) const;

    // "acta.pdf", 2 → "acta (2).pdf", within maxBytes.
    QString numbered(const QString &name, int number) const;

    // True if the two may not stand side by side in one folder.
    bool clash(const QString &a, const QString &b) const;

private:
    QChar filler() const;
    QString withoutTrailing(QString name) const;
    QString withoutLeading(const QString &name) const;
    QString allowed(QString text) const; // forbidden characters replaced
};

// "acta.pdf" → {"acta", ".pdf"}; "tar.gz" counts as one suffix; ".bashrc" is all stem.
struct SplitName {
    QString stem;
    QString suffix;
};
SplitName splitName(const QString &name);

} // namespace carriel
