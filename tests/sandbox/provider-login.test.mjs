// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Logging in at the identity provider: who may, what the tokens say, what is refused.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Navigator } from '../../tools/sandbox.d/browser/navigator.mjs';
import { ANA, AUDIENCE, TestProvider } from './support/provider.mjs';
import { RelyingParty } from './support/relying-party.mjs';

const HIGH = 'urn:carpeta:loa:high';
const MEDIUM = 'urn:carpeta:loa:medium';
const near = (time) => Math.abs(Date.now() / 1000 - time) < 60;
let provider;
let party;

before(async () => {
  provider = await new TestProvider().prepare();
  party = new RelyingParty(provider);
});
after(() => provider?.end());

test('says that it is ready in one JSON line', () => {
  assert.equal(JSON.parse(provider.lines).issuer, provider.issuer);
});

test('publishes what a client needs to know', async () => {
  const { body } = await party.fetchJson('/.well-known/openid-configuration');
  assert.equal(body.issuer, provider.issuer);
  assert.deepEqual(body.code_challenge_methods_supported, ['S256']);
  assert.deepEqual(body.response_types_supported, ['code']);
  assert.equal(body.authorization_response_iss_parameter_supported, true);
  assert.ok(body.acr_values_supported.includes(HIGH));
  assert.deepEqual(body.id_token_signing_alg_values_supported, ['ES256']);
  assert.ok(['openid', 'offline_access', 'folder'].every((scope) => body.scopes_supported.includes(scope)));
});

test('a password gives level medium, and the tokens name the person', async () => {
  const { callback, state, nonce, tokens, walked } = await party.login(ANA);
  assert.deepEqual(walked.steps, ['login', 'consent']);
  assert.equal(callback.state, state);
  assert.equal(callback.iss, provider.issuer);

  const id = await party.verified(tokens.id_token);
  assert.equal(id.sub, 'co:CC:1020304050');
  assert.equal(id.id_type, 'CC');
  assert.equal(id.id_number, '1020304050');
  assert.equal(id.name, 'Ana María Pérez');
  assert.equal(id.nonce, nonce);
  assert.equal(id.acr, MEDIUM);
  assert.equal(id.aud, 'carriel-desktop');
  assert.ok(near(id.auth_time));

  const access = await party.verified(tokens.access_token);
  assert.equal(access.header.typ, 'at+jwt');
  assert.equal(access.aud, AUDIENCE);
  assert.equal(access.iss, provider.issuer);
  assert.equal(access.sub, ANA.sub);
  assert.equal(access.client_id, 'carriel-desktop');
  assert.equal(access.scope, 'folder acts');
  assert.equal(access.acr, MEDIUM);
  assert.equal(access.auth_time, id.auth_time);
  assert.ok(access.exp - access.iat <= 600);
  assert.ok(tokens.refresh_token);
});

test('an ID token for openid alone holds no name', async () => {
  const { tokens } = await party.login(ANA, { extra: { scope: 'openid' } });
  const id = await party.verified(tokens.id_token);
  assert.equal(id.sub, ANA.sub);
  assert.equal(id.name, undefined);
  assert.equal(tokens.refresh_token, undefined);
});

test('acr_values high asks for the code, and the code is really checked', async () => {
  const { tokens, walked } = await party.login(ANA, { extra: { acr_values: HIGH, max_age: '300' } });
  assert.deepEqual(walked.steps, ['login', 'step-up', 'consent']);
  assert.equal((await party.verified(tokens.id_token)).acr, HIGH);
  assert.equal((await party.verified(tokens.access_token)).acr, HIGH);
  await assert.rejects(
    party.login({ ...ANA, second_factor: '000000' }, { extra: { acr_values: HIGH } }),
    /El código no es correcto/,
  );
});

