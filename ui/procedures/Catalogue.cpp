// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/procedures/Catalogue.h"

#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QCollator>
#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Procedures)
};

QString folded(const QString &text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            out.append(c.toCaseFolded());
    }
    return out;
}

ProcedureLine named(const QString &id, const QString &title, const QString &entityId, const QString &entity)
{
    ProcedureLine line;
    line.id = id;
    line.title = text::neutral(title);
    line.entityId = entityId;
    line.entity = text::entityWithNumber(entity, entityId);
    return line;
}

} // namespace

QList<ProcedureLine> procedureLines(const QList<ProcedureInfo> &catalogue, const QList<ConsentInfo> &consents)
{
    QList<ProcedureLine> out;
    QHash<QString, qsizetype> places;
    const auto place = [&](const ProcedureLine &line) {
        if (!places.contains(line.id)) {
            places.insert(line.id, out.size());
            out.append(line);
        }
        return places.value(line.id);
    };
    for (const ProcedureInfo &one : catalogue) {
        ProcedureLine line = named(one.id, one.title, one.entityId, one.entityName);
        line.description = text::neutral(one.description);
        line.standing = one.text.isEmpty() ? Standing::Informs : Standing::Offered;
        line.text = one.text;
        line.digest = one.textDigest;
        place(line);
    }
    for (const ConsentInfo &one : consents) {
        ProcedureLine only = named(one.procedureId, one.procedureTitle, one.entityId, one.entityName);
        only.listed = false;
        ProcedureLine &line = out[place(only)];
        if (one.state == QLatin1String("active")) {
            line.standing = Standing::Subscribed;
            line.since = one.givenUtc;
        } else if (line.standing != Standing::Subscribed &&
                   (line.standing != Standing::Withdrawn || one.withdrawnUtc > line.since)) {
            line.standing = Standing::Withdrawn;
            line.since = one.withdrawnUtc;
        }
    }
    QCollator collator{QLocale(QLocale::Spanish)};
    collator.setNumericMode(true);
    std::stable_sort(out.begin(), out.end(), [&collator](const ProcedureLine &a, const ProcedureLine &b) {
        const int byEntity = collator.compare(a.entity, b.entity);
        return byEntity != 0 ? byEntity < 0 : collator.compare(a.title, b.title) < 0;
    });
    return out;
}

bool hasWords(const ProcedureLine &line, const QString &words)
{
    const QString all = folded(QString(line.title + QLatin1Char(' ') + line.description + QLatin1Char(' ') +
                                       line.entity + QLatin1Char(' ') + line.id));
    const QStringList wanted = folded(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&all](const QString &word) { return all.contains(word); });
}

StandingMark markOf(const ProcedureLine &line)
{
    const QString day = text::date(text::colombianDate(line.since));
    switch (line.standing) {
    case Standing::Subscribed:
        return {"circle-check", Role::Success, Tr::tr("You are notified here since %1").arg(day)};
    case Standing::Withdrawn:
        return {"circle-x", Role::TextMuted, Tr::tr("You took it back on %1").arg(day)};
    case Standing::Offered:
        return {"bell", Role::TextMuted, Tr::tr("Not subscribed")};
    case Standing::Informs:
        return {"info", Role::TextMuted, Tr::tr("It only informs")};
    }
    return {"", Role::TextMuted, {}};
}

} // namespace carriel::ui
