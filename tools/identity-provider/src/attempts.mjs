// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Five wrong passwords or codes in a row close an identity for a minute, whether it exists or not.
const ALLOWED = 5;
const CLOSED_MS = 60_000;

export class Attempts {
  #failures = new Map();
  #now;

  constructor(now = Date.now) {
    this.#now = now;
  }

  // Seconds until the next try is allowed; 0 = now.
  closedFor(subject) {
    const entry = this.#failures.get(subject);
    if (!entry?.until) return 0;
    const left = entry.until - this.#now();
    if (left > 0) return Math.ceil(left / 1000);
    this.#failures.delete(subject);
    return 0;
  }

  // Counts a failure; answers how many tries are left.
  failed(subject) {
    const entry = this.#failures.get(subject) ?? { count: 0 };
    entry.count += 1;
    if (entry.count >= ALLOWED) entry.until = this.#now() + CLOSED_MS;
    this.#failures.set(subject, entry);
    return Math.max(0, ALLOWED - entry.count);
  }

  succeeded(subject) {
    this.#failures.delete(subject);
  }
}
