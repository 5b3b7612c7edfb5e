// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages an authorization request needs: log in, then a second factor if the request asks for more, then consent.
import { errors, interactionPolicy } from 'oidc-provider';
import { reaches, wantedLevel } from './assurance.mjs';

const { Check, Prompt, base } = interactionPolicy;

function needsStepUp(ctx) {
  const { params, session } = ctx.oidc;
  const wanted = wantedLevel(params.acr_values);
  if (wanted === undefined) return Check.NO_NEED_TO_PROMPT;
  if (wanted === null) {
    throw new errors.CustomOIDCProviderError('unmet_authentication_requirements', 'no requested level of assurance can be reached');
  }
  return reaches(session.acr, wanted) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
}

export function policy() {
  const prompts = base();
  prompts.add(new Prompt(
    { name: 'step_up', requestable: false },
    new Check('level_too_low', 'a higher level of assurance is required', needsStepUp),
  ), 1);
  return prompts;
}
