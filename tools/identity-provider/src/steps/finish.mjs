// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How a step ends: with the person's word, or without it.
export const now = () => Math.floor(Date.now() / 1000);

export const finish = ({ provider, req, res }, result) => provider.interactionFinished(req, res, result);

export const cancel = ({ provider, req, res }) => provider.interactionFinished(
  req,
  res,
  { error: 'access_denied', error_description: 'the person did not go on' },
  { mergeWithLastSubmission: false },
);

export const wait = (seconds) => `Hubo demasiados intentos fallidos. Espere ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'} y vuelva a intentarlo.`;
