// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ComputerWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ComputerWords)
};

bool same(const QString &a, const QString &b) { return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0; }

} // namespace

QStringList computerNames(const QList<DeviceInfo> &all)
{
    QStringList out;
    for (const DeviceInfo &one : all) {
        const auto before = std::count_if(all.begin(), all.end(), [&one](const DeviceInfo &other) {
            const bool earlier = other.registeredUtc != one.registeredUtc ? other.registeredUtc < one.registeredUtc
                                                                          : other.id.text() < one.id.text();
            return earlier && same(other.name, one.name);
        });
        out << (before == 0 ? one.name : QStringLiteral("%1 (%2)").arg(one.name).arg(before + 1));
    }
    return out;
}

QString computerName(const QString &name, const QString &here)
{
    return same(name, here) ? Tr::tr("%1 (another one of the same name as this)").arg(name) : name;
}

} // namespace carriel::text
