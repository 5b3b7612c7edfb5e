// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Terms.h"

#include "reference-operator/Encoding.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

const char *const text = R"(# Términos y condiciones de la carpeta ciudadana

Versión 2026-1. Este operador es una implementación de referencia.

1. **Servicio.** El operador guarda sus documentos, los sincroniza con sus equipos y los entrega solo a usted y a quien usted
   autorice. El servicio básico es gratuito.
2. **Voluntario.** Usted entra por decisión propia y puede salir cuando quiera. Antes de salir puede llevarse todos sus documentos
   en formatos abiertos, o trasladarlos a otro operador.
3. **Una carpeta por persona.** La carpeta queda a nombre de la persona que el servicio de autenticación digital identificó.
4. **Sus datos.** El operador trata sus datos personales conforme a la Ley 1581 de 2012, únicamente para prestar este servicio. No los
   usa para publicidad ni los vende. Usted puede conocerlos, corregirlos y pedir que se supriman.
5. **Integridad.** Cada documento se recibe con su huella digital (SHA-256). Los documentos emitidos por entidades no se pueden modificar.
6. **Equipos.** Cada equipo en el que usted usa la carpeta tiene llaves propias. Si pierde un equipo, retírelo desde otro.
7. **Papelera.** Lo que usted elimina pasa a la papelera. Solo se borra definitivamente cuando usted lo ordena o cuando vence el plazo
   publicado por el operador.
8. **Notificaciones.** Aceptar estos términos no autoriza a ninguna entidad a notificarle por medios electrónicos. Eso se autoriza
   aparte, para cada entidad y trámite.
9. **Cambios.** Si estos términos cambian, se le mostrará el texto nuevo y usted decidirá si lo acepta.
)";

} // namespace

QJsonObject Terms::json() const
{
    return {{u"id"_s, id}, {u"version"_s, version}, {u"language"_s, u"es-CO"_s}, {u"text"_s, text},
            {u"sha256"_s, QString::fromLatin1(b64(sha256))}};
}

const Terms &termsInForce()
{
    static const Terms terms{u"terminos-2026-1"_s, u"2026-1"_s, QString::fromUtf8(op::text), op::sha256(op::text)};
    return terms;
}

} // namespace carriel::op
