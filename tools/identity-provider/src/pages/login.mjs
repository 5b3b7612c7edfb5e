// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { field, identityFields } from './fields.mjs';
import { html } from './html.mjs';
import { page } from './layout.mjs';

export const loginPage = ({ uid, clientName, idType, idNumber, error }) => page({
  title: 'Ingrese con su identidad',
  lead: `${clientName} le pide confirmar quién es usted. ${clientName} no ve su contraseña.`,
  error,
  content: html`<form method="post" action="/ingreso/${uid}">
${identityFields({ idType, idNumber, focus: !idNumber, invalid: Boolean(error) })}
${field({
    name: 'password', label: 'Contraseña', type: 'password', autocomplete: 'current-password',
    focus: Boolean(idNumber), invalid: Boolean(error),
  })}
<div class="actions">
<button type="submit" name="decision" value="enter">Ingresar</button>
<button type="submit" name="decision" value="cancel" class="plain" formnovalidate>Cancelar</button>
</div>
</form>
<p>¿Es su primera vez aquí? <a href="/ingreso/${uid}/registro">Registre su identidad</a></p>`,
});
