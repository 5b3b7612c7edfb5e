// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Free ports on 127.0.0.1, below the range from which the system gives ports to others by itself.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const LOWEST = 20_000;
const HIGHEST = 30_000;

export const isFree = (port) => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
});

export async function freePort(except = []) {
  for (let i = 0; i < 200; i += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!except.includes(port) && await isFree(port)) return port;
  }
  throw new Error('no free port found on 127.0.0.1');
}
