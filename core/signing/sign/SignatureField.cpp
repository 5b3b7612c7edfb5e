// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/SignatureField.h"

#include "core/base/Random.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/sign/Appearance.h"
#include "core/signing/sign/ExistingField.h"
#include "core/signing/sign/PageSpace.h"

#include <functional>
#include <set>

namespace carriel::signing {

namespace {

constexpr int invisibleFlags = 4 | 128; // print, locked (Table 165)

void walkPages(const PdfFile &file, const PdfValue &node, std::set<PdfRef> &seen, std::vector<PdfRef> &out, int most,
               int depth)
{
    if (!node.isRef() || depth > 64 || int(out.size()) >= most || seen.size() > 1'000'000 ||
        !seen.insert(node.target()).second)
        return;
    const auto object = file.object(node.target());
    if (!object.ok() || !object.value().value.isDict())
        return;
    const PdfValue &dict = object.value().value;
    const auto kids = file.resolved(dict["Kids"]);
    if (kids.ok() && kids.value().isArray()) {
        for (const PdfValue &kid : kids.value().items())
            walkPages(file, kid, seen, out, most, depth + 1);
    } else if (!dict["Type"].isName("Pages")) {
        out.push_back(node.target());
    }
}

// Where an array hangs: appends to it there, whether it is an object of its own or stands in its dictionary.
// True if `owner` itself was changed.
Result<bool> appendTo(const PdfFile &file, PdfUpdate &update, PdfDict &owner, const char *key, const PdfValue &item)
{
    const PdfValue old = owner[key];
    if (old.isRef()) {
        CARRIEL_TRY(const PdfObject object, file.object(old.target()));
        if (object.value.isArray()) {
            PdfArray items = object.value.items();
            items.push_back(item);
            update.replace(object, PdfValue::array(std::move(items)));
            return false;
        }
    }
    CARRIEL_TRY(const PdfValue now, file.resolved(old));
    PdfArray items = now.items();
    items.push_back(item);
    owner.set(key, PdfValue::array(std::move(items)));
    return true;
}

Outcome addToForm(const PdfFile &file, PdfUpdate &update, PdfRef field)
{
    CARRIEL_TRY(const PdfObject catalog, file.object(file.trailer()["Root"].target()));
    if (!catalog.value.isDict())
        return Error{errors::badPdf, {{QStringLiteral("what"), QStringLiteral("root")}}, {}};
    const PdfValue formValue = catalog.value["AcroForm"];
    CARRIEL_TRY(const PdfValue formNow, file.resolved(formValue));
    PdfDict form = formNow.entries();
    const qint64 flags = form["SigFlags"].toInt();
    CARRIEL_TRY(bool changed, appendTo(file, update, form, "Fields", PdfValue::ref(field)));
    if ((flags & 3) != 3) { // signatures exist; append only (Table 219)
        form.set("SigFlags", PdfValue::integer(flags | 3));
        changed = true;
    }
    if (!changed)
        return {};
    if (formValue.isRef() && formNow.isDict()) {
        CARRIEL_TRY(const PdfObject object, file.object(formValue.target()));
        update.replace(object, PdfValue::dict(std::move(form)));
        return {};
    }
    PdfDict root = catalog.value.entries();
    root.set("AcroForm", PdfValue::dict(std::move(form)));
    update.replace(catalog, PdfValue::dict(std::move(root)));
    return {};
}

// Whether this is so of a field of the form. Each is looked at once: a form may lead in circles.
Result<bool> anyField(const PdfFile &file, const std::function<Result<bool>(const PdfValue &)> &is)
{
    constexpr std::size_t mostFields = 200'000;
    CARRIEL_TRY(const PdfValue root, file.resolved(file.trailer()["Root"]));
    CARRIEL_TRY(const PdfValue form, file.resolved(root["AcroForm"]));
    CARRIEL_TRY(const PdfValue fields, file.resolved(form["Fields"]));
    std::vector<PdfValue> open(fields.items().begin(), fields.items().end());
    std::set<PdfRef> seen;
    for (std::size_t looked = 0; !open.empty(); ++looked) {
        if (looked > mostFields)
            return Error{errors::badPdf, {{QStringLiteral("what"), QStringLiteral("too many fields")}}, {}};
        const PdfValue next = open.back();
        open.pop_back();
        if (next.isRef() && !seen.insert(next.target()).second)
            continue;
        CARRIEL_TRY(const PdfValue field, file.resolved(next));
        CARRIEL_TRY(const bool found, is(field));
        if (found)
            return true;
        CARRIEL_TRY(const PdfValue kids, file.resolved(field["Kids"]));
        open.insert(open.end(), kids.items().begin(), kids.items().end());
    }
    return false;
}

// A box that nobody would see, or read, is a mistake and no decoration.
Result<PageSpace> spaceFor(const PdfFile &file, const std::vector<PdfRef> &pages, const VisibleBox &box)
{
    const auto wrong = [&](const char *reason, const QSizeF &size) {
        return Error{
            errors::boxOffPage,
            {{QStringLiteral("reason"), QString::fromLatin1(reason)},
             {QStringLiteral("page"), box.page},
             {QStringLiteral("size"),
              size.isEmpty() ? QString() : QStringLiteral("%1 × %2").arg(size.width()).arg(size.height())}},
            {}};
    };
    if (box.page < 1 || int(pages.size()) < box.page)
        return wrong("page", {});
    const PageSpace space = pageSpace(file, pages.back()).value_or(PageSpace{{0, 0, 612, 792}, 0});
    const QSizeF shown = space.shown();
    constexpr double slack = 1; // points, of rounding
    if (!QRectF(-slack, -slack, shown.width() + 2 * slack, shown.height() + 2 * slack).contains(box.rect))
        return wrong("outside", shown);
    constexpr double narrowest = 60, lowest = 18;
    if (box.rect.width() < narrowest || box.rect.height() < lowest)
        return wrong("small", shown);
    return space;
}

} // namespace

std::vector<PdfRef> pagesOf(const PdfFile &file, int most)
{
    std::vector<PdfRef> pages;
    std::set<PdfRef> seen;
    const auto root = file.resolved(file.trailer()["Root"]);
    if (root.ok())
        walkPages(file, root.value()["Pages"], seen, pages, most, 0);
    return pages;
}

Outcome maySign(const PdfFile &file)
{
    CARRIEL_TRY(const PdfValue root, file.resolved(file.trailer()["Root"]));
    CARRIEL_TRY(const PdfValue permissions, file.resolved(root["Perms"]));
    CARRIEL_TRY(const PdfValue certification, file.resolved(permissions["DocMDP"]));
    CARRIEL_TRY(const PdfValue references, file.resolved(certification["Reference"]));
    for (const PdfValue &one : references.items()) {
        CARRIEL_TRY(const PdfValue reference, file.resolved(one));
        CARRIEL_TRY(const PdfValue parameters, file.resolved(reference["TransformParams"]));
        if (reference["TransformMethod"].isName("DocMDP") && parameters["P"].toInt(2) == 1)
            return Error{errors::certifiedPdf, {}, {}};
    }
    // ISO 32000-2 Table 236: a signed field's lock may close the document for everybody.
    const auto closes = [&file](const PdfValue &field) -> Result<bool> {
        CARRIEL_TRY(const PdfValue lock, file.resolved(field["Lock"]));
        return !field["V"].isNull() && lock["P"].toInt(0) == 1;
    };
    CARRIEL_TRY(const bool closed, anyField(file, closes));
    return closed ? Outcome(Error{errors::certifiedPdf, {}, {}}) : Outcome();
}

Result<bool> isSigned(const PdfFile &file)
{
    return anyField(
        file, [](const PdfValue &field) -> Result<bool> { return field["FT"].isName("Sig") && !field["V"].isNull(); });
}

Outcome addSignatureField(const PdfFile &file, PdfUpdate &update, const FieldOptions &options)
{
    const bool timestamp = options.kind == FieldOptions::Kind::Timestamp;
    const PdfRef signature = update.newObject();
    const PdfRef field = options.field.isEmpty() ? update.newObject() : PdfRef{};
    FormField existing;
    if (!options.field.isEmpty()) {
        CARRIEL_TRY(existing, usableField(file, options.field, options.reason));
    }

    PdfDict dict;
    dict.set("Type", PdfValue::name(timestamp ? "DocTimeStamp" : "Sig"));
    dict.set("Filter", PdfValue::name("Adobe.PPKLite"));
    dict.set("SubFilter", PdfValue::name(timestamp ? "ETSI.RFC3161" : "ETSI.CAdES.detached"));
    if (!timestamp) {
        dict.set("M", PdfValue::string(
                          options.claimedTime.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1()));
        if (!options.reason.isEmpty())
            dict.set("Reason", textString(options.reason));
        if (!options.place.isEmpty())
            dict.set("Location", textString(options.place));
    }
    if (const PdfValue reference = lockReference(file, existing); !reference.isNull())
        dict.set("Reference", reference);
    update.putSignature(signature, dict, options.contentsBytes);
    if (!options.field.isEmpty())
        return fillField(file, update, existing, signature, options.box ? options.box->lines : QStringList());

    const int pageNumber = options.box ? options.box->page : 1;
    const std::vector<PdfRef> pages = pagesOf(file, pageNumber);
    std::optional<PageSpace> space;
    if (options.box) {
        CARRIEL_TRY(space, spaceFor(file, pages, *options.box));
    }

    // Nobody else has this name; what the document's other fields are called need not be read.
    const QByteArray name = (timestamp ? "Estampa-" : "Firma-") + SystemRandom().bytes(6).toHex();
    PdfDict widget;
    widget.set("FT", PdfValue::name("Sig"));
    widget.set("T", PdfValue::string(name));
    widget.set("V", PdfValue::ref(signature));
    widget.set("Type", PdfValue::name("Annot"));
    widget.set("Subtype", PdfValue::name("Widget"));
    widget.set("F", PdfValue::integer(invisibleFlags));
    if (options.box)
        addAppearance(update, widget, *options.box, space->onPage(options.box->rect), space->rotation);
    else
        widget.set("Rect", PdfValue::array({PdfValue::integer(0), PdfValue::integer(0), PdfValue::integer(0),
                                            PdfValue::integer(0)}));
    if (!pages.empty()) { // a document without a readable page gets a field without one
        const PdfRef pageRef = pages.back();
        CARRIEL_TRY(const PdfObject page, file.object(pageRef));
        PdfDict pageDict = page.value.entries();
        CARRIEL_TRY(const bool changed, appendTo(file, update, pageDict, "Annots", PdfValue::ref(field)));
        if (changed)
            update.replace(page, PdfValue::dict(std::move(pageDict)));
        widget.set("P", PdfValue::ref(pageRef));
    }
    update.put(field, PdfValue::dict(std::move(widget)));
    return addToForm(file, update, field);
}

} // namespace carriel::signing
