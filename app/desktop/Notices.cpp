// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Notices.h"

#include "core/services/Computers.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Preferences.h"
#include "ui/text/VerdictWords.h"

#include <QGuiApplication>

namespace carriel::desktop {

Notices::Notices(Session &session, QObject *parent)
    : QObject(parent), inFront([] { return QGuiApplication::applicationState() == Qt::ApplicationActive; }),
      m_session(session)
{
    connect(&session, &Session::statusChanged, this, &Notices::follow);
    connect(&session, &Session::accountChanged, this, &Notices::followDevices);
    connect(&session, &Session::vaultStateChanged, this, &Notices::followDevices);
    followDevices();
}

bool Notices::mayTell() const
{
    return m_session.setting(text::keys::notices, QStringLiteral("yes")) != QLatin1String("no");
}

// Said whatever the person is looking at, and also of one that joined while this program did not run: somebody else may
// be reading the folder.
void Notices::followDevices()
{
    if (m_session.vaultState() != VaultState::Unlocked)
        return;
    QStringList now;
    const QList<DeviceInfo> asked = newComputers(m_session);
    const DeviceInfo *fresh = nullptr;
    for (const DeviceInfo &device : asked) {
        now << device.id.text();
        if (!m_devices.contains(device.id.text()))
            fresh = &device;
    }
    m_devices = now;
    if (!fresh || !mayTell())
        return;
    const QString name =
        m_session.setting(text::keys::noticeContent) == QLatin1String("yes") ? text::neutral(fresh->name) : QString();
    Q_EMIT wanted(tr("Carriel"), name.isEmpty() ? tr("A new computer uses your folder. Was it you?")
                                                : tr("A new computer uses your folder: %1. Was it you?").arg(name));
}

void Notices::follow(const SyncStatus &status)
{
    QSet<QString> matters;
    QString about;
    int fresh = 0;
    const auto note = [&](const QString &key, const QString &words) {
        matters << key;
        if (m_known.contains(key))
            return;
        ++fresh;
        about = words;
    };
    for (const SyncProblem &problem : status.problems) {
        if (problem.nextTryUtc.isValid())
            continue; // it may still mend itself
        const QString title = text::wordsFor(problem.error).title;
        note(QString(problem.item.text() + problem.error.codeText()),
             problem.itemName.isEmpty() ? title : QString(problem.itemName + QStringLiteral(": ") + title));
    }
    if (status.phase == SyncPhase::NeedsLogin)
        note(QStringLiteral("login"), tr("Log in to synchronise"));
    for (int i = 0; i < status.conflicts; ++i)
        note(QStringLiteral("conflict%1").arg(i), tr("Something was changed here and elsewhere"));
    if (status.waiting > 0 && m_session.documents().guard().massRemoval())
        note(QStringLiteral("removals"), tr("Another computer removed many documents at once"));
    m_known = matters;
    const bool first = !std::exchange(m_begun, true); // what stood when the program began is on the first page
    if (fresh == 0 || first || inFront() || !mayTell())
        return;
    const bool open = m_session.setting(text::keys::noticeContent) == QLatin1String("yes") && fresh == 1;
    Q_EMIT wanted(tr("Carriel"), open ? about : tr("%n matter(s) in your folder need you", nullptr, fresh));
}

} // namespace carriel::desktop
