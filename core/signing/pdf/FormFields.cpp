// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/FormFields.h"

#include <algorithm>
#include <set>

namespace carriel::signing {

namespace {

constexpr std::size_t maxFields = 200'000;

struct Walker
{
    struct Above
    {
        PdfRef ref;
        QByteArray kind; // FT that it says itself
    };
    const PdfFile &file;
    FormFields &out;
    std::set<PdfRef> seen;
    std::vector<Above> above; // the way down to where we are

    // A kid that leads back to a field above it adds nothing to the form. But where a signature is on the way, or the
    // field does not say itself of what kind it is, a reader that goes round would see something else the second time.
    bool leadsBack(PdfRef kid) const
    {
        const auto back = std::find_if(above.begin(), above.end(), [&](const Above &one) { return one.ref == kid; });
        return back != above.end() && !back->kind.isEmpty() &&
               std::none_of(above.begin(), above.end(), [](const Above &one) { return one.kind == "Sig"; });
    }

    // False if there is no field: nothing at all, or only the way back.
    bool walk(const PdfValue &item, const QString &parentName, const QByteArray &parentType,
              const PdfValue &parentValue, int depth)
    {
        if (depth > 64 || out.fields.size() > maxFields) {
            out.troubles += QStringLiteral("too many fields");
            return true;
        }
        if (item.isRef() && !seen.insert(item.target()).second) {
            if (leadsBack(item.target()))
                return false;
            out.troubles += QStringLiteral("a field stands twice");
            return true;
        }
        const auto resolved = file.resolved(item);
        if (resolved.ok() && resolved.value().isNull())
            return false;
        if (!resolved.ok() || !resolved.value().isDict()) {
            out.troubles += QStringLiteral("unreadable field");
            return true;
        }
        FormField field;
        field.dict = resolved.value().entries();
        field.ref = item.isRef() ? item.target() : PdfRef{};
        const PdfValue partial = file.resolved(field.dict["T"]).valueOr({});
        field.name = parentName;
        if (partial.isString())
            field.name += (parentName.isEmpty() ? QString() : QStringLiteral(".")) + textOf(partial);
        const PdfValue type = file.resolved(field.dict["FT"]).valueOr({});
        field.type = type.isName() ? type.bytes() : parentType;
        field.value = field.dict.contains("V") ? field.dict["V"] : parentValue;
        const auto kids = file.resolved(field.dict["Kids"]);
        if (!kids.ok())
            out.troubles += QStringLiteral("unreadable kids");
        above.push_back({field.ref, type.isName() ? type.bytes() : QByteArray()});
        bool hasFields = false;
        for (const PdfValue &kid : kids.ok() ? kids.value().items() : PdfArray()) {
            const auto child = file.resolved(kid);
            if (child.ok() && child.value().isDict() && !child.value().entries().contains("T")) {
                if (kid.isRef() && seen.insert(kid.target()).second)
                    field.widgets.push_back(kid.target()); // a widget alone
                continue;
            }
            hasFields |= walk(kid, field.name, field.type, field.value, depth + 1);
        }
        above.pop_back();
        if (hasFields)
            return true;
        if (field.widgets.empty() && item.isRef())
            field.widgets.push_back(item.target());
        out.fields.push_back(std::move(field));
        return true;
    }
};

} // namespace

FormFields formFields(const PdfFile &file)
{
    FormFields out;
    const auto root = file.resolved(file.trailer()["Root"]);
    const auto form = root.ok() ? file.resolved(root.value()["AcroForm"]) : root;
    const auto fields = form.ok() ? file.resolved(form.value()["Fields"]) : form;
    if (!fields.ok()) {
        out.troubles += QStringLiteral("unreadable form");
        return out;
    }
    Walker walker{file, out, {}, {}};
    for (const PdfValue &item : fields.value().items())
        walker.walk(item, {}, {}, {}, 0);
    return out;
}

int usageRights(const PdfFile &file)
{
    const PdfValue root = file.resolved(file.trailer()["Root"]).valueOr({});
    const PdfValue permissions = file.resolved(root["Perms"]).valueOr({});
    int found = 0;
    for (const char *name : {"UR", "UR3"})
        found += file.resolved(permissions[name]).valueOr({}).isDict() ? 1 : 0;
    return found;
}

std::vector<SignatureValue> signatureValues(const PdfFile &file, const FormFields &form)
{
    std::vector<SignatureValue> all;
    for (const FormField &field : form.fields) {
        if (field.type != "Sig" || field.value.isNull())
            continue;
        SignatureValue one;
        one.field = field;
        one.ref = field.value.isRef() ? field.value.target() : PdfRef{};
        const auto value = file.resolved(field.value);
        if (value.ok() && value.value().isNull())
            continue; // an empty field
        if (value.ok() && value.value().isDict()) {
            one.dict = value.value().entries();
            const PdfValue contents = file.resolved(one.dict["Contents"]).valueOr({});
            const PdfValue range = file.resolved(one.dict["ByteRange"]).valueOr({});
            const PdfValue subFilter = file.resolved(one.dict["SubFilter"]).valueOr({});
            one.subFilter = subFilter.bytes();
            one.timestamp = subFilter.isName("ETSI.RFC3161");
            one.contents = contents.bytes();
            one.readable = contents.isString() && range.items().size() == 4;
            for (std::size_t i = 0; one.readable && i < 4; ++i) {
                one.byteRange[i] = range.items()[i].toInt(-1);
                one.readable = one.byteRange[i] >= 0 && one.byteRange[i] < (qint64(1) << 60);
            }
        }
        all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(), [](const SignatureValue &a, const SignatureValue &b) {
        return a.byteRange[2] + a.byteRange[3] < b.byteRange[2] + b.byteRange[3];
    });
    return all;
}

} // namespace carriel::signing
