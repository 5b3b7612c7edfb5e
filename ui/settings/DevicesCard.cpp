// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/DevicesCard.h"

#include "core/services/Computers.h"
#include "ui/text/ComputerWords.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <algorithm>

namespace carriel::ui::settings {

DevicesCard::DevicesCard(const PageContext &context, Card *card) : QObject(card), m_context(context), m_card(card)
{
    m_problem = new Callout(theme(), QStringLiteral("settings.devices.problem"), card);
    card->column()->addWidget(m_problem);
    connect(m_problem, &Callout::action, this, [this] {
        if (m_toRevoke)
            revoke(*m_toRevoke);
    });
    connect(&session(), &Session::accountChanged, this, [this] {
        if (m_list && m_list->isVisible())
            read();
    });
}

void DevicesCard::begin()
{
    m_problem->clear();
    m_toRevoke.reset();
    m_wanted = {};
    read();
}

void DevicesCard::forget()
{
    m_toRevoke.reset();
    m_problem->clear();
    show({});
}

void DevicesCard::askAbout(const DeviceId &id)
{
    m_wanted = id; // the list is on its way
}

void DevicesCard::read()
{
    if (!session().account().loggedIn)
        return;
    session().devices().then(this, [this](const Result<QList<DeviceInfo>> &devices) {
        if (!devices.ok())
            return m_problem->say(devices.error());
        show(devices.value());
        const QStringList names = carriel::text::computerNames(devices.value());
        for (int i = 0; i < names.size(); ++i) {
            DeviceInfo device = devices.value().at(i);
            device.name = names.at(i);
            if (device.id == m_wanted && !device.revokedUtc.isValid())
                ask(device);
        }
        m_wanted = {};
    });
}

void DevicesCard::show(const QList<DeviceInfo> &devices)
{
    delete m_list;
    m_list = new QWidget(m_card);
    m_list->setObjectName(QStringLiteral("settings.devices.list"));
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    int number = 0;
    const QStringList names = carriel::text::computerNames(devices);
    for (DeviceInfo device : devices) {
        device.name = names.at(number);
        column->addWidget(row(device, QStringLiteral("settings.device%1").arg(number++), m_list));
    }
    m_card->column()->addWidget(m_list);
}

QWidget *DevicesCard::row(const DeviceInfo &device, const QString &name, QWidget *parent)
{
    auto *widget = new QWidget(parent);
    widget->setObjectName(name + QLatin1String(".row"));
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    const QList<DeviceInfo> fresh = newComputers(session());
    const bool asked =
        std::any_of(fresh.begin(), fresh.end(), [&](const DeviceInfo &one) { return one.id == device.id; });
    auto *icon = new QLabel(widget);
    icon->setObjectName(name + QLatin1String(".icon"));
    icon->setPixmap(theme()
                        .icon(QStringLiteral("laptop"), asked ? Role::Warning : Role::TextMuted)
                        .pixmap(QSize(space::icon, space::icon), m_card->devicePixelRatioF()));
    QString facts = tr("since %1").arg(carriel::text::dateTime(device.registeredUtc));
    if (device.thisOne)
        facts = QString(tr("this computer") + QStringLiteral(" · ") + facts);
    if (asked)
        facts = QString(tr("new: was it you?") + QStringLiteral(" · ") + facts);
    if (device.revokedUtc.isValid())
        facts = tr("removed on %1").arg(carriel::text::dateTime(device.revokedUtc));
    auto *words = theme().label(QString(device.name + QLatin1Char('\n') + facts), TypeRole::Body, widget);
    words->setObjectName(name);
    words->setWordWrap(true);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    if (asked) {
        auto *mine = new QPushButton(tr("It was me"), widget);
        mine->setObjectName(name + QLatin1String(".mine"));
        mine->setAccessibleName(tr("%1: it was me").arg(device.name));
        connect(mine, &QPushButton::clicked, this, [this, device] {
            confirmComputer(session(), device.id);
            read();
        });
        row->addWidget(mine, 0, Qt::AlignVCenter);
    }
    if (!device.thisOne && !device.revokedUtc.isValid()) {
        auto *remove = new QPushButton(tr("Remove"), widget);
        remove->setObjectName(name + QLatin1String(".remove"));
        remove->setAccessibleName(tr("Remove %1").arg(device.name));
        connect(remove, &QPushButton::clicked, this, [this, device] { ask(device); });
        row->addWidget(remove, 0, Qt::AlignVCenter);
    }
    return widget;
}

void DevicesCard::ask(const DeviceInfo &device)
{
    m_toRevoke = device;
    m_problem->say(Callout::Kind::Warning, tr("Remove %1 from your folder?").arg(device.name),
                   tr("It can then no longer read or send anything; what it has fetched already stays on it. Your "
                      "operator may ask "
                      "you to log in again. If it was not you who added it, somebody knows what you log in with: "
                      "change that at %1 "
                      "afterwards.")
                       .arg(session().account().op.issuer.host()));
    m_problem->setAction(tr("Remove this computer"));
    // Into view, once the layout has made room for it.
    QTimer::singleShot(0, m_problem, [this] {
        for (QWidget *at = m_problem->parentWidget(); at; at = at->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(at))
                return area->ensureWidgetVisible(m_problem, 0, space::m);
        }
    });
}

void DevicesCard::revoke(DeviceInfo device)
{
    m_toRevoke.reset();
    m_problem->clear();
    session().revokeDevice(device.id).then(this, [this, name = device.name](const Outcome &outcome) {
        if (outcome.ok())
            m_problem->say(Callout::Kind::Success, tr("%1 was removed.").arg(name),
                           tr("If it was not yours, change now what you log in with, at %1.")
                               .arg(session().account().op.issuer.host()));
        else
            m_problem->say(outcome.error());
        read();
    });
}

} // namespace carriel::ui::settings
