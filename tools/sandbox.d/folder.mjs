// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's folder: where things lie in it, and who runs in it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson, writeJson } from '../identity-provider/src/files.mjs';
import { end, identify, isAlive } from './processes.mjs';

export class SandboxFolder {
  constructor(dir) {
    this.dir = resolve(dir);
    const at = (...parts) => join(this.dir, ...parts);
    this.pki = at('pki');
    this.ports = at('ports.json');
    this.info = at('sandbox.json'); // what start prints; the browser reads it
    this.enrolled = at('enrolled.json'); // identities that the browser registered
    this.run = at('run.json');
    this.seed = at('seed');
    this.seeded = at('seeded.json');
    this.entities = at('entities'); // a folder of keys for each, and what they sent
    this.notified = at('notified.json');
    this.provider = { config: at('provider.json'), state: at('provider'), log: at('logs', 'provider.log') };
    this.portal = at('logs', 'portal.log');
    this.trust = { dir: at('pki', 'firma'), log: at('logs', 'trust.log') };
    this.operator = {
      config: at('operator.json'), database: at('operator.sqlite'), blobs: at('blobs'), keys: at('operator-keys'),
      log: at('logs', 'operator.log'), errors: at('logs', 'operator.err'),
    };
  }

  prepare() {
    for (const path of [this.dir, join(this.dir, 'logs'), this.operator.blobs, this.operator.keys]) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    }
  }

  running() {
    const record = readJson(this.run, null);
    return record && isAlive(record.sandbox) ? record : null;
  }

  // Takes the folder for this process, or throws. Programs left behind by a killed sandbox are ended first.
  async take() {
    for (;;) {
      try {
        writeFileSync(this.run, JSON.stringify({ sandbox: identify(process.pid), programs: [] }), { flag: 'wx', mode: 0o600 });
        return;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const record = this.running();
      if (record) throw new Error(`a sandbox already runs in ${this.dir} (process ${record.sandbox.pid}); end it with: tools/sandbox stop --dir ${this.dir}`);
      await this.clearStale();
    }
  }

  async clearStale() {
    let record = null;
    try {
      record = JSON.parse(readFileSync(this.run, 'utf8'));
    } catch {
      // no record, or half of one: nothing was started after it
    }
    for (const who of record?.programs ?? []) await end(who);
    rmSync(this.run, { force: true });
  }

  note(programs) {
    writeJson(this.run, { sandbox: identify(process.pid), programs });
  }

  release() {
    rmSync(this.run, { force: true });
  }

  get isSeeded() {
    return existsSync(this.seeded);
  }
}
