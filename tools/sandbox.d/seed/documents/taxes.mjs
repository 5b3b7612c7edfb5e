// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Impuestos.
import { longDate, money, yearOf } from '../words.mjs';

const taxpayer = (person) => [['Contribuyente', person.name],
  ['Identificación', `${person.id_type} ${person.id_number}${person.check_digit === undefined ? '' : `-${person.check_digit}`}`]];

export function incomeReturn({ person, random, day }) {
  const year = yearOf(day) - 1;
  const income = random.integer(58, 96) * 1e6;
  const exempt = income * 0.25;
  const taxable = income - exempt - 6e6;
  const tax = Math.max(0, (taxable - 52e6) * 0.19);
  const lines = [['29', 'Patrimonio bruto', 182e6 + random.integer(0, 40) * 1e6], ['30', 'Deudas', random.integer(8, 30) * 1e6],
    ['32', 'Ingresos brutos por rentas de trabajo', income], ['33', 'Ingresos no constitutivos de renta', 6e6], ['36', 'Rentas exentas', exempt],
    ['41', 'Renta líquida cedular', taxable], ['97', 'Impuesto neto de renta', tax], ['130', 'Retenciones del año', tax * 0.9],
    ['136', 'Saldo a pagar', tax * 0.1], ['137', 'Saldo a favor', 0]];
  return { title: `Declaración de renta de personas naturales, año gravable ${year}`, blocks: [
    { facts: [...taxpayer(person), ['Formulario', `210-${random.digits(10)}`], ['Presentada', longDate(day)]] },
    { table: [['Renglón', 'Concepto', 'Valor'], ...lines.map(([number, name, value]) => [number, name, money(value)])], widths: [1, 6, 2.5] },
    { h: 'Constancia de presentación' },
    { p: 'La declaración fue recibida por los servicios electrónicos y firmada con el instrumento de firma electrónica de la persona declarante.' },
    { pageBreak: true }, { h: 'Anexo: detalle de bienes' },
    { table: [['Bien', 'Participación', 'Valor patrimonial'], ['Apartamento, Tunja', '100 %', money(148e6)], ['Vehículo, modelo 2019', '100 %', money(31e6)],
      ['Cuentas de ahorro', '100 %', money(random.integer(2, 14) * 1e6)], ['Aportes a cooperativa', '100 %', money(3e6)]], widths: [5, 2, 3] },
    { p: 'Los valores se declaran conforme al Estatuto Tributario, en pesos colombianos y aproximados al múltiplo de mil más cercano.' },
  ] };
}

export const withholding = ({ person, random, day }) => ({ head: 'Consultores del Altiplano de demostración', title: `Certificado de ingresos y retenciones ${yearOf(day) - 1}`, blocks: [
  { facts: [...taxpayer(person), ['Período', `1 de enero a 31 de diciembre de ${yearOf(day) - 1}`]] },
  { table: [['Concepto', 'Valor'], ['Pagos por salarios', money(random.integer(56, 88) * 1e6)], ['Pagos por prestaciones', money(random.integer(6, 11) * 1e6)],
    ['Aportes obligatorios a salud', money(random.integer(2, 4) * 1e6)], ['Aportes obligatorios a pensión', money(random.integer(2, 4) * 1e6)],
    ['Retención en la fuente', money(random.integer(1, 5) * 1e6)]], widths: [5, 2] },
  { p: `Expedido el ${longDate(day)}.` },
] });

export const propertyTax = ({ person, random, day }) => ({ title: `Impuesto predial unificado ${yearOf(day)}`, blocks: [
  { facts: [...taxpayer(person), ['Cédula catastral', `01-02-0${random.digits(3)}-0${random.digits(3)}`], ['Dirección', 'Carrera 11 # 24-50, apto. 402'], ['Estrato', '3']] },
  { table: [['Concepto', 'Valor'], ['Avalúo catastral', money(128e6 + random.integer(0, 30) * 1e6)], ['Impuesto a cargo', money(random.integer(640, 980) * 1000)],
    ['Descuento por pronto pago', money(random.integer(60, 98) * 1000)], ['Total pagado', money(random.integer(580, 880) * 1000)]], widths: [5, 2] },
] });

export const taxRegistry = ({ person, random, day }) => ({ title: 'Registro único tributario (RUT)', blocks: [
  { facts: [...taxpayer(person), ['Número de formulario', random.digits(11)], ['Actividad económica principal', person.id_type === 'NIT' ? '1081 Elaboración de productos de panadería' : '7110 Ingeniería'],
    ['Responsabilidades', '05, 22, 42'], ['Fecha de actualización', longDate(day)], ['Dirección', 'Carrera 11 # 24-50'], ['Correo', person.email]] },
  { p: 'El RUT es el mecanismo para identificar, ubicar y clasificar a quienes tienen obligaciones tributarias. La información es responsabilidad de la persona inscrita.' },
] });
