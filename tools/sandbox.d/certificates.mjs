// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate authority of this sandbox alone, and the one server certificate its programs share.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CA_DAYS = 3650;
const SERVER_DAYS = 397; // the longest that browsers accept
const SERVER_EXTENSIONS = `basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=IP:127.0.0.1,DNS:localhost
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
`;

function openssl(...args) {
  try {
    return execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    throw new Error(`openssl ${args[0]} failed: ${error.stderr || error.message}`);
  }
}

const fresh = (certificate) => {
  try {
    openssl('x509', '-in', certificate, '-noout', '-checkend', '172800');
    return true;
  } catch {
    return false;
  }
};

function makeAuthority({ ca, caKey }) {
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', caKey, '-out', ca,
    '-days', String(CA_DAYS), '-subj', '/O=Carriel/CN=Autoridad del arenero de Carriel (solo este computador)',
    '-utf8', '-addext', 'keyUsage=critical,keyCertSign,cRLSign');
}

function makeServer(folder, { ca, caKey, cert, key }) {
  const request = join(folder, 'server.csr');
  const extensions = join(folder, 'server.ext');
  writeFileSync(extensions, SERVER_EXTENSIONS);
  openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', request,
    '-subj', '/O=Carriel/CN=127.0.0.1');
  openssl('x509', '-req', '-in', request, '-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', String(SERVER_DAYS),
    '-extfile', extensions, '-out', cert);
  rmSync(request);
  rmSync(extensions);
}

// Paths of PEM files in `folder`; what is there and still valid is kept, so that profiles that trust it go on.
export function certificates(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = {
    ca: join(folder, 'ca.pem'), caKey: join(folder, 'ca.key'), cert: join(folder, 'server.pem'), key: join(folder, 'server.key'),
  };
  if (!existsSync(files.caKey) || !fresh(files.ca)) {
    makeAuthority(files);
    rmSync(files.cert, { force: true });
  }
  if (!existsSync(files.key) || !fresh(files.cert)) makeServer(folder, files);
  return files;
}
