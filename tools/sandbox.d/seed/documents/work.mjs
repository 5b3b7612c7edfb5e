// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Trabajo, banco y empresa.
import { longDate, money, monthName, plusDays, plusMonths, yearOf } from '../words.mjs';

const EMPLOYER = 'Consultores del Altiplano de demostración';

export function payslip({ person, random, day }) {
  const salary = (4_100 + 180 * (yearOf(day) - 2020)) * 1000;
  const rows = [['Salario básico', money(salary), ''], ['Auxilio de conectividad', money(140_606), ''], ['Aporte a salud (4 %)', '', money(salary * 0.04)],
    ['Aporte a pensión (4 %)', '', money(salary * 0.04)], ['Fondo de empleados', '', money(120_000)], ['Neto a pagar', money(salary * 0.92 + 20_606), '']];
  return { head: EMPLOYER, title: `Comprobante de nómina, ${monthName(day)} de ${yearOf(day)}`, blocks: [
    { facts: [['Trabajador', person.name], ['Identificación', `${person.id_type} ${person.id_number}`], ['Cargo', 'Profesional ambiental'], ['Comprobante', random.digits(7)]] },
    { table: [['Concepto', 'Devengado', 'Deducido'], ...rows], widths: [5, 2, 2] },
  ] };
}

export const contract = ({ person, day }) => ({ head: EMPLOYER, title: 'Contrato individual de trabajo a término indefinido', blocks: [
  { facts: [['Empleador', EMPLOYER], ['Trabajador', person.name], ['Cargo', 'Profesional ambiental'], ['Inicio', longDate(day)]] },
  ...['Entre las partes se celebra el presente contrato, regido por el Código Sustantivo del Trabajo y por las cláusulas que siguen.',
    'El trabajador se obliga a poner al servicio del empleador su capacidad normal de trabajo, a guardar reserva sobre la información que conozca y a observar las normas de seguridad y salud.',
    'La jornada ordinaria será la máxima legal, distribuida de lunes a viernes. El trabajo remoto se acordará por escrito y podrá ejercerse hasta tres días por semana.',
    'El empleador pagará el salario por períodos mensuales vencidos y afiliará al trabajador al sistema integral de seguridad social.',
    'Los dos primeros meses se consideran como período de prueba y, por consiguiente, cualquiera de las partes podrá terminar el contrato sin previo aviso.'].map((p) => ({ p })),
  { sign: ['Rodrigo Téllez', 'Empleador'] }, { sign: [person.name, 'Trabajador'] },
] });

const MOVEMENTS = ['Compra en supermercado', 'Pago de servicios', 'Transferencia recibida', 'Retiro en cajero', 'Droguería', 'Transporte', 'Restaurante', 'Librería', 'Pago de nómina', 'Cuota de manejo'];

export function statement({ person, random, day }) {
  let balance = random.integer(800, 6000) * 1000;
  const rows = Array.from({ length: random.integer(18, 46) }, (_, i) => {
    const amount = random.integer(8, 420) * 1000;
    const into = random.chance(0.3);
    balance += into ? amount : -Math.min(amount, balance);
    return [plusDays(plusMonths(day, -1), Math.floor(i * 0.62)), random.pick(MOVEMENTS), `${into ? '' : '- '}${money(amount)}`, money(balance)];
  });
  return { head: 'Banco Cooperativo de demostración', title: `Extracto de cuenta de ahorros, ${monthName(plusMonths(day, -1))}`, blocks: [
    { facts: [['Titular', person.name], ['Cuenta', `***-${random.digits(4)}`], ['Saldo final', money(balance)]] },
    { table: [['Fecha', 'Movimiento', 'Valor', 'Saldo'], ...rows], widths: [2, 4, 2, 2] },
  ] };
}

export function invoice({ person, random, day, n }) {
  const items = random.some(['Pan aliñado x 40', 'Almojábanas x 60', 'Pandebono x 50', 'Torta de zanahoria', 'Refrigerios x 25', 'Café en grano 5 kg'], 4)
    .map((name) => [name, String(random.integer(1, 9)), money(random.integer(24, 210) * 1000)]);
  return { title: `Factura electrónica de venta ESP-${1040 + n}`, blocks: [
    { facts: [['Emisor', `${person.name}, NIT ${person.id_number}-${person.check_digit}`], ['Cliente', 'Colegio San Bartolo de demostración'], ['Fecha', longDate(day)], ['CUFE', random.digits(24)]] },
    { table: [['Producto', 'Cantidad', 'Valor'], ...items], widths: [5, 1.5, 2.5] },
  ] };
}

export const chamber = ({ person, day, random }) => ({ head: 'Cámara de comercio de demostración', title: 'Certificado de existencia y representación legal', blocks: [
  { facts: [['Razón social', person.name], ['NIT', `${person.id_number}-${person.check_digit}`], ['Matrícula', random.digits(7)], ['Domicilio', 'Tunja'], ['Representante legal', 'Carlos Restrepo'], ['Fecha', longDate(day)]] },
  { p: 'Que por documento privado de asamblea de accionistas se constituyó la sociedad, cuyo objeto principal es la elaboración y venta de productos de panadería.' },
  { p: 'El representante legal podrá celebrar actos y contratos hasta por la suma de 500 salarios mínimos; en exceso requiere autorización de la asamblea.' },
] });

export const minutes = ({ person, day, n }) => ({ title: `Acta de asamblea de accionistas n.º ${n + 1}`, blocks: [
  { p: `En Tunja, el ${longDate(day)}, se reunió la asamblea general de accionistas de ${person.name}, con la asistencia del cien por ciento de las acciones suscritas.` },
  { h: 'Orden del día' }, ...['Verificación del quórum.', 'Informe de gestión del año.', 'Aprobación de los estados financieros.', 'Proyecto de distribución de utilidades.', 'Proposiciones y varios.'].map((p, i) => ({ p: `${i + 1}. ${p}` })),
  { h: 'Decisiones' }, { p: 'Por unanimidad se aprobaron los estados financieros y se destinó el cuarenta por ciento de las utilidades a la compra de un horno.' },
  { sign: ['Carlos Restrepo', 'Presidente'] }, { sign: ['Yolanda Ariza', 'Secretaria'] },
] });
