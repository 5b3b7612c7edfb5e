// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Is it still you? The second factor raises a session that has given its password: level high.
import { PASSWORD_AND_CODE_LEVEL } from '../assurance.mjs';
import { sendPage } from '../http.mjs';
import { codePage } from '../pages/code.mjs';
import { cancel, finish, now, wait } from './finish.mjs';

const pageFor = ({ interaction, client, accounts }, error) => codePage({
  uid: interaction.uid, clientName: client.clientName, name: accounts.find(interaction.session.accountId).name, error,
});

async function submit(tools) {
  const { res, form, interaction, accounts, attempts } = tools;
  if (form.get('decision') === 'cancel') return cancel(tools);
  const subject = interaction.session.accountId;
  const counted = `code:${subject}`; // apart from the password's count: a good password must not reset it
  const again = (error, status = 401) => sendPage(res, pageFor(tools, error), status);

  const closed = attempts.closedFor(counted);
  if (closed) return again(wait(closed), 429);
  if (!await accounts.codeFits(subject, (form.get('code') ?? '').replace(/\s/g, ''))) {
    const left = attempts.failed(counted);
    return left ? again('El código no es correcto.') : again(`El código no es correcto. ${wait(attempts.closedFor(counted))}`, 429);
  }
  const closedMeanwhile = attempts.closedFor(counted);
  if (closedMeanwhile) return again(wait(closedMeanwhile), 429);
  attempts.succeeded(counted);
  return finish(tools, {
    login: { accountId: subject, acr: PASSWORD_AND_CODE_LEVEL, amr: ['pwd', 'otp', 'mfa'], ts: now(), remember: true },
    step_up: {},
  });
}

export const codeStep = { show: (tools) => sendPage(tools.res, pageFor(tools)), submit };
