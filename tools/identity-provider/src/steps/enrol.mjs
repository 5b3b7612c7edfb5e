// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A new identity; it is logged in by its password at once.
import { PASSWORD_LEVEL } from '../assurance.mjs';
import { readIdentity } from '../identity.mjs';
import { sendPage } from '../http.mjs';
import { enrolledPage, enrolPage } from '../pages/enrol.mjs';
import { newCode } from '../secrets.mjs';
import { now } from './finish.mjs';

const FIELDS = ['id_type', 'id_number', 'name', 'email', 'password', 'password_again'];

function problemOf(values, identity) {
  if (identity.error) return identity.error;
  if (values.name.length < 3) return 'Escriba el nombre completo.';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) return 'Revise el correo electrónico.';
  if ([...values.password].length < 10) return 'La contraseña debe tener al menos 10 caracteres.';
  if (values.password.length > 200) return 'La contraseña es demasiado larga.';
  if (values.password !== values.password_again) return 'Las dos contraseñas no son iguales.';
  return undefined;
}

async function submit({ req, res, form, provider, interaction, accounts }) {
  const values = Object.fromEntries(FIELDS.map((name) => [name, (form.get(name) ?? '')]));
  values.name = values.name.trim().slice(0, 120);
  values.email = values.email.trim().slice(0, 254);
  const identity = readIdentity(values.id_type, values.id_number, { checkDigitRequired: true });
  const problem = problemOf(values, identity);
  if (problem) return sendPage(res, enrolPage({ uid: interaction.uid, values, error: problem }), 400);

  const code = newCode();
  const { account, error } = await accounts.add({
    idType: identity.type, idNumber: identity.number, name: values.name, email: values.email, password: values.password, secondFactor: code,
  });
  if (error) return sendPage(res, enrolPage({ uid: interaction.uid, values, error }), 409);
  const next = await provider.interactionResult(req, res, {
    login: { accountId: account.sub, acr: PASSWORD_LEVEL, amr: ['pwd'], ts: now(), remember: true },
  });
  return sendPage(res, enrolledPage({ next, name: account.name, code }));
}

export const enrolStep = {
  show: ({ res, interaction }) => sendPage(res, enrolPage({ uid: interaction.uid })),
  submit,
};
