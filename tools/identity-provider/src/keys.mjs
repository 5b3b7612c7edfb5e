// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The provider's own secrets, made once and kept: the ES256 signing key, the cookie key, the DPoP nonce secret.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readJson, writeJson } from './files.mjs';

function makeKeys() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signing = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: randomBytes(8).toString('base64url') };
  return { jwks: { keys: [signing] }, cookie: randomBytes(32).toString('base64url'), dpop: randomBytes(32).toString('base64url') };
}

export function loadKeys(path) {
  let keys = readJson(path, null);
  if (!keys) {
    keys = makeKeys();
    writeJson(path, keys);
  }
  return { jwks: keys.jwks, cookieKeys: [keys.cookie], dpopNonceSecret: Buffer.from(keys.dpop, 'base64url') };
}
