// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two sandboxes that start at once never choose the same port: who chose one holds it until its program listens.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { once } from 'node:events';
import { test } from 'node:test';
import { freePort, hold } from '../../tools/sandbox.d/ports.mjs';

test('a port that is held is nobody else\'s until it is given back', async () => {
  const port = await freePort();
  const giveBack = await hold(port);
  assert.equal(await hold(port), null);
  await giveBack();
  await (await hold(port))();
});

test('who calls a port that is only held does not keep it from its program', async () => {
  const port = await freePort();
  const giveBack = await hold(port);
  await once(connect(port, '127.0.0.1').on('error', () => {}), 'connect');
  await giveBack();
  assert.notEqual(await hold(port), null);
});
