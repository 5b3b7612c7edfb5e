// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Just enough HTML to use a form: what it asks, where it goes, which buttons it has.
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decode = (text) => text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) => (code ? String.fromCodePoint(code) : NAMED[name] ?? whole));

function attributes(tag) {
  const found = {};
  for (const [, name, value] of tag.matchAll(/([\w-]+)(?:\s*=\s*"([^"]*)")?/g)) found[name.toLowerCase()] = decode(value ?? '');
  return found;
}

const all = (text, pattern) => [...text.matchAll(pattern)];
const textOf = (markup) => decode(markup.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();

export function readForms(html) {
  return all(html, /<form\b([^>]*)>([\s\S]*?)<\/form>/gi).map(([, head, body]) => {
    const { action = '', method = 'get' } = attributes(head);
    const fields = {};
    for (const [, tag] of all(body, /<input\b([^>]*)>/gi)) {
      const input = attributes(tag);
      if (input.name) fields[input.name] = input.value ?? '';
    }
    for (const [, tag, inside] of all(body, /<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
      const options = all(inside, /<option\b([^>]*)>/gi).map(([, option]) => attributes(option));
      fields[attributes(tag).name] = (options.find((option) => 'selected' in option) ?? options[0])?.value ?? '';
    }
    const buttons = all(body, /<button\b([^>]*)>/gi).map(([, tag]) => attributes(tag));
    return { action, method: method.toLowerCase(), fields, buttons };
  });
}

// The text of the first element with that role or id, or undefined.
export function readText(html, attribute, value) {
  const [, , inside] = new RegExp(`<(\\w+)[^>]*\\b${attribute}="${value}"[^>]*>([\\s\\S]*?)</\\1>`, 'i').exec(html) ?? [];
  return inside === undefined ? undefined : textOf(inside);
}

export const readTitle = (html) => textOf(/<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '');
export const readLinks = (html) => all(html, /<a\b([^>]*)>/gi).map(([, tag]) => attributes(tag).href).filter(Boolean);
