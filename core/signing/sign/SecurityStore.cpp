// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/SecurityStore.h"

#include "core/signing/SigningErrors.h"

namespace carriel::signing {

namespace {

QByteArrayList readList(const PdfFile &file, const PdfValue &store, const char *key)
{
    QByteArrayList all;
    const auto list = file.resolved(store[key]);
    for (const PdfValue &item : list.ok() ? list.value().items() : PdfArray()) {
        if (!item.isRef() || all.size() >= 1000)
            continue;
        const auto object = file.object(item.target());
        if (!object.ok() || !object.value().isStream)
            continue;
        const auto data = file.decoded(object.value());
        if (data.ok() && data.value().size() <= 20 * 1024 * 1024)
            all += data.value();
    }
    return all;
}

} // namespace

ValidationData readSecurityStore(const PdfFile &file)
{
    const auto root = file.resolved(file.trailer()["Root"]);
    const auto store = root.ok() ? file.resolved(root.value()["DSS"]) : root;
    if (!store.ok())
        return {};
    return {readList(file, store.value(), "Certs"), readList(file, store.value(), "OCSPs"),
            readList(file, store.value(), "CRLs"), {}};
}

Outcome addSecurityStore(const PdfFile &file, PdfUpdate &update, const ValidationData &data)
{
    CARRIEL_TRY(const PdfObject catalog, file.object(file.trailer()["Root"].target()));
    if (!catalog.value.isDict())
        return Error{errors::badPdf, {{QStringLiteral("what"), QStringLiteral("root")}}, {}};
    const PdfValue link = catalog.value["DSS"];
    CARRIEL_TRY(const PdfValue old, file.resolved(link));
    const ValidationData had = readSecurityStore(file);
    PdfDict store = old.entries();
    store.set("Type", PdfValue::name("DSS"));
    const auto add = [&](const char *key, const QByteArrayList &items, const QByteArrayList &there) -> Outcome {
        CARRIEL_TRY(const PdfValue list, file.resolved(store[key]));
        PdfArray refs = list.items();
        for (const QByteArray &item : items) {
            if (there.contains(item))
                continue;
            const PdfRef ref = update.newObject();
            update.putStream(ref, {}, item);
            refs.push_back(PdfValue::ref(ref));
        }
        if (!refs.empty())
            store.set(key, PdfValue::array(std::move(refs)));
        return {};
    };
    CARRIEL_CHECK(add("Certs", data.certificates, had.certificates));
    CARRIEL_CHECK(add("OCSPs", data.ocsp, had.ocsp));
    CARRIEL_CHECK(add("CRLs", data.lists, had.lists));
    if (link.isRef() && old.isDict()) {
        CARRIEL_TRY(const PdfObject object, file.object(link.target()));
        update.replace(object, PdfValue::dict(std::move(store)));
        return {};
    }
    const PdfRef ref = update.newObject();
    update.put(ref, PdfValue::dict(std::move(store)), PdfUpdate::Strings::AsInFile);
    PdfDict root = catalog.value.entries();
    root.set("DSS", PdfValue::ref(ref));
    update.replace(catalog, PdfValue::dict(std::move(root)));
    return {};
}

} // namespace carriel::signing
