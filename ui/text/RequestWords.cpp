// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/RequestWords.h"

#include <QCoreApplication>

namespace carriel::text {
namespace {

struct Row
{
    const char *reason; // core/evidence/records/ContributionRecords.h, core/services/contributions/Contributor.cpp
    RequestWords words;
};

constexpr Row rows[] = {
    {"form",
     {QT_TRANSLATE_NOOP("ErrorWords", "What was given is no request of an entity, or it is damaged. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Open the file that the entity's page gave you, whole, or copy its link again.")}},
    {"link",
     {QT_TRANSLATE_NOOP("ErrorWords", "The link is incomplete or says more than where the request is. Nothing was asked of anybody, and nothing was given."),
      QT_TRANSLATE_NOOP("ErrorWords", "Copy the whole link again from the entity's own page.")}},
    {"origin",
     {QT_TRANSLATE_NOOP("ErrorWords", "The page is not of the entity that it names, or of none that your operator knows. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Go to the entity's page by the address that you know, and begin there. Do not use that link again.")}},
    {"holder",
     {QT_TRANSLATE_NOOP("ErrorWords", "The entity made it for another person. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "If the procedure is yours, begin it again on the entity's page with your own number. If it is not, whoever it is for answers it.")}},
    {"signature",
     {QT_TRANSLATE_NOOP("ErrorWords", "The entity did not sign it as it stands: it was changed on its way, or somebody else made it. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Do not answer it. Begin again on the entity's own page, and tell the entity.")}},
    {"unknown_entity",
     {QT_TRANSLATE_NOOP("ErrorWords", "Your operator knows no such entity. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Do not answer it. If you know the entity, ask it whether it works with your operator.")}},
    {"audience",
     {QT_TRANSLATE_NOOP("ErrorWords", "It was made for people of another operator. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Begin again on the entity's page and choose your own operator.")}},
    {"expired",
     {QT_TRANSLATE_NOOP("ErrorWords", "Its time is over. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Begin again on the entity's own page.")}},
    {"dates",
     {QT_TRANSLATE_NOOP("ErrorWords", "Its dates cannot be: it begins later than now, or lasts longer than is allowed. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Look at the clock of this computer; if it is right, ask the entity.")}},
    {"return",
     {QT_TRANSLATE_NOOP("ErrorWords", "It would send you back to a page that is not the entity's. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Do not answer it, and tell the entity.")}},
    {"directory",
     {QT_TRANSLATE_NOOP("ErrorWords", "This computer does not have your operator's list of entities yet, so nothing of it can be proven. Nothing was given to anybody."),
      QT_TRANSLATE_NOOP("ErrorWords", "Try again when your operator answers.")}},
};

} // namespace

RequestWords requestWords(const QString &reason)
{
    for (const Row &row : rows) {
        if (reason == QLatin1String(row.reason))
            return row.words;
    }
    return {nullptr, nullptr};
}

} // namespace carriel::text
