// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong, one JSON line each on standard error: codes and reasons, never tokens, names or numbers.
export function logEvents(provider) {
  const note = (event) => (ctx, error) => {
    const line = {
      time: new Date().toISOString(), event, path: ctx?.path, error: error?.error ?? error?.name,
      reason: error?.error_description ?? error?.message, detail: error?.error_detail,
    };
    if (event === 'server_error') line.stack = error?.stack;
    console.error(JSON.stringify(line));
  };
  for (const event of ['authorization.error', 'grant.error', 'revocation.error', 'end_session.error', 'server_error']) {
    provider.on(event, note(event));
  }
}
