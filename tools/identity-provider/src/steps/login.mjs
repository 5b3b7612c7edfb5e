// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who are you? Identity and password: level medium.
import { PASSWORD_LEVEL } from '../assurance.mjs';
import { readIdentity } from '../identity.mjs';
import { sendPage } from '../http.mjs';
import { loginPage } from '../pages/login.mjs';
import { cancel, finish, now, wait } from './finish.mjs';

const WRONG = 'La identificación o la contraseña no son correctas.';

function show({ res, interaction, client }) {
  // Asked again (prompt=login, max_age): the person who is here need not type the number once more.
  const known = interaction.session?.accountId ?? interaction.params.login_hint ?? '';
  const [, idType, idNumber] = /^co:([A-Z]+):([A-Z0-9]+)$/.exec(known) ?? [];
  sendPage(res, loginPage({ uid: interaction.uid, clientName: client.clientName, idType, idNumber }));
}

async function submit(tools) {
  const { res, form, interaction, client, accounts, attempts } = tools;
  if (form.get('decision') === 'cancel') return cancel(tools);
  const typed = { idType: form.get('id_type') ?? '', idNumber: form.get('id_number') ?? '' };
  const again = (error, status = 401) => sendPage(res, loginPage({
    uid: interaction.uid, clientName: client.clientName, ...typed, error,
  }), status);

  const identity = readIdentity(typed.idType, typed.idNumber);
  if (identity.error) return again(identity.error, 400);
  const closed = attempts.closedFor(identity.subject);
  if (closed) return again(wait(closed), 429);
  if (!await accounts.passwordFits(identity.subject, form.get('password') ?? '')) {
    const left = attempts.failed(identity.subject);
    return left ? again(WRONG) : again(`${WRONG} ${wait(attempts.closedFor(identity.subject))}`, 429);
  }
  // Tries made at the same moment as the one that closed it do not open it again.
  const closedMeanwhile = attempts.closedFor(identity.subject);
  if (closedMeanwhile) return again(wait(closedMeanwhile), 429);
  attempts.succeeded(identity.subject);
  return finish(tools, {
    login: { accountId: identity.subject, acr: PASSWORD_LEVEL, amr: ['pwd'], ts: now(), remember: true },
  });
}

export const loginStep = { show, submit };
