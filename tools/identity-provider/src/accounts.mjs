// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The identities this provider knows, kept in one JSON file of its state folder.
import { readJson, writeJson } from './files.mjs';
import { readIdentity } from './identity.mjs';
import { hashSecret, verifySecret } from './secrets.mjs';

export class Accounts {
  #path;
  #bySubject;

  constructor(path) {
    this.#path = path;
    this.#bySubject = new Map(readJson(path, []).map((account) => [account.sub, account]));
  }

  find(subject) {
    return this.#bySubject.get(subject);
  }

  // Makes an identity; `secondFactor` is its fixed six-digit code. {account} or {error} in words.
  async add({ idType, idNumber, name, email, password, secondFactor }) {
    const identity = readIdentity(idType, idNumber);
    if (identity.error) return { error: identity.error };
    const [hash, code] = await Promise.all([hashSecret(password), hashSecret(secondFactor)]);
    // Asked after the slow part: two requests at once must not make the same identity twice.
    if (this.#bySubject.has(identity.subject)) return { error: 'Esa identidad ya está registrada. Ingrese con su contraseña.' };
    const account = {
      sub: identity.subject, id_type: identity.type, id_number: identity.number, name, email, password: hash, code,
    };
    this.#bySubject.set(account.sub, account);
    writeJson(this.#path, [...this.#bySubject.values()]);
    return { account };
  }

  async passwordFits(subject, password) {
    return verifySecret(password, this.find(subject)?.password);
  }

  async codeFits(subject, code) {
    return verifySecret(code, this.find(subject)?.code);
  }
}

// What tokens may say of a person; the provider picks by scope (provider.mjs).
export const claimsOf = ({ sub, name, id_type, id_number }) => ({ sub, name, id_type, id_number });
