// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Refresh tokens rotate, a used one ends its family unless only its answer was lost, a restart or a kill loses none; new
// identities can be made.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ANA, AUDIENCE, TestProvider } from './support/provider.mjs';
import { RelyingParty } from './support/relying-party.mjs';

const HIGH = 'urn:carpeta:loa:high';
let provider;
let party;

before(async () => {
  provider = await new TestProvider().prepare();
  party = new RelyingParty(provider);
});
after(() => provider?.end());

test('refreshing rotates and keeps how and when the person logged in', async () => {
  const { tokens } = await party.login(ANA, { extra: { acr_values: HIGH } });
  const first = await party.verified(tokens.access_token);
  const { status, body } = await party.refresh(tokens.refresh_token);
  assert.equal(status, 200);
  assert.notEqual(body.refresh_token, tokens.refresh_token);
  const second = await party.verified(body.access_token);
  assert.equal(second.acr, HIGH);
  assert.equal(second.auth_time, first.auth_time);
  assert.equal(second.scope, 'folder acts');
  const id = await party.verified(body.id_token);
  assert.equal(id.acr, HIGH);
  assert.equal(id.auth_time, first.auth_time);
});

test('a client may name the operator itself (RFC 8707), at every step', async () => {
  const authorization = await party.authorize(ANA, { extra: { resource: AUDIENCE } });
  const { body } = await party.redeem(authorization, { resource: AUDIENCE });
  assert.equal((await party.verified(body.access_token)).aud, AUDIENCE);
  const refreshed = await party.refresh(body.refresh_token, { resource: AUDIENCE });
  assert.equal((await party.verified(refreshed.body.access_token)).aud, AUDIENCE);
});

test('a refresh token used twice ends all of its family, and no other', async () => {
  const bystander = await party.login(ANA);
  const { tokens } = await party.login(ANA);
  const { body: second } = await party.refresh(tokens.refresh_token);
  const { body: third } = await party.refresh(second.refresh_token);
  const reused = await party.refresh(tokens.refresh_token);
  assert.equal(reused.status, 400);
  assert.equal(reused.body.error, 'invalid_grant');
  assert.equal((await party.refresh(third.refresh_token)).body.error, 'invalid_grant');
  assert.equal((await party.refresh(bystander.tokens.refresh_token)).status, 200);
});

test('who never got the answer asks again, and has one successor at a time', async () => {
  const { tokens } = await party.login(ANA);
  const { body: lost } = await party.refresh(tokens.refresh_token);
  const { body: lostToo } = await party.refresh(tokens.refresh_token);
  const { status, body: second } = await party.refresh(tokens.refresh_token);
  assert.equal(status, 200);
  for (const never of [lost, lostToo]) assert.equal((await party.refresh(never.refresh_token)).body.error, 'invalid_grant');
  await provider.kill('SIGKILL'); // and a provider that was killed meanwhile knows it too
  await provider.start();
  const { body: again } = await party.refresh(tokens.refresh_token);
  assert.equal((await party.refresh(second.refresh_token)).body.error, 'invalid_grant');
  const { body: third } = await party.refresh(again.refresh_token);
  assert.equal((await party.refresh(third.refresh_token)).status, 200);
});

test('logging out revokes', async () => {
  const { tokens } = await party.login(ANA);
  const revoked = await party.fetchJson('/token/revocation', {
    client_id: 'carriel-desktop', token: tokens.refresh_token, token_type_hint: 'refresh_token',
  });
  assert.equal(revoked.status, 200);
  assert.equal((await party.refresh(tokens.refresh_token)).body.error, 'invalid_grant');
});

test('keys and refresh tokens outlive a kill; used ones stay used', async () => {
  const { tokens } = await party.login(ANA);
  const { body } = await party.refresh(tokens.refresh_token);
  await provider.kill('SIGKILL');
  await provider.start();
  await party.verified(tokens.id_token); // the same key
  const { status, body: next } = await party.refresh(body.refresh_token);
  assert.equal(status, 200);
  assert.equal((await party.refresh(tokens.refresh_token)).body.error, 'invalid_grant');
  assert.equal((await party.refresh(next.refresh_token)).body.error, 'invalid_grant');
});

test('a person registers, and logs in later with what they chose', async () => {
  const company = {
    id_type: 'NIT', id_number: '901888777', name: 'Panadería <La Espiga> & Cía.', email: 'espiga@example.org', password: 'pan caliente diario',
  };
  const wrong = { ...company, check_digit: 0 };
  await assert.rejects(party.authorize(wrong, { browser: { enrol: true } }), /dígito de verificación no corresponde/);
  const person = { ...company, check_digit: 3 };
  const { walked, tokens } = await party.login(person, { browser: { enrol: true } });
  assert.deepEqual(walked.steps, ['enrolment', 'consent']);
  assert.match(walked.second_factor, /^\d{6}$/);
  const id = await party.verified(tokens.id_token);
  assert.equal(id.sub, 'co:NIT:901888777');
  assert.equal(id.name, company.name);

  await assert.rejects(party.authorize(person, { browser: { enrol: true } }), /ya está registrada/);
  const later = await party.login({ ...person, second_factor: walked.second_factor }, { extra: { acr_values: HIGH } });
  assert.equal((await party.verified(later.tokens.id_token)).acr, HIGH);
});

test('what is kept holds no password, and is the owner\'s alone', () => {
  const identities = join(provider.state, 'identities.json');
  const text = readFileSync(identities, 'utf8');
  assert.ok(!text.includes(ANA.password) && !text.includes(`"${ANA.second_factor}"`));
  for (const name of ['identities.json', 'keys.json', 'sessions.jsonl']) {
    assert.equal(statSync(join(provider.state, name)).mode & 0o077, 0, name);
  }
  const log = readFileSync(provider.log, 'utf8');
  assert.ok(!log.includes(ANA.id_number) && !log.includes('server_error'), log);
});
