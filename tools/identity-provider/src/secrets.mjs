// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords and codes are kept as scrypt digests; two equal ones never look equal.
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt);
const COST = { N: 16384, r: 8, p: 1 };
const LENGTH = 32;

export async function hashSecret(secret) {
  const salt = randomBytes(16);
  const hash = await derive(secret.normalize('NFC'), salt, LENGTH, COST);
  return { kdf: 'scrypt', ...COST, salt: salt.toString('base64url'), hash: hash.toString('base64url') };
}

// Without a record the same work is done, so that the time does not tell who exists.
export async function verifySecret(secret, record) {
  const { N, r, p } = record ?? COST;
  const salt = Buffer.from(record?.salt ?? 'AAAAAAAAAAAAAAAAAAAAAA', 'base64url');
  const hash = await derive(secret.normalize('NFC'), salt, LENGTH, { N, r, p });
  return Boolean(record) && timingSafeEqual(hash, Buffer.from(record.hash, 'base64url'));
}

export const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0');
