// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// tools/sandbox browser USER URL: a login without a screen, through the same pages a person sees.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, writeJson } from '../identity-provider/src/files.mjs';
import { nitCheckDigit, readIdentity } from '../identity-provider/src/identity.mjs';
import { walk } from './browser/walk.mjs';
import { SandboxFolder } from './folder.mjs';
import { serving } from './running.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function find(dir, url) {
  const candidates = [dir ?? process.env.CARRIEL_SANDBOX ?? serving(url)].filter(Boolean);
  if (candidates.length === 0) candidates.push('build/sandbox', join(ROOT, 'build/sandbox'));
  const folder = candidates.map((candidate) => new SandboxFolder(candidate)).find(({ info }) => existsSync(info));
  if (!folder) throw new Error(`no sandbox in ${candidates.join(' or ')}; name one by --dir or CARRIEL_SANDBOX`);
  return folder;
}

// Someone the sandbox has not met: identity from USER (co:CC:123), the rest made up and kept for later logins.
function stranger(user, { name, email }) {
  const [, type, number] = /^co:([A-Z]+):([A-Z0-9]+)$/.exec(user) ?? [];
  const identity = readIdentity(type, number);
  if (!type || identity.error) throw new Error(`${user} is not an identity such as co:CC:1020304050`);
  return {
    id: identity.subject, user: identity.subject, name: name ?? `Persona de prueba ${number}`, id_type: type, id_number: identity.number,
    ...(type === 'NIT' && { check_digit: nitCheckDigit(identity.number) }),
    email: email ?? `persona${number.toLowerCase()}@example.org`,
    password: `clave de prueba ${randomInt(1_000_000)}`,
  };
}

export async function browse({ user, url, dir, enrol, name, email, deny }) {
  const folder = find(dir, url);
  const info = readJson(folder.info);
  const enrolled = readJson(folder.enrolled, []);
  const known = [...info.users, ...enrolled].find((person) => [person.user, person.id, person.id_number].includes(user));
  if (!known && !enrol) throw new Error(`nobody called ${user} in this sandbox; with --enrol an identity such as co:CC:123456 is registered`);
  const person = known ?? stranger(user, { name, email });
  // The signing service asks for the PIN of the key that the page is about.
  const credential = new URL(url).searchParams.get('credentialID') ?? person.user;
  const signingPin = info.pki.signers.find((signer) => signer.user === credential)?.password;
  const { status } = await walk({ url, ca: readFileSync(info.ca), person, enrol: !known, refuseConsent: deny, signingPin,
    services: [new URL(info.csc).origin] });
  if (!known) writeJson(folder.enrolled, [...enrolled, person]);
  if (status < 200 || status > 399) throw new Error(`the program answered the redirect with ${status}`);
  return 0;
}
