// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/Permissions.h"

#include <algorithm>

namespace carriel::signing {

namespace {

void restrictTo(Permissions &permissions, qint64 level)
{
    if (level < 1 || level > 3)
        permissions.unreadable = true;
    else
        permissions.level = permissions.level == 0 ? int(level) : std::min(permissions.level, int(level));
}

void addLock(const PdfFile &file, const PdfDict &dict, Permissions &permissions)
{
    FieldLock lock;
    const PdfValue action = file.resolved(dict["Action"]).valueOr({});
    if (action.isName("Include"))
        lock.action = FieldLock::Action::Include;
    else if (action.isName("Exclude"))
        lock.action = FieldLock::Action::Exclude;
    else if (!action.isName("All"))
        permissions.unreadable = true;
    const auto fields = file.resolved(dict["Fields"]);
    for (const PdfValue &field : fields.ok() ? fields.value().items() : PdfArray())
        lock.fields += textOf(file.resolved(field).valueOr({}));
    permissions.locks += lock;
}

} // namespace

bool FieldLock::locks(const QString &field) const
{
    if (action == Action::All)
        return true;
    // A name stands for the fields below it too.
    const bool named = std::any_of(fields.begin(), fields.end(), [&](const QString &one) {
        return field == one || (field.startsWith(one) && field.mid(one.size()).startsWith(u'.'));
    });
    return (action == Action::Include) == named;
}

bool Permissions::isLocked(const QString &field) const
{
    return unreadable ||
           std::any_of(locks.begin(), locks.end(), [&](const FieldLock &lock) { return lock.locks(field); });
}

Permissions permissionsOf(const PdfFile &revision, const std::vector<SignatureValue> &values)
{
    Permissions permissions;
    for (const SignatureValue &value : values) {
        const auto references = revision.resolved(value.dict["Reference"]);
        if (!references.ok())
            permissions.unreadable = true;
        for (const PdfValue &item : references.ok() ? references.value().items() : PdfArray()) {
            const PdfValue reference = revision.resolved(item).valueOr({});
            const PdfValue parameters = revision.resolved(reference["TransformParams"]).valueOr({});
            const PdfValue method = revision.resolved(reference["TransformMethod"]).valueOr({});
            if (method.isName("DocMDP")) {
                permissions.certified = true;
                restrictTo(permissions, revision.resolved(parameters["P"]).valueOr({}).toInt(2));
            } else if (method.isName("FieldMDP")) {
                addLock(revision, parameters.entries(), permissions);
            }
        }
        const PdfValue lock = revision.resolved(value.field.dict["Lock"]).valueOr({});
        if (lock.isDict()) {
            addLock(revision, lock.entries(), permissions);
            if (const PdfValue level = revision.resolved(lock["P"]).valueOr({}); !level.isNull())
                restrictTo(permissions, level.toInt(0));
        }
    }
    return permissions;
}

} // namespace carriel::signing
