// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that look like something: a mountain view, and a scanned card with a portrait. Written as PNG (ISO/IEC 15948).
import { crc32Of } from './crc32.mjs';
import { deflateSync } from 'node:zlib';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32Of(body), body.length + 4);
  return framed;
}

// colour(x, y) → [red, green, blue]
function png(width, height, colour) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    rows[at++] = 0; // no filter
    for (let x = 0; x < width; x += 1) for (const part of colour(x, y)) rows[at++] = Math.max(0, Math.min(255, Math.round(part)));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, true colour
  const density = Buffer.alloc(9);
  density.writeUInt32BE(5906, 0); // 150 dpi
  density.writeUInt32BE(5906, 4);
  density[8] = 1;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('pHYs', density),
    chunk('IDAT', deflateSync(rows, { level: 6 })), chunk('IEND', Buffer.alloc(0))]);
}

const mix = (a, b, t) => a.map((part, i) => part + (b[i] - part) * t);

export function landscape(random, width = 960, height = 640) {
  const sky = random.pick([[[92, 148, 214], [233, 240, 246]], [[214, 128, 92], [250, 220, 170]], [[70, 90, 140], [190, 190, 220]]]);
  const ground = random.pick([[34, 92, 52], [58, 84, 40], [40, 70, 80]]);
  const sun = { x: random.integer(width * 0.15, width * 0.85), y: random.integer(height * 0.1, height * 0.3), r: random.integer(26, 46) };
  const ridges = Array.from({ length: 4 }, (_, layer) => {
    const waves = Array.from({ length: 5 }, (_, i) => ({
      f: ((i + 1) * (1 + random.next())) / width * 4, phase: random.next() * 7, a: (height * 0.07) / (i + 1),
    }));
    const base = height * (0.42 + 0.14 * layer);
    return Array.from({ length: width }, (_, x) => base - waves.reduce((sum, { f, phase, a }) => sum + a * Math.sin(x * f + phase), 0));
  });
  return png(width, height, (x, y) => {
    for (let layer = ridges.length - 1; layer >= 0; layer -= 1) {
      if (y > ridges[layer][x]) return mix(sky[1], ground, 0.35 + 0.2 * layer).map((part) => part + ((x * 7 + y * 13) % 5) - 2);
    }
    if (Math.hypot(x - sun.x, y - sun.y) < sun.r) return [255, 244, 214];
    return mix(sky[0], sky[1], y / height);
  });
}

// A card on a table, as a scanner or a telephone sees it: a portrait, lines of print that cannot be read, a seal.
export function scannedCard(random, width = 1012, height = 638) {
  const paper = random.pick([[236, 226, 190], [214, 228, 236], [232, 236, 220]]);
  const ink = random.pick([[40, 60, 110], [70, 50, 40], [30, 80, 70]]);
  const inside = (x, y, left, top, w, h) => x >= left && x < left + w && y >= top && y < top + h;
  const lengths = Array.from({ length: 8 }, () => random.integer(180, 480));
  const grain = random.integer(1, 1000);
  return png(width, height, (x, y) => {
    const noise = (((x * 374761393 + y * 668265263 + grain) >>> 13) % 9) - 4;
    const soft = (colour) => colour.map((part) => part + noise);
    if (!inside(x, y, 24, 24, width - 48, height - 48)) return soft([92, 88, 84]);
    if (inside(x, y, 24, 24, width - 48, 84)) return soft(ink);
    if (inside(x, y, 64, 150, 250, 320)) {
      const head = Math.hypot((x - 189) / 1.0, (y - 270) / 1.25) < 62;
      const shoulders = y > 350 && Math.hypot((x - 189) / 1.35, (y - 480) / 1.25) < 100;
      if (head) return soft([196, 150, 118]);
      return soft(shoulders ? ink : [206, 214, 222]);
    }
    const line = Math.floor((y - 160) / 40);
    if (line >= 0 && line < 8 && (y - 160) % 40 < 15 && x > 360 && x < 360 + lengths[line] && (x * 7 + line * 31) % 13 > 2) return soft(ink);
    const seal = Math.hypot(x - 860, y - 500);
    if (seal < 74 && (seal > 64 || seal < 46)) return soft(mix(paper, ink, 0.55));
    return soft(paper);
  });
}
