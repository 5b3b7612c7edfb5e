// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// tools/sandbox run as anybody runs it, in a folder of its own whose name has a space and an accent.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOOL = fileURLToPath(new URL('../../../tools/sandbox', import.meta.url));
const OPERATOR = process.env.CARRIEL_OPERATOR_BIN
  ?? fileURLToPath(new URL('../../../build/release/bin/carriel-operator', import.meta.url));
export const withoutOperator = existsSync(OPERATOR) ? false : `the operator is not built: ${OPERATOR}`;

export function sandbox(args, env = {}) {
  const child = spawn(TOOL, args, { env: { ...process.env, CARRIEL_OPERATOR_BIN: OPERATOR, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const result = { child, out: '', err: '' };
  child.stdout.on('data', (data) => { result.out += data; });
  child.stderr.on('data', (data) => { result.err += data; });
  result.ended = new Promise((resolve) => { child.on('close', (code, signal) => resolve(code ?? signal)); });
  return result;
}

export async function run(args, env) {
  const result = sandbox(args, env);
  return { code: await result.ended, out: result.out, err: result.err };
}

export class TestSandbox {
  constructor() {
    this.dir = mkdtempSync(join(tmpdir(), 'carriel pruébalo '));
  }

  // Resolves with the printed object once the sandbox serves.
  async start(args = [], env = {}) {
    this.process = sandbox(['start', '--dir', this.dir, ...args], { CARRIEL_SANDBOX_SEED: 'small', ...env });
    const line = new Promise((resolve) => {
      this.process.child.stdout.on('data', () => { if (this.process.out.includes('\n')) resolve('ready'); });
    });
    const first = await Promise.race([line, this.process.ended]);
    if (first !== 'ready') throw new Error(`the sandbox ended with ${first}: ${this.process.err}`);
    this.info = JSON.parse(this.process.out);
    this.ca = readFileSync(this.info.ca);
    return this.info;
  }

  stop() {
    return run(['stop', '--dir', this.dir]);
  }

  async end() {
    await this.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
