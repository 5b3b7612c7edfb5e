// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's signing authority, asked by OpenSSL's own clients: keys to sign with, time stamps, status, revocation lists.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { certificates } from '../../tools/sandbox.d/certificates.mjs';
import { freePort } from '../../tools/sandbox.d/ports.mjs';
import { end, startUntilReady } from '../../tools/sandbox.d/processes.mjs';

const SERVER = fileURLToPath(new URL('../../tools/sandbox.d/trust/server.mjs', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'carriel-trust-test-'));
const file = (name) => join(work, name);
const { ca, caKey } = certificates(file('pki'));
let port;
let service;
let tsa;
let pki;

const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
const signer = (user) => pki.signers.find((one) => one.user === user);
const start = async () => {
  service = await startUntilReady('trust services', [process.execPath, SERVER, file('pki/firma'), String(port), ca, caKey], file('log'));
  ({ tsa, pki } = service.ready);
};

before(async () => {
  port = await freePort();
  await start();
});
after(async () => {
  if (service) await end(service.who);
  rmSync(work, { recursive: true, force: true });
});

test('gives everybody a key and a certificate that the root answers for', () => {
  assert.deepEqual(pki.signers.map(({ user }) => user), ['ana', 'carlos', 'espiga', 'claudia', 'entidad-1', 'entidad-2', 'entidad-3',
    'carlos-revocado', 'ana-vencida']);
  for (const { user, p12, password, certificate, state } of pki.signers) {
    const inside = openssl('pkcs12', '-in', p12, '-passin', `pass:${password}`, '-nodes');
    assert.match(inside, /BEGIN PRIVATE KEY/, user);
    assert.equal(inside.match(/BEGIN CERTIFICATE/g).length, 3, user);
    const verify = () => openssl('verify', '-CAfile', ca, '-untrusted', pki.issuing, certificate);
    if (state === 'expired') assert.throws(verify, /expired/);
    else verify();
    assert.equal(statSync(p12).mode & 0o077, 0, user); // for the person who started the sandbox alone
  }
  const text = openssl('x509', '-in', signer('ana').certificate, '-noout', '-subject', '-nameopt', 'utf8,sep_comma_plus', '-ext', 'keyUsage');
  assert.match(text, /serialNumber=CC 1020304050/);
  assert.match(text, /Ana María Pérez/);
  assert.match(text, /Non Repudiation/);
});

test('stamps the time', async () => {
  writeFileSync(file('data'), 'lo que se estampa');
  for (const digest of ['-sha256', '-sha512']) {
    openssl('ts', '-query', '-data', file('data'), digest, '-cert', '-out', file('query'));
    const answer = await fetch(tsa, { method: 'POST', headers: { 'Content-Type': 'application/timestamp-query' }, body: readFileSync(file('query')) });
    assert.equal(answer.headers.get('content-type'), 'application/timestamp-reply');
    writeFileSync(file('reply'), Buffer.from(await answer.arrayBuffer()));
    openssl('ts', '-verify', '-queryfile', file('query'), '-in', file('reply'), '-CAfile', ca, '-untrusted', pki.issuing);
  }
  // Many at once: each its own serial number.
  const replies = await Promise.all(Array.from({ length: 8 }, async () => {
    const answer = await fetch(tsa, { method: 'POST', body: readFileSync(file('query')) });
    return Buffer.from(await answer.arrayBuffer());
  }));
  const serials = replies.map((reply, i) => {
    writeFileSync(file(`reply-${i}`), reply);
    return openssl('ts', '-reply', '-in', file(`reply-${i}`), '-text').match(/Serial number: (\S+)/)[1];
  });
  assert.equal(new Set(serials).size, 8);
});

test('tells which certificate was revoked, when asked and in the list', async () => {
  const status = (user) => openssl('ocsp', '-issuer', pki.issuing, '-cert', signer(user).certificate, '-url', pki.ocsp, '-CAfile', ca,
    '-verify_other', pki.issuing);
  assert.match(status('ana'), /: good/);
  assert.match(status('carlos-revocado'), /: revoked/);
  assert.match(status('carlos-revocado'), /keyCompromise/);
  openssl('ocsp', '-issuer', pki.issuing, '-cert', signer('ana').certificate, '-no_nonce', '-reqout', file('question'));
  const asked = await fetch(`${pki.ocsp}/${encodeURIComponent(readFileSync(file('question')).toString('base64'))}`);
  assert.equal(asked.status, 200);
  for (const [url, issuer] of [[pki.crl, pki.issuing], [pki.root_crl, ca]]) {
    writeFileSync(file('crl'), Buffer.from(await (await fetch(url)).arrayBuffer()));
    openssl('crl', '-inform', 'DER', '-in', file('crl'), '-CAfile', issuer, '-noout');
  }
  writeFileSync(file('crl'), Buffer.from(await (await fetch(pki.crl)).arrayBuffer()));
  const serial = openssl('x509', '-in', signer('carlos-revocado').certificate, '-noout', '-serial').trim().split('=')[1];
  assert.match(openssl('crl', '-inform', 'DER', '-in', file('crl'), '-noout', '-text'), new RegExp(`Serial Number: ${serial}`));
});

test('refuses rubbish and goes on', async () => {
  assert.equal((await fetch(`http://127.0.0.1:${port}/otra`)).status, 404);
  assert.equal((await fetch(pki.ocsp, { method: 'POST', body: 'nada' })).status, 400);
  const reply = await fetch(tsa, { method: 'POST', body: 'nada' }); // RFC 3161: a refusal is a reply too
  assert.ok([200, 400].includes(reply.status));
  assert.equal((await fetch(pki.crl)).status, 200);
});

test('keeps keys and certificates over a restart', async () => {
  const before = readFileSync(signer('ana').certificate, 'utf8');
  await end(service.who);
  await start();
  assert.equal(readFileSync(signer('ana').certificate, 'utf8'), before);
});
