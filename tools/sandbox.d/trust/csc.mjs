// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A remote signing service after the CSC API 2.0 (Cloud Signature Consortium): the keys of the sandbox's people lie here,
// and nothing is signed before its person said so, for these very digests (SCAL 2). Authorisation is OAuth 2 with a code and
// PKCE: scope `service` asks for the password of the account, scope `credential` for the PIN of the signature and the second
// factor (the step-up).
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEOPLE } from '../people.mjs';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const ALGORITHMS = { rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' };
const CODE_MS = 60_000;
const SERVICE_MS = 3_600_000;
const SAD_MS = 1000 * Number(process.env.CARRIEL_SANDBOX_SAD_SECONDS ?? 300);
const TRIES = 5;
const TOGETHER = 10; // signatures by one permission
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|\[::1\]):\d+\/callback$/;

class Refusal extends Error {
  constructor(status, error, description) {
    super(description ?? error);
    Object.assign(this, { status, error });
  }
}

const refuse = (status, error, description) => { throw new Refusal(status, error, description); };
const digest = (text) => createHash('sha256').update(text).digest();
const same = (one, other) => timingSafeEqual(digest(String(one)), digest(String(other)));
const digestsOf = (query) => (query.get('hashes') ?? '').split(',');
const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const derOf = (pem) => [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, block]) => block.replace(/\s/g, ''));

function page(title, body) {
  return ['text/html; charset=utf-8', Buffer.from(`<!doctype html><html lang="es-CO"><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width"><style>body{font:18px/1.5 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}
label{display:block;margin:1rem 0 .3rem}input{font:inherit;padding:.5rem;width:100%;box-sizing:border-box}button{font:inherit;padding:.6rem 1.2rem;
margin:1.2rem .6rem 0 0}code{overflow-wrap:anywhere}.no{color:#a00}</style><h1>${escaped(title)}</h1>${body}</html>`), 200];
}

export class SigningService {
  constructor(authority, base) {
    Object.assign(this, { authority, base, codes: new Map(), tokens: new Map(), wrong: new Map() });
  }

  credentials(user) {
    return [user, ...(user === 'ana' ? ['ana-vencida'] : user === 'carlos' ? ['carlos-revocado'] : [])]
      .filter((name) => existsSync(this.authority.at(`${name}.pem`)));
  }

  info() {
    return { specs: '2.0.0.2', name: 'Firma remota del arenero', logo: `${this.base}/logo.png`, region: 'CO', lang: 'es-CO',
      description: 'Llaves de prueba: solo este computador', authType: ['oauth2code'], oauth2: this.base, asynchronousOperationMode: false,
      methods: ['credentials/list', 'credentials/info', 'signatures/signHash'],
      signAlgorithms: { algos: Object.values(ALGORITHMS) } };
  }

  checkAuthorize(query) {
    const scope = query.get('scope');
    if (query.get('response_type') !== 'code' || !LOOPBACK.test(query.get('redirect_uri') ?? '')) refuse(400, 'invalid_request');
    if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge')) refuse(400, 'invalid_request', 'PKCE');
    if (scope !== 'service' && scope !== 'credential') refuse(400, 'invalid_scope');
    const hashes = digestsOf(query);
    if (scope === 'credential' && (query.get('numSignatures') !== String(hashes.length) || hashes.length > TOGETHER
      || query.get('hashAlgorithmOID') !== SHA256 || hashes.some((one) => Buffer.from(one, 'base64url').length !== 32)
      || !query.get('credentialID'))) refuse(400, 'invalid_request');
    return scope;
  }

  form(query, wrong) {
    const credential = this.checkAuthorize(query) === 'credential';
    const what = credential
      ? `<p>Va a firmar con <strong>${escaped(query.get('credentialID'))}</strong> ${query.get('numSignatures') === '1'
        ? 'algo cuya huella SHA-256 es' : `${escaped(query.get('numSignatures'))} documentos, cuyas huellas SHA-256 son`}${
        digestsOf(query).map((one) => `<br><code>${Buffer.from(one, 'base64url').toString('hex')}</code>`).join('')}</p>` : '<p>Carriel quiere ver sus certificados.</p>';
    return page(credential ? 'Autorizar una firma' : 'Entrar al servicio de firma', `${what}
${wrong ? `<p class="no" role="alert">${escaped(wrong)}</p>` : ''}<form method="post">
${credential ? '' : '<label for="user">Usuario</label><input id="user" name="user" required autofocus>'}
<label for="password">${credential ? 'PIN de la firma' : 'Contraseña'}</label><input id="password" name="password" type="password" required>
${credential ? '<label for="code">Código de su segundo factor</label><input id="code" name="code" inputmode="numeric" required>' : ''}
<button>${credential ? 'Autorizar' : 'Entrar'}</button><button name="deny" value="1" formnovalidate>Cancelar</button></form>`);
  }

