// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of oidc-provider: what Carriel and the reference operator expect of an identity provider.
import { errors, Provider } from 'oidc-provider';
import { claimsOf } from './accounts.mjs';
import { LEVELS } from './assurance.mjs';
import { errorPage, logoutPage, loggedOutPage } from './pages/provider-pages.mjs';
import { policy } from './policy.mjs';
import { adapterOver } from './store.mjs';

const DAY = 86_400;
const RESOURCE_SCOPES = 'folder acts';

// Native and public (RFC 8252): no secret, any loopback port, so PKCE is what binds a code to its asker.
const desktopClient = ({ id, name }) => ({
  client_id: id,
  client_name: name,
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  id_token_signed_response_alg: 'ES256',
  require_auth_time: true,
});

function resourceIndicators({ audience, accessTokenSeconds }) {
  return {
    enabled: true,
    defaultResource: () => audience,
    useGrantedResource: () => true,
    getResourceServerInfo: (ctx, resource) => {
      if (resource !== audience) throw new errors.InvalidTarget();
      return {
        audience,
        scope: RESOURCE_SCOPES,
        accessTokenTTL: accessTokenSeconds,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      };
    },
  };
}

// A refreshed token says how and when the person really logged in, not when it was refreshed; and by the login's nonce, for which
// device's keys that was (KEYS.md, K3).
function extraTokenClaims(ctx) {
  const { AuthorizationCode, RefreshToken } = ctx.oidc.entities;
  const origin = RefreshToken ?? AuthorizationCode;
  return origin && { acr: origin.acr, auth_time: origin.authTime, nonce: origin.nonce };
}

export function makeProvider(config, { keys, store, accounts }) {
  return new Provider(config.issuer, {
    adapter: adapterOver(store),
    clients: config.clients.map(desktopClient),
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookieKeys,
      long: { signed: true, httpOnly: true, sameSite: 'lax', secure: true },
      short: { signed: true, httpOnly: true, sameSite: 'lax', secure: true },
    },
    pkce: { required: () => true, methods: ['S256'] },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    // acts.md's key log shows an ID token of scope `openid` to others: it holds the number, never the name.
    claims: { openid: ['sub', 'acr', 'auth_time', 'id_type', 'id_number'], folder: ['name'] },
    acrValues: LEVELS,
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], dPoPSigningAlgValues: ['ES256'] },
    findAccount: (ctx, subject) => {
      const account = accounts.find(subject);
      return account && { accountId: subject, claims: () => claimsOf(account) };
    },
    extraTokenClaims,
    // One grant per authorisation: that one profile logs out must not end another's tokens.
    loadExistingGrant: (ctx) => {
      const id = ctx.oidc.result?.consent?.grantId;
      return id ? ctx.oidc.provider.Grant.find(id) : undefined;
    },
    rotateRefreshToken: true,
    interactions: { policy: policy(), url: (ctx, interaction) => `/ingreso/${interaction.uid}` },
    renderError: (ctx, out) => { ctx.type = 'html'; ctx.body = errorPage(out); },
    ttl: {
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 1800,
      RefreshToken: 90 * DAY,
      Grant: 365 * DAY,
      Session: DAY / 3,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false }, // the ID token holds all there is to say
      revocation: { enabled: true },
      dPoP: { enabled: true, nonceSecret: keys.dpopNonceSecret },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => { ctx.body = logoutPage(form); },
        postLogoutSuccessSource: (ctx) => { ctx.body = loggedOutPage(); },
      },
      resourceIndicators: resourceIndicators(config),
    },
  });
}
