// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of assurance (niveles de garantía), lowest first, as `acr` values.
export const LEVELS = ['low', 'medium', 'high', 'very-high'].map((name) => `urn:carpeta:loa:${name}`);

export const PASSWORD_LEVEL = LEVELS[1];
export const PASSWORD_AND_CODE_LEVEL = LEVELS[2];

const rank = (acr) => LEVELS.indexOf(acr);
export const reaches = (acr, wanted) => rank(acr) >= rank(wanted);

// What the request asks for: the first of acr_values that this provider can give. `undefined` if it asks for nothing,
// `null` if it asks only for what cannot be had here (RFC 9470, section 5: unmet_authentication_requirements).
export function wantedLevel(acrValues) {
  const known = (acrValues ?? '').split(' ').filter((value) => LEVELS.includes(value));
  if (known.length === 0) return undefined;
  return known.find((value) => reaches(PASSWORD_AND_CODE_LEVEL, value)) ?? null;
}
