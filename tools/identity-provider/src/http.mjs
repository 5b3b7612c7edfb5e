// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The little HTTP that the interaction pages need.
const BODY_MAX = 16 * 1024;

// The forms end at the program's loopback address; browsers hold redirects after a form to form-action, too.
export const CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
  + "frame-ancestors 'none'; form-action 'self' http://127.0.0.1:* http://[::1]:*";

export function securityHeaders(res) {
  res.setHeader('Content-Security-Policy', CONTENT_POLICY);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'same-origin'); // with no-referrer, browsers hide the Origin of our own forms too
  res.setHeader('Cache-Control', 'no-store');
}

export function sendPage(res, page, status = 200) {
  securityHeaders(res);
  res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  res.end(page);
}

export async function readForm(req) {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) return null;
  const chunks = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > BODY_MAX) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

// A form of another site may not be posted here; the cookies are SameSite too.
export const sameOrigin = (req, issuer) => {
  const { origin } = req.headers;
  return origin === undefined || origin === new URL(issuer).origin;
};
