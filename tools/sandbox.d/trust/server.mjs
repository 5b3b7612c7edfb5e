// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// server.mjs DIR PORT ROOT ROOTKEY: time stamps (RFC 3161), certificate status (RFC 6960), revocation lists and issuers'
// certificates on 127.0.0.1, over plain HTTP as is the custom: each answer is signed by itself. OpenSSL makes every answer.
// And remote signing (csc.mjs), which real services offer over HTTPS alone.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Authority } from './authority.mjs';
import { SigningService } from './csc.mjs';
import { signers } from './signers.mjs';

const run = promisify(execFile);
const LARGEST = 65_536;
const [dir, port, root, rootKey] = process.argv.slice(2);
const base = `http://127.0.0.1:${port}`;
const authority = new Authority({ dir, base, root, rootKey });
authority.prepare();
const known = signers(authority);
const signing = new SigningService(authority, base);
const work = mkdtempSync(join(tmpdir(), 'carriel-trust-'));

let number = 0;
let last = Promise.resolve();
// One after the other: OpenSSL counts its serial numbers in a file.
const inTurn = (act) => {
  last = last.then(act, act);
  return last;
};

async function answered(question, args) {
  const name = join(work, String(number += 1));
  writeFileSync(`${name}.q`, question);
  try {
    await run('openssl', args(`${name}.q`, `${name}.a`), { maxBuffer: 1 << 20 });
    return readFileSync(`${name}.a`);
  } finally {
    for (const end of ['q', 'a']) rmSync(`${name}.${end}`, { force: true });
  }
}

const timeStamp = (question) => inTurn(() => answered(question, (from, to) => [
  'ts', '-reply', '-config', authority.cnf, '-section', 'tsa_service', '-queryfile', from, '-out', to]));

const status = (question) => answered(question, (from, to) => [
  'ocsp', '-index', authority.at('issuing/index.txt'), '-CA', authority.at('issuing.pem'), '-rsigner', authority.at('ocsp.pem'), '-rkey',
  authority.at('ocsp.key'), '-rmd', 'sha256', '-ndays', '1', '-reqin', from, '-respout', to]);

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const FILES = {
  '/crl/issuing.crl': 'application/pkix-crl', '/crl/root.crl': 'application/pkix-crl',
  '/ca/issuing.cer': 'application/pkix-cert', '/ca/root.cer': 'application/pkix-cert',
};

async function serve(request) {
  const url = new URL(request.url, base);
  const { pathname } = url;
  const signed = await signing.serve(request, url, bodyOf);
  if (signed) return signed;
  if (request.method === 'POST' && pathname === '/tsa') return ['application/timestamp-reply', await timeStamp(await bodyOf(request))];
  if (request.method === 'POST' && pathname === '/ocsp') return ['application/ocsp-response', await status(await bodyOf(request))];
  if (request.method === 'GET' && pathname.startsWith('/ocsp/')) {
    return ['application/ocsp-response', await status(Buffer.from(decodeURIComponent(pathname.slice(6)), 'base64'))];
  }
  if (request.method === 'GET' && FILES[pathname]) {
    await inTurn(() => authority.publish());
    return [FILES[pathname], readFileSync(authority.at(pathname.split('/').pop()))];
  }
  return [null, null];
}

const server = createServer(async (request, response) => {
  try {
    const [type, bytes, code] = await serve(request);
    if (type === 'redirect') {
      response.writeHead(302, { Location: bytes, 'Content-Length': 0 });
      response.end();
      return;
    }
    response.writeHead(type ? code ?? 200 : 404, { 'Content-Type': type ?? 'text/plain', 'Content-Length': bytes?.length ?? 0 });
    response.end(bytes ?? undefined);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    response.writeHead(400, { 'Content-Length': 0 });
    response.end();
  }
});
server.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ ready: true,
    tsa: `${base}/tsa`,
    csc: `${base}/csc/v2`,
    pki: { issuing: authority.at('issuing.pem'), chain: authority.at('chain.pem'), tsa_certificate: authority.at('tsa.pem'), ocsp: `${base}/ocsp`,
      crl: `${base}/crl/issuing.crl`, root_crl: `${base}/crl/root.crl`, issuers: `${base}/ca/issuing.cer`, signers: known } })}\n`);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    rmSync(work, { recursive: true, force: true });
    process.exit(0);
  });
}
