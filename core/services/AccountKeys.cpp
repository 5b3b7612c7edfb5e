// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountKeys.h"

#include "core/services/ServiceErrors.h"

namespace carriel {

Result<sealed::OwnDevice> AccountKeys::self()
{
    const AccountStore::Holder holder = d.store.holder();
    if (holder.statement.isEmpty())
        return Error{errors::notLoggedIn, {}, {}};
    CARRIEL_TRY(remote::DeviceKeys keys, d.store.deviceKeys());
    return sealed::OwnDevice{holder.person, d.store.deviceId().text(), std::move(keys)};
}

void AccountKeys::keys(Done done)
{
    run(std::move(done), [&](auto came) { return m_api.keys(folder(), std::move(came)); });
}

void AccountKeys::add(int generation, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.add(folder(), generation, body, std::move(came)); });
}

void AccountKeys::copy(int generation, const QString &reader, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.copy(folder(), generation, reader, body, std::move(came)); });
}

void AccountKeys::device(const QString &id, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.device(folder(), id, std::move(came)); });
}

void AccountKeys::pairing(const QString &device, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.pairing(folder(), device, std::move(came)); });
}

void AccountKeys::step(const QString &device, const QString &step, const QJsonObject &body, Done done)
{
    run(std::move(done), [&](auto came) { return m_api.step(folder(), device, step, body, std::move(came)); });
}

} // namespace carriel
