// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { field, identityFields } from './fields.mjs';
import { html } from './html.mjs';
import { page } from './layout.mjs';

export const enrolPage = ({ uid, values = {}, error }) => page({
  title: 'Registre su identidad',
  lead: 'Crea una identidad de demostración. Un proveedor real comprobaría sus datos con el registro civil o la cámara de comercio.',
  error,
  content: html`<form method="post" action="/ingreso/${uid}/registro">
${identityFields({ idType: values.id_type, idNumber: values.id_number, focus: true, invalid: Boolean(error), checkDigit: true })}
${field({ name: 'name', label: 'Nombre completo o razón social', value: values.name, autocomplete: 'name', maxlength: 120 })}
${field({ name: 'email', label: 'Correo electrónico', type: 'email', value: values.email, autocomplete: 'email', maxlength: 254 })}
${field({
    name: 'password', label: 'Contraseña', type: 'password', autocomplete: 'new-password', hint: 'Al menos 10 caracteres.', maxlength: 200,
  })}
${field({ name: 'password_again', label: 'Repita la contraseña', type: 'password', autocomplete: 'new-password', maxlength: 200 })}
<div class="actions"><button type="submit">Registrarme</button> <a href="/ingreso/${uid}">Ya tengo una identidad</a></div>
</form>`,
});

// Shown once: the code is kept only as a digest.
export const enrolledPage = ({ next, name, code }) => page({
  title: 'Identidad registrada',
  lead: `${name}, su identidad de demostración está lista.`,
  content: html`<p>Guarde su <strong>código de seguridad</strong>. Se le pedirá para los actos que exigen un nivel de garantía alto,
y no se vuelve a mostrar:</p>
<p class="code" id="second-factor">${code}</p>
<form method="get" action="${next}"><div class="actions"><button type="submit" autofocus>Ya lo guardé, continuar</button></div></form>`,
});
