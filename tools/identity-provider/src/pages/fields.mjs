// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Form fields with a visible label, a hint tied to the field, and the error tied to it when it is wrong.
import { IDENTITY_TYPES } from '../identity.mjs';
import { html } from './html.mjs';

export function field({ name, label, hint, type = 'text', value = '', autocomplete = 'off', focus, invalid, ...more }) {
  const described = [hint && `${name}-hint`, invalid && 'error'].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="${name}">${label}</label>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required${
  described ? html` aria-describedby="${described}"` : ''}${invalid ? html` aria-invalid="true"` : ''}${
  focus ? html` autofocus` : ''}${more.inputmode ? html` inputmode="${more.inputmode}"` : ''}${
  more.maxlength ? html` maxlength="${more.maxlength}"` : ''}>
</div>`;
}

export function identityFields({ idType = 'CC', idNumber = '', focus, invalid, checkDigit }) {
  return html`<div class="field">
<label for="id_type">Tipo de identificación</label>
<select id="id_type" name="id_type" required>
${IDENTITY_TYPES.map(({ code, label }) => html`<option value="${code}"${code === idType ? html` selected` : ''}>${label}</option>
`)}</select>
</div>
${field({
    name: 'id_number', label: 'Número', value: idNumber, autocomplete: 'username', focus, invalid, maxlength: 24,
    hint: checkDigit ? 'Sin puntos. Si es un NIT, con el dígito de verificación: 900123456-8.' : 'Sin puntos ni espacios.',
  })}`;
}
