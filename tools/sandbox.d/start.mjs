// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// tools/sandbox start: everything up, one JSON object, then wait for the end.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readJson, writeJson } from '../identity-provider/src/files.mjs';
import { configure } from './configure.mjs';
import { SandboxFolder } from './folder.mjs';
import { notify } from './notify.mjs';
import { ENTITIES, PEOPLE, UNIVERSITY } from './people.mjs';
import { end, startUntilReady } from './processes.mjs';
import { announce, withdraw } from './running.mjs';
import { writeSeed } from './seed/write-seed.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORTAL = fileURLToPath(new URL('portal/server.mjs', import.meta.url));
const TRUST = fileURLToPath(new URL('trust/server.mjs', import.meta.url));
const PROVIDER = join(ROOT, 'tools/identity-provider');
const LEVELS = ['none', 'small', 'full'];
const say = (text) => process.stderr.write(`sandbox: ${text}\n`);

function programs() {
  const operator = process.env.CARRIEL_OPERATOR_BIN || join(ROOT, 'build/release/bin/carriel-operator');
  if (!existsSync(operator)) throw new Error(`${operator} is not there; build it with: make build`);
  if (!existsSync(join(PROVIDER, 'node_modules'))) throw new Error('the identity provider is not installed; run: tools/setup');
  const entity = process.env.CARRIEL_ENTITY_BIN || join(ROOT, 'build/release/bin/carriel-entity');
  return { operator, entity, provider: [process.execPath, join(PROVIDER, 'server.mjs')] };
}

// Once per folder: afterwards the operator's data are what people made of them.
async function seed(folder, operator) {
  if (folder.isSeeded) return;
  const level = process.env.CARRIEL_SANDBOX_SEED || 'full';
  if (!LEVELS.includes(level)) throw new Error(`CARRIEL_SANDBOX_SEED is one of ${LEVELS.join(', ')}`);
  const counts = writeSeed(folder.seed, { level });
  say(`giving the operator ${counts.documents} documents in ${counts.folders} folders`);
  await run(operator, ['--config', folder.operator.config, 'seed', '--from', folder.seed], { maxBuffer: 1 << 26 });
  writeJson(folder.seeded, { level, ...counts });
}

// Once per folder too. Without the entities' program the sandbox has no notifications, and says so.
async function enter(folder, { operator, entity }, addresses, children, portal) {
  if (existsSync(folder.notified)) return;
  if (!existsSync(entity)) {
    say(`${entity} is not there: no entity is registered, nothing is notified`);
    return;
  }
  const { signers } = children.find(({ name }) => name === 'trust services').ready.pki;
  const homes = await notify({ folder, operator, program: entity, address: addresses.operator, ca: addresses.ca, signers, level: readJson(folder.seeded).level,
    portal: portal && `https://127.0.0.1:${portal.port}` });
  writeJson(folder.notified, homes);
}

function describe(folder, addresses, children) {
  const { level } = readJson(folder.seeded);
  const trust = children.find(({ name }) => name === 'trust services').ready;
  return {
    ...addresses,
    users: PEOPLE.map((person) => ({ ...person, has_folder: person.has_folder && level !== 'none' })),
    entities: ENTITIES.map((entity) => ({ ...entity, home: readJson(folder.notified, {})[entity.id] ?? null })),
    pki: { dir: folder.pki, ca: addresses.ca, ...trust.pki },
    tsa: trust.tsa,
    csc: trust.csc,
    portal: children.find(({ name }) => name === 'portal')?.ready.portal ?? null, // the university's web page
    dir: folder.dir,
    processes: Object.fromEntries(children.map(({ name, who }) => [name, who.pid])),
  };
}

// Resolves with the exit code when a signal asks for the end, or when a program ends that should not.
const untilEnd = (children) => new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(0));
  for (const { name, child, log } of children) {
    child.on('exit', (code, signal) => {
      say(`the ${name} ended unexpectedly (${signal ?? code}); see ${log}`);
      resolve(1);
    });
  }
});

export async function start({ dir, port }) {
  const folder = new SandboxFolder(dir);
  const { operator, entity, provider } = programs();
  folder.prepare();
  await folder.take();
  const children = [];
  let issuer;
  let giveBack = {};
  const add = async (name, ...what) => {
    await giveBack[name]();
    children.push(await startUntilReady(name, ...what));
    folder.note(children.map(({ who }) => who));
  };
  // A signal during the start must not leave half a sandbox: it is heeded when the start is through.
  let early = false;
  const remember = () => { early = true; };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, remember);
  try {
    const configured = await configure(folder, { port });
    const { addresses, trust, portal } = configured;
    ({ giveBack } = configured);
    ({ issuer } = addresses);
    // Making a signing authority takes a second or two at the first start; the others do not wait for it.
    const both = await Promise.allSettled([
      add('trust services', [process.execPath, TRUST, ...trust], folder.trust.log),
      (async () => {
        await add('identity provider', [...provider, '--config', folder.provider.config], folder.provider.log);
        await seed(folder, operator);
        await add('operator', [operator, '--config', folder.operator.config], folder.operator.errors);
      })()]);
    for (const { reason } of both) if (reason) throw reason;
    await enter(folder, { operator, entity }, addresses, children, portal);
    const university = readJson(folder.notified, {})[UNIVERSITY.id];
    if (portal && university) {
      await add('portal', [process.execPath, PORTAL, '--home', university, '--program', entity, '--cert', portal.cert, '--key', portal.key,
        '--port', String(portal.port), '--procedure', 'becas', '--name', UNIVERSITY.name], folder.portal);
    }
    if (early) return 0;
    const info = describe(folder, addresses, children);
    writeJson(folder.info, info);
    announce(info.issuer, folder.dir);
    process.stdout.write(`${JSON.stringify(info)}\n`);
    return await untilEnd(children);
  } finally {
    if (issuer) withdraw(issuer);
    for (const { child } of children) child.removeAllListeners('exit');
    for (const { who } of children.reverse()) await end(who);
    folder.release();
  }
}
