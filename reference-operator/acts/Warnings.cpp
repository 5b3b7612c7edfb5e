// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told before an opening, by regime. A change of a text is a further entry with a new id: seals name
// the digest.
#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Procedures.h"

#include <algorithm>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

Warning make(const char *regime, const char *id, const char *text)
{
    return {QString::fromLatin1(regime),
            {QString::fromLatin1(id), QString::fromUtf8(text), sha256(QByteArrayView(text))}};
}

} // namespace

const QList<Warning> &warnings()
{
    static const QList<Warning> list = {
        make("cpaca-56", "cpaca-56-es-1",
             "Al abrir esta notificación usted queda notificado en la fecha y hora en que el operador lo registre (Ley "
             "1437 de 2011, artículo 56). "
             "Desde el día siguiente corren los términos, por ejemplo para presentar recursos. Si no la abre, la "
             "notificación no se ha hecho, pero "
             "la entidad puede notificarle por otro medio. Usted puede pedir a la entidad que en adelante no le "
             "notifique por medios electrónicos."),
        make("et-566-1@2019", "et-566-1-2019-es-1",
             "Esta notificación se entiende surtida en la fecha en que fue enviada (Estatuto Tributario, artículo "
             "566-1). Sus términos corren cinco "
             "días después de la entrega, la abra usted o no. Al abrirla el operador registra la fecha y hora en que "
             "usted accedió a ella."),
        make("et-566-1@2025-11-19", "et-566-1-2025-es-1",
             "Esta notificación se entiende surtida en la fecha en que fue enviada (Estatuto Tributario, artículo "
             "566-1). Sus términos corren cinco "
             "días después, contados desde el día siguiente al de la entrega, la abra usted o no. Al abrirla el "
             "operador registra la fecha y hora."),
        make("cpaca-205", "cpaca-205-es-1",
             "Esta providencia se entiende notificada dos días hábiles después de su envío (Ley 1437 de 2011, artículo "
             "205), la abra usted o no. Al "
             "abrirla el operador registra la fecha y hora en que usted accedió a ella."),
        make("comunicacion", "comunicacion-es-1",
             "Esta comunicación es informativa: abrirla no hace correr ningún término. El operador registra la fecha y "
             "hora en que usted la abre."),
    };
    return list;
}

bool hasLegalEffect(const QString &regime)
{
    return regime != u"comunicacion";
}

const Warning *findWarning(const QString &id)
{
    const auto &list = warnings();
    const auto found = std::find_if(list.begin(), list.end(), [&](const Warning &w) { return w.text.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace carriel::op
