// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who lives in the sandbox. All are invented; passwords and codes are no secret, they are printed at the start.
import { nitCheckDigit, subjectOf } from '../identity-provider/src/identity.mjs';

const person = (user, type, number, name, rest) => ({
  id: subjectOf(type, number), user, name, id_type: type, id_number: number,
  ...(type === 'NIT' && { check_digit: nitCheckDigit(number) }),
  email: `${user}@example.org`, ...rest,
});

export const PEOPLE = [
  person('ana', 'CC', '1020304050', 'Ana María Pérez', { password: 'carpeta-de-ana', second_factor: '204060', has_folder: true }),
  person('carlos', 'CC', '79845612', 'Carlos Restrepo', { password: 'carpeta-de-carlos', second_factor: '135791', has_folder: true }),
  person('espiga', 'NIT', '901234567', 'Panadería La Espiga S.A.S.', { password: 'carpeta-de-la-espiga', second_factor: '864201', has_folder: true }),
  // She has an identity and no folder yet: for enrolment.
  person('claudia', 'CC', '52467893', 'Claudia Gómez Rincón', { password: 'carpeta-de-claudia', second_factor: '975310', has_folder: false }),
];

const entity = (number, name) => ({ id: subjectOf('NIT', number), name, check_digit: nitCheckDigit(number) });

export const ENTITIES = [
  entity('900100201', 'Dirección de Impuestos de demostración'),
  entity('900100302', 'Universidad del Valle Alto de demostración'),
  entity('900100403', 'Salud y Registro Civil de demostración'),
];
export const [TAXES, UNIVERSITY, HEALTH] = ENTITIES;

export const OPERATOR = entity('900100504', 'Operador de demostración');
