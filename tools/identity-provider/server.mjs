#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration identity provider: node server.mjs --config FILE
// Prints one JSON line when it is ready; ends on SIGTERM or SIGINT. Configuration: src/config.mjs.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// Libraries announce things on standard output, where one line is promised.
console.info = console.error;
console.warn = console.error;

async function start(file) {
  const { loadConfig } = await import('./src/config.mjs');
  const { Accounts } = await import('./src/accounts.mjs');
  const { loadKeys } = await import('./src/keys.mjs');
  const { Store } = await import('./src/store.mjs');
  const { makeProvider } = await import('./src/provider.mjs');
  const { makeHandler } = await import('./src/handler.mjs');
  const { logEvents } = await import('./src/events.mjs');

  const config = loadConfig(file);
  const accounts = new Accounts(join(config.state, 'identities.json'));
  const provider = makeProvider(config, {
    accounts,
    keys: loadKeys(join(config.state, 'keys.json')),
    store: new Store(join(config.state, 'sessions.jsonl')),
  });
  logEvents(provider);

  const tls = { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key), minVersion: 'TLSv1.2' };
  const server = createServer(tls, makeHandler({ provider, accounts, issuer: config.issuer }));
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  server.on('error', (error) => {
    console.error(`identity provider: ${error.message}`);
    process.exit(1);
  });
  server.listen(config.port, config.listen, () => {
    process.stdout.write(`${JSON.stringify({ ready: true, issuer: config.issuer, pid: process.pid })}\n`);
  });
}

const { values } = parseArgs({ options: { config: { type: 'string' } } });
if (!values.config) {
  console.error('usage: server.mjs --config FILE');
  process.exit(64);
}
start(values.config).catch((error) => {
  console.error(`identity provider: ${error.message}`);
  process.exit(1);
});
