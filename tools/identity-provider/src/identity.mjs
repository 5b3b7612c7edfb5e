// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Identity documents of Colombia: which types there are, which numbers each allows, and the subject made of both.

// `number` is tested after normalisation: without spaces and points, letters in capitals.
export const IDENTITY_TYPES = [
  { code: 'CC', label: 'Cédula de ciudadanía', number: /^[1-9]\d{2,9}$/, hint: 'De 3 a 10 dígitos' },
  { code: 'TI', label: 'Tarjeta de identidad', number: /^\d{10,11}$/, hint: '10 u 11 dígitos' },
  { code: 'CE', label: 'Cédula de extranjería', number: /^[1-9]\d{2,9}$/, hint: 'De 3 a 10 dígitos' },
  { code: 'PA', label: 'Pasaporte', number: /^[A-Z0-9]{5,20}$/, hint: 'De 5 a 20 letras y dígitos' },
  { code: 'PEP', label: 'Permiso especial de permanencia', number: /^\d{15}$/, hint: '15 dígitos' },
  { code: 'PPT', label: 'Permiso por protección temporal', number: /^[1-9]\d{2,9}$/, hint: 'De 3 a 10 dígitos' },
  { code: 'NIT', label: 'NIT (persona jurídica)', number: /^\d{9}$/, hint: '9 dígitos y el de verificación: 900123456-8' },
];

const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

// The digit that follows a NIT (DIAN: weights from the right, modulo 11).
export function nitCheckDigit(number) {
  const sum = [...number].reverse().reduce((total, digit, i) => total + Number(digit) * WEIGHTS[i], 0);
  const rest = sum % 11;
  return rest < 2 ? rest : 11 - rest;
}

const refuse = (message) => ({ error: message });

// Reads what a person typed. A NIT may carry its check digit ("900.123.456-8"); at enrolment it must.
// Answers {type, number, subject} or {error} in words for the person.
export function readIdentity(typeCode, typed, { checkDigitRequired = false } = {}) {
  const type = IDENTITY_TYPES.find((candidate) => candidate.code === typeCode);
  if (!type) return refuse('Elija el tipo de identificación.');
  let number = String(typed ?? '').replace(/[\s.]/g, '').toUpperCase();
  if (type.code === 'NIT') {
    const [, stem, digit] = /^(\d{9})-?(\d)?$/.exec(number) ?? [];
    if (!stem) return refuse('Escriba los 9 dígitos del NIT y el de verificación, por ejemplo 900123456-8.');
    if (digit === undefined && checkDigitRequired) return refuse('Falta el dígito de verificación del NIT.');
    if (digit !== undefined && Number(digit) !== nitCheckDigit(stem)) {
      return refuse('El dígito de verificación no corresponde a ese NIT. Revise el número.');
    }
    number = stem;
  }
  if (!type.number.test(number)) return refuse(`Revise el número: ${type.hint.toLowerCase()}.`);
  return { type: type.code, number, subject: subjectOf(type.code, number) };
}

// `co:CC:1020304050`; a NIT without its check digit.
export const subjectOf = (type, number) => `co:${type}:${number}`;
