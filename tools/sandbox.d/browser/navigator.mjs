// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads pages as a browser does: cookies kept, redirects followed, certificates checked against the given authority.
import http from 'node:http';
import https from 'node:https';

const REDIRECTS_MAX = 20;
const TIMEOUT_MS = 60_000;

class CookieJar {
  #cookies = [];

  take(url, lines = []) {
    for (const line of lines) {
      const [pair, ...rest] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const traits = Object.fromEntries(rest.map((part) => part.split('=')).map(([name, value]) => [name.toLowerCase(), value ?? '']));
      const cookie = { host: url.host, path: traits.path ?? '/', name: pair.slice(0, at), value: pair.slice(at + 1) };
      const same = (other) => other.host === cookie.host && other.path === cookie.path && other.name === cookie.name;
      this.#cookies = this.#cookies.filter((other) => !same(other));
      const over = traits.expires && new Date(traits.expires) <= new Date();
      if (!over && traits['max-age'] !== '0') this.#cookies.push(cookie);
    }
  }

  header(url) {
    const under = (path) => url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    return this.#cookies.filter(({ host, path }) => host === url.host && under(path))
      .map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

const isLoopback = (url) => url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);

export class Navigator {
  #ca;
  #jar = new CookieJar();
  #agent;
  #services;

  // `services`: origins on plain loopback that are pages and not the program.
  constructor({ ca, services = [] }) {
    this.#ca = ca;
    this.#services = services;
    this.#agent = new https.Agent({ ca, keepAlive: true });
  }

  close() {
    this.#agent.destroy();
  }

  #once(url, { method = 'GET', form, referrer } = {}) {
    const secure = url.protocol === 'https:';
    if (!secure && !isLoopback(url)) throw new Error(`refused to leave HTTPS for ${url.origin}`);
    const body = form && new URLSearchParams(form).toString();
    const headers = { Accept: 'text/html', 'Accept-Language': 'es-CO' };
    const cookies = secure && this.#jar.header(url);
    if (cookies) headers.Cookie = cookies;
    if (body !== undefined) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded';
      headers['Content-Length'] = Buffer.byteLength(body);
      headers.Origin = referrer.origin;
    }
    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).request(url, { method, headers, ...(secure && { agent: this.#agent }) }, (reply) => {
        const chunks = [];
        reply.on('data', (chunk) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () => {
          if (secure) this.#jar.take(url, reply.headers['set-cookie']);
          resolve({ url, status: reply.statusCode, headers: reply.headers, html: Buffer.concat(chunks).toString('utf8') });
        });
      });
      request.setTimeout(TIMEOUT_MS, () => request.destroy(new Error(`no answer from ${url.origin}`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  // The page at the end of the redirects; `atProgram` when that is the program's own loopback address.
  async load(address, options) {
    let url = new URL(address);
    let reply = await this.#once(url, options);
    for (let i = 0; i < REDIRECTS_MAX; i += 1) {
      if (isLoopback(url) && !this.#services.includes(url.origin)) return { ...reply, atProgram: true };
      if (reply.status < 300 || reply.status > 399 || !reply.headers.location) return reply;
      url = new URL(reply.headers.location, url);
      reply = await this.#once(url);
    }
    throw new Error('too many redirects');
  }
}
