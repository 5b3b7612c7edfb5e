// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// From a plan to the items of one folder: folders first, then documents in the order of their days. No bytes yet.
//   at            path of the folder, or a function of the day            name   text, or a function of {day, n, title}
//   make/picture  function of the context that gives the content          count, every  how many, months between two
//   age           months before the end on which the last one falls       issuer, validMonths  issued by an entity
//   type labels favourite notes expiresAfter (months) medium extension    what is said about it
//   key, annexOf  functions of the day: a name others refer to, and such a reference
import { idFor, Random } from './random.mjs';
import { plusDays, plusMonths } from './words.mjs';

const value = (given, ...args) => (typeof given === 'function' ? given(...args) : given);

// All fall before the month of `last`, so that a monthly series has each month once.
function daysOf({ count = 1, every = 1, age = 0 }, last, random) {
  const anchor = plusMonths(`${last.slice(0, 8)}01`, -1);
  return Array.from({ length: count }, (_, i) => plusDays(plusMonths(anchor, -age - every * (count - 1 - i)), random.integer(0, 24)));
}

function metaOf(series, day, random) {
  const meta = {
    origin: { kind: series.issuer ? 'issued' : 'uploaded', medium: series.medium ?? 'electronic' },
    created_on: day,
    incorporated_on: plusDays(day, random.integer(0, 3)),
  };
  if (series.type) meta.document_type = series.type;
  if (series.labels) meta.labels = [...series.labels].sort();
  if (series.favourite) meta.favourite = true;
  if (series.notes) meta.note = series.notes;
  if (series.expiresAfter) meta.expires = plusMonths(day, series.expiresAfter);
  return meta;
}

class Tree {
  folders = new Map(); // path → item
  #names = new Set();

  constructor(person) {
    this.person = person;
  }

  // The id of the folder at `path`, made with its ancestors; `day` is that of the first document in it.
  at(path, day) {
    if (!path) return 'root';
    const known = this.folders.get(path);
    if (known) return known.id;
    const cut = path.lastIndexOf('/');
    const parent = this.at(path.slice(0, Math.max(cut, 0)), day);
    const item = { id: idFor(`${this.person.id} ${path}/`, day), type: 'folder', parent, name: path.slice(cut + 1) };
    this.folders.set(path, item);
    return item.id;
  }

  // Two documents of one folder never share a name.
  unique(parent, stem, extension) {
    for (let i = 1; ; i += 1) {
      const name = `${stem}${i > 1 ? ` (${i})` : ''}.${extension}`;
      if (this.#names.has(`${parent}/${name}`)) continue;
      this.#names.add(`${parent}/${name}`);
      return name;
    }
  }
}

export function gather({ person, plan, last, keep = Infinity }) {
  const wanted = plan.flatMap((series, s) => {
    const days = daysOf(series, last, new Random(`${person.id} days ${s}`));
    return days.map((day, n) => ({ series, s, day, n })).slice(-keep);
  });
  wanted.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));

  const tree = new Tree(person);
  const ids = new Map();
  const documents = wanted.map(({ series, s, day, n }) => {
    const seed = `${person.id} ${s} ${n}`;
    const parent = tree.at(value(series.at, day), day);
    const id = idFor(seed, day);
    if (series.key) ids.set(series.key(day), id);
    const random = new Random(seed);
    const item = { id, type: 'document', parent, official: Boolean(series.issuer), meta: metaOf(series, day, random) };
    if (series.issuer) {
      item.issuer = { id: series.issuer.id, name: series.issuer.name };
      item.validity = { from: day, to: series.validMonths ? plusMonths(day, series.validMonths) : null };
    }
    return { item, series, context: { person, day, n, random, issuer: series.issuer } };
  });
  for (const { item, series, context } of documents) {
    const annexOf = series.annexOf && ids.get(series.annexOf(context.day));
    if (annexOf) item.meta.annex_of = annexOf;
  }
  return { folders: [...tree.folders.values()], documents, unique: (...args) => tree.unique(...args) };
}
