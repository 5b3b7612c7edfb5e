// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a sandbox: start, second start, login without a screen, stop, restart, and what a kill leaves behind.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { isAlive, identify, waitForEnd } from '../../tools/sandbox.d/processes.mjs';
import { RelyingParty } from './support/relying-party.mjs';
import { run, TestSandbox, withoutOperator } from './support/sandbox.mjs';

const skip = withoutOperator;
const box = new TestSandbox();
let info;
before(async () => { if (!skip) info = await box.start(); });
after(() => box.end());

const party = () => new RelyingParty({ issuer: info.issuer, ca: box.ca });

// What a program does around a browser: a loopback address that waits for one redirect.
async function loginBy(command, extra = {}, environment = { CARRIEL_SANDBOX: box.dir }) {
  let callback = null;
  const server = http.createServer((req, res) => {
    callback = Object.fromEntries(new URL(req.url, 'http://127.0.0.1').searchParams);
    res.end();
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const parameters = new URLSearchParams({
    client_id: 'carriel-desktop', response_type: 'code', redirect_uri: `http://127.0.0.1:${server.address().port}/callback`, prompt: 'consent',
    scope: 'openid offline_access folder acts', state: 's', nonce: 'n', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256', ...extra,
  });
  try {
    const result = await run([...command, `${info.issuer}/auth?${parameters}`], environment);
    return { ...result, callback };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('prints one object with all that a tester needs', { skip }, () => {
  assert.match(info.operator, /^https:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(info.dir, box.dir);
  assert.match(info.tsa, /^http:\/\/127\.0\.0\.1:\d+\/tsa$/);
  assert.equal(info.pki.signers[0].user, 'ana');
  assert.equal(info.entities.length, 3);
  const [ana, , company, claudia] = info.users;
  assert.deepEqual([ana.id, ana.user, ana.name, ana.has_folder], ['co:CC:1020304050', 'ana', 'Ana María Pérez', true]);
  assert.equal(company.id_type, 'NIT');
  assert.equal(claudia.has_folder, false);
  assert.equal(statSync(box.dir).mode & 0o077, 0);
  assert.equal(statSync(join(box.dir, 'pki', 'ca.key')).mode & 0o077, 0);
});

test('a second start in the same folder says so', { skip }, async () => {
  const { code, out, err } = await run(['start', '--dir', box.dir]);
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /already runs/);
});

test('the browser logs in by name, number or id, with step-up', { skip }, async () => {
  for (const user of ['ana', '1020304050', 'co:CC:1020304050']) {
    const { code, err, callback } = await loginBy(['browser', user]);
    assert.equal(code, 0, err);
    assert.ok(callback.code);
  }
  const { code, callback } = await loginBy(['browser', 'espiga', '--dir', box.dir], { acr_values: 'urn:carpeta:loa:high' });
  assert.equal(code, 0);
  assert.equal(callback.iss, info.issuer);
});

test('the browser finds the sandbox by the address alone', { skip }, async () => {
  const { code, err, callback } = await loginBy(['browser', 'ana'], {}, {});
  assert.equal(code, 0, err);
  assert.ok(callback.code);
});

test('the browser says no, refuses strangers, and registers them when told to', { skip }, async () => {
  assert.equal((await loginBy(['browser', '--deny', 'ana'])).callback.error, 'access_denied');
  const stranger = await loginBy(['browser', 'co:CC:80123456']);
  assert.equal(stranger.code, 1);
  assert.match(stranger.err, /--enrol/);
  const enrolled = await loginBy(['browser', '--enrol', '--name', 'Íñigo Núñez', 'co:CC:80123456']);
  assert.equal(enrolled.code, 0, enrolled.err);
  const later = await loginBy(['browser', 'co:CC:80123456'], { acr_values: 'urn:carpeta:loa:high' });
  assert.equal(later.code, 0, later.err);
});

test('the browser fails when nobody waits at the redirect', { skip }, async () => {
  const { code, err } = await loginBy(['browser', 'ana'], { redirect_uri: 'http://127.0.0.1:9/callback' });
  assert.equal(code, 1);
  assert.match(err, /ECONNREFUSED/);
});

test('stop ends everything, a restart keeps addresses, people and logins', { skip }, async () => {
  const { tokens } = await party().login(info.users[0]);
  const programs = Object.values(info.processes).map(identify);
  assert.equal((await box.stop()).code, 0);
  assert.equal(await box.process.ended, 0);
  assert.ok(programs.every((who) => !isAlive(who)));
  const again = await box.start();
  assert.deepEqual({ ...again, processes: null }, { ...info, processes: null });
  info = again;
  assert.equal((await party().refresh(tokens.refresh_token)).status, 200);
  assert.equal((await loginBy(['browser', 'co:CC:80123456'])).code, 0);
});

test('a killed sandbox takes its programs along and leaves the folder usable', { skip }, async () => {
  const programs = Object.values(info.processes).map(identify);
  box.process.child.kill('SIGKILL');
  await box.process.ended;
  assert.equal((await box.stop()).code, 0);
  for (const who of programs) assert.ok(await waitForEnd(who, 0));
  await box.start();
});

test('a program that dies ends the sandbox, and it says which', { skip }, async () => {
  process.kill(box.info.processes.operator, 'SIGKILL');
  assert.equal(await box.process.ended, 1);
  assert.match(box.process.err, /operator ended unexpectedly/);
});

test('wrong words are answered with the usage and 64', async () => {
  for (const args of [[], ['begin'], ['start'], ['start', '--dir', 'x', '--port', 'many'], ['browser', 'ana']]) {
    const { code, err } = await run(args);
    assert.equal(code, 64, args.join(' '));
    assert.match(err, /usage:/);
  }
});
