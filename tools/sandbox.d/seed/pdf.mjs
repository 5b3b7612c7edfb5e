// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes PDF 1.7 (ISO 32000-1): pages of drawing operators, two fonts, a title; the same input gives the same bytes.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const A4 = [595, 842];
// Text strings outside content are UTF-16 (7.9.2.2).
const textString = (text) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const pdfDate = (day) => `(D:${day.replaceAll('-', '')}100000-05'00')`;
const font = (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

function stream(content) {
  const packed = deflateSync(content, { level: 6 });
  return Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')]);
}

// pages: Buffers of content operators that use the fonts /F1 (regular) and /F2 (bold).
export function writePdf({ pages, title, author, day }) {
  const bodies = []; // object n is bodies[n - 1]
  const add = (body) => bodies.push(body);
  const CATALOG = 1;
  const TREE = 2;
  const FONTS = 3;
  add(`<< /Type /Catalog /Pages ${TREE} 0 R /Lang (es-CO) /ViewerPreferences << /DisplayDocTitle true >> >>`);
  const firstPage = 7;
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${A4.join(' ')}] >>`);
  add(`<< /Font << /F1 4 0 R /F2 5 0 R >> >>`);
  add(font('Helvetica'));
  add(font('Helvetica-Bold'));
  const INFO = add(`<< /Title ${textString(title)} /Author ${textString(author)} /Producer (Carriel sandbox) /CreationDate ${pdfDate(day)} >>`);
  pages.forEach((content, i) => {
    add(`<< /Type /Page /Parent ${TREE} 0 R /Resources ${FONTS} 0 R /Contents ${firstPage + 2 * i + 1} 0 R >>`);
    add(stream(content));
  });

  const chunks = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = chunks[0].length;
  const offsets = bodies.map((body, i) => {
    const chunk = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    at += chunk.length;
    return at - chunk.length;
  });
  const id = createHash('sha256').update(Buffer.concat(chunks)).digest('hex').slice(0, 32);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(Buffer.from(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n`
    + `<< /Size ${bodies.length + 1} /Root ${CATALOG} 0 R /Info ${INFO} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(chunks);
}
