// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/SealedDocuments.h"

#include "core/services/Documents.h"
#include "core/services/Importer.h"
#include "core/services/VaultAccess.h"
#include "core/services/sealed/KeyRing.h"
#include "core/services/sealed/SealedDesk.h"

namespace carriel {

SealedDocuments &SealedDocuments::of(Documents &documents)
{
    return *documents.findChild<SealedDocuments *>(QString(), Qt::FindDirectChildrenOnly);
}

SealedDocuments::SealedDocuments(VaultAccess &access, QObject *parent) : QObject(parent), m_access(access) {}

QFuture<Result<QList<AddedDocument>>> SealedDocuments::add(QList<AddRequest> files, ProgressFn progress, CancelToken cancel)
{
    const ProgressFn here = m_access.toldHere(std::move(progress));
    return postAsync<Result<QList<AddedDocument>>>(
        m_access.host, [host = m_access.host, files = std::move(files), here, cancel](auto finish) {
            if (!host->isOpen())
                return finish(VaultAccess::locked());
            host->ring().ready([host, files, here, cancel, finish](const Outcome &ready) {
                auto key = ready ? host->sealed().key() : Result<crypto::SealingKey>(ready.error());
                if (!key.ok())
                    return finish(key.error());
                Importer::Job job{files, here, cancel, [host](const QList<ItemId> &ids) { host->edited(ids); }, finish,
                                  host->store().database().path(),
                                  std::make_shared<crypto::SealingKey>(std::move(key).value())};
                Importer::start(host->edits(), std::move(job), host);
            });
        });
}

namespace {
// `begin(host, answer)` in the engine's thread.
template <typename T, typename Begin> QFuture<T> inEngine(VaultAccess &access, Begin begin)
{
    return postAsync<T>(access.host, [host = access.host, begin](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        begin(*host, finish);
    });
}
} // namespace

QFuture<Result<KeysStanding>> SealedDocuments::refreshKeys()
{
    return inEngine<Result<KeysStanding>>(m_access, [](EngineHost &host, const auto &finish) {
        host.ring().refresh([&host, finish](const Outcome &read) {
            if (!read && host.ring().state() != sealed::RingState::Unsupported)
                return finish(read.error());
            switch (host.ring().state()) {
            case sealed::RingState::Ready:
                return finish(KeysStanding::Ready);
            case sealed::RingState::Waiting:
                return finish(KeysStanding::Waiting);
            case sealed::RingState::StartedOver:
                return finish(KeysStanding::StartedOver);
            case sealed::RingState::Altered:
                return finish(KeysStanding::Altered);
            case sealed::RingState::Unknown:
            case sealed::RingState::Unsupported:
                break;
            }
            finish(KeysStanding::Unsupported);
        });
    });
}

QFuture<Outcome> SealedDocuments::recoverKeys(QString code)
{
    return inEngine<Outcome>(m_access, [code](EngineHost &host, const auto &finish) { host.ring().recover(code, finish); });
}

QFuture<Result<QString>> SealedDocuments::meet(DeviceId device)
{
    return inEngine<Result<QString>>(m_access, [device](EngineHost &host, const auto &finish) {
        host.ring().refresh([&host, device, finish](const Outcome &read) {
            if (!read)
                return finish(read.error());
            host.ring().meet(device.text(), finish);
        });
    });
}

QFuture<Result<QString>> SealedDocuments::beMet()
{
    return inEngine<Result<QString>>(m_access, [](EngineHost &host, const auto &finish) { host.ring().beMet(finish); });
}

QFuture<Outcome> SealedDocuments::confirm()
{
    return inEngine<Outcome>(m_access, [](EngineHost &host, const auto &finish) { host.ring().confirm(finish); });
}

QFuture<Outcome> SealedDocuments::startOver()
{
    return inEngine<Outcome>(m_access, [](EngineHost &host, const auto &finish) { host.ring().startOver(finish); });
}

QFuture<Outcome> SealedDocuments::prove()
{
    return inEngine<Outcome>(m_access, [](EngineHost &host, const auto &finish) { host.ring().prove(finish); });
}

QSet<ItemId> SealedDocuments::among(const QList<ItemId> &ids) const
{
    return m_access.reader ? m_access.seen(m_access.reader->sealedAmong(ids)) : QSet<ItemId>();
}

QFuture<Outcome> SealedDocuments::allow()
{
    return inEngine<Outcome>(m_access, [](EngineHost &host, const auto &finish) { host.ring().allow(finish); });
}

QFuture<Outcome> SealedDocuments::stopMeeting()
{
    return inEngine<Outcome>(m_access, [](EngineHost &host, const auto &finish) {
        host.ring().stopMeeting();
        finish(Outcome());
    });
}

} // namespace carriel
