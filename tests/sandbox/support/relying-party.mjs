// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a native client does at the provider: code + PKCE over a loopback redirect, tokens, checked signatures.
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { walk } from '../../../tools/sandbox.d/browser/walk.mjs';

const random = () => randomBytes(32).toString('base64url');
const SCOPE = 'openid offline_access folder acts';

export class RelyingParty {
  constructor({ issuer, ca }) {
    this.issuer = issuer;
    this.ca = ca;
  }

  fetchJson(path, form) {
    const body = form && new URLSearchParams(form).toString();
    return new Promise((resolve, reject) => {
      const request = https.request(new URL(path, this.issuer), {
        ca: this.ca,
        method: body ? 'POST' : 'GET',
        headers: body ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) } : {},
      }, (reply) => {
        let text = '';
        reply.on('data', (data) => { text += data; });
        reply.on('end', () => resolve({ status: reply.statusCode, body: text ? JSON.parse(text) : null }));
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  // Opens the browser at the authorization URL and waits for the redirect; answers its parameters and the verifier.
  async authorize(person, { extra = {}, omit = [], browser = {} } = {}) {
    const state = random();
    const verifier = random();
    let callback = null;
    const server = http.createServer((req, res) => {
      callback = Object.fromEntries(new URL(req.url, 'http://127.0.0.1').searchParams);
      res.end('ok');
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const redirect = `http://127.0.0.1:${server.address().port}/callback`;
    const parameters = {
      client_id: 'carriel-desktop', response_type: 'code', redirect_uri: redirect, scope: SCOPE, prompt: 'consent', state,
      nonce: random(), code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...extra,
    };
    for (const name of omit) delete parameters[name];
    const url = `${this.issuer}/auth?${new URLSearchParams(parameters)}`;
    try {
      const walked = await walk({ url, ca: this.ca, person: { ...person }, ...browser });
      return { callback, verifier, redirect, state, nonce: parameters.nonce, walked };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  redeem({ callback, verifier, redirect }, extra = {}) {
    return this.fetchJson('/token', {
      grant_type: 'authorization_code', client_id: 'carriel-desktop', code: callback.code, redirect_uri: redirect, code_verifier: verifier,
      ...extra,
    });
  }

  refresh(token, extra = {}) {
    return this.fetchJson('/token', { grant_type: 'refresh_token', client_id: 'carriel-desktop', refresh_token: token, ...extra });
  }

  async login(person, options) {
    const authorization = await this.authorize(person, options);
    const { status, body } = await this.redeem(authorization);
    if (status !== 200) throw new Error(`token endpoint: ${status} ${JSON.stringify(body)}`);
    return { ...authorization, tokens: body };
  }

  // Header and payload of an ES256 JWT whose signature fits the provider's published key.
  async verified(jwt) {
    const [head, payload, signature] = jwt.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url'));
    const { body: { keys } } = await this.fetchJson('/jwks');
    const key = createPublicKey({ key: keys.find(({ kid }) => kid === header.kid), format: 'jwk' });
    const good = verify('sha256', Buffer.from(`${head}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    if (!good || header.alg !== 'ES256') throw new Error('the signature does not fit');
    return { header, ...JSON.parse(Buffer.from(payload, 'base64url')) };
  }
}
