// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The real identity provider in a folder of its own, with one known person.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Accounts } from '../../../tools/identity-provider/src/accounts.mjs';
import { certificates } from '../../../tools/sandbox.d/certificates.mjs';
import { freePort } from '../../../tools/sandbox.d/ports.mjs';

const SERVER = fileURLToPath(new URL('../../../tools/identity-provider/server.mjs', import.meta.url));

export const ANA = {
  id_type: 'CC', id_number: '1020304050', name: 'Ana María Pérez', email: 'ana@example.org',
  password: 'una clave de prueba', second_factor: '204060', sub: 'co:CC:1020304050',
};
export const AUDIENCE = 'https://127.0.0.1:9/carpeta/v1';

export class TestProvider {
  async prepare() {
    this.dir = mkdtempSync(join(tmpdir(), 'carriel provider '));
    const { ca, cert, key } = certificates(join(this.dir, 'pki'));
    this.ca = readFileSync(ca);
    this.state = join(this.dir, 'state');
    this.log = join(this.dir, 'log');
    const accounts = new Accounts(join(this.state, 'identities.json'));
    await accounts.add({
      idType: ANA.id_type, idNumber: ANA.id_number, name: ANA.name, email: ANA.email, password: ANA.password, secondFactor: ANA.second_factor,
    });
    this.issuer = `https://127.0.0.1:${await freePort()}`;
    this.config = join(this.dir, 'config.json');
    writeFileSync(this.config, JSON.stringify({ issuer: this.issuer, tls: { cert, key }, state: 'state', audience: AUDIENCE }));
    return this.start();
  }

  async start() {
    this.child = spawn(process.execPath, [SERVER, '--config', this.config], { stdio: ['ignore', 'pipe', openSync(this.log, 'a')] });
    this.lines = '';
    await new Promise((resolve, reject) => {
      this.child.stdout.on('data', (data) => {
        this.lines += data;
        if (this.lines.includes('\n')) resolve();
      });
      this.child.once('exit', (code) => reject(new Error(`the provider ended with ${code}: ${readFileSync(this.log, 'utf8')}`)));
    });
    return this;
  }

  async kill(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => { this.child.once('exit', resolve); });
    this.child.kill(signal);
    await ended;
  }

  async end() {
    await this.kill();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
