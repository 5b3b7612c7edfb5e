// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every request: the style sheet and the interaction pages are ours, the rest is oidc-provider's.
import { readFileSync } from 'node:fs';
import { Attempts } from './attempts.mjs';
import { readForm, sameOrigin, sendPage, securityHeaders } from './http.mjs';
import { errorPage } from './pages/provider-pages.mjs';
import { homePage } from './pages/home.mjs';
import { codeStep } from './steps/code.mjs';
import { consentStep } from './steps/consent.mjs';
import { enrolStep } from './steps/enrol.mjs';
import { loginStep } from './steps/login.mjs';

const STYLE = readFileSync(new URL('./pages/style.css', import.meta.url));
const STEP_OF_PROMPT = { login: loginStep, step_up: codeStep, consent: consentStep };
const PAGE = /^\/ingreso\/([\w-]{1,64})(\/registro)?$/;

export function makeHandler({ provider, accounts, issuer }) {
  const standard = provider.callback();
  const attempts = new Attempts();

  async function interact(req, res, [, uid, enrolment]) {
    const interaction = await provider.interactionDetails(req, res);
    if (interaction.uid !== uid) return sendPage(res, errorPage({ error: 'interaction_changed' }), 400);
    const step = enrolment ? enrolStep : STEP_OF_PROMPT[interaction.prompt.name];
    if (enrolment && interaction.prompt.name !== 'login') return sendPage(res, errorPage({ error: 'out_of_order' }), 400);
    const client = await provider.Client.find(interaction.params.client_id);
    const tools = { req, res, provider, accounts, attempts, interaction, client };
    if (req.method === 'GET' || req.method === 'HEAD') return step.show(tools);
    if (req.method !== 'POST') return sendPage(res, errorPage({ error: 'method_not_allowed' }), 405);
    if (!sameOrigin(req, issuer)) return sendPage(res, errorPage({ error: 'foreign_form' }), 403);
    const form = await readForm(req);
    if (!form) return sendPage(res, errorPage({ error: 'unreadable_form' }), 400);
    return step.submit({ ...tools, form });
  }

  return async (req, res) => {
    const path = req.url.split('?', 1)[0];
    if (path === '/estilo.css') {
      res.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' });
      return res.end(STYLE);
    }
    if (path === '/') return sendPage(res, homePage());
    const match = PAGE.exec(path);
    if (!match) {
      securityHeadersUnlessScripted(path, res);
      return standard(req, res);
    }
    try {
      return await interact(req, res, match);
    } catch (error) {
      // Mostly an old tab: the request it belonged to has ended.
      const known = error.name === 'SessionNotFound';
      if (!known) console.error(JSON.stringify({ time: new Date().toISOString(), event: 'page_error', stack: error.stack }));
      return res.headersSent ? res.end() : sendPage(res, errorPage({ error: error.error ?? 'server_error' }), known ? 400 : 500);
    }
  };
}

// oidc-provider's page that switches persons submits itself by a script of its own; every other answer gets our policy.
function securityHeadersUnlessScripted(path, res) {
  if (!path.startsWith('/auth/') && !path.startsWith('/session/end')) securityHeaders(res);
}
