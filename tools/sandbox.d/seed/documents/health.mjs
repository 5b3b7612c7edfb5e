// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Salud y registro civil.
import { DOCTORS, OFFICIALS, longDate, plusDays } from '../words.mjs';

const patient = ({ person, day, random }) => ({ facts: [
  ['Paciente', person.name], ['Identificación', `${person.id_type} ${person.id_number}`], ['Fecha de atención', longDate(day)],
  ['Número de atención', random.digits(9)],
] });

const REASONS = [
  ['Control de tensión arterial', 'Asintomática, con buena adherencia al tratamiento. Tensión 118/76 mmHg, frecuencia cardiaca de 72 por minuto.'],
  ['Dolor lumbar', 'Dolor mecánico de dos semanas, sin irradiación ni signos de alarma. Movilidad conservada, fuerza y reflejos normales.'],
  ['Rinitis alérgica', 'Estornudos y congestión nasal en las mañanas, sin fiebre. Mucosa nasal pálida; pulmones limpios.'],
  ['Control preventivo del adulto', 'Sin síntomas. Se revisan antecedentes familiares, hábitos y esquema de vacunación.'],
  ['Migraña', 'Episodios de una vez al mes, precedidos de aura visual. Examen neurológico sin hallazgos.'],
  ['Revisión odontológica', 'Encías sanas, sin caries activas. Se hace limpieza y aplicación de flúor.'],
];

export function consultation(context) {
  const { random, day } = context;
  const [reason, findings] = random.pick(REASONS);
  return { title: 'Historia clínica: consulta', blocks: [
    patient(context), { h: 'Motivo de consulta' }, { p: reason }, { h: 'Hallazgos' }, { p: findings },
    { p: `Peso ${random.number(58, 66, 1)} kg, talla 163 cm, saturación de oxígeno ${random.integer(94, 99)} %, temperatura ${random.number(36, 37, 1)} °C.` },
    { h: 'Plan' },
    { p: `Se explican los signos de alarma y se acuerda control el ${longDate(plusDays(day, 90))}. Se recomiendan actividad física de 150 minutos a la semana, buena hidratación y sueño regular.` },
    { sign: [random.pick(DOCTORS), `Registro médico ${random.digits(6)}`] },
  ] };
}

const TESTS = [
  ['Glucosa en ayunas', 'mg/dL', 70, 100, 0], ['Colesterol total', 'mg/dL', 140, 210, 0], ['Colesterol HDL', 'mg/dL', 42, 70, 0],
  ['Triglicéridos', 'mg/dL', 60, 160, 0], ['Creatinina', 'mg/dL', 0.6, 1.1, 2], ['Hemoglobina', 'g/dL', 12, 16, 1],
  ['Hematocrito', '%', 36, 46, 1], ['Leucocitos', 'x 10³/µL', 4.2, 10, 1], ['Plaquetas', 'x 10³/µL', 150, 400, 0],
  ['TSH', 'µUI/mL', 0.5, 4.4, 2], ['Vitamina D', 'ng/mL', 22, 60, 0], ['Ácido úrico', 'mg/dL', 2.5, 6, 1],
];

export function laboratory(context) {
  const { random } = context;
  const rows = random.some(TESTS, 9).map(([name, unit, low, high, decimals]) => [
    name, random.number(low, high, decimals), unit, `${String(low).replace('.', ',')} – ${String(high).replace('.', ',')}`]);
  return { title: 'Resultados de laboratorio clínico', blocks: [
    patient(context), { table: [['Examen', 'Resultado', 'Unidad', 'Valores de referencia'], ...rows], widths: [3, 2, 2, 3] },
    { p: 'Muestra de sangre venosa tomada en ayunas. La interpretación de estos resultados corresponde a su médico tratante.' },
    { sign: ['Bact. Natalia Castaño', `Bacterióloga, tarjeta ${random.digits(5)}`] },
  ] };
}

export function prescription(context) {
  const { random } = context;
  const medicine = random.some([['Losartán 50 mg', '1 tableta cada 12 horas'], ['Acetaminofén 500 mg', '1 tableta cada 8 horas si hay dolor'],
    ['Loratadina 10 mg', '1 tableta en la noche'], ['Naproxeno 250 mg', '1 tableta cada 12 horas por 5 días'],
    ['Omeprazol 20 mg', '1 cápsula en ayunas por 14 días']], 2);
  return { title: 'Orden médica', blocks: [
    patient(context), { table: [['Medicamento', 'Indicación', 'Cantidad'], ...medicine.map(([name, use]) => [name, use, `${random.integer(10, 60)}`])], widths: [3, 5, 1] },
    { p: 'Esta orden vence a los 30 días de su expedición. Preséntela con su documento de identidad.' },
    { sign: [random.pick(DOCTORS), `Registro médico ${random.digits(6)}`] },
  ] };
}

const VACCINES = ['Influenza estacional', 'Fiebre amarilla', 'Hepatitis B (tercera dosis)', 'Tétanos y difteria', 'Covid-19 (refuerzo)', 'Triple viral'];

export const vaccination = (context) => ({ title: 'Certificado de vacunación', blocks: [
  patient(context),
  { facts: [['Vacuna', VACCINES[context.n % VACCINES.length]], ['Lote', `L${context.random.digits(6)}`], ['Vía', 'Intramuscular'], ['Esquema', 'Completo']] },
  { p: 'Se certifica que la persona recibió la vacuna indicada, sin reacciones adversas en los treinta minutos siguientes.' },
  { sign: [context.random.pick(OFFICIALS), 'Coordinación de vacunación'] },
] });

export const affiliation = ({ person, day, random }) => ({ title: 'Certificado de afiliación en salud', blocks: [
  { p: `Se certifica que ${person.name}, con ${person.id_type} ${person.id_number}, se encuentra afiliada en el régimen contributivo como cotizante, en estado activo.` },
  { facts: [['Fecha de afiliación', '1 de febrero de 2013'], ['Categoría', 'A'], ['Semanas cotizadas', String(500 + random.integer(0, 200))], ['IPS de atención', 'Sede Chapinero']] },
  { p: `Se expide a solicitud de la persona interesada el ${longDate(day)}. Es válido por treinta días.` },
  { sign: [random.pick(OFFICIALS), 'Afiliaciones y novedades'] },
] });

export const civilRegistry = ({ person, random }) => ({ title: 'Registro civil de nacimiento', blocks: [
  { facts: [['Indicativo serial', random.digits(8)], ['NUIP', person.id_number], ['Nombre', person.name], ['Lugar de nacimiento', 'Tunja, Boyacá, Colombia'],
    ['Fecha de nacimiento', '14 de mayo de 1991'], ['Nombre de la madre', 'Rosalba Pérez Núñez'], ['Nombre del padre', 'Germán Pérez Ávila'], ['Grupo sanguíneo', 'O positivo']] },
  { p: 'Es fiel copia del original que reposa en los archivos de esta oficina. Este documento no requiere autenticación.' },
  { sign: [random.pick(OFFICIALS), 'Registro civil'] },
] });
