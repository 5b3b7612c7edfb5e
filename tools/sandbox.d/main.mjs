// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { parseArgs } from 'node:util';
import { browse } from './browse.mjs';
import { start } from './start.mjs';
import { stop } from './stop.mjs';

const USAGE = `usage:
  sandbox start --dir DIR [--port P]      an operator, an identity provider and a signing authority (certificates as
                                          PKCS#12, time stamps, OCSP, CRL) on 127.0.0.1; prints one JSON object,
                                          (kept in DIR/sandbox.json), stays until stop, Ctrl+C or SIGTERM
  sandbox stop --dir DIR                  returns when all of it has ended
  sandbox browser [--dir DIR] [--enrol [--name N] [--email E]] [--deny] USER URL
                                          walks the login pages; USER is a name, number or id of "users"
environment: CARRIEL_SANDBOX        folder for browser (otherwise the sandbox that serves URL, or build/sandbox)
             CARRIEL_SANDBOX_SEED   none, small or full (default): how much the folders hold at first
             CARRIEL_SANDBOX_DATE   the day on which the first documents end, YYYY-MM-DD (otherwise today)
             CARRIEL_OPERATOR_BIN   the operator to run (otherwise build/release/bin/carriel-operator)
             CARRIEL_ENTITY_BIN     the entities' program (otherwise build/release/bin/carriel-entity)
`;

class UsageError extends Error {}
const text = { type: 'string' };
const flag = { type: 'boolean' };

function read(options, args) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

const need = (condition, what) => { if (!condition) throw new UsageError(what); };

const COMMANDS = {
  start(args) {
    const { values: { dir, port }, positionals } = read({ dir: text, port: text }, args);
    need(dir && positionals.length === 0, 'start needs --dir');
    need(port === undefined || (/^\d+$/.test(port) && port > 0 && port < 65536), '--port is a number');
    return start({ dir, port: port && Number(port) });
  },
  stop(args) {
    const { values: { dir }, positionals } = read({ dir: text }, args);
    need(dir && positionals.length === 0, 'stop needs --dir');
    return stop({ dir });
  },
  browser(args) {
    const { values, positionals } = read({ dir: text, enrol: flag, name: text, email: text, deny: flag }, args);
    need(positionals.length === 2, 'browser needs USER and URL');
    return browse({ ...values, user: positionals[0], url: positionals[1] });
  },
};

async function main([command, ...args]) {
  if (['help', '--help', '-h'].includes(command)) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    need(Object.hasOwn(COMMANDS, command ?? ''), 'unknown command');
    return await COMMANDS[command](args);
  } catch (error) {
    process.stderr.write(`sandbox: ${error.message}\n${error instanceof UsageError ? USAGE : ''}`);
    return error instanceof UsageError ? 64 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
