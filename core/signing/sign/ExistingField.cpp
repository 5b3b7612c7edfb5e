// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/ExistingField.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/sign/Appearance.h"
#include "core/signing/sign/PageSpace.h"
#include "core/signing/sign/SignatureField.h"
#include "core/signing/verify/Permissions.h"

#include <algorithm>

namespace carriel::signing {

namespace {

constexpr int mostPages = 2000; // looked at for where a field stands

Error unusable(const QString &name, const char *reason)
{
    return {errors::fieldUnusable,
            {{QStringLiteral("field"), name}, {QStringLiteral("reason"), QString::fromLatin1(reason)}},
            {}};
}

PdfValue now(const PdfFile &file, const PdfValue &value)
{
    return file.resolved(value).valueOr({});
}

QRectF rectOf(const PdfFile &file, const PdfDict &widget)
{
    const PdfValue rect = now(file, widget["Rect"]);
    if (rect.items().size() != 4)
        return {};
    double side[4];
    for (std::size_t i = 0; i < 4; ++i)
        side[i] = now(file, rect.items()[i]).toNumber();
    return QRectF(std::min(side[0], side[2]), std::min(side[1], side[3]), std::abs(side[2] - side[0]),
                  std::abs(side[3] - side[1]));
}

bool listed(const PdfFile &file, const PdfValue &list, QByteArrayView name)
{
    return std::any_of(list.items().begin(), list.items().end(), [&](const PdfValue &one) {
        const PdfValue value = now(file, one);
        return (value.isName() || value.isString()) && value.bytes() == name;
    });
}

// Seed values (Table 234): each is only a wish unless its flag says that it must be.
bool seedAllows(const PdfFile &file, const PdfDict &field, const QString &reason)
{
    const PdfValue seed = now(file, field["SV"]);
    if (!seed.isDict())
        return true;
    const qint64 must = now(file, seed["Ff"]).toInt();
    const PdfValue filter = now(file, seed["Filter"]), digests = now(file, seed["DigestMethod"]),
                   reasons = now(file, seed["Reasons"]), certificate = now(file, seed["Cert"]);
    if ((must & 1) && filter.isName() && !filter.isName("Adobe.PPKLite"))
        return false;
    if ((must & 2) && !listed(file, now(file, seed["SubFilter"]), "ETSI.CAdES.detached"))
        return false;
    if ((must & 8) && !reasons.items().empty() &&
        std::none_of(reasons.items().begin(), reasons.items().end(),
                     [&](const PdfValue &one) { return textOf(now(file, one)) == reason; }))
        return false;
    if ((must & 16) || ((must & 64) && !listed(file, digests, "SHA256")))
        return false;
    // A certification, or certificates of certain people: their author must be asked, nothing is guessed.
    return now(file, now(file, seed["MDP"])["P"]).toInt() == 0 && now(file, certificate["Ff"]).toInt() == 0;
}

bool isLocked(const PdfFile &file, const FormFields &form, const QString &name)
{
    return permissionsOf(file, signatureValues(file, form)).isLocked(name);
}

Outcome markSigned(const PdfFile &file, PdfUpdate &update)
{
    CARRIEL_TRY(const PdfObject catalog, file.object(file.trailer()["Root"].target()));
    const PdfValue formValue = catalog.value["AcroForm"];
    CARRIEL_TRY(const PdfValue formNow, file.resolved(formValue));
    const qint64 flags = formNow["SigFlags"].toInt();
    if ((flags & 3) == 3)
        return {};
    PdfDict form = formNow.entries();
    form.set("SigFlags", PdfValue::integer(flags | 3));
    if (formValue.isRef()) {
        CARRIEL_TRY(const PdfObject object, file.object(formValue.target()));
        update.replace(object, PdfValue::dict(std::move(form)));
        return {};
    }
    PdfDict root = catalog.value.entries();
    root.set("AcroForm", PdfValue::dict(std::move(form)));
    update.replace(catalog, PdfValue::dict(std::move(root)));
    return {};
}

} // namespace

QList<EmptyField> emptySignatureFields(const PdfFile &file)
{
    QList<EmptyField> found;
    const FormFields form = formFields(file);
    std::vector<PdfRef> pages;
    for (const FormField &field : form.fields) {
        if (field.type != "Sig" || !now(file, field.value).isNull() || field.ref.number == 0 || field.widgets.empty())
            continue;
        if (pages.empty())
            pages = pagesOf(file, mostPages);
        const PdfValue widget = now(file, PdfValue::ref(field.widgets.front()));
        EmptyField one{field.name, 0, rectOf(file, widget.entries()), isLocked(file, form, field.name)};
        for (std::size_t i = 0; i < pages.size() && one.page == 0; ++i) {
            const PdfValue annotations = now(file, now(file, PdfValue::ref(pages[i]))["Annots"]);
            for (const PdfValue &annotation : annotations.items()) {
                if (annotation.isRef() && annotation.target() == field.widgets.front())
                    one.page = int(i) + 1;
            }
        }
        found += one;
    }
    return found;
}

Result<FormField> usableField(const PdfFile &file, const QString &name, const QString &reason)
{
    const FormFields form = formFields(file);
    const auto found = std::find_if(form.fields.begin(), form.fields.end(), [&](const FormField &field) {
        return field.type == "Sig" && field.name == name && field.ref.number != 0;
    });
    if (found == form.fields.end() || !form.troubles.isEmpty())
        return unusable(name, "missing");
    if (!now(file, found->value).isNull())
        return unusable(name, "filled");
    if (isLocked(file, form, name))
        return unusable(name, "locked");
    // Names in a lock that are encrypted would have to be read first: refused rather than locked wrongly.
    const bool sealed =
        file.trailer().contains("Encrypt") && now(file, found->dict["Lock"]).entries().contains("Fields");
    if (sealed || !seedAllows(file, found->dict, reason))
        return unusable(name, "seed");
    return *found;
}

PdfValue lockReference(const PdfFile &file, const FormField &field)
{
    const PdfValue lock = now(file, field.dict["Lock"]);
    const PdfValue action = now(file, lock["Action"]);
    if (!lock.isDict() || !action.isName())
        return {};
    PdfDict parameters;
    parameters.set("Type", PdfValue::name("TransformParams"));
    parameters.set("V", PdfValue::name("1.2"));
    parameters.set("Action", action);
    PdfArray fields;
    const PdfValue names = now(file, lock["Fields"]);
    for (const PdfValue &one : names.items())
        fields.push_back(now(file, one));
    if (!action.isName("All"))
        parameters.set("Fields", PdfValue::array(std::move(fields)));
    PdfDict reference;
    reference.set("Type", PdfValue::name("SigRef"));
    reference.set("TransformMethod", PdfValue::name("FieldMDP"));
    reference.set("TransformParams", PdfValue::dict(std::move(parameters)));
    return PdfValue::array({PdfValue::dict(std::move(reference))});
}

namespace {

// How its page is turned, so that what the field shows is upright. A widget need not name its page: then as it is.
int turnOf(const PdfFile &file, const PdfDict &widget)
{
    const PdfValue page = widget["P"];
    return page.isRef() ? pageSpace(file, page.target()).value_or(PageSpace()).rotation : 0;
}

} // namespace

Outcome fillField(const PdfFile &file, PdfUpdate &update, const FormField &field, PdfRef signature,
                  const QStringList &lines)
{
    CARRIEL_TRY(const PdfObject object, file.object(field.ref));
    PdfDict dict = object.value.entries();
    dict.set("V", PdfValue::ref(signature));
    const PdfRef widgetRef = field.widgets.empty() ? field.ref : field.widgets.front();
    const bool merged = widgetRef == field.ref;
    CARRIEL_TRY(const PdfObject widgetObject, file.object(widgetRef));
    PdfDict widget = merged ? dict : widgetObject.value.entries();
    const QRectF rect = rectOf(file, widget);
    const bool drawn = rect.width() >= 1 && rect.height() >= 1;
    if (drawn) {
        // The rectangle and the words for screen readers stay as its author had them.
        const PdfValue place = widget["Rect"], words = widget["TU"];
        const int turn = turnOf(file, widget);
        addAppearance(update, widget,
                      VisibleBox{0, QRectF(QPointF(), turn % 180 ? rect.size().transposed() : rect.size()), lines},
                      rect, turn);
        widget.set("Rect", place);
        if (words.isNull())
            widget.remove("TU");
        else
            widget.set("TU", words);
    }
    if (merged) {
        update.replace(object, PdfValue::dict(drawn ? std::move(widget) : std::move(dict)));
    } else {
        update.replace(object, PdfValue::dict(std::move(dict)));
        if (drawn)
            update.replace(widgetObject, PdfValue::dict(std::move(widget)));
    }
    return markSigned(file, update);
}

} // namespace carriel::signing
