// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, money and names as they are written in Colombia.
const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];

// Days are text, YYYY-MM-DD, counted in UTC so that no time zone moves them.
const utc = (day) => new Date(`${day}T00:00:00Z`);
const text = (date) => date.toISOString().slice(0, 10);

export function plusDays(day, days) {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
}

export function plusMonths(day, months) {
  const date = utc(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return text(date);
}

export const yearOf = (day) => Number(day.slice(0, 4));
export const monthName = (day) => MONTHS[Number(day.slice(5, 7)) - 1];
export const longDate = (day) => `${Number(day.slice(8))} de ${monthName(day)} de ${yearOf(day)}`;
export const thousands = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.');
export const money = (value) => `$ ${thousands(value)}`;
export const capital = (word) => word[0].toUpperCase() + word.slice(1);

export const DOCTORS = ['Dra. Lucía Ibáñez', 'Dr. Andrés Muñoz', 'Dra. Sofía Quiñones', 'Dr. Julián Cárdenas', 'Dra. Ángela Peña'];
export const OFFICIALS = ['Martha Nieto Acuña', 'Óscar Villamizar', 'Inés Bermúdez Rincón', 'Héctor Ordóñez'];
