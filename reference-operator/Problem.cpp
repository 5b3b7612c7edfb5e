// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Problem.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace carriel::op {

namespace {

struct Known {
    std::string_view code;
    int status;
    bool retryable;
    const char *message; // es-CO, for the person
};

constexpr Known known[] = {
    {"invalid_request", 400, false, "El programa envió una solicitud que el operador no entiende."},
    {"invalid_json", 400, false, "El programa envió una solicitud que el operador no entiende."},
    {"name_invalid", 400, false, "El operador no admite ese nombre. Use otro."},
    {"digest_required", 400, false, "Falta la huella del documento; el operador no lo recibe sin ella."},
    {"idempotency_key_required", 400, false, "El programa envió una solicitud que el operador no entiende."},
    {"field_read_only", 400, false, "Ese dato lo pone la entidad o el operador y no se puede cambiar."},
    {"cursor_invalid", 400, false, "El programa envió una solicitud que el operador no entiende."},
    {"meta_too_large", 400, false, "Las notas y etiquetas de este documento son demasiado extensas."},
    {"token_missing", 401, false, "Inicie sesión para continuar."},
    {"token_invalid", 401, false, "Inicie sesión de nuevo para continuar."},
    {"token_expired", 401, true, "La sesión venció. El programa la renueva."},
    {"insufficient_user_authentication", 401, false, "Confirme su identidad para continuar."},
    {"scope_missing", 403, false, "Esta sesión no tiene permiso para eso. Inicie sesión de nuevo."},
    {"device_binding_invalid", 403, false, "No se pudo comprobar que este equipo es suyo. Inicie sesión de nuevo."},
    {"key_proof_invalid", 403, false, "No se pudo comprobar que esta llave es suya. Inicie sesión de nuevo."},
    {"device_revoked", 403, false, "Este equipo fue retirado de la carpeta. Lo que ya está en él se conserva."},
    {"acceptance_invalid", 403, false, "La firma de los términos y condiciones no es válida. Repita la vinculación."},
    {"invitation_invalid", 403, false, "La invitación para registrar la entidad no es válida o ya se usó."},
    {"not_acknowledged", 404, false, "Esta notificación no se ha abierto."},
    {"recipient_unknown", 404, false, "No hay nadie con ese número a quien se le pueda compartir aquí. Puede que no tenga carpeta o que no permita que lo encuentren."},
    {"not_found", 404, false, "Eso no existe en esta carpeta."},
    {"method_not_allowed", 405, false, "El programa envió una solicitud que el operador no entiende."},
    {"name_taken", 409, false, "Ya hay un documento con ese nombre en esta carpeta."},
    {"parent_missing", 409, false, "La carpeta de destino ya no existe."},
    {"cycle", 409, false, "Una carpeta no puede quedar dentro de sí misma."},
    {"depth_exceeded", 409, false, "Hay demasiadas carpetas una dentro de otra."},
    {"blob_missing", 409, false, "El contenido no está en el operador. El programa lo envía de nuevo."},
    {"item_trashed", 409, false, "El documento está en la papelera. Recupérelo primero."},
    {"item_not_trashed", 409, false, "El documento no está en la papelera."},
    {"folder_exists", 409, false, "Usted ya tiene una carpeta con este operador."},
    {"id_taken", 409, false, "El programa debe usar otro identificador."},
    {"terms_outdated", 409, false, "Los términos y condiciones cambiaron. Léalos y acéptelos de nuevo."},
    {"operation_in_progress", 409, true, "El operador todavía está haciendo eso mismo."},
    {"mismatching_upload_offset", 409, true, "El envío continúa desde donde iba."},
    {"upload_busy", 409, true, "El operador todavía recibe la parte anterior."},
    {"consent_exists", 409, false, "Usted ya está suscrito a este trámite."},
    {"consent_text_outdated", 409, false, "El texto del consentimiento cambió. Léalo de nuevo antes de aceptarlo."},
    {"request_used", 409, false, "Esta solicitud de la entidad ya se respondió. No se envió otra vez."},
    {"filing_number_taken", 409, false, "La entidad ya usó ese número de radicado."},
    {"log_fork", 409, false, "El registro de actividad de este equipo no continúa el que el operador conoce."},
    {"challenge_expired", 409, false,
     "Pasó demasiado tiempo desde que se preparó la apertura. La notificación no se abrió. Inténtelo de nuevo."},
    {"not_available", 409, false, "La notificación no está disponible en este momento."},
    {"cancelled", 409, false, "La entidad retiró esta notificación."},
    {"recipient_key_changed", 409, false, "La llave de esa persona es otra. No se compartió nada; revísela antes de compartir."},
    {"share_not_accepted", 409, false, "Primero acepte lo que le comparten."},
    {"share_ended", 410, false, "Ya no se comparte: venció o quien lo compartía lo retiró."},
    {"document_withdrawn", 410, false, "Quien compartía este documento ya no lo tiene disponible."},
    {"cursor_expired", 410, false, "Hay que volver a leer la carpeta completa."},
    {"item_purged", 410, false, "El documento fue eliminado definitivamente."},
    {"upload_gone", 410, false, "El envío venció. El programa comienza uno nuevo."},
    {"length_required", 411, false, "El programa envió una solicitud que el operador no entiende."},
    {"version_conflict", 412, false, "El documento cambió en otro equipo."},
    {"already_exists", 412, false, "Eso ya existe."},
    {"already_acknowledged", 412, false, "Esta notificación ya se abrió en otro equipo."},
    {"too_large", 413, false, "Es más grande de lo que el operador admite."},
    {"media_type_unsupported", 415, false, "El programa envió una solicitud que el operador no entiende."},
    {"range_invalid", 416, false, "El programa pidió una parte que no existe."},
    {"digest_mismatch", 422, true, "Los datos llegaron dañados. El programa los envía de nuevo."},
    {"idempotency_key_reused", 422, false, "El programa envió una solicitud que el operador no entiende."},
    {"statement_invalid", 422, false,
     "El operador no pudo comprobar la firma de su consentimiento. No tuvo ningún efecto."},
    {"request_invalid", 422, false, "El operador no pudo comprobar la solicitud de la entidad. No se le entregó nada."},
    {"contribution_invalid", 422, false,
     "Lo que se iba a aportar no corresponde a lo que la entidad pidió. No se entregó nada."},
    {"share_invalid", 422, false, "El operador no puede compartir eso así. No se compartió nada."},
    {"receipt_invalid", 422, false, "El operador no pudo comprobar el acuse de recibo. La notificación no se abrió."},
    {"deposit_refused", 422, false, "El depósito no cumple los requisitos."},
    {"official_document_locked", 423, false, "Un documento emitido por una entidad no se puede modificar."},
    {"precondition_required", 428, false, "El programa envió una solicitud que el operador no entiende."},
    {"rate_limited", 429, true, "Demasiadas solicitudes. El programa espera y continúa solo."},
    {"internal_error", 500, true, "El operador tuvo una falla. El programa lo intenta de nuevo."},
    {"unavailable", 503, true, "El operador no está disponible en este momento. El programa lo intenta de nuevo."},
    {"quota_exceeded", 507, false, "No queda espacio en su carpeta. El correo de las entidades no ocupa espacio."},
};

} // namespace

