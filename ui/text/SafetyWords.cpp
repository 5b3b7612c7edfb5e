// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SafetyWords.h"

#include <QCoreApplication>
#include <array>

namespace carriel::text {

namespace {

struct Words
{
    const char *kind;
    const char *text;
};
constexpr std::array all{
    Words{"bad_signature",
          QT_TRANSLATE_NOOP("Safety", "It has signatures that do not hold (%1). Look at them before you go on.")},
    Words{"script", QT_TRANSLATE_NOOP("Safety", "It contains scripts (%1): what it shows can change by itself.")},
    Words{"action", QT_TRANSLATE_NOOP("Safety", "It can start programs, send data or open other files (%1).")},
    Words{"external", QT_TRANSLATE_NOOP("Safety", "Parts of it come from outside the file (%1) and are not signed.")},
    Words{"link", QT_TRANSLATE_NOOP("Safety", "It has links to the internet (%1); what they lead to is not signed.")},
    Words{"attachment", QT_TRANSLATE_NOOP("Safety", "It has other files inside (%1); you sign them too.")},
    Words{"hidden_layer", QT_TRANSLATE_NOOP("Safety", "It has layers that are hidden now and can be shown later.")},
    Words{"hidden_note", QT_TRANSLATE_NOOP("Safety", "It has notes or fields that are not shown (%1).")},
    Words{"hidden_text", QT_TRANSLATE_NOOP("Safety", "It has text that is not seen on %1 page(s), and you sign it too: invisible, "
                                                     "tiny, of the colour of the paper, covered or off the page.")},
    Words{"missing_part", QT_TRANSLATE_NOOP("Safety", "Its pages use something that is missing (%1); somebody could add it later.")},
    Words{"other_font", QT_TRANSLATE_NOOP("Safety", "It lacks a font on %1 page(s): another computer may draw other letters.")},
    Words{"empty_signature", QT_TRANSLATE_NOOP("Safety", "It has an empty signature box over text (%1): who signs there may cover it.")},
    Words{"box_over_text", QT_TRANSLATE_NOOP("Safety", "The visible box hides text that was signed: the earlier signatures will be shown as "
                                                       "altered.")},
    Words{"box_over_signature", QT_TRANSLATE_NOOP("Safety", "The visible box hides that of an earlier signature, which will be shown as valid with "
                                                            "later changes.")},
    Words{"box_over_drawing", QT_TRANSLATE_NOOP("Safety", "The visible box covers part of what was signed: the earlier signatures will be shown as "
                                                          "altered.")},
    Words{"form", QT_TRANSLATE_NOOP("Safety", "It has form fields (%1); fill them before you sign.")},
    Words{"xfa",
          QT_TRANSLATE_NOOP("Safety", "Its form is described twice (XFA), and programs may show it differently.")},
    Words{"media", QT_TRANSLATE_NOOP("Safety", "It contains sound, film or 3D (%1).")},
    Words{"archive", QT_TRANSLATE_NOOP("Safety", "It is a PDF/A or PDF/UA. A visible box, whose font does not lie inside, would end that: sign "
                                                 "without one.")},
    Words{"certified", QT_TRANSLATE_NOOP("Safety", "Its author certified it and limits what may be added.")},
    Words{"earlier_signature", QT_TRANSLATE_NOOP("Safety", "It is signed already (%1). Check those signatures first.")},
    Words{"later_change", QT_TRANSLATE_NOOP("Safety", "Something was added after its last signature.")},
    Words{"damaged", QT_TRANSLATE_NOOP("Safety", "It is damaged inside; a new table is added when it is signed.")},
    Words{"encrypted", QT_TRANSLATE_NOOP("Safety", "It is protected.")},
    Words{"unreadable", QT_TRANSLATE_NOOP("Safety", "Not everything in it could be looked through.")},
};

} // namespace

QString safetyWords(const QString &kind, int count)
{
    for (const Words &one : all) {
        if (kind == QLatin1String(one.kind))
            return QCoreApplication::translate("Safety", one.text)
                .replace(QStringLiteral("%1"), QString::number(count));
    }
    return {};
}

} // namespace carriel::text
