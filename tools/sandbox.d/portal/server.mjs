// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The web page of an entity that asks for a diploma: static pages, and behind them carriel-entity, as any entity would
// run it. A case belongs to the browser session that began it, and is filed only when that session brings the code.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { page, PAGES } from './pages.mjs';

const run = promisify(execFile);
const { values: options } = parseArgs({ options: Object.fromEntries(
  ['home', 'program', 'cert', 'key', 'port', 'procedure', 'name'].map((name) => [name, { type: 'string' }])) });
const origin = `https://127.0.0.1:${options.port}`;
const asked = join(options.home, 'pide-diploma.json');
const cases = join(options.home, 'expedientes');
mkdirSync(cases, { recursive: true, mode: 0o700 });
writeFileSync(asked, JSON.stringify([{ id: 'diploma', title: 'Diploma de pregrado', required: true, types: ['diploma'] },
  { id: 'anexo', title: 'Otro documento', required: false }]));

const entity = async (...words) => {
  const { stdout } = await run(options.program, ['--home', options.home, '--json', ...words], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
};

// A case, by its secret number; kept, so that the page goes on after the sandbox was started again.
const fileOf = (number) => join(cases, `${number}.json`);
const isNumber = (text) => /^[0-9a-f]{32}$/.test(text ?? '');
const read = (number) => (isNumber(number) && existsSync(fileOf(number)) ? JSON.parse(readFileSync(fileOf(number), 'utf8')) : null);
const write = (one) => writeFileSync(fileOf(one.number), JSON.stringify(one), { mode: 0o600 });

async function begin(holder) {
  const one = { number: randomBytes(16).toString('hex'), session: randomBytes(16).toString('hex'), case: `2026-${randomBytes(2).readUInt16BE()}`, holder };
  const { request } = await entity('request', '--procedure', options.procedure, '--title', 'Beca de posgrado', '--purpose',
    'Comprobar su título de pregrado', '--retention', 'Cinco años después de terminada la beca', '--documents', asked,
    '--case', one.case, '--holder', holder, '--return', `${origin}/volver/${one.number}`);
  write({ ...one, request, state: 'begun' });
  return one;
}

// What the browser brings back: only the session that began it, and only the code of that contribution.
async function comeBack(one, contribution, code) {
  if (one.state === 'filed') return one;
  await entity('receive', contribution);
  const { filing_number: filingNumber } = await entity('ack', contribution, '--code', code);
  const filed = { ...one, state: 'filed', contribution, filing_number: filingNumber };
  write(filed);
  return filed;
}

function answer(response, status, body, headers = {}) {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'", 'Referrer-Policy': 'no-referrer', ...headers });
  response.end(body);
}

const sessionOf = (request) => /(?:^|; )caso=([0-9a-f]{32})/.exec(request.headers.cookie ?? '')?.[1];
const show = (response, status, name, facts = {}) => answer(response, status, page(name, { name: options.name, ...facts }));

async function formOf(request) {
  let text = '';
  for await (const part of request) {
    text += part;
    if (text.length > 4096) throw new Error('too long');
  }
  return new URLSearchParams(text);
}

async function handle(request, response) {
  const url = new URL(request.url, origin);
  const [, what, number] = url.pathname.split('/');
  if (PAGES[url.pathname]) return answer(response, 200, PAGES[url.pathname].body, { 'Content-Type': PAGES[url.pathname].type });
  if (url.pathname === '/') return show(response, 200, 'start');
  if (url.pathname === '/empezar' && request.method === 'POST') {
    const one = await begin(((await formOf(request)).get('holder') ?? '').trim().slice(0, 200) || 'Sin nombre');
    return answer(response, 303, '', { Location: `/tramite/${one.number}`, 'Set-Cookie': `caso=${one.session}; Path=/; Secure; HttpOnly; SameSite=Lax` });
  }
  const one = read(number);
  if (!one) return show(response, 404, 'missing');
  if (what === 'solicitud') return answer(response, 200, one.request, { 'Content-Type': 'application/jose' }); // the program asks: no session
  if (what === 'archivo')
    return answer(response, 200, one.request, { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="solicitud-${one.case}.carpeta-request"` });
  if (sessionOf(request) !== one.session) return show(response, 403, 'foreign');
  if (what === 'tramite') return show(response, 200, 'case', { ...one, link: `carpeta://request?uri=${encodeURIComponent(`${origin}/solicitud/${one.number}`)}` });
  if (what === 'estado')
    return answer(response, 200, JSON.stringify({ state: one.state, filing_number: one.filing_number ?? null }), { 'Content-Type': 'application/json' });
  if (what === 'volver') {
    const [contribution, code] = [url.searchParams.get('contribution') ?? '', url.searchParams.get('code') ?? ''];
    if (!/^[0-9A-Za-z-]{1,64}$/.test(contribution) || !/^[\w-]{1,64}$/.test(code)) return show(response, 400, 'missing');
    await comeBack(one, contribution, code);
    return answer(response, 303, '', { Location: `/tramite/${one.number}` });
  }
  return show(response, 404, 'missing');
}

createServer({ cert: readFileSync(options.cert), key: readFileSync(options.key) }, (request, response) => {
  handle(request, response).catch((error) => {
    process.stderr.write(`${error.stderr || error.stack}\n`);
    if (!response.headersSent) show(response, 502, 'trouble');
  });
}).listen(Number(options.port), '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ ready: true, portal: origin })}\n`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
