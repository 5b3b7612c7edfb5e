// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Free ports on 127.0.0.1, below the range from which the system gives ports to others by itself.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const LOWEST = 20_000;
const HIGHEST = 30_000;

// Takes the port until it is given back, so that no other sandbox chooses it meanwhile. Answers how; null: somebody has it.
export const hold = (port) => new Promise((resolve) => {
  const server = createServer((socket) => socket.destroy()); // else who calls would keep it from its program
  server.once('error', () => resolve(null));
  server.unref(); // no reason to stay up
  server.listen(port, '127.0.0.1', () => resolve(() => new Promise((done) => { server.close(done); })));
});

async function isFree(port) {
  const giveBack = await hold(port);
  await giveBack?.();
  return giveBack !== null;
}

export async function freePort() {
  for (let i = 0; i < 200; i += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port found on 127.0.0.1');
}
