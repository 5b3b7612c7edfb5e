// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// html`…${value}…`: every value is escaped unless it is html itself.
class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (value) => String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]);

function render(value) {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(render).join('');
  return value instanceof Html ? value.text : escape(value);
}

export const html = (parts, ...values) => new Html(parts.reduce((text, part, i) => text + render(values[i - 1]) + part));

// For markup made by the library itself.
export const trusted = (markup) => new Html(markup);
