// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// node open-all.mjs FOLDER < texts.json: tries every private key below FOLDER (the operator's, the identity provider's) and every secret
// of 32 bytes on every JWE in the texts, and says which opened. One that it makes itself to one of these keys must ("control").
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Of the sandbox's identity provider, which is there wherever a sandbox is.
const provider = createRequire(new URL('../../tools/identity-provider/package.json', import.meta.url));
const { CompactEncrypt, compactDecrypt } = await import(pathToFileURL(provider.resolve('jose')));

const keys = [];
const secrets = [];

function take(material) {
  try {
    const key = createPrivateKey(material);
    if (['ec', 'x25519', 'rsa'].includes(key.asymmetricKeyType)) keys.push(key);
  } catch { /* no key */ }
}

function jwks(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.kty === 'string' && value.d) take({ key: value, format: 'jwk' });
  for (const inner of Object.values(value)) jwks(inner);
}

for (const file of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!file.isFile()) continue;
  const bytes = readFileSync(join(file.parentPath ?? file.path, file.name));
  if (bytes.length === 32) secrets.push(bytes);
  if (bytes.length > 1 << 20) continue;
  const text = bytes.toString('latin1');
  for (const [pem] of text.matchAll(/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/g)) take(pem);
  for (const [word] of text.matchAll(/[A-Za-z0-9_-]{43}|[0-9a-f]{64}/g))
    secrets.push(Buffer.from(word, word.length === 64 ? 'hex' : 'base64url'));
  try { jwks(JSON.parse(text)); } catch { /* no JSON */ }
}

const sealed = new Map(); // text → what it is called when it opens
const { texts } = JSON.parse(readFileSync(0, 'utf8'));
for (const text of texts)
  for (const [jwe] of text.matchAll(/eyJ[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){4}/g)) sealed.set(jwe, `JWE ${sealed.size}`);
const control = keys.find((key) => key.asymmetricKeyType === 'ec');
if (control)
  sealed.set(await new CompactEncrypt(new TextEncoder().encode('x')).setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
    .encrypt(createPublicKey(control)), 'control');

const opened = [];
for (const [jwe, name] of sealed) {
  const direct = JSON.parse(Buffer.from(jwe.split('.')[0], 'base64url')).alg === 'A256KW';
  for (const key of direct ? secrets : keys) {
    try {
      await compactDecrypt(jwe, key);
      opened.push(name);
      break;
    } catch { /* not with this one */ }
  }
}
process.stdout.write(`${JSON.stringify({ keys: keys.length, secrets: secrets.length, sealed: sealed.size, opened })}\n`);