test('the form of another site is refused', async () => {
  const navigator = new Navigator({ ca: provider.ca });
  try {
    const parameters = new URLSearchParams({
      client_id: 'carriel-desktop', response_type: 'code', redirect_uri: 'http://127.0.0.1:9/callback', scope: 'openid',
      code_challenge: 'x'.repeat(43), code_challenge_method: 'S256',
    });
    const page = await navigator.load(`${provider.issuer}/auth?${parameters}`);
    const form = { id_type: ANA.id_type, id_number: ANA.id_number, password: ANA.password, decision: 'enter' };
    const foreign = await navigator.load(page.url, { method: 'POST', form, referrer: new URL('https://elsewhere.example/') });
    assert.equal(foreign.status, 403);
    // Browsers hide the Origin of our own forms under this policy, and would be refused.
    assert.notEqual(page.headers['referrer-policy'], 'no-referrer');
    assert.match(page.headers['content-security-policy'], /form-action 'self' http:\/\/127\.0\.0\.1:\*/);
  } finally {
    navigator.close();
  }
});

test('a level that cannot be reached here is an error, not a lower level', async () => {
  const { callback } = await party.authorize(ANA, { extra: { acr_values: 'urn:carpeta:loa:very-high' } });
  assert.equal(callback.error, 'unmet_authentication_requirements');
  assert.equal(callback.code, undefined);
});

test('an open session is asked only for what is missing', async () => {
  const navigator = new Navigator({ ca: provider.ca });
  const again = async (extra) => (await party.login(ANA, { extra, browser: { navigator } })).walked.steps;
  try {
    assert.deepEqual(await again({}), ['login', 'consent']);
    assert.deepEqual(await again({}), ['consent']);
    assert.deepEqual(await again({ acr_values: HIGH }), ['step-up', 'consent']);
    assert.deepEqual(await again({ acr_values: MEDIUM, max_age: '300' }), ['consent']);
    assert.deepEqual(await again({ prompt: 'login consent' }), ['login', 'consent']);
    assert.deepEqual(await again({ acr_values: HIGH, prompt: 'login consent' }), ['login', 'step-up', 'consent']);
    await new Promise((resolve) => { setTimeout(resolve, 2100); });
    assert.deepEqual(await again({ max_age: '1' }), ['login', 'consent']);
  } finally {
    navigator.close();
  }
});

test('a person may say no', async () => {
  const { callback, state } = await party.authorize(ANA, { browser: { refuseConsent: true } });
  assert.equal(callback.error, 'access_denied');
  assert.equal(callback.state, state);
});

test('without PKCE, with plain PKCE or to a foreign address there is no login', async () => {
  const missing = await party.authorize(ANA, { omit: ['code_challenge', 'code_challenge_method'] });
  assert.equal(missing.callback.error, 'invalid_request');
  const plain = await party.authorize(ANA, { extra: { code_challenge_method: 'plain' } });
  assert.equal(plain.callback.error, 'invalid_request');
  await assert.rejects(party.authorize(ANA, { extra: { redirect_uri: 'http://10.0.0.1/callback' } }), /dirección que no está permitida/);
});

test('a code works once, with its own verifier, for the operator alone', async () => {
  const wrong = await party.authorize(ANA);
  assert.equal((await party.redeem({ ...wrong, verifier: 'x'.repeat(43) })).body.error, 'invalid_grant');
  const twice = await party.authorize(ANA);
  assert.equal((await party.redeem(twice)).status, 200);
  assert.equal((await party.redeem(twice)).body.error, 'invalid_grant');
  const elsewhere = await party.authorize(ANA, { extra: { resource: 'https://elsewhere.example/api' } });
  assert.equal(elsewhere.callback.error, 'invalid_target');
});

test('five wrong passwords close the identity for a minute', async () => {
  const other = { ...ANA, id_number: '52999888', password: 'no es la clave' };
  for (let i = 0; i < 4; i += 1) await assert.rejects(party.authorize(other), /no son correctas\.$/);
  await assert.rejects(party.authorize(other), /Espere \d+ segundos/);
  await assert.rejects(party.authorize(other), /demasiados intentos/);
  await party.login(ANA); // another identity is not touched
});
