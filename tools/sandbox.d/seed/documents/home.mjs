// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Vivienda y vehículo.
import { capital, longDate, money, monthName, plusDays, plusMonths, yearOf } from '../words.mjs';

const bill = (head, service, unit, price, [low, high]) => ({ person, random, day }) => {
  const used = random.integer(low, high);
  const history = Array.from({ length: 6 }, (_, i) => [capital(monthName(plusMonths(day, i - 6))), `${random.integer(low, high)} ${unit}`]);
  return { head, title: `Factura de ${service}, ${monthName(day)} de ${yearOf(day)}`, blocks: [
    { facts: [['Cliente', person.name], ['Cuenta', '4410-228-7'], ['Dirección', 'Carrera 11 # 24-50, apto. 402'], ['Pague antes de', longDate(plusDays(day, 14))]] },
    { table: [['Concepto', 'Cantidad', 'Valor'], ['Consumo del período', `${used} ${unit}`, money(used * price)], ['Cargo fijo', '1', money(9800)],
      ['Subsidio, estrato 3', '15 %', money(used * price * 0.15)], ['Total', '', money(used * price * 0.85 + 9800)]], widths: [5, 2, 2] },
    { h: 'Consumo de los últimos meses' }, { table: [['Mes', 'Consumo'], ...history], widths: [3, 2] },
  ] };
};

export const power = bill('Energía del Altiplano de demostración', 'energía', 'kWh', 812, [90, 190]);
export const water = bill('Aguas de Tunja de demostración', 'acueducto y alcantarillado', 'm³', 4100, [8, 22]);
export const internet = bill('Redes Andinas de demostración', 'internet y telefonía', 'plan', 96000, [1, 1]);

const CLAUSES = [
  ['Objeto', 'El arrendador concede al arrendatario el goce del inmueble descrito, destinado exclusivamente a vivienda urbana, con los servicios, cosas y usos conexos que se relacionan en el inventario anexo.'],
  ['Canon', 'El arrendatario pagará el canon dentro de los cinco primeros días de cada período mensual, por consignación en la cuenta que indique el arrendador. El recibo de consignación hace las veces de constancia de pago.'],
  ['Incrementos', 'Cada doce meses el canon podrá incrementarse hasta en una proporción que no supere el índice de precios al consumidor del año anterior, previo aviso escrito.'],
  ['Término', 'El contrato tendrá una duración de doce meses y se prorrogará en iguales condiciones y por el mismo término inicial, siempre que cada parte haya cumplido con sus obligaciones.'],
  ['Servicios públicos', 'El pago de los servicios de energía, acueducto, alcantarillado, aseo, gas e internet corresponde al arrendatario desde la entrega y hasta la restitución del inmueble.'],
  ['Reparaciones', 'Las reparaciones locativas están a cargo del arrendatario. Las necesarias serán realizadas por el arrendador, salvo que los daños provengan de mal uso.'],
  ['Restitución', 'Terminado el contrato, el arrendatario restituirá el inmueble en el estado en que lo recibió, salvo el deterioro natural por el uso legítimo, y a paz y salvo por todo concepto.'],
  ['Terminación', 'Son causales de terminación las previstas en la Ley 820 de 2003. La parte que termine unilateralmente dará aviso escrito con tres meses de anticipación.'],
  ['Notificaciones', 'Las partes recibirán comunicaciones en las direcciones físicas y electrónicas registradas al pie de sus firmas, y se obligan a informar cualquier cambio.'],
];
const ORDINALS = ['Primera', 'Segunda', 'Tercera', 'Cuarta', 'Quinta', 'Sexta', 'Séptima', 'Octava', 'Novena'];

export const lease = ({ person, random, day }) => ({ title: 'Contrato de arrendamiento de vivienda urbana', blocks: [
  { facts: [['Arrendatario', `${person.name}, ${person.id_type} ${person.id_number}`], ['Arrendadora', 'Beatriz Núñez Lara'], ['Inmueble', 'Carrera 11 # 24-50, apto. 402, Tunja'],
    ['Canon mensual', money(random.integer(980, 1350) * 1000)], ['Inicio', longDate(day)], ['Final', longDate(plusDays(plusMonths(day, 12), -1))]] },
  ...CLAUSES.flatMap(([name, text], i) => [{ h: `${ORDINALS[i]}. ${name}` }, { p: text }, { p: `Parágrafo. ${random.pick(CLAUSES)[1]}` }]),
  { sign: ['Beatriz Núñez Lara', 'Arrendadora'] }, { sign: [person.name, 'Arrendatario'] },
] });

export const inventory = ({ random }) => ({ title: 'Inventario de entrega del inmueble', blocks: [
  { p: 'El inmueble se entrega con los elementos que siguen, en el estado que se indica.' },
  { table: [['Espacio', 'Elemento', 'Cantidad', 'Estado'], ...['Sala', 'Comedor', 'Cocina', 'Alcoba principal', 'Alcoba 2', 'Baño', 'Patio'].flatMap((room) => ['Puerta', 'Ventana', 'Toma eléctrica', 'Luminaria', 'Piso']
    .map((thing) => [room, thing, String(random.integer(1, 4)), random.pick(['Bueno', 'Bueno', 'Regular', 'Nuevo'])]))], widths: [3, 3, 1.5, 2] },
] });

export const insurance = ({ person, random, day }) => ({ head: 'Seguros de demostración', title: `SOAT ${yearOf(day)}`, blocks: [
  { facts: [['Tomador', person.name], ['Placa', 'KLM 482'], ['Póliza', random.digits(12)], ['Vigencia desde', longDate(day)], ['Vigencia hasta', longDate(plusDays(plusMonths(day, 12), -1))], ['Prima total', money(random.integer(380, 620) * 1000)]] },
  { p: 'Seguro obligatorio de accidentes de tránsito. Ampara gastos médicos, incapacidad permanente, muerte y gastos funerarios, y de transporte de víctimas.' },
] });

export const inspection = ({ random, day }) => ({ head: 'Centro de diagnóstico de demostración', title: 'Revisión técnico-mecánica', blocks: [
  { facts: [['Placa', 'KLM 482'], ['Certificado', random.digits(9)], ['Resultado', 'Aprobado'], ['Vence', longDate(plusMonths(day, 12))]] },
  { table: [['Prueba', 'Medida', 'Límite'], ['Frenos, eficacia total', `${random.integer(58, 76)} %`, '50 %'], ['Suspensión delantera', `${random.integer(52, 80)} %`, '40 %'],
    ['Emisiones CO', `${random.number(0.1, 0.8, 2)} %`, '1,0 %'], ['Luces, intensidad', `${random.integer(3, 9)} klux`, '2,5 klux']], widths: [4, 2, 2] },
] });
