// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that the sandbox makes: the same every time, whole, and well formed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeSeed } from '../../tools/sandbox.d/seed/write-seed.mjs';

const DAY = '2026-01-31';
const day = /^\d{4}-\d\d-\d\d$/;
let dir;
let seed;
const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

before(() => {
  dir = mkdtempSync(join(tmpdir(), 'carriel-seed-'));
  writeSeed(join(dir, 'full'), { level: 'full', day: DAY });
  seed = JSON.parse(readFileSync(join(dir, 'full', 'seed.json'), 'utf8'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

const documents = () => seed.folders.flatMap(({ items }) => items).filter(({ type }) => type === 'document');

test('Ana has several hundred documents, the others a few', () => {
  assert.deepEqual(seed.folders.map(({ holder }) => holder.id), ['co:CC:1020304050', 'co:CC:79845612', 'co:NIT:901234567']);
  const [ana, carlos, company] = seed.folders.map(({ items }) => items.filter(({ type }) => type === 'document').length);
  assert.ok(ana > 300 && carlos > 3 && company > 10, `${ana}, ${carlos}, ${company}`);
  assert.equal(seed.entities.length, 3);
});

test('parents come first, ids are unique and allowed, siblings never share a name', () => {
  const ids = new Set();
  for (const { items } of seed.folders) {
    const known = new Set(['root']);
    const names = new Set();
    for (const item of items) {
      assert.match(item.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.ok(known.has(item.parent), item.name);
      assert.ok(!ids.has(item.id));
      const place = `${item.parent}/${item.name.toLowerCase()}`;
      assert.ok(!names.has(place), place);
      assert.doesNotMatch(item.name, /[/\\:*?"<>|]/);
      assert.equal(item.name, item.name.normalize('NFC'));
      known.add(item.id);
      ids.add(item.id);
      names.add(place);
    }
  }
});

test('issued documents name their issuer; what is said of a document is well formed', () => {
  const ids = new Set(documents().map(({ id }) => id));
  assert.ok(documents().some(({ meta }) => meta.annex_of));
  for (const { name, official, issuer, validity, meta } of documents()) {
    assert.equal(official, meta.origin.kind === 'issued', name);
    if (official) {
      assert.ok(seed.entities.some(({ id }) => id === issuer.id), name);
      assert.match(validity.from, day);
    }
    assert.match(meta.created_on, day);
    assert.ok(meta.created_on <= DAY && meta.incorporated_on >= meta.created_on && meta.incorporated_on <= DAY, name);
    if (meta.annex_of) assert.ok(ids.has(meta.annex_of), name);
    if (meta.expires) assert.match(meta.expires, day);
  }
});

test('every file is there and is what it says', () => {
  const kinds = new Map();
  for (const { file, media_type: media, meta } of documents()) {
    const bytes = readFileSync(join(dir, 'full', file));
    kinds.set(media, (kinds.get(media) ?? 0) + 1);
    if (media === 'application/pdf') {
      const text = bytes.toString('latin1');
      assert.ok(text.startsWith('%PDF-1.7') && text.endsWith('%%EOF\n'));
      const table = Number(/startxref\n(\d+)\n/.exec(text)[1]);
      assert.equal(text.slice(table, table + 4), 'xref');
      assert.equal(Number(/\/Count (\d+)/.exec(text)[1]), meta.pages.last);
    } else if (media === 'image/png') {
      assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    } else {
      assert.doesNotThrow(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
  }
  assert.ok(kinds.get('application/pdf') > 300 && kinds.get('image/png') > 8 && kinds.get('text/plain') > 8);
  assert.ok(documents().some(({ meta }) => meta.pages?.last >= 3));
});

test('the same day gives the same bytes; small is a part, none has entities only', () => {
  for (const name of ['one', 'two']) writeSeed(join(dir, name), { level: 'small', day: DAY });
  assert.equal(digest(join(dir, 'one', 'seed.json')), digest(join(dir, 'two', 'seed.json')));
  const small = JSON.parse(readFileSync(join(dir, 'one', 'seed.json'), 'utf8'));
  for (const { file } of small.folders[0].items.filter(({ type }) => type === 'document')) {
    assert.equal(digest(join(dir, 'one', file)), digest(join(dir, 'two', file)));
    assert.equal(digest(join(dir, 'one', file)), digest(join(dir, 'full', file)));
  }
  assert.deepEqual(writeSeed(join(dir, 'none'), { level: 'none', day: DAY }), { folders: 0, documents: 0 });
});
