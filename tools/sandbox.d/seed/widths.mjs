// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the fonts every PDF reader has: its bytes in WinAnsiEncoding (ISO 32000-1, annex D) and its width.

// Advance widths of Helvetica from space to tilde, in thousandths of the size; bold ones differ little enough to scale.
const HELVETICA = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584];
const BOLD_SCALE = 1.07;
const OUTSIDE_LATIN_1 = { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97 };

export function winAnsi(text) {
  return Buffer.from([...text].map((character) => {
    const code = OUTSIDE_LATIN_1[character] ?? character.codePointAt(0);
    if (code > 0xff) throw new Error(`no place for ${character} in WinAnsiEncoding`);
    return code;
  }));
}

export function widthOf(text, size, bold) {
  let sum = 0;
  // An accent stands over its letter and adds no width.
  for (const character of text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')) {
    sum += HELVETICA[character.charCodeAt(0) - 32] ?? 556;
  }
  return (sum * size * (bold ? BOLD_SCALE : 1)) / 1000;
}

export function wrap(text, width, size, bold) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}
