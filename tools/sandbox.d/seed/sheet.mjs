// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Lays blocks out on A4 pages: {h}, {p}, {facts: [[name, value]]}, {table: [head, ...rows], widths}, {sign}, {pageBreak}.
import { writePdf } from './pdf.mjs';
import { widthOf, winAnsi, wrap } from './widths.mjs';

const LEFT = 62;
const RIGHT = 533;
const TOP = 742;
const BOTTOM = 86;
const BODY = 10.5;
const NOTICE = 'Documento de demostración: sin validez. Personas y entidades ficticias.';

class Pages {
  #done = [];
  #operators = [];
  y = TOP;

  constructor(head) {
    this.head = head;
    this.#begin();
  }

  #begin() {
    this.#operators = [];
    this.y = TOP;
    this.rectangle(0, 796, 595, 46, '0 0.282 0.518');
    this.text(this.head, LEFT, 813, 12, { bold: true, colour: '1 1 1' });
  }

  next() {
    this.#done.push(this.#operators);
    this.#begin();
  }

  room(height) {
    if (this.y - height < BOTTOM) this.next();
  }

  rectangle(x, y, width, height, colour) {
    this.#operators.push(`${colour} rg ${x} ${y} ${width} ${height} re f`);
  }

  line(x1, x2, y) {
    this.#operators.push(`0.6 G 0.5 w ${x1} ${y} m ${x2} ${y} l S`);
  }

  text(text, x, y, size, { bold = false, colour = '0.11 0.14 0.19', right = false } = {}) {
    const start = right ? x - widthOf(text, size, bold) : x;
    this.#operators.push(`BT ${colour} rg /${bold ? 'F2' : 'F1'} ${size} Tf ${start.toFixed(2)} ${y.toFixed(2)} Td <${winAnsi(text).toString('hex')}> Tj ET`);
  }

  finish() {
    this.#done.push(this.#operators);
    return this.#done.map((operators, i) => {
      this.#operators = operators;
      this.line(LEFT, RIGHT, 62);
      this.text(NOTICE, LEFT, 48, 8);
      this.text(`Página ${i + 1} de ${this.#done.length}`, RIGHT, 48, 8, { right: true });
      return Buffer.from(operators.join('\n'), 'latin1');
    });
  }
}

const draw = {
  h(pages, text) {
    pages.room(44);
    pages.y -= 8;
    for (const line of wrap(text, RIGHT - LEFT, 14, true)) {
      pages.text(line, LEFT, pages.y, 14, { bold: true, colour: '0 0.282 0.518' });
      pages.y -= 19;
    }
    pages.y -= 3;
  },
  p(pages, text) {
    for (const line of wrap(text, RIGHT - LEFT, BODY)) {
      pages.room(15);
      pages.text(line, LEFT, pages.y, BODY);
      pages.y -= 15;
    }
    pages.y -= 7;
  },
  facts(pages, pairs) {
    for (const [name, value] of pairs) {
      const lines = wrap(String(value), RIGHT - LEFT - 170, BODY);
      pages.room(16 * lines.length);
      pages.text(name, LEFT, pages.y, BODY, { bold: true });
      for (const line of lines) {
        pages.text(line, LEFT + 170, pages.y, BODY);
        pages.y -= 16;
      }
    }
    pages.y -= 6;
  },
  table(pages, [head, ...rows], { widths }) {
    const total = widths.reduce((sum, width) => sum + width, 0);
    const edges = widths.map((_, i) => LEFT + ((RIGHT - LEFT) * widths.slice(0, i + 1).reduce((sum, width) => sum + width, 0)) / total);
    const row = (cells, bold) => {
      cells.forEach((cell, i) => {
        const numeric = i > 0 && /^(- )?[$\d]/.test(String(cells[i])) && !bold;
        if (numeric) pages.text(String(cell), edges[i] - 6, pages.y, 9.5, { right: true });
        else pages.text(String(cell), i ? edges[i - 1] + 4 : LEFT + 4, pages.y, 9.5, { bold });
      });
      pages.y -= 16;
    };
    const header = () => {
      pages.rectangle(LEFT, pages.y - 5, RIGHT - LEFT, 17, '0.91 0.94 0.98');
      row(head, true);
    };
    pages.room(60);
    header();
    for (const cells of rows) {
      if (pages.y - 18 < BOTTOM) {
        pages.next();
        header();
      }
      row(cells, false);
      pages.line(LEFT, RIGHT, pages.y + 11);
    }
    pages.y -= 10;
  },
  sign(pages, [name, role]) {
    pages.room(80);
    pages.y -= 42;
    pages.line(LEFT, LEFT + 200, pages.y + 14);
    pages.text(name, LEFT, pages.y, BODY, { bold: true });
    pages.text(role, LEFT, pages.y - 14, 9.5);
    pages.y -= 36;
  },
  pageBreak(pages) {
    pages.next();
  },
};

// A PDF and its number of pages.
export function renderPdf({ head, title, blocks, day }) {
  const pages = new Pages(head);
  draw.h(pages, title);
  for (const block of blocks) {
    const [kind] = Object.keys(block);
    draw[kind](pages, block[kind], block);
  }
  const contents = pages.finish();
  return { bytes: writePdf({ pages: contents, title, author: head, day }), pages: contents.length };
}
