// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { html } from './html.mjs';
import { page } from './layout.mjs';

const WORDS = {
  openid: 'Saber su tipo y número de identificación, y con qué nivel de garantía ingresó.',
  folder: 'Saber su nombre, y leer y organizar su carpeta ciudadana.',
  acts: 'Hacer en su carpeta los actos que usted confirme uno por uno, como abrir una notificación.',
  offline_access: 'Seguir conectado en este computador hasta que usted cierre la sesión.',
};

export const consentPage = ({ uid, clientName, name, scopes }) => page({
  title: `¿Autoriza a ${clientName}?`,
  lead: `Ingresó como ${name}. ${clientName} podrá:`,
  content: html`<ul class="scopes">
${scopes.filter((scope) => WORDS[scope]).map((scope) => html`<li>${WORDS[scope]}</li>
`)}</ul>
<form method="post" action="/ingreso/${uid}">
<div class="actions">
<button type="submit" name="decision" value="allow" autofocus>Autorizar</button>
<button type="submit" name="decision" value="cancel" class="plain">No autorizar</button>
</div>
</form>`,
});
