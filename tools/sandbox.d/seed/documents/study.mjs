// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Estudios.
import { OFFICIALS, longDate, thousands, yearOf } from '../words.mjs';

const COURSES = ['Cálculo diferencial', 'Cálculo integral', 'Álgebra lineal', 'Física mecánica', 'Química general', 'Programación',
  'Estadística', 'Economía', 'Expresión gráfica', 'Ética profesional', 'Mecánica de fluidos', 'Hidrología', 'Geotecnia', 'Diseño de acueductos',
  'Gestión ambiental', 'Formulación de proyectos', 'Inglés técnico', 'Sistemas de información geográfica'];

export function grades({ person, random, day, n }) {
  const rows = random.some(COURSES, 7).map((course) => [course, String(random.integer(2, 4)), random.number(3.2, 5, 1), 'Aprobada']);
  return { title: `Certificado de calificaciones, semestre ${n + 1}`, blocks: [
    { facts: [['Estudiante', person.name], ['Identificación', `${person.id_type} ${person.id_number}`], ['Programa', 'Ingeniería Ambiental'], ['Código', random.digits(8)]] },
    { table: [['Asignatura', 'Créditos', 'Nota', 'Estado'], ...rows], widths: [5, 1.4, 1.2, 2] },
    { p: 'La escala de calificación va de cero (0,0) a cinco (5,0). La nota mínima aprobatoria es tres (3,0).' },
    { p: `Expedido en el Valle Alto el ${longDate(day)}.` },
    { sign: [random.pick(OFFICIALS), 'Registro académico'] },
  ] };
}

export const degree = ({ person, random, day }) => ({ title: 'Acta de grado', blocks: [
  { p: `En sesión solemne del ${longDate(day)}, la Universidad, previo el cumplimiento de los requisitos académicos y legales, otorgó a` },
  { h: person.name },
  { p: `identificada con ${person.id_type} ${person.id_number}, el título de` }, { h: 'Ingeniera Ambiental' },
  { facts: [['Libro de actas', '27'], ['Folio', random.digits(3)], ['Acta', random.digits(5)]] },
  { sign: [random.pick(OFFICIALS), 'Rectoría'] }, { sign: [random.pick(OFFICIALS), 'Secretaría general'] },
] });

const DISTINCTIONS = ['Curso de gestión del agua', 'Diplomado en sistemas de información geográfica', 'Taller de datos abiertos',
  'Seminario de cambio climático', 'Curso de inglés B2', 'Certificado de estudio', 'Constancia de matrícula'];

export const course = ({ person, random, day, n }) => ({ title: DISTINCTIONS[n % DISTINCTIONS.length], blocks: [
  { p: `Se hace constar que ${person.name}, con ${person.id_type} ${person.id_number}, participó y aprobó la actividad de la referencia, con una intensidad de ${random.integer(20, 120)} horas.` },
  { p: `Se expide el ${longDate(day)}.` }, { sign: [random.pick(OFFICIALS), 'Educación continua'] },
] });

const TOPICS = ['El agua en la cuenca alta', 'Calidad del aire en la ciudad', 'Residuos orgánicos en plazas de mercado'];
const PARAGRAPHS = [
  'La cuenca alta abastece a tres municipios y concentra el sesenta por ciento de la demanda de riego. En los últimos diez años los caudales mínimos disminuyeron de forma sostenida, mientras la población servida aumentó.',
  'Para estimar la oferta se usaron los registros de cuatro estaciones, se completaron los datos faltantes por correlación y se calcularon las curvas de duración de caudales de cada una.',
  'Los resultados muestran que las medidas de menor costo son las de uso eficiente: reparación de fugas, medición por sectores y tarifas que reconozcan el ahorro de los hogares.',
  'La participación de las juntas de acción comunal fue decisiva. Las personas conocen los puntos de captación, las épocas de escasez y los conflictos que no aparecen en los mapas.',
  'Se recomienda mantener el monitoreo, publicar los datos y revisar el plan cada dos años con todas las partes interesadas.',
];

export function paper({ person, random, day, n }) {
  const section = (title) => [{ h: title }, ...random.some(PARAGRAPHS, 4).map((p) => ({ p }))];
  const rows = Array.from({ length: 40 }, (_, i) => [String(2012 + (i % 12)), `Estación ${1 + (i % 4)}`, `${random.number(0.4, 9, 2)}`, thousands(random.integer(900, 24000))]);
  return { title: `Trabajo: ${TOPICS[n % TOPICS.length]}`, blocks: [
    { p: `${person.name}, ${yearOf(day)}` }, ...section('1. Introducción'), ...section('2. Métodos'), { pageBreak: true },
    { h: '3. Resultados' }, { table: [['Año', 'Estación', 'Caudal (m³/s)', 'Usuarios'], ...rows], widths: [1, 2, 2, 2] },
    ...section('4. Discusión'), ...section('5. Conclusiones'),
  ] };
}
