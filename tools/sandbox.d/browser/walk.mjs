// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the pages of the identity provider and of the signing service as a person does: reads each page, fills its form,
// presses its button.
import { readForms, readLinks, readText, readTitle } from './markup.mjs';
import { Navigator } from './navigator.mjs';

const PAGES_MAX = 12;

const KINDS = [
  ['enrolment', ({ fields }) => 'password_again' in fields],
  ['signing-permission', ({ fields }) => 'password' in fields && 'code' in fields],
  ['signing-login', ({ fields }) => 'password' in fields && 'user' in fields],
  ['login', ({ fields }) => 'password' in fields],
  ['step-up', ({ fields }) => 'code' in fields],
  ['consent', ({ buttons }) => buttons.some(({ value }) => value === 'allow')],
  ['enrolled', ({ method }) => method === 'get'],
];

function recognise(page) {
  for (const form of readForms(page.html)) {
    const [kind] = KINDS.find(([, is]) => is(form)) ?? [];
    if (kind) return { kind, form };
  }
  throw new Error(readText(page.html, 'role', 'alert') ?? `a page without a known form: ${readTitle(page.html)} (${page.status})`);
}

const REFUSALS = { consent: { decision: 'cancel' }, 'signing-permission': { deny: '1' } };

function answers(kind, person, signingPin) {
  switch (kind) {
    case 'login': return { id_type: person.id_type, id_number: person.id_number, password: person.password, decision: 'enter' };
    case 'step-up': return { code: person.second_factor, decision: 'enter' };
    case 'consent': return { decision: 'allow' };
    case 'signing-login': return { user: person.user, password: person.password };
    case 'signing-permission': return { password: signingPin, code: person.second_factor };
    case 'enrolment': return {
      id_type: person.id_type,
      id_number: person.check_digit === undefined ? person.id_number : `${person.id_number}-${person.check_digit}`,
      name: person.name,
      email: person.email,
      password: person.password,
      password_again: person.password,
    };
    default: return {};
  }
}

const submit = (navigator, page, form, filled) => {
  const target = new URL(form.action, page.url);
  if (form.method === 'post') return navigator.load(target, { method: 'POST', form: { ...form.fields, ...filled }, referrer: page.url });
  return navigator.load(target);
};

// Ends at the program's callback: {status, steps, second_factor}. Any refusal of the provider is thrown in its own words.
// `enrol`: register the person before logging in; the code shown then is put into person.second_factor.
// `signingPin`: of the key that the signing service is to use. `navigator`: a browser that is already open, with its sessions.
export async function walk({ url, ca, person, enrol = false, refuseConsent = false, signingPin, services = [], navigator: open = null }) {
  const navigator = open ?? new Navigator({ ca, services });
  const steps = [];
  try {
    let page = await navigator.load(url);
    for (let i = 0; i < PAGES_MAX; i += 1) {
      if (page.atProgram) return { status: page.status, steps, url: page.url, second_factor: person.second_factor };
      const { kind, form } = recognise(page);
      const problem = readText(page.html, 'role', 'alert');
      if (problem) throw new Error(problem);
      if (kind === 'login' && enrol && !steps.includes('enrolment')) {
        const link = readLinks(page.html).find((href) => href.endsWith('/registro'));
        page = await navigator.load(new URL(link, page.url));
        steps.push('enrolment');
        continue;
      }
      if (kind === 'enrolled') person.second_factor = readText(page.html, 'id', 'second-factor');
      if (kind !== 'enrolment' && kind !== 'enrolled') steps.push(kind);
      const filled = (refuseConsent && REFUSALS[kind]) || answers(kind, person, signingPin);
      page = await submit(navigator, page, form, filled);
    }
    throw new Error('the login pages do not end');
  } finally {
    if (!open) navigator.close();
  }
}
