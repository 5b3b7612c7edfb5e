// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What Carlos and the company have: little.
import { HEALTH, TAXES, UNIVERSITY } from '../people.mjs';
import * as health from './documents/health.mjs';
import { note } from './documents/notes.mjs';
import * as study from './documents/study.mjs';
import * as taxes from './documents/taxes.mjs';
import * as work from './documents/work.mjs';
import { landscape } from './picture.mjs';
import { monthName, yearOf } from './words.mjs';

export const CARLOS_PLAN = [
  { at: 'Salud', make: health.laboratory, every: 12, count: 2, issuer: HEALTH, type: 'Resultado de laboratorio', name: ({ day }) => `Laboratorio ${yearOf(day)}` },
  { at: 'Impuestos', make: taxes.incomeReturn, every: 12, count: 2, issuer: TAXES, type: 'Declaración de renta', name: ({ day }) => `Declaración de renta año gravable ${yearOf(day) - 1}` },
  { at: 'Estudios', make: study.course, every: 12, count: 2, issuer: UNIVERSITY, type: 'Certificado', name: ({ title }) => title },
  { at: '', make: note, count: 1, name: ({ title }) => title },
  { at: '', picture: landscape, count: 1, name: 'Vista desde la finca' },
];

export const COMPANY_PLAN = [
  { at: 'Sociedad', make: work.chamber, every: 6, count: 2, type: 'Certificado', validMonths: 1, name: ({ day }) => `Existencia y representación legal ${day}` },
  { at: 'Sociedad/Actas', make: work.minutes, every: 12, count: 4, type: 'Acta', name: ({ n }) => `Acta de asamblea ${n + 1}` },
  { at: 'Impuestos', make: taxes.taxRegistry, count: 1, issuer: TAXES, type: 'RUT', name: 'RUT', favourite: true },
  { at: 'Ventas', make: work.invoice, every: 1, count: 10, type: 'Factura de venta', name: ({ title, day }) => `${title} ${monthName(day)}`, labels: ['ventas'] },
  { at: 'Banco', make: work.statement, every: 1, count: 4, type: 'Extracto bancario', name: ({ day }) => `Extracto ${day.slice(0, 7)}` },
];
