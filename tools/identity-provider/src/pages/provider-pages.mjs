// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that oidc-provider asks for by itself.
import { html, trusted } from './html.mjs';
import { page } from './layout.mjs';

const WORDS = {
  invalid_redirect_uri: 'El programa pidió volver a una dirección que no está permitida.',
  invalid_client: 'El programa que lo trajo aquí no está registrado en este proveedor.',
  method_not_allowed: 'Esta página no admite esa operación.',
  foreign_form: 'El formulario venía de otro sitio y no se aceptó.',
  server_error: 'El proveedor de identidad falló. Inténtelo de nuevo.',
};
const OTHERWISE = 'Esta solicitud ya terminó o no es válida. Vuelva al programa y empiece de nuevo.';

export const errorPage = ({ error, error_description: description }) => page({
  title: 'No se pudo continuar',
  error: WORDS[error] ?? OTHERWISE,
  content: html`<p class="hint">Para soporte: <code>${error}</code>${description && html` – <code>${description}</code>`}</p>`,
});

export const logoutPage = (form) => page({
  title: '¿Cerrar la sesión?',
  content: html`${trusted(form)}<div class="actions">
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Cerrar la sesión</button>
<button type="submit" form="op.logoutForm" class="plain">Seguir conectado</button></div>`,
});

export const loggedOutPage = () => page({ title: 'Sesión cerrada', content: html`<p>Ya puede cerrar esta ventana.</p>` });
