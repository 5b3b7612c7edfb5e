// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's computers (docs/protocol/KEYS.md, K3). A new one is told to all that were there before: the feed says
// that the list has changed, the list says which came, and each stays a question until the person has answered it here.
#include "core/services/AccountLinkPrivate.h"
#include "core/services/Computers.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/ActivityLog.h"
#include "core/vault/VaultStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace carriel {

namespace {
const QString kNames = QStringLiteral("device_names"); // {id: name} of all, so that a conflict can say which
constexpr qint64 again = 60000;                        // ms, before a list that could not be read is asked for again

QString compact(const QJsonDocument &json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

// The last of the feed's words about devices; 0: none waits.
qint64 lastWord(vault::Database &database)
{
    return database.number("SELECT coalesce(max(seq),0) FROM arrival WHERE kind='device'").valueOr(0);
}
} // namespace

Result<QList<DeviceInfo>> AccountStore::keepDevices(const QList<DeviceInfo> &all, bool &changed)
{
    QJsonObject names;
    for (const DeviceInfo &device : all)
        names.insert(device.id.text(), device.name);
    const QString text = compact(QJsonDocument(names));
    if (m_facts.value(kNames) != text)
        (void)m_facts.set(kNames, text); // without them a conflict only says less

    const auto own = std::find_if(all.begin(), all.end(), [](const DeviceInfo &one) { return one.thisOne; });
    if (own == all.end())
        return QList<DeviceInfo>();
    vault::Settings settings(m_database);
    CARRIEL_TRY(const auto kept, settings.all());
    const QString before = kept.value(computers::news);
    QJsonArray now;
    QList<DeviceInfo> came;
    for (const DeviceInfo &device : all) {
        // Both times are the operator's. What is removed already asks for nothing.
        if (device.thisOne || device.revokedUtc.isValid() || device.registeredUtc < own->registeredUtc)
            continue;
        now.append(QJsonObject{{QStringLiteral("id"), device.id.text()},
                               {QStringLiteral("name"), device.name},
                               {QStringLiteral("since"), device.registeredUtc.toString(Qt::ISODateWithMs)}});
        if (!before.contains(device.id.text()))
            came.append(device);
    }
    const QString news = compact(QJsonDocument(now));
    changed = news != before && !(before.isEmpty() && now.isEmpty());
    if (changed)
        CARRIEL_CHECK(settings.set(computers::news, news));
    return came;
}

void AccountLink::devices(Done<QList<DeviceInfo>> done)
{
    if (!port())
        return done(Error{errors::notLoggedIn, {}, {}});
    const qint64 word = lastWord(d->database);
    d->hold(d->api.devices(d->account.folder, [this, word, done](sync::Answer<QList<remote::RegisteredDevice>> answer) {
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return done(trouble->error);
        QList<DeviceInfo> out;
        for (const auto &device : std::get<QList<remote::RegisteredDevice>>(answer))
            out.append({device.id, device.name, device.createdUtc, device.revokedUtc, device.id == d->account.device});
        d->devicesCame(out, word);
        done(out);
    }));
}

void AccountLink::Private::devicesCame(const QList<DeviceInfo> &devices, qint64 word)
{
    bool changed = false;
    const Outcome kept = database.transact([&]() -> Outcome {
        CARRIEL_TRY(const QList<DeviceInfo> came, store.keepDevices(devices, changed));
        vault::ActivityLog log(database, clock, random);
        for (const DeviceInfo &device : came)
            CARRIEL_CHECK(
                log.add({QStringLiteral("device.appeared"), {}, {}, {{QStringLiteral("name"), device.name}}}));
        return database.query("DELETE FROM arrival WHERE kind='device' AND seq<=?", word).run();
    });
    if (kept && changed) // else the word of the feed is still there, and the list is asked for again
        Q_EMIT q->devicesChanged();
}

void AccountLink::lookAtDevices(std::function<void()> done)
{
    const bool vain = d->lookedInVain.isValid() && !d->lookedInVain.hasExpired(again);
    if (!port() || d->looking || vain || lastWord(d->database) == 0)
        return done();
    d->looking = true;
    devices([this, done](const Result<QList<DeviceInfo>> &read) {
        d->looking = false;
        if (read)
            d->lookedInVain.invalidate();
        else
            d->lookedInVain.start();
        done();
    });
}

} // namespace carriel
