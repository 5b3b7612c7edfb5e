# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A public-key infrastructure by the openssl program, and its services on loopback: TSA (RFC 3161), OCSP and revocation lists."""
import hashlib
import http.server
import json
import pathlib
import subprocess
import threading

CONFIG = """
[req]
distinguished_name = dn
prompt = no
[dn]
[v3_ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[v3_person]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
authorityInfoAccess = OCSP;URI:http://127.0.0.1:{port}/ocsp
crlDistributionPoints = URI:http://127.0.0.1:{port}/ca.crl
[v3_tsa]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:http://127.0.0.1:{port}/ca.crl
[v3_ocsp]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
[ca]
default_ca = list
[list]
database = index.txt
default_md = sha256
default_crl_days = 7
[tsa]
default_tsa = stamps
[stamps]
serial = tsaserial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
default_policy = 1.2.3.4.1
digests = sha256,sha384,sha512
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
EC = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]


class Pki:
    def __init__(self, folder):
        self.dir = pathlib.Path(folder)
        self.dir.mkdir(parents=True, exist_ok=True)
        self.lock = threading.Lock()
        pki = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.reply(self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def do_GET(self):
                self.reply(b"")

            def reply(self, body):
                answer = pki.answer(self.path, body)
                self.send_response(200 if answer else 404)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.tsa = f"http://127.0.0.1:{self.port}/tsa"
        self.make()

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.dir, check=True, capture_output=True)

    def make(self):
        (self.dir / "pki.cnf").write_text(CONFIG.replace("{port}", str(self.port)))
        (self.dir / "tsaserial").write_text("01\n")
        self.openssl("req", "-x509", "-nodes", "-config", "pki.cnf", "-extensions", "v3_ca", "-subj", "/C=CO/CN=Autoridad de prueba",
                     "-days", "3650", "-keyout", "ca.key", "-out", "ca.pem", *EC)
        rows = []
        people = [("ana", "1001", ["-newkey", "rsa:2048"], "v3_person"), ("eva", "1002", EC, "v3_person"),
                  ("tsa", "1003", EC, "v3_tsa"), ("ocsp", "1004", EC, "v3_ocsp"), ("rita", "1005", EC, "v3_person")]
        for name, serial, key, section in people:
            self.openssl("req", "-new", "-nodes", "-config", "pki.cnf", "-subj", f"/C=CO/CN={name}", "-keyout", f"{name}.key",
                         "-out", f"{name}.csr", *key)
            self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "0x" + serial,
                         "-sha256", "-days", "365", "-extfile", "pki.cnf", "-extensions", section, "-out", f"{name}.pem")
            self.openssl("pkcs12", "-export", "-inkey", f"{name}.key", "-in", f"{name}.pem", "-certfile", "ca.pem",
                         "-out", f"{name}.p12", "-passout", "pass:clave")
            state = "R\t491231235959Z\t260101000000Z,keyCompromise" if name == "rita" else "V\t491231235959Z\t"
            rows.append(f"{state}\t{serial}\tunknown\t/C=CO/CN={name}\n")
        (self.dir / "index.txt").write_text("".join(rows))
        # What a person trusts, with the leave to ask this machine.
        self.trust = self.dir / "trust"
        self.trust.mkdir(exist_ok=True)
        self.openssl("x509", "-in", "ca.pem", "-outform", "DER", "-out", "trust/ca.der")
        digest = hashlib.sha256((self.trust / "ca.der").read_bytes()).hexdigest()
        anchor = {"file": "ca.der", "sha256": digest, "source": "test", "revocation_hosts": [f"127.0.0.1:{self.port}"]}
        (self.trust / "anchors.json").write_text(json.dumps({"version": 1, "anchors": [anchor]}))

    def list(self):
        (self.dir / "ca.crl").write_bytes(self.answer("/ca.crl", b""))
        return "ca.crl"

    def answer(self, path, body):
        with self.lock:
            (self.dir / "query").write_bytes(body)
            try:
                if path == "/tsa":
                    self.openssl("ts", "-reply", "-config", "pki.cnf", "-queryfile", "query", "-out", "reply")
                elif path == "/ocsp":
                    self.openssl("ocsp", "-index", "index.txt", "-CA", "ca.pem", "-rsigner", "ocsp.pem", "-rkey", "ocsp.key",
                                 "-reqin", "query", "-respout", "reply", "-ndays", "1")
                elif path == "/ca.crl":
                    self.openssl("ca", "-gencrl", "-config", "pki.cnf", "-cert", "ca.pem", "-keyfile", "ca.key", "-out", "list.pem")
                    self.openssl("crl", "-in", "list.pem", "-outform", "DER", "-out", "reply")
                else:
                    return b""
            except subprocess.CalledProcessError:
                return b""
            return (self.dir / "reply").read_bytes()
