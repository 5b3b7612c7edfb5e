// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's signing authority: an issuing certificate below the sandbox's own, with a database that OpenSSL keeps, so
// that what the responder and the revocation list say is what was issued and revoked.
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CRL_DAYS = 7;
const CRL_FRESH_MS = 3_600_000;

export function openssl(...args) {
  try {
    return execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    throw new Error(`openssl ${args[0]} failed: ${error.stderr || error.message}`);
  }
}

// One section of `openssl ca` for each authority; extensions by what a certificate is for.
const config = ({ dir, base, root, rootKey }) => `
[ca_issuing]
database = ${dir}/issuing/index.txt
serial = ${dir}/issuing/serial
crlnumber = ${dir}/issuing/crlnumber
new_certs_dir = ${dir}/issuing
certificate = ${dir}/issuing.pem
private_key = ${dir}/issuing.key
default_md = sha256
default_days = 730
default_crl_days = ${CRL_DAYS}
policy = any
unique_subject = no
copy_extensions = none
email_in_dn = no
string_mask = utf8only
utf8 = yes
[ca_root]
database = ${dir}/authority/index.txt
crlnumber = ${dir}/authority/crlnumber
certificate = ${root}
private_key = ${rootKey}
default_md = sha256
default_crl_days = ${CRL_DAYS}
[any]
countryName = optional
organizationName = optional
title = optional
givenName = optional
surname = optional
serialNumber = optional
commonName = supplied
[req]
distinguished_name = none
string_mask = utf8only
[none]
[issuing]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:${base}/crl/root.crl
authorityInfoAccess = caIssuers;URI:${base}/ca/root.cer
[signer]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:${base}/crl/issuing.crl
authorityInfoAccess = OCSP;URI:${base}/ocsp,caIssuers;URI:${base}/ca/issuing.cer
subjectAltName = email:$ENV::SANDBOX_EMAIL
[tsa]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:${base}/crl/issuing.crl
authorityInfoAccess = OCSP;URI:${base}/ocsp,caIssuers;URI:${base}/ca/issuing.cer
[ocsp]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa_service]
serial = ${dir}/tsa.serial
signer_cert = ${dir}/tsa.pem
certs = ${dir}/issuing.pem
signer_key = ${dir}/tsa.key
signer_digest = sha256
default_policy = 2.25.7262145.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

export class Authority {
  // `dir`: its own folder; `base`: the address under which it is asked; `root`, `rootKey`: the sandbox's authority.
  constructor({ dir, base, root, rootKey }) {
    Object.assign(this, { dir, base, root, rootKey, cnf: join(dir, 'openssl.cnf') });
  }

  at(...parts) { return join(this.dir, ...parts); }

  prepare() {
    for (const name of ['issuing', 'authority']) mkdirSync(this.at(name), { recursive: true, mode: 0o700 });
    writeFileSync(this.cnf, config(this));
    process.env.SANDBOX_EMAIL ||= 'nadie@example.org'; // the configuration is read whole, whatever is asked of it
    const once = (name, text) => { if (!existsSync(this.at(name))) writeFileSync(this.at(name), text); };
    for (const name of ['issuing/index.txt', 'authority/index.txt']) once(name, '');
    once('issuing/serial', '1000\n');
    for (const name of ['issuing/crlnumber', 'authority/crlnumber', 'tsa.serial']) once(name, '01\n');
    if (!existsSync(this.at('issuing.pem'))) this.makeIssuing();
    for (const [name, title] of [['tsa', 'Estampado cronológico'], ['ocsp', 'Consulta de estado']]) {
      if (!existsSync(this.at(`${name}.pem`))) this.issue(name, `/C=CO/O=Carriel/CN=${title} del arenero`, name);
    }
    this.publish();
  }

  makeIssuing() {
    const csr = this.at('issuing.csr');
    openssl('req', '-new', '-config', this.cnf, '-newkey', 'rsa:3072', '-nodes', '-keyout', this.at('issuing.key'), '-out', csr, '-utf8',
      '-subj', '/C=CO/O=Carriel/CN=Autoridad de firma del arenero (solo este computador)');
    openssl('x509', '-req', '-in', csr, '-CA', this.root, '-CAkey', this.rootKey, '-CAcreateserial', '-days', '3000', '-sha256',
      '-extfile', this.cnf, '-extensions', 'issuing', '-out', this.at('issuing.pem'));
    rmSync(csr);
  }

  // A key NAME.key and its certificate NAME.pem.
  issue(name, subject, extensions, { key = 'ec', email, from, to } = {}) {
    const csr = this.at(`${name}.csr`);
    if (email) process.env.SANDBOX_EMAIL = email;
    const kind = key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    openssl('req', '-new', '-config', this.cnf, '-newkey', ...kind, '-nodes', '-keyout', this.at(`${name}.key`), '-out', csr, '-utf8',
      '-subj', subject);
    const days = from ? ['-startdate', from, '-enddate', to] : [];
    openssl('ca', '-batch', '-notext', '-config', this.cnf, '-name', 'ca_issuing', '-extensions', extensions, '-in', csr, '-out',
      this.at(`${name}.pem`), ...days);
    rmSync(csr);
  }

  // NAME.p12: key, certificate and the chain up to the root.
  pack(name, password, friendly) {
    const chain = this.at('chain.pem');
    writeFileSync(chain, readFileSync(this.at('issuing.pem'), 'utf8') + readFileSync(this.root, 'utf8'));
    openssl('pkcs12', '-export', '-inkey', this.at(`${name}.key`), '-in', this.at(`${name}.pem`), '-certfile', chain, '-name', friendly,
      '-passout', `pass:${password}`, '-out', this.at(`${name}.p12`));
  }

  revoke(name, reason = 'keyCompromise') {
    openssl('ca', '-config', this.cnf, '-name', 'ca_issuing', '-revoke', this.at(`${name}.pem`), '-crl_reason', reason);
    this.publish(true);
  }

  // The lists and certificates to download, in DER.
  publish(always = false) {
    for (const [name, section] of [['issuing', 'ca_issuing'], ['root', 'ca_root']]) {
      const crl = this.at(`${name}.crl`);
      if (always || !existsSync(crl) || Date.now() - statSync(crl).mtimeMs > CRL_FRESH_MS) {
        const pem = this.at(`${name}.crl.pem`);
        openssl('ca', '-config', this.cnf, '-name', section, '-gencrl', '-out', pem);
        openssl('crl', '-in', pem, '-outform', 'DER', '-out', crl);
      }
    }
    for (const [name, pem] of [['issuing', this.at('issuing.pem')], ['root', this.root]]) {
      if (!existsSync(this.at(`${name}.cer`))) openssl('x509', '-in', pem, '-outform', 'DER', '-out', this.at(`${name}.cer`));
    }
  }

  note(text) { appendFileSync(this.at('log.txt'), `${new Date().toISOString()} ${text}\n`); }
}
