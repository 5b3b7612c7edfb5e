// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What Ana has gathered: several hundred documents of fifteen years. The fields of a series are explained in write-seed.mjs.
import { HEALTH, TAXES, UNIVERSITY } from '../people.mjs';
import * as health from './documents/health.mjs';
import * as home from './documents/home.mjs';
import { expenses, note } from './documents/notes.mjs';
import * as study from './documents/study.mjs';
import * as taxes from './documents/taxes.mjs';
import * as work from './documents/work.mjs';
import { landscape, scannedCard } from './picture.mjs';
import { monthName, yearOf } from './words.mjs';

const month = (day) => `${day.slice(0, 7)} ${monthName(day)}`;
const digitised = { medium: 'digitised' };

export const ANA_PLAN = [
  { at: 'Identidad', make: health.civilRegistry, name: 'Registro civil de nacimiento', age: 118, issuer: HEALTH, type: 'Registro civil', favourite: true, labels: ['identidad'] },
  { at: 'Identidad', picture: scannedCard, name: 'Cédula, anverso', age: 90, type: 'Documento de identidad', labels: ['identidad'], favourite: true, ...digitised },
  { at: 'Identidad', picture: scannedCard, name: 'Cédula, reverso', age: 90, type: 'Documento de identidad', labels: ['identidad'], ...digitised },
  { at: 'Identidad', picture: scannedCard, name: 'Pasaporte, página de datos', age: 112, type: 'Pasaporte', labels: ['identidad', 'viajes'], expiresAfter: 120, notes: 'Renovar antes del viaje.', ...digitised },
  { at: 'Identidad', make: taxes.taxRegistry, name: 'RUT', age: 20, issuer: TAXES, type: 'RUT', labels: ['identidad', 'impuestos'] },

  { at: (day) => `Salud/Consultas/${yearOf(day)}`, make: health.consultation, every: 3, count: 38, issuer: HEALTH, type: 'Historia clínica', name: ({ day }) => `Consulta ${day}` },
  { at: 'Salud/Laboratorio', make: health.laboratory, every: 4, count: 30, issuer: HEALTH, type: 'Resultado de laboratorio', name: ({ day }) => `Laboratorio ${month(day)}`, labels: ['exámenes'] },
  { at: 'Salud/Órdenes médicas', make: health.prescription, every: 2, count: 24, issuer: HEALTH, type: 'Orden médica', validMonths: 1, name: ({ day }) => `Orden médica ${day}` },
  { at: 'Salud/Vacunas', make: health.vaccination, every: 12, count: 6, issuer: HEALTH, type: 'Certificado', name: ({ day }) => `Certificado de vacunación ${yearOf(day)}` },
  { at: 'Salud', make: health.affiliation, every: 6, count: 4, issuer: HEALTH, type: 'Certificado', validMonths: 1, name: ({ day }) => `Certificado de afiliación ${day}` },

  { at: 'Estudios/Pregrado', make: study.grades, every: 6, count: 10, age: 96, issuer: UNIVERSITY, type: 'Certificado de calificaciones', name: ({ n }) => `Calificaciones semestre ${n + 1}`, labels: ['universidad'] },
  { at: 'Estudios/Pregrado', make: study.degree, name: 'Acta de grado', age: 92, issuer: UNIVERSITY, type: 'Acta de grado', favourite: true, labels: ['universidad'] },
  { at: 'Estudios/Pregrado', picture: scannedCard, name: 'Diploma', age: 92, type: 'Diploma', favourite: true, labels: ['universidad'], notes: 'El original está en la casa de mi mamá.', ...digitised },
  { at: 'Estudios/Cursos', make: study.course, every: 9, count: 12, issuer: UNIVERSITY, type: 'Certificado', name: ({ title, day }) => `${title} ${yearOf(day)}` },
  { at: 'Estudios/Trabajos', make: study.paper, every: 8, count: 6, age: 94, type: 'Trabajo académico', name: ({ title }) => title.replace('Trabajo: ', '') },

  { at: (day) => `Impuestos/${yearOf(day)}`, make: taxes.incomeReturn, every: 12, count: 8, issuer: TAXES, type: 'Declaración de renta', name: ({ day }) => `Declaración de renta año gravable ${yearOf(day) - 1}`, key: (day) => `renta ${yearOf(day)}`, labels: ['impuestos'] },
  { at: (day) => `Impuestos/${yearOf(day)}`, make: taxes.withholding, every: 12, count: 8, type: 'Certificado de ingresos y retenciones', name: ({ day }) => `Certificado de ingresos y retenciones ${yearOf(day) - 1}`, annexOf: (day) => `renta ${yearOf(day)}`, labels: ['impuestos', 'trabajo'] },
  { at: (day) => `Impuestos/${yearOf(day)}`, make: taxes.propertyTax, every: 12, count: 8, issuer: TAXES, type: 'Impuesto predial', name: ({ day }) => `Predial ${yearOf(day)}`, labels: ['impuestos', 'casa'] },

  { at: 'Vivienda/Arriendo', make: home.lease, every: 12, count: 5, type: 'Contrato', name: ({ day }) => `Contrato de arrendamiento ${yearOf(day)}`, key: (day) => `arriendo ${yearOf(day)}`, expiresAfter: 12, labels: ['casa'] },
  { at: 'Vivienda/Arriendo', make: home.inventory, every: 12, count: 5, type: 'Inventario', name: ({ day }) => `Inventario ${yearOf(day)}`, annexOf: (day) => `arriendo ${yearOf(day)}`, labels: ['casa'] },
  { at: 'Vivienda/Servicios públicos/Energía', make: home.power, every: 1, count: 48, type: 'Factura', name: ({ day }) => `Energía ${month(day)}`, labels: ['casa', 'facturas'] },
  { at: 'Vivienda/Servicios públicos/Acueducto', make: home.water, every: 2, count: 24, type: 'Factura', name: ({ day }) => `Acueducto ${month(day)}`, labels: ['casa', 'facturas'] },
  { at: 'Vivienda/Servicios públicos/Internet', make: home.internet, every: 1, count: 24, type: 'Factura', name: ({ day }) => `Internet ${month(day)}`, labels: ['casa', 'facturas'] },

  { at: 'Trabajo', make: work.contract, name: 'Contrato de trabajo', age: 70, type: 'Contrato', favourite: true, labels: ['trabajo'] },
  { at: (day) => `Trabajo/Nómina/${yearOf(day)}`, make: work.payslip, every: 1, count: 60, type: 'Comprobante de nómina', name: ({ day }) => `Nómina ${month(day)}`, labels: ['trabajo'] },
  { at: (day) => `Banco/${yearOf(day)}`, make: work.statement, every: 1, count: 36, type: 'Extracto bancario', name: ({ day }) => `Extracto ${month(day)}`, labels: ['banco'] },
  { at: 'Vehículo', make: home.insurance, every: 12, count: 5, type: 'SOAT', name: ({ day }) => `SOAT ${yearOf(day)}`, expiresAfter: 12, labels: ['vehículo'] },
  { at: 'Vehículo', make: home.inspection, every: 12, count: 4, type: 'Revisión técnico-mecánica', name: ({ day }) => `Tecnomecánica ${yearOf(day)}`, expiresAfter: 12, labels: ['vehículo'] },

  { at: 'Fotos', picture: landscape, every: 5, count: 8, name: ({ n }) => `Páramo ${n + 1}`, labels: ['viajes'] },
  { at: 'Notas', make: note, every: 4, count: 12, name: ({ title, day }) => `${title} ${day}` },
  { at: 'Notas/Gastos', make: expenses, every: 1, count: 12, name: ({ day }) => `Gastos ${month(day)}`, extension: 'csv', labels: ['banco'] },
];
