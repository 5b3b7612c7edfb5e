// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The entities of the sandbox and their program: what they sent is there, sealed; what Ana opens is what was signed; a batch that
// is cut goes on. Keys, encryption and signatures are checked here with Node's and OpenSSL's own means.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createDecipheriv, createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OperatorClient } from './support/operator-client.mjs';
import { RelyingParty } from './support/relying-party.mjs';
import { TestSandbox, withoutOperator } from './support/sandbox.mjs';

const PROGRAM = process.env.CARRIEL_ENTITY_BIN ?? fileURLToPath(new URL('../../build/release/bin/carriel-entity', import.meta.url));
const skip = withoutOperator || (existsSync(PROGRAM) ? false : 'carriel-entity is not built');
const box = new TestSandbox();
let info;
let ana;
let folder;
before(async () => {
  if (skip) return;
  info = await box.start([], { CARRIEL_ENTITY_BIN: PROGRAM });
  const party = new RelyingParty({ issuer: info.issuer, ca: box.ca });
  const { tokens } = await party.login(info.users.find(({ user }) => user === 'ana'));
  ana = new OperatorClient({ ...info, ca: box.ca, token: tokens.access_token });
  folder = (await ana.json('/folders')).body.folders[0].id;
});
after(() => box.end());

const sha = (bytes) => createHash('sha256').update(bytes).digest('base64url');
const payloadOf = (jws) => JSON.parse(Buffer.from(jws.split('.')[1], 'base64url'));
const headerOf = (jws) => JSON.parse(Buffer.from(jws.split('.')[0], 'base64url'));
const holds = (jws, key) => {
  const parts = jws.split('.');
  const rsa = headerOf(jws).alg === 'RS256';
  return verify('sha256', Buffer.from(`${parts[0]}.${parts[1]}`), rsa ? key : { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(parts[2], 'base64url'));
};
const home = (number) => info.entities[number].home;
function entity(number, ...args) {
  const { status, stdout, stderr } = spawnSync(PROGRAM, ['--home', home(number), '--json', ...args], { encoding: 'utf8' });
  return { status, out: stdout ? JSON.parse(stdout) : null, err: stderr ? JSON.parse(stderr) : null };
}

// RFC 8188 by Node alone.
function openContent(key, cipher) {
  const salt = cipher.subarray(0, 16);
  const prk = createHmac('sha256', salt).update(key).digest();
  const expand = (text, size) => createHmac('sha256', prk).update(`Content-Encoding: ${text}\0\x01`).digest().subarray(0, size);
  assert.equal(cipher.readUInt32BE(16), 262161);
  const out = [];
  for (let at = 21, number = 0; at < cipher.length; at += 262161, number += 1) {
    const record = cipher.subarray(at, at + 262161);
    const nonce = Buffer.from(expand('nonce', 12));
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ number) >>> 0, 8);
    const opener = createDecipheriv('aes-128-gcm', expand('aes128gcm', 16), nonce);
    opener.setAuthTag(record.subarray(-16));
    const plain = Buffer.concat([opener.update(record.subarray(0, -16)), opener.final()]);
    assert.equal(plain.at(-1), at + 262161 >= cipher.length ? 2 : 1);
    out.push(plain.subarray(0, -1));
  }
  return Buffer.concat(out);
}

let subsidy; // noted at the start: later it is not on the first page of the list any more
test('Ana has sealed notifications that wait, with evidence that holds', { skip }, async () => {
  const { body: { notifications } } = await ana.json(`/folders/${folder}/notifications`);
  assert.deepEqual(notifications.map(({ state }) => state), ['Available', 'Available', 'Available']);
  subsidy = notifications.find(({ procedure }) => procedure.id === 'subsidio').id;
  const { body: { keys } } = await ana.json('/operator-keys');
  const directory = payloadOf((await ana.json('/directory')).body.directory);
  for (const one of notifications) {
    const seal = payloadOf(one.seal);
    assert.equal(seal.sub, 'co:CC:1020304050');
    const key = directory.entities.find(({ id }) => id === seal.iss).keys.find(({ kid }) => kid === headerOf(one.seal).kid);
    assert.ok(holds(one.seal, createPublicKey({ key, format: 'jwk' })), one.id);
    const chain = headerOf(one.seal).x5c; // up to below the root
    assert.equal(chain.length, 2);
    let before;
    for (const { jws } of one.evidence) {
      assert.ok(holds(jws, createPublicKey({ key: keys[0], format: 'jwk' })));
      assert.equal(payloadOf(jws).prev, before && sha(before));
      before = jws;
    }
    const bytes = (await ana.get(`${ana.base}/folders/${folder}/blobs/${one.blob.id}`)).bytes;
    assert.equal(sha(bytes), seal.content.cipher_sha256);
    assert.ok(!bytes.includes('act.json'));
  }
});

