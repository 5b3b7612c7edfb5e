// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
import { html } from './html.mjs';
import { page } from './layout.mjs';

export const homePage = () => page({
  title: 'Proveedor de identidad de demostración',
  content: html`<p>Aquí confirma quién es usted cuando un programa, como Carriel, se lo pide. Empiece desde ese programa.</p>`,
});
