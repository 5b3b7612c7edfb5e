// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Once.h"
#include "reference-operator/Router.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

void listFolders(Operator &op, Exchange &ex)
{
    ex.json(200, {{u"folders"_s, op.database.read([&](Connection &c) {
                       needDeviceInForce(c, ex.who);
                       return foldersOf(c, ex.who.sub);
                   })}});
}

void getFolder(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return folderJson(c, op.config, ex.folder); }));
}

void putFolder(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const Key key = Key::of(ex, body);
    const InFlight::Guard guard(op.inFlight, key.folder, key.key);
    // A replay must not verify again: the login that it names may be long over.
    const auto before = op.database.read([&](Connection &c) -> std::optional<Outcome> {
        const QString holder = c.one(u"SELECT holder FROM folders WHERE id = ?"_s, {ex.folder}).toString();
        return holder == ex.who.sub ? storedOutcome(c, key) : std::nullopt;
    });
    if (before)
        return ex.send(*before);
    ex.needIfNoneMatch();
    if (ex.folder.startsWith(u"entity-"_s)) // where entities have their uploads
        throw Problem("id_taken");
    const Enrolment enrolment = verifyEnrolment(op.config, op.auth, op.keys, ex.who, body);
    ex.send(op.database.write([&](Connection &c) {
        const Outcome outcome = enrol(c, op.config, ex.folder, enrolment);
        storeOutcome(c, key, outcome);
        return outcome;
    }));
}

void listDevices(Operator &op, Exchange &ex)
{
    ex.json(200, {{u"devices"_s, op.read(ex, [&](Connection &c) { return devicesJson(c, ex.folder); })}});
}

void getDevice(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return deviceJson(c, ex.folder, ex.arg(0)); }));
}

void putDevice(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const Key key = Key::of(ex, body);
    const InFlight::Guard guard(op.inFlight, key.folder, key.key);
    if (const auto before = op.read(ex, [&](Connection &c) { return storedOutcome(c, key); }))
        return ex.send(*before);
    const auto check = [&](Connection &c) {
        if (hasActiveDevice(c, ex.folder))
            ex.who.needStepUp();
        ex.needIfNoneMatch();
        if (c.one(u"SELECT 1 FROM devices WHERE folder = ? AND id = ?"_s, {ex.folder, ex.arg(0)}).isValid())
            throw Problem("already_exists");
    };
    op.read(ex, [&](Connection &c) { check(c); });
    const NewDevice device = verifyDevice(op.config, op.auth, op.keys, ex.who, ex.arg(0), body);
    ex.send(op.write(ex, [&](Connection &c) {
        lockFolder(c, ex.folder);
        check(c);
        insertDevice(c, ex.folder, device);
        const Outcome outcome{201, {}, compact(deviceJson(c, ex.folder, device.id)), false};
        storeOutcome(c, key, outcome);
        announce(c, op.hub, ex.folder);
        return outcome;
    }));
}

void putLogin(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    op.write(ex, [&](Connection &c) {
        bindLogin(c, ex.folder, ex.arg(0), ex.who, body.value("r"_L1).toString());
        return 0;
    });
    ex.send({204, {}, {}, false});
}

void postRevocation(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const auto lock = [&](Connection &c) { lockFolder(c, ex.folder); };
    answerOnce(op, ex, body, lock, [&](Connection &c, const QString &) -> Outcome {
        ex.who.needStepUp();
        deviceJson(c, ex.folder, ex.arg(0)); // not_found
        revokeDevice(c, ex.folder, ex.arg(0));
        announce(c, op.hub, ex.folder);
        return {200, {}, compact(deviceJson(c, ex.folder, ex.arg(0))), false};
    });
}

} // namespace

void addFolderRoutes(Router &router)
{
    router.add("GET", "/folders", "GET folders", Access::Login, listFolders);
    router.add("GET", "/folders/*", "GET folder", Access::Folder, getFolder);
    router.add("PUT", "/folders/*", "PUT folder", Access::Folder, putFolder);
    router.add("GET", "/folders/*/devices", "GET devices", Access::Folder, listDevices);
    router.add("GET", "/folders/*/devices/*", "GET device", Access::Folder, getDevice);
    router.add("PUT", "/folders/*/devices/*", "PUT device", Access::Folder, putDevice);
    router.add("PUT", "/folders/*/devices/*/login", "PUT login", Access::Folder, putLogin);
    router.add("POST", "/folders/*/devices/*/revocation", "POST revocation", Access::Folder, postRevocation);
}

} // namespace carriel::op
