// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/WaitingFor.h"

#include "ui/text/VerdictWords.h"

#include <QVBoxLayout>

namespace carriel::ui {

namespace {
constexpr int mostJobs = 1000;
}

WaitingFor::WaitingFor(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_told = new Callout(theme, QStringLiteral("sign.waitsFor"), this);
    column->addWidget(m_told);
    hide();
}

void WaitingFor::setJobs(const Signing &signing, const QStringList &ids)
{
    m_jobs.clear();
    for (const SignJob &job : signing.jobs(mostJobs)) {
        if (ids.contains(job.id))
            m_jobs.prepend(job); // they come newest first
    }
}

void WaitingFor::clear()
{
    m_jobs.clear();
    hide();
}

QList<ItemId> WaitingFor::documents() const
{
    QList<ItemId> out;
    for (const SignJob &job : m_jobs)
        out << job.document;
    return out;
}

QStringList WaitingFor::fitting(const std::optional<SignIdentity> &open) const
{
    QStringList out;
    for (const SignJob &job : m_jobs) {
        if (!open || open->certificate.sha256 == job.certificate)
            out << job.id;
    }
    return out;
}

void WaitingFor::show(const std::optional<SignIdentity> &open)
{
    QStringList names; // whose key is wanted
    int others = 0;
    for (const SignJob &job : std::as_const(m_jobs)) {
        if (open && open->certificate.sha256 == job.certificate)
            continue;
        ++others;
        if (!job.signer.isEmpty() && !names.contains(job.signer))
            names << job.signer;
    }
    const QString whose =
        names.isEmpty() ? QString() : tr("It is the key of: %1.").arg(text::neutral(names.join(QStringLiteral(", "))));
    if (open)
        m_told->say(Callout::Kind::Warning,
                    others == m_jobs.size() ? tr("This is another key than you chose then")
                                            : tr("Some of them wait for another key"),
                    QStringList{whose, tr("Choose that key; or give up in Signatures, and sign anew with this one.")}
                        .join(QLatin1Char(' '))
                        .trimmed());
    else
        m_told->say(Callout::Kind::Info, tr("Open the key that you chose then"), whose);
    setVisible(others > 0 && (open || !whose.isEmpty()));
}

} // namespace carriel::ui
