// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { html } from './html.mjs';

export const PROVIDER_NAME = 'Autenticación Digital';

// A whole page: heading, an optional error announced to screen readers, the content.
export function page({ title, lead, error, content }) {
  return String(html`<!DOCTYPE html>
<html lang="es-CO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${error ? 'Error: ' : ''}${title} – ${PROVIDER_NAME}</title>
<link rel="stylesheet" href="/estilo.css">
</head>
<body>
<header><p class="brand">${PROVIDER_NAME}</p><p class="tag">Proveedor de identidad de demostración</p></header>
<main>
<h1>${title}</h1>
${lead && html`<p class="lead">${lead}</p>`}
${error && html`<p class="error" role="alert" id="error">${error}</p>`}
${content}
</main>
<footer><p>Este servicio es de demostración: funciona solo en este computador, las personas son ficticias
y no tiene relación con ninguna entidad del Estado. No escriba aquí contraseñas que use en otro lugar.</p></footer>
</body>
</html>
`);
}
