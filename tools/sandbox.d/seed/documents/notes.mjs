// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What people write for themselves: plain text, UTF-8.
import { longDate, plusDays } from '../words.mjs';

const NOTES = [
  ['Preguntas para la cita médica', ['¿Puedo suspender la loratadina en vacaciones?', '¿Cada cuánto debo repetir el perfil lipídico?', 'Pedir la orden para fisioterapia.', 'Contarle al doctor del dolor en la rodilla.']],
  ['Lista para renovar el pasaporte', ['Cédula original', 'Comprobante de pago', 'Cita impresa o en el teléfono', 'Pasaporte anterior']],
  ['Datos de la casa', ['Cuenta de energía: 4410-228-7', 'Cuenta de agua: 88-1204', 'Administración: pagar antes del día 10', 'Plomero: don Efraín']],
  ['Pendientes de la declaración de renta', ['Pedir el certificado de ingresos y retenciones', 'Buscar el extracto de diciembre', 'Revisar los aportes voluntarios', 'Confirmar la fecha de vencimiento']],
  ['Reunión del consejo de administración', ['Se aprobó pintar la fachada.', 'La cuota extraordinaria es en dos pagos.', 'Próxima reunión: último jueves del mes.', 'Queda pendiente la cotización de la bomba.']],
  ['Ideas para la maestría', ['Gestión del agua', 'Convocatorias de crédito educativo', 'Pedir dos cartas de recomendación', 'Presentar el examen de inglés en marzo']],
];

export function note({ person, day, n }) {
  const [title, lines] = NOTES[n % NOTES.length];
  const text = `${title}\n${longDate(day)} – ${person.name}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\nRevisar de nuevo el ${longDate(plusDays(day, 30))}.\n`;
  return { title, text };
}

export function expenses({ random, day }) {
  const rows = Array.from({ length: 30 }, (_, i) => [plusDays(day, i), random.pick(['Mercado', 'Transporte', 'Salud', 'Casa', 'Educación', 'Otros']), random.integer(5, 320) * 1000].join(';'));
  return { title: 'Gastos del mes', text: `fecha;rubro;valor\n${rows.join('\n')}\n` };
}
