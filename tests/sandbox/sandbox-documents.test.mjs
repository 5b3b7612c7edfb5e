// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The real operator and the real identity provider together: a person logs in and finds what the sandbox made for them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { OperatorClient } from './support/operator-client.mjs';
import { RelyingParty } from './support/relying-party.mjs';
import { TestSandbox, withoutOperator } from './support/sandbox.mjs';

const skip = withoutOperator;
const box = new TestSandbox();
let info;
before(async () => { if (!skip) info = await box.start(); });
after(() => box.end());

async function clientOf(user) {
  const party = new RelyingParty({ issuer: info.issuer, ca: box.ca });
  const { tokens } = await party.login(info.users.find((person) => person.user === user));
  return new OperatorClient({ ...info, ca: box.ca, token: tokens.access_token });
}

const seedOf = (holder) => JSON.parse(readFileSync(join(box.dir, 'seed', 'seed.json'), 'utf8'))
  .folders.find((folder) => folder.holder.id === holder);

test('discovery leads to the identity provider', { skip }, async () => {
  const { status, body } = await new OperatorClient({ ...info, ca: box.ca }).json('/.well-known/carpeta-ciudadana');
  assert.equal(status, 200);
  assert.equal(body.issuer, info.issuer);
  assert.equal(body.api, `${info.operator}/carpeta/v1`);
});

test('without a token there is nothing', { skip }, async () => {
  assert.equal((await new OperatorClient({ ...info, ca: box.ca }).json('/folders')).status, 401);
});

test('Ana finds every document, byte for byte, with what is said of it', { skip }, async () => {
  const client = await clientOf('ana');
  const { body: { folders } } = await client.json('/folders');
  assert.deepEqual(folders.map(({ holder }) => holder.name), ['Ana María Pérez']);
  const seed = seedOf('co:CC:1020304050');
  const items = new Map((await client.items(folders[0].id)).map((item) => [item.id, item]));
  assert.equal(items.size, seed.items.length);
  for (const wanted of seed.items) {
    const item = items.get(wanted.id);
    assert.equal(item.name, wanted.name);
    assert.equal(item.parent, wanted.parent);
    assert.equal(item.official, wanted.official ?? false);
    if (wanted.type === 'folder') continue;
    assert.deepEqual(item.issuer, wanted.issuer ?? null);
    assert.deepEqual(item.validity, wanted.validity ?? null);
    assert.deepEqual(item.meta, wanted.meta);
    assert.equal(item.head.media_type, wanted.media_type);
    const digest = createHash('sha256').update(readFileSync(join(box.dir, 'seed', wanted.file))).digest('base64');
    assert.equal(item.head.sha256, digest);
    assert.equal(await client.digest(folders[0].id, item.head.blob), digest, wanted.name);
  }
});

test('each sees their own folder alone, and Claudia has none yet', { skip }, async () => {
  const carlos = await clientOf('carlos');
  const { body: { folders } } = await carlos.json('/folders');
  assert.deepEqual(folders.map(({ holder }) => holder.id), ['co:CC:79845612']);
  const foreign = await carlos.json(`/folders/${seedOf('co:CC:1020304050').id}/items?snapshot=new`);
  assert.ok([403, 404].includes(foreign.status), foreign.status);
  const company = await (await clientOf('espiga')).json('/folders');
  assert.deepEqual(company.body.folders.map(({ holder }) => holder.id), ['co:NIT:901234567']);
  assert.deepEqual((await (await clientOf('claudia')).json('/folders')).body.folders, []);
});
