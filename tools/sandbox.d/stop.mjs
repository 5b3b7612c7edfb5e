// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// tools/sandbox stop: returns when nothing of the sandbox runs any more, also after it was killed.
import { SandboxFolder } from './folder.mjs';
import { end } from './processes.mjs';

const PATIENCE_MS = 30_000; // it waits for its own programs first

export async function stop({ dir }) {
  const folder = new SandboxFolder(dir);
  const record = folder.running();
  if (record) await end(record.sandbox, PATIENCE_MS);
  else process.stderr.write(`sandbox: none runs in ${folder.dir}\n`);
  await folder.clearStale();
  return 0;
}
