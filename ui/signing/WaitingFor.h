// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that were to be signed and wait for their key: with another key than was chosen then none of them can be
// signed, which is said before anybody presses the button. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/widgets/forms/Callout.h"

namespace carriel::ui {

class WaitingFor final : public QWidget
{
    Q_OBJECT
public:
    WaitingFor(const Theme &theme, QWidget *parent);
    void setJobs(const Signing &signing, const QStringList &ids);
    QList<ItemId> documents() const; // that are signed then, in the order in which they were asked for
    void clear();
    void show(const std::optional<SignIdentity> &open);
    QStringList fitting(const std::optional<SignIdentity> &open) const; // all while no key is open

private:
    QList<SignJob> m_jobs;
    Callout *m_told;
};

} // namespace carriel::ui
