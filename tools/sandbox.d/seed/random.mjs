// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that is the same each time: every document draws from a generator seeded by its own name.
import { createHash } from 'node:crypto';

export class Random {
  #state;

  constructor(seed) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  // mulberry32; 0 ≤ x < 1
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  integer(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  number(low, high, decimals) {
    return (low + this.next() * (high - low)).toFixed(decimals).replace('.', ',');
  }

  pick(list) {
    return list[this.integer(0, list.length - 1)];
  }

  some(list, count) {
    const rest = [...list];
    return Array.from({ length: Math.min(count, list.length) }, () => rest.splice(this.integer(0, rest.length - 1), 1)[0]);
  }

  chance(probability) {
    return this.next() < probability;
  }

  digits(count) {
    return Array.from({ length: count }, () => this.integer(0, 9)).join('');
  }
}

// An id in the form of a UUIDv7 (RFC 9562) of that day; the same name gives the same id.
export function idFor(name, day) {
  const digest = createHash('sha256').update(name).digest('hex');
  const time = Date.parse(`${day}T15:00:00Z`).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${'89ab'[parseInt(digest[3], 16) & 3]}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
