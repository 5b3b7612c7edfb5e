// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Items, versions, folders, devices, terms and problems as the operator says them.
#include "core/crypto/StrictJson.h"
#include "core/remote/AccountCodec.h"
#include "core/remote/ItemCodec.h"
#include "core/remote/ProblemCodec.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;
using namespace carriel::remote;

namespace {
void run(const QByteArray &bytes)
{
    const auto object = crypto::parseStrictObject(bytes);
    if (!object.ok())
        return;
    if (const auto item = readItem(object.value()); item.ok()) {
        fuzz::must(!item.value().id.isEmpty() && item.value().rev > 0);
        fuzz::must(!item.value().head || (item.value().head->sha256.size() == 32 && item.value().head->size >= 0));
    }
    (void)readHead(object.value());
    (void)readTerms(object.value());
    (void)readFolders(object.value());
    (void)readDevices(object.value());
    for (const int status : {400, 401, 409, 410, 412, 422, 429, 503})
        (void)troubleOf(status, object.value());
}

QList<QByteArray> seeds()
{
    return fuzz::examples("Item.") + fuzz::examples("Problem") + fuzz::examples("Terms") + fuzz::examples("Folder") +
           fuzz::examples("Device");
}
} // namespace

CARRIEL_FUZZ_TARGET("items")