Problem::Problem(const char *code) : m_code("internal_error"), m_retryable(true)
{
    const auto *found = std::find_if(std::begin(known), std::end(known), [&](const Known &k) { return k.code == code; });
    if (found == std::end(known))
        found = std::find_if(std::begin(known), std::end(known), [](const Known &k) { return k.code == "internal_error"; });
    m_code = found->code.data();
    m_status = found->status;
    m_retryable = found->retryable;
    m_message = found->message;
}

Problem &Problem::with(const char *key, const QJsonValue &value)
{
    m_extra.insert(QLatin1StringView(key), value);
    return *this;
}

Problem &Problem::header(const char *name, const QByteArray &value)
{
    m_headers.emplace_back(name, value);
    return *this;
}

Problem &Problem::retryAfter(int seconds)
{
    return header("Retry-After", QByteArray::number(seconds));
}

QJsonObject Problem::json(const QString &correlationId) const
{
    QString words = QLatin1StringView(m_code);
    QJsonObject out = m_extra;
    out.insert(QStringLiteral("title"), QString(words).replace(QLatin1Char('_'), QLatin1Char(' ')));
    out.insert(QStringLiteral("type"), QString(QStringLiteral("https://carpeta.example/problems/") +
                                               QString(words).replace(QLatin1Char('_'), QLatin1Char('-'))));
    out.insert(QStringLiteral("status"), m_status);
    out.insert(QStringLiteral("code"), words);
    out.insert(QStringLiteral("retryable"), m_retryable);
    out.insert(QStringLiteral("user_message"), QString::fromUtf8(m_message));
    out.insert(QStringLiteral("correlation_id"), correlationId);
    return out;
}

} // namespace carriel::op
