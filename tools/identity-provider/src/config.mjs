// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration file: JSON, every path absolute or relative to that file.
//   issuer                https://host:port, also where it listens unless `listen` and `port` say otherwise
//   tls: {cert, key}      PEM files
//   state                 folder for keys, identities and sessions
//   audience              the operator's API; what access tokens are made for
//   clients: [{id,name}]  native public clients
//   access_token_seconds  at most 600
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export function loadConfig(file) {
  const raw = JSON.parse(readFileSync(file, 'utf8'));
  const need = (condition, what) => { if (!condition) throw new Error(`${file}: ${what}`); };
  const path = (name) => resolve(dirname(file), name);

  need(typeof raw.issuer === 'string' && raw.issuer.startsWith('https://'), 'issuer must be an https URL');
  need(raw.tls?.cert && raw.tls?.key, 'tls needs cert and key');
  need(raw.state, 'state names the folder where identities and sessions are kept');
  need(typeof raw.audience === 'string', 'audience must be the URL of the operator\'s API');
  const clients = raw.clients ?? [{ id: 'carriel-desktop', name: 'Carriel' }];
  const accessTokenSeconds = raw.access_token_seconds ?? 600;
  need(accessTokenSeconds > 0 && accessTokenSeconds <= 600, 'access_token_seconds must be 1 to 600');

  const url = new URL(raw.issuer);
  return {
    issuer: raw.issuer,
    listen: raw.listen ?? url.hostname,
    port: raw.port ?? Number(url.port || 443),
    tls: { cert: path(raw.tls.cert), key: path(raw.tls.key) },
    state: path(raw.state),
    audience: raw.audience,
    clients,
    accessTokenSeconds,
  };
}
