// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who can sign in the sandbox: every person, every entity, and two certificates that are good for nothing any more.
import { existsSync } from 'node:fs';
import { ENTITIES, PEOPLE } from '../people.mjs';

const RSA = ['carlos', 'espiga']; // the others have keys on P-256

function subjectOf(person) {
  if (person.id_type === 'NIT') return `/C=CO/O=${person.name}/title=Representante legal/serialNumber=NIT ${person.id_number}/CN=${person.name}`;
  return `/C=CO/serialNumber=${person.id_type} ${person.id_number}/CN=${person.name}`;
}

function wanted() {
  const people = PEOPLE.map((person) => ({
    name: person.user, subject: subjectOf(person), owner: person.name, email: person.email, key: RSA.includes(person.user) ? 'rsa' : 'ec', state: 'valid',
  }));
  const entities = ENTITIES.map(({ id, name }, number) => ({
    name: `entidad-${number + 1}`, subject: `/C=CO/O=${name}/serialNumber=NIT ${id.split(':').pop()}/CN=Sello de ${name}`, owner: name,
    email: `sello${number + 1}@example.org`, key: 'rsa', state: 'valid',
  }));
  const [ana, carlos] = people;
  return [...people, ...entities,
    { ...carlos, name: 'carlos-revocado', key: 'ec', state: 'revoked' },
    { ...ana, name: 'ana-vencida', state: 'expired', from: '20240101000000Z', to: '20250101000000Z' },
  ];
}

// Makes what is missing; answers with one entry each: { user, owner, state, p12, password, certificate }.
export function signers(authority) {
  return wanted().map((one) => {
    const password = `firma-de-${one.name}`;
    if (!existsSync(authority.at(`${one.name}.p12`))) {
      authority.issue(one.name, one.subject, 'signer', one);
      authority.pack(one.name, password, one.owner);
      if (one.state === 'revoked') authority.revoke(one.name);
    }
    return {
      user: one.name, owner: one.owner, state: one.state, p12: authority.at(`${one.name}.p12`), password,
      certificate: authority.at(`${one.name}.pem`),
    };
  });
}