  // The person's answer: back to the program with a code, or the form again.
  decide(query, form) {
    const scope = this.checkAuthorize(query);
    const back = new URL(query.get('redirect_uri'));
    if (query.get('state')) back.searchParams.set('state', query.get('state'));
    const go = () => ['redirect', back.href];
    if (form.get('deny')) {
      back.searchParams.set('error', 'access_denied');
      return go();
    }
    const credential = query.get('credentialID');
    const person = PEOPLE.find(({ user }) => user === (scope === 'service' ? form.get('user') : credential.replace(/-(vencida|revocado)$/, '')));
    const expected = scope === 'service' ? person?.password : `firma-de-${credential}`;
    const key = `${scope} ${person?.user}`;
    if ((this.wrong.get(key) ?? 0) >= TRIES) return this.form(query, 'Bloqueado por intentos equivocados. Reinicie el arenero.');
    const right = person && same(form.get('password') ?? '', expected) && (scope === 'service' || same(form.get('code') ?? '', person.second_factor));
    if (!right) {
      this.wrong.set(key, (this.wrong.get(key) ?? 0) + 1);
      return this.form(query, 'No coincide. Revíselo e intente de nuevo.');
    }
    this.wrong.delete(key);
    const code = randomBytes(24).toString('base64url');
    this.codes.set(code, { scope, user: person.user, credential, hashes: digestsOf(query), challenge: query.get('code_challenge'),
      redirect: query.get('redirect_uri'), client: query.get('client_id'), until: Date.now() + CODE_MS });
    back.searchParams.set('code', code);
    return go();
  }

  token(form) {
    const code = this.codes.get(form.get('code'));
    this.codes.delete(form.get('code'));
    const challenge = digest(form.get('code_verifier') ?? '').toString('base64url');
    if (form.get('grant_type') !== 'authorization_code' || !code || code.until < Date.now() || challenge !== code.challenge
      || code.redirect !== form.get('redirect_uri') || code.client !== form.get('client_id')) refuse(400, 'invalid_grant');
    const token = randomBytes(32).toString('base64url');
    const life = code.scope === 'service' ? SERVICE_MS : SAD_MS;
    this.tokens.set(token, { ...code, until: Date.now() + life });
    return { access_token: token, token_type: code.scope === 'service' ? 'Bearer' : 'SAD', expires_in: life / 1000,
      ...(code.scope === 'credential' && { credentialID: code.credential }) };
  }

  held(token, scope) {
    const found = this.tokens.get(token);
    if (!found || found.scope !== scope) refuse(401, 'invalid_token');
    if (found.until < Date.now()) refuse(401, scope === 'service' ? 'invalid_token' : 'invalid_request', 'expired');
    return found;
  }

  certificateOf(user, id) {
    if (!this.credentials(user).includes(id)) refuse(400, 'invalid_request', 'credentialID');
    return readFileSync(this.authority.at(`${id}.pem`), 'utf8');
  }

  describe(user, id) {
    const own = this.certificateOf(user, id);
    const rsa = readFileSync(this.authority.at(`${id}.key`), 'utf8').length > 1000;
    const chain = readFileSync(this.authority.at('chain.pem'), 'utf8');
    const state = id.endsWith('-vencida') ? 'expired' : id.endsWith('-revocado') ? 'revoked' : 'valid';
    return { description: id, key: { status: 'enabled', algo: [rsa ? ALGORITHMS.rsa : ALGORITHMS.ec], len: rsa ? 2048 : 256 },
      cert: { status: state, certificates: [...derOf(own), ...derOf(chain)] }, auth: { mode: 'oauth2code' }, multisign: TOGETHER, SCAL: '2' };
  }

  sign(user, { credentialID, SAD, hashes, hashAlgorithmOID, signAlgo }) {
    const { key } = this.describe(user, credentialID);
    const allowed = this.held(SAD, 'credential');
    this.tokens.delete(SAD); // for once
    if (hashAlgorithmOID !== SHA256 || signAlgo !== key.algo[0] || !Array.isArray(hashes)) refuse(400, 'invalid_request');
    const digests = hashes.map((one) => Buffer.from(one, 'base64'));
    if (allowed.user !== user || allowed.credential !== credentialID
      || digests.map((one) => one.toString('base64url')).join() !== allowed.hashes.join()) refuse(400, 'invalid_request', 'not what was authorised');
    const work = mkdtempSync(join(tmpdir(), 'carriel-csc-'));
    try {
      return { signatures: digests.map((hash) => {
        writeFileSync(join(work, 'hash'), hash);
        execFileSync('openssl', ['pkeyutl', '-sign', '-inkey', this.authority.at(`${credentialID}.key`), '-pkeyopt', 'digest:sha256',
          '-in', join(work, 'hash'), '-out', join(work, 'value')], { stdio: 'pipe' });
        return readFileSync(join(work, 'value')).toString('base64');
      }) };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }

  call(method, bearer, body) {
    if (method === 'info') return this.info();
    const { user } = this.held(bearer, 'service');
    if (method === 'credentials/list') return { credentialIDs: this.credentials(user) };
    if (method === 'credentials/info') return this.describe(user, body.credentialID);
    if (method === 'signatures/signHash') return this.sign(user, body);
    return refuse(404, 'invalid_request');
  }

  // [type, bytes, status], ['redirect', address], or null: not for this service.
  async serve(request, url, bodyOf) {
    try {
      if (url.pathname === '/oauth2/authorize') {
        return request.method === 'POST' ? this.decide(url.searchParams, new URLSearchParams((await bodyOf(request)).toString()))
          : this.form(url.searchParams);
      }
      const json = (value) => ['application/json', Buffer.from(JSON.stringify(value)), 200];
      if (request.method !== 'POST') return null;
      if (url.pathname === '/oauth2/token') return json(this.token(new URLSearchParams((await bodyOf(request)).toString())));
      if (!url.pathname.startsWith('/csc/v2/')) return null;
      const text = (await bodyOf(request)).toString();
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      return json(this.call(url.pathname.slice(8), bearer, text ? JSON.parse(text) : {}));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return ['application/json', Buffer.from(JSON.stringify({ error: error.error, error_description: error.message })), error.status];
    }
  }
}
