// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Registers the sandbox's entities with the operator, lets its people have consented, and sends them what such entities send.
// Once per folder, by the programs that a real entity would use.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HEALTH, PEOPLE, TAXES, UNIVERSITY } from './people.mjs';
import { idFor } from './seed/random.mjs';
import { renderPdf } from './seed/sheet.mjs';
import { longDate, plusDays } from './seed/words.mjs';

const run = promisify(execFile);
const folderOf = (person) => idFor(`folder of ${person.id}`, '2024-01-15');
// What a person agrees to is what the rules of the procedure do.
const effect = (regime) => (regime.startsWith('et-566-1')
  ? 'se entiende hecha el día en que se me envía, aunque no la abra, y que los términos corren desde cinco días después de que me llegue'
  : 'se hace cuando la abra y que desde el día siguiente corren los términos');
const consentText = (entity, title, regime) => `Acepto que ${entity.name} me notifique por medios electrónicos, en mi carpeta ciudadana, los actos del trámite `
  + `«${title}». Sé que la notificación ${effect(regime)}. Puedo retirar este consentimiento cuando quiera.`;

const procedure = (entity, id, title, regime, description) => ({ id, title, description, classes: ['notification', 'communication', 'alert'],
  regimes: [regime, 'comunicacion'], consent_text: consentText(entity, title, regime) });

const ENTITIES = [
  { entity: TAXES, origin: 'https://impuestos.example', procedures: [
    procedure(TAXES, 'renta', 'Impuesto sobre la renta', 'et-566-1@2025-11-19', 'Declaraciones, liquidaciones y requerimientos.'),
    procedure(TAXES, 'devoluciones', 'Devolución de saldos a favor', 'cpaca-56', 'Solicitudes de devolución y su respuesta.')] },
  { entity: UNIVERSITY, origin: 'https://universidad.example', procedures: [
    procedure(UNIVERSITY, 'becas', 'Becas y apoyos', 'cpaca-56', 'Convocatorias, solicitudes y recursos.')] },
  { entity: HEALTH, origin: 'https://salud.example', procedures: [
    procedure(HEALTH, 'subsidio', 'Subsidio de salud', 'cpaca-56', 'Afiliación, novedades y subsidios.')] },
];

const [ana, carlos, espiga] = PEOPLE;
const resolution = (title, number, paragraphs) => ({ title, number, paragraphs });

const messages = (day) => [
  { from: HEALTH, to: ana, procedure: 'subsidio', regime: 'cpaca-56', title: 'Acto administrativo', case: '2026-0412',
    act: resolution('Resolución 412: se concede el subsidio', '412', ['Se concede el subsidio solicitado desde el primer día del mes siguiente.',
      'Contra esta resolución procede el recurso de reposición dentro de los diez días siguientes a su notificación.']),
    actions: [{ kind: 'reply', label: 'Interponer recurso', url: 'https://salud.example/recursos' }], term: { days: 10, working: true, for: 'recurso de reposición' } },
  { from: TAXES, to: ana, procedure: 'renta', regime: 'et-566-1@2025-11-19', title: 'Requerimiento', case: 'RO-77120', sensitive: true,
    act: resolution('Requerimiento ordinario de información', 'RO-77120', ['Se solicita explicar la diferencia entre los ingresos declarados y los reportados por terceros.',
      'La respuesta se presenta dentro de los quince días calendario siguientes.']),
    actions: [{ kind: 'reply', label: 'Responder el requerimiento', url: 'https://impuestos.example/respuestas', due: plusDays(day, 20) },
      { kind: 'appointment', label: 'Pedir una cita', url: 'https://impuestos.example/citas' }] },
  { from: UNIVERSITY, to: ana, procedure: 'becas', class: 'communication', regime: 'comunicacion', title: 'Convocatoria abierta',
    act: resolution('Convocatoria de apoyos económicos', null, [`Hasta el ${longDate(plusDays(day, 30))} puede presentar su solicitud de apoyo económico.`]),
    actions: [{ kind: 'form', label: 'Formulario de solicitud', url: 'https://universidad.example/becas', due: plusDays(day, 30) }] },
  { from: TAXES, to: carlos, procedure: 'devoluciones', regime: 'cpaca-56', title: 'Acto administrativo', case: 'DV-1180',
    act: resolution('Resolución DV-1180: devolución de saldo a favor', 'DV-1180', ['Se ordena devolver el saldo a favor solicitado.']) },
  { from: TAXES, to: espiga, procedure: 'renta', regime: 'et-566-1@2025-11-19', title: 'Liquidación oficial', case: 'LO-3391', sensitive: true,
    act: resolution('Liquidación oficial de revisión', 'LO-3391', ['Se modifica la declaración privada en los términos que se explican.']),
    actions: [{ kind: 'pay', label: 'Pagar', url: 'https://impuestos.example/pagos', due: plusDays(day, 40), amount_cop: 1284000 }] },
];

async function send(program, home, dir, number, message, day) {
  const file = join(dir, `${number}.json`);
  const pdf = join(dir, `${message.act.title.replaceAll(/[^\p{L}\p{N} -]/gu, '')}.pdf`);
  const { bytes } = renderPdf({ head: message.from.name, title: message.act.title, day, blocks: [
    { facts: [['Destinatario', message.to.name], ['Fecha', longDate(day)]] }, ...message.act.paragraphs.map((p) => ({ p }))] });
  writeFileSync(pdf, bytes);
  writeFileSync(file, JSON.stringify({ title: message.act.title, body: message.act.paragraphs.join('\n\n'), date: day,
    ...(message.act.number && { number: message.act.number }), actions: message.actions ?? [], ...(message.term && { term: message.term }) }));
  await run(program, ['--home', home, '--json', 'send', '--procedure', message.procedure, '--to', message.to.id, '--title', message.title, '--act', file,
    '--attach', pdf, '--class', message.class ?? 'notification', '--regime', message.regime, ...(message.case ? ['--case', message.case] : []),
    ...(message.sensitive ? ['--sensitive'] : [])]);
}

// `signers`: what the trust services answered, by user; entities sign with theirs. `portal`: the university's web page, if it has one.
export async function notify({ folder, operator, program, address, ca, signers, level, portal }) {
  const day = process.env.CARRIEL_SANDBOX_DATE || new Date().toISOString().slice(0, 10);
  const homes = {};
  for (const [index, { entity, origin, procedures }] of ENTITIES.entries()) {
    const home = join(folder.entities, entity.id.split(':').pop());
    homes[entity.id] = home;
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const file = join(home, 'procedures.json');
    writeFileSync(file, JSON.stringify(procedures));
    const { stdout } = await run(operator, ['--config', folder.operator.config, 'invite', '--entity', entity.id]);
    const signer = signers.find(({ user }) => user === `entidad-${index + 1}`);
    await run(program, ['--home', home, '--json', 'register', '--id', entity.id, '--name', entity.name, '--operator', address, '--ca', ca,
      '--p12', signer.p12, '--origin', origin, ...(portal && entity === UNIVERSITY ? ['--origin', portal] : []), '--procedures', file, '--invitation', JSON.parse(stdout).invitation],
    { env: { ...process.env, CARRIEL_ENTITY_PASSWORD: signer.password } });
  }
  if (level === 'none') return homes;
  const list = messages(day);
  for (const { to, procedure: id, class: kind } of list) {
    if (kind) continue;
    await run(operator, ['--config', folder.operator.config, 'demo-consent', '--folder', folderOf(to), '--procedure', id]);
  }
  for (const [number, message] of list.entries()) await send(program, homes[message.from.id], folder.entities, number, message, day);
  return homes;
}