test('what is sent opens with the key in the batch\'s secret, and is a signed container', { skip }, () => {
  const people = join(box.dir, 'uno.csv');
  const act = join(box.dir, 'acto.txt');
  writeFileSync(people, 'co:CC:1020304050;línea uno\n');
  writeFileSync(act, 'Texto del acto.');
  const sent = entity(1, 'batch', '--procedure', 'becas', '--recipients', people, '--title', 'Prueba', '--act', act, '--attach', act, '--class', 'communication');
  assert.equal(sent.status, 0, JSON.stringify(sent));
  assert.equal(sent.out.accepted, 1);
  const { secret } = JSON.parse(readFileSync(`${people}.batch`, 'utf8'));
  return (async () => {
    const tracked = entity(1, 'track', '--batch', sent.out.id, '--detail').out.items[0];
    assert.equal(tracked.reference, 'línea uno');
    const { body } = await ana.json(`/folders/${folder}/notifications/${tracked.id}`);
    const cipher = (await ana.get(`${ana.base}/folders/${folder}/blobs/${body.blob.id}`)).bytes;
    const a = createHmac('sha256', Buffer.from(secret, 'base64url')).update('a 0').digest();
    assert.equal(sha(a), payloadOf(body.seal).key.a_sha256);
    const plain = openContent(a, cipher);
    assert.equal(sha(plain), payloadOf(body.seal).content.plain_sha256);
    const file = join(box.dir, 'paquete.asice');
    writeFileSync(file, plain.subarray(32));
    execFileSync('unzip', ['-qo', file, '-d', join(box.dir, 'paquete')]);
    const at = (name) => join(box.dir, 'paquete', name);
    execFileSync('openssl', ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', at('META-INF/signature001.p7s'), '-content',
      at('META-INF/ASiCManifest001.xml'), '-CAfile', info.ca, '-purpose', 'any', '-out', '/dev/null'], { stdio: 'pipe' });
    assert.equal(JSON.parse(readFileSync(at('act.json'), 'utf8')).body, 'Texto del acto.');
  })();
});

test('a batch that was cut goes on, and says who was refused', { skip }, () => {
  const people = join(box.dir, 'lote.csv');
  const act = join(box.dir, 'lote.txt');
  writeFileSync(act, 'Texto.');
  const list = Array.from({ length: 450 }, (_, i) => (i === 7 ? 'co:CC:1' : 'co:CC:1020304050'));
  writeFileSync(people, `${list.join('\n')}\n`);
  const args = ['--home', home(1), '--json', 'batch', '--procedure', 'becas', '--recipients', people, '--title', 'Lote', '--act', act, '--class', 'communication'];
  spawnSync(PROGRAM, args, { timeout: 400, killSignal: 'SIGKILL' });
  const { status, stdout, stderr } = spawnSync(PROGRAM, args, { encoding: 'utf8' });
  assert.equal(status, 1, stderr); // one was refused
  const result = JSON.parse(stdout);
  assert.deepEqual([result.received, result.accepted, result.complete], [450, 449, true]);
  assert.equal(entity(1, 'track', '--batch', result.id).out.total, 449);
  const effects = execFileSync(process.env.CARRIEL_OPERATOR_BIN ?? fileURLToPath(new URL('../../build/release/bin/carriel-operator', import.meta.url)),
    ['--config', join(box.dir, 'operator.json'), 'effects'], { encoding: 'utf8', maxBuffer: 1 << 26 }).trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(effects.filter(({ kind, detail }) => kind === 'deposit' && detail === result.id).length, 449);
  // It goes on by line numbers: with other people or another act somebody would be passed over, so it does not.
  writeFileSync(people, `${list.slice(1).join('\n')}\nco:CC:1020304050\n`);
  assert.equal(spawnSync(PROGRAM, args).status, 64);
  writeFileSync(people, `${list.join('\n')}\n`);
  writeFileSync(act, 'Otro texto.');
  assert.equal(spawnSync(PROGRAM, args).status, 64);
});

test('yes and no, other people\'s procedures, and words that are not there yet', { skip }, async () => {
  const asked = entity(2, 'subscribers', 'subsidio', 'co:CC:1020304050', 'co:CC:79845612');
  assert.deepEqual(asked.out.items.map(({ state }) => state), ['subscribed', 'not_subscribed']);
  const { body: { inquiries } } = await ana.json(`/folders/${folder}/inquiries`);
  assert.ok(inquiries.some(({ procedure, subscribed }) => procedure === 'subsidio' && subscribed));
  const foreign = entity(2, 'subscribers', 'becas', 'co:CC:1020304050');
  assert.deepEqual([foreign.status, foreign.err.code], [1, 'scope_missing']);
  assert.equal(entity(2, 'access').status, 3); // nobody shares anything with it
  assert.equal(entity(2, 'send').status, 64);
  assert.equal(entity(2, 'certify', subsidy).status, 3);
});

test('what has a legal effect gets a time stamp', { skip }, async () => {
  const id = subsidy;
  assert.equal(entity(2, 'close', id, '--reason', 'Se expidió por error.').out.state, 'Cancelled');
  let last;
  for (let i = 0; i < 100 && !last?.tst; i += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    last = entity(2, 'track', id).out.evidence.at(-1);
  }
  assert.ok(last.tst, 'no time stamp came');
  const at = (name) => join(box.dir, name);
  writeFileSync(at('registro.jws'), last.jws);
  writeFileSync(at('registro.tst'), Buffer.from(last.tst, 'base64'));
  execFileSync('openssl', ['ts', '-verify', '-data', 'registro.jws', '-in', 'registro.tst', '-token_in', '-CAfile', 'pki/ca.pem',
    '-untrusted', 'pki/firma/issuing.pem'], { stdio: 'pipe', cwd: box.dir });
  const { body } = await ana.json(`/folders/${folder}/notifications/${id}`);
  assert.equal(body.rev, 3); // available, cancelled, stamped
});
