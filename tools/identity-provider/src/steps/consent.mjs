// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// May this program? A native program cannot prove that it is itself, so the person is asked each time (RFC 8252, 8.6).
import { sendPage } from '../http.mjs';
import { consentPage } from '../pages/consent.mjs';
import { cancel, finish } from './finish.mjs';

function show({ res, interaction, client, accounts }) {
  sendPage(res, consentPage({
    uid: interaction.uid,
    clientName: client.clientName,
    name: accounts.find(interaction.session.accountId).name,
    scopes: (interaction.params.scope ?? '').split(' '),
  }));
}

async function submit(tools) {
  const { provider, form, interaction } = tools;
  if (form.get('decision') !== 'allow') return cancel(tools);
  const { prompt: { details }, params, session } = interaction;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  if (details.missingOIDCScope) grant.addOIDCScope(details.missingOIDCScope.join(' '));
  if (details.missingOIDCClaims) grant.addOIDCClaims(details.missingOIDCClaims);
  for (const [resource, scopes] of Object.entries(details.missingResourceScopes ?? {})) {
    grant.addResourceScope(resource, scopes.join(' '));
  }
  return finish(tools, { consent: { grantId: await grant.save() } });
}

export const consentStep = { show, submit };
