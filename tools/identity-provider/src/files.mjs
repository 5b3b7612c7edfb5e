// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Small state files: read whole, written whole, never half there, readable by their owner alone.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function readJson(path, otherwise) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' && otherwise !== undefined) return otherwise;
    throw error;
  }
  return JSON.parse(text);
}

export function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

export const writeJson = (path, value) => writeWhole(path, `${JSON.stringify(value, null, 1)}\n`);
