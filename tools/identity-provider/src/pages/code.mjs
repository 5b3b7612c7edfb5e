// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { field } from './fields.mjs';
import { html } from './html.mjs';
import { page } from './layout.mjs';

export const codePage = ({ uid, clientName, name, error }) => page({
  title: 'Confirme con su código',
  lead: `${name}: lo que va a hacer en ${clientName} pide un nivel de garantía alto, así que además de la contraseña se pide un segundo factor.`,
  error,
  content: html`<p role="status" class="notice"><strong>Código enviado.</strong> En un servicio real le llegaría a su teléfono.
En esta demostración nada se envía: escriba el código de seguridad de seis dígitos que recibió al registrarse.</p>
<form method="post" action="/ingreso/${uid}">
${field({
    name: 'code', label: 'Código de seguridad', hint: 'Seis dígitos.', autocomplete: 'one-time-code', inputmode: 'numeric',
    maxlength: 7, focus: true, invalid: Boolean(error),
  })}
<div class="actions">
<button type="submit" name="decision" value="enter">Confirmar</button>
<button type="submit" name="decision" value="cancel" class="plain" formnovalidate>Cancelar</button>
</div>
</form>`,
});
