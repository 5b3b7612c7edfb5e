// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, certificates, identities and the two configuration files.
import { join } from 'node:path';
import { Accounts } from '../identity-provider/src/accounts.mjs';
import { readJson, writeJson } from '../identity-provider/src/files.mjs';
import { certificates } from './certificates.mjs';
import { OPERATOR, PEOPLE } from './people.mjs';
import { freePort, hold } from './ports.mjs';

const CLIENT = 'carriel-desktop';

// Ports are kept over restarts: programs remember their operator's address and their issuer's. Seconds pass before the programs
// listen: until then this one holds the ports, and `giveBack` leaves one to its program.
async function takePorts(folder, wanted) {
  const kept = readJson(folder.ports, {});
  const ports = {};
  const giveBack = {};
  const take = async (name, program, fixed) => {
    for (let tries = 0; tries < 10; tries += 1) {
      const port = fixed ?? await freePort();
      giveBack[program] = await hold(port);
      ports[name] = port;
      if (giveBack[program]) return;
      if (fixed) break;
    }
    throw new Error(`port ${ports[name]} of this sandbox's ${program} is taken by another program`);
  };
  await take('operator', 'operator', wanted ?? kept.operator);
  await take('provider', 'identity provider', kept.provider);
  await take('trust', 'trust services', kept.trust);
  // An entity's origins are said once, at its registration: a sandbox from before has no portal.
  if (kept.portal || !kept.operator) await take('portal', 'portal', kept.portal);
  writeJson(folder.ports, ports);
  return { ports, giveBack };
}

async function register(folder) {
  const accounts = new Accounts(join(folder.provider.state, 'identities.json'));
  for (const { id, id_type, id_number, name, email, password, second_factor } of PEOPLE) {
    if (accounts.find(id)) continue;
    const { error } = await accounts.add({ idType: id_type, idNumber: id_number, name, email, password, secondFactor: second_factor });
    if (error) throw new Error(`${id}: ${error}`);
  }
}

export async function configure(folder, { port }) {
  const { ports, giveBack } = await takePorts(folder, port);
  const { ca, caKey, cert, key } = certificates(folder.pki);
  const operator = `https://127.0.0.1:${ports.operator}`;
  const issuer = `https://127.0.0.1:${ports.provider}`;
  const audience = `${operator}/carpeta/v1`;
  await register(folder);
  writeJson(folder.provider.config, {
    issuer, tls: { cert, key }, state: folder.provider.state, audience, clients: [{ id: CLIENT, name: 'Carriel' }],
  });
  writeJson(folder.operator.config, {
    listen: '127.0.0.1', port: ports.operator, public_url: operator, tls: { cert, key }, database: folder.operator.database,
    blobs: folder.operator.blobs, keys: folder.operator.keys, issuer, issuer_ca: ca, webhooks_anywhere: true, webhook_ca: ca, client_id: CLIENT, audience, log: folder.operator.log, tsa: `http://127.0.0.1:${ports.trust}/tsa`,
    tsa_ca: ca, receipt_ca: ca,
    operator: { id: OPERATOR.id, name: OPERATOR.name },
  });
  return { giveBack, addresses: { operator, issuer, ca }, portal: ports.portal && { port: ports.portal, cert, key }, trust: [folder.trust.dir, String(ports.trust), ca, caKey] };
}
