// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the signatures of a document let others change (DocMDP, FieldMDP: ISO 32000-1 §12.8.2; locks: §12.7.4.5).
#pragma once

#include "core/signing/pdf/FormFields.h"

namespace carriel::signing {

struct FieldLock
{
    enum class Action { All, Include, Exclude };
    Action action = Action::All;
    QStringList fields;
    bool locks(const QString &field) const;
};

struct Permissions
{
    bool certified = false; // DocMDP
    int level = 0;          // 1 nothing, 2 forms and signatures, 3 annotations too; 0: nobody said anything
    QList<FieldLock> locks;
    bool unreadable = false; // something is said that cannot be understood: nothing is allowed

    bool isLocked(const QString &field) const;
    bool allowsForms() const { return !unreadable && level != 1; }
    bool allowsAnnotations() const { return !unreadable && level == 3; }
};

// Of all signatures in that version: each counts for what came after it.
Permissions permissionsOf(const PdfFile &revision, const std::vector<SignatureValue> &values);

} // namespace carriel::signing
