// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which sandbox serves an address: one small file for each that runs, so that a login finds its own without being told the folder.
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const { uid } = userInfo();
const LIST = join(process.env.XDG_RUNTIME_DIR || tmpdir(), `carriel-sandboxes-${uid}`);
const entry = (url) => join(LIST, new URL(url).port);

// Anybody may make names in the temporary folder: only a list of our own is believed.
function isOurs() {
  const found = lstatSync(LIST, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0;
}

export function announce(issuer, dir) {
  mkdirSync(LIST, { recursive: true, mode: 0o700 });
  if (isOurs()) writeFileSync(entry(issuer), dir, { mode: 0o600 });
}

export function withdraw(issuer) {
  if (isOurs()) rmSync(entry(issuer), { force: true });
}

// The folder of the sandbox whose identity provider answers at the address, or undefined.
export function serving(url) {
  try {
    return isOurs() ? readFileSync(entry(url), 'utf8') : undefined;
  } catch {
    return undefined; // not an address, or nobody announced it
  }
}
