// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what the operator begins with: DIR/seed.json and the files it names. The same level and day give the same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITIES, PEOPLE } from '../people.mjs';
import { gather } from './gather.mjs';
import { ANA_PLAN } from './plan-ana.mjs';
import { CARLOS_PLAN, COMPANY_PLAN } from './plan-others.mjs';
import { idFor } from './random.mjs';
import { renderPdf } from './sheet.mjs';

const PLANS = { ana: ANA_PLAN, carlos: CARLOS_PLAN, espiga: COMPANY_PLAN };
const KEPT_OF_EACH_SERIES = { small: 1, full: Infinity };
const NAME_MAX = 200;

// {bytes, media, extension, title, pages} of one document.
function content({ series, context }) {
  if (series.picture) return { bytes: series.picture(context.random), media: 'image/png', extension: 'png', pages: 1 };
  const made = series.make(context);
  if (made.text !== undefined) {
    const extension = series.extension ?? 'txt';
    return { bytes: Buffer.from(made.text), media: extension === 'csv' ? 'text/csv' : 'text/plain', extension, title: made.title };
  }
  const head = series.issuer?.name ?? context.person.name;
  return { ...renderPdf({ head, ...made, day: context.day }), media: 'application/pdf', extension: 'pdf', title: made.title };
}

function writeDocument(dir, entry, unique) {
  const { item, series, context } = entry;
  const { bytes, media, extension, title, pages } = content(entry);
  const stem = typeof series.name === 'function' ? series.name({ day: context.day, n: context.n, title }) : series.name;
  item.name = unique(item.parent, stem.slice(0, NAME_MAX).normalize('NFC'), extension);
  item.media_type = media;
  item.file = join('files', `${item.id}.${extension}`);
  if (pages) item.meta.pages = { first: 1, last: pages };
  writeFileSync(join(dir, item.file), bytes);
  return item;
}

function folderOf(dir, person, { last, keep }) {
  const { folders, documents, unique } = gather({ person, plan: PLANS[person.user], last, keep });
  const items = documents.map((entry) => writeDocument(dir, entry, unique));
  return { id: idFor(`folder of ${person.id}`, '2024-01-15'), holder: { id: person.id, name: person.name }, items: [...folders, ...items] };
}

// level: none (entities only), small (about 40 documents), full (several hundred). day: the last one, YYYY-MM-DD.
export function writeSeed(dir, { level, day = process.env.CARRIEL_SANDBOX_DATE || new Date().toISOString().slice(0, 10) }) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'files'), { recursive: true, mode: 0o700 });
  const holders = level === 'none' ? [] : PEOPLE.filter(({ has_folder }) => has_folder);
  const folders = holders.map((person) => folderOf(dir, person, { last: day, keep: KEPT_OF_EACH_SERIES[level] }));
  const entities = ENTITIES.map(({ id, name }) => ({ id, name }));
  writeFileSync(join(dir, 'seed.json'), JSON.stringify({ entities, folders }, null, 1));
  const documents = folders.flatMap(({ items }) => items).filter(({ type }) => type === 'document').length;
  return { folders: folders.length, documents };
}
