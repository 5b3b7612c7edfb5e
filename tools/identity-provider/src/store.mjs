// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where oidc-provider keeps its models: in memory, and what must outlive a restart (grants, refresh tokens, sessions)
// also in a journal, one JSON line per change, written before the answer goes out.
import { appendFileSync, readFileSync } from 'node:fs';
import { writeWhole } from './files.mjs';

const LASTING = new Set(['Grant', 'RefreshToken', 'Session']);
const BELONGS_TO_GRANT = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);
const REWRITE_AFTER = 20_000;
const seconds = () => Math.floor(Date.now() / 1000);

export class Store {
  #path;
  #entries = new Map(); // "Model:id" → {payload, expires (s)}
  #lines = 0;

  constructor(path) {
    this.#path = path;
    this.#load();
    this.#rewrite();
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expires > seconds()) return entry.payload;
    this.#entries.delete(key);
    return undefined;
  }

  put(key, payload, expiresIn) {
    const entry = { payload, expires: seconds() + (expiresIn ?? 86_400) };
    this.#entries.set(key, entry);
    this.#note(key, entry);
  }

  consume(key) {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.payload.consumed = seconds();
    this.#note(key, entry);
  }

  remove(key) {
    if (this.#entries.delete(key)) this.#note(key, null);
  }

  keysWhere(predicate) {
    return [...this.#entries].filter(([key, { payload }]) => predicate(key, payload)).map(([key]) => key);
  }

  #note(key, entry) {
    if (!LASTING.has(key.slice(0, key.indexOf(':')))) return;
    appendFileSync(this.#path, `${JSON.stringify([key, entry])}\n`, { mode: 0o600 });
    this.#lines += 1;
    if (this.#lines > REWRITE_AFTER) this.#rewrite();
  }

  #load() {
    let text = '';
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    for (const line of text.split('\n')) {
      let change;
      try {
        change = JSON.parse(line);
      } catch {
        continue; // empty, or cut by a crash while it was written: its answer never went out
      }
      const [key, entry] = change;
      if (entry) this.#entries.set(key, entry);
      else this.#entries.delete(key);
    }
  }

  #rewrite() {
    const now = seconds();
    for (const [key, { expires }] of this.#entries) if (expires <= now) this.#entries.delete(key);
    const lasting = [...this.#entries].filter(([key]) => LASTING.has(key.slice(0, key.indexOf(':'))));
    writeWhole(this.#path, lasting.map((change) => `${JSON.stringify(change)}\n`).join(''));
    this.#lines = lasting.length > REWRITE_AFTER / 2 ? 0 : lasting.length;
  }
}

// The class oidc-provider asks for, one object per model name.
export const adapterOver = (store) => class {
  constructor(model) {
    this.model = model;
  }

  #key(id) {
    return `${this.model}:${id}`;
  }

  async upsert(id, payload, expiresIn) {
    store.put(this.#key(id), payload, expiresIn);
  }

  // A used refresh token that comes again is a thief's, or its answer was lost on the way (the line was cut, the program killed)
  // and the person still holds nothing newer. As long as nobody has used what came after it, it counts as not used yet.
  async find(id) {
    const payload = store.get(this.#key(id));
    if (this.model !== 'RefreshToken' || !payload?.consumed || this.#after(payload).some((key) => store.get(key).consumed)) return payload;
    const { consumed, ...unused } = payload;
    return unused;
  }

  // Keys of the refresh tokens that came after this one in its family.
  #after({ grantId, rotations = 0 }) {
    return store.keysWhere((key, payload) => key.startsWith('RefreshToken:') && payload.grantId === grantId && (payload.rotations ?? 0) > rotations);
  }

  async findByUid(uid) {
    const [key] = store.keysWhere((candidate, payload) => candidate.startsWith('Session:') && payload.uid === uid);
    return key && store.get(key);
  }

  async findByUserCode() {
    return undefined; // only the device flow asks, and it is off
  }

  // What came after it at an earlier try, and nobody used, ends: one successor at a time.
  async consume(id) {
    const payload = store.get(this.#key(id));
    if (this.model === 'RefreshToken' && payload) this.#after(payload).forEach((key) => store.remove(key));
    store.consume(this.#key(id));
  }

  async destroy(id) {
    store.remove(this.#key(id));
  }

  async revokeByGrantId(grantId) {
    const belongs = (key, payload) => payload.grantId === grantId && BELONGS_TO_GRANT.has(key.slice(0, key.indexOf(':')));
    for (const key of store.keysWhere(belongs)) store.remove(key);
  }
};
