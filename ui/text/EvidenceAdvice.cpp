// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EvidenceAdvice.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceAdvice)
};

struct Row
{
    const char *defect;
    const char *words;
};

constexpr char saveAgain[] = QT_TRANSLATE_NOOP(
    "EvidenceAdvice", "It does not speak against the evidence. Whoever opened the notification can save the evidence again, from "
                      "the computer that it was opened on, and then it may have it.");
constexpr char nameIt[] =
    QT_TRANSLATE_NOOP("EvidenceAdvice", "If you trust it, name the certificate of the authority that issued its own.");

constexpr Row rows[] = {
    {"id_provider_unanchored",
     QT_TRANSLATE_NOOP("EvidenceAdvice", "It does not speak against the evidence, and who opened it is proven by the receipt too. To be "
                                         "sure of the login as well, get the keys that the identity provider publishes and name "
                                         "them when you check the file.")},
    {"unprotected",
     QT_TRANSLATE_NOOP("EvidenceAdvice", "It does not speak against the evidence: each statement in it is signed by itself. Whoever wants "
                                         "the whole protected too chooses a time-stamping authority in Settings and saves the "
                                         "evidence again.")},
    {"unanchored", QT_TRANSLATE_NOOP("EvidenceAdvice", "Get the key that the operator publishes, by another way than this file, and name it.")},
    {"no_key", QT_TRANSLATE_NOOP("EvidenceAdvice", "Get the key that the operator publishes, by another way than this file, and name it.")},
    {"stamp_unanchored", nameIt},
    {"signer_unanchored", nameIt},
    {"no_stamp", QT_TRANSLATE_NOOP("EvidenceAdvice", "The operator's stamp comes by itself, as a rule in minutes. Wait for it, synchronise, and "
                                                     "save the evidence again.")},
    {"login_absent", saveAgain},
    {"login_unproven", saveAgain},
    {"consent_absent", saveAgain},
    {"consent_unproven", saveAgain},
    {"content_absent",
     QT_TRANSLATE_NOOP("EvidenceAdvice", "Read the notification on the computer that saves the evidence, and save it again.")},
};

} // namespace

QString findingAdvice(const EvidenceFinding &finding, ProofState verdict)
{
    if (finding.weight == ProofState::Broken || verdict == ProofState::Broken)
        return {};
    for (const Row &row : rows) {
        if (finding.defect == QLatin1String(row.defect))
            return Tr::tr(row.words);
    }
    return {};
}

QString stampStillComing()
{
    return Tr::tr("The operator's time stamp over the opening has not come yet; as a rule it takes minutes. Without it the file "
                  "does not prove everything: synchronise later and save it again.");
}

} // namespace carriel::text
