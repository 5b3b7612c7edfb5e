# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who else moves the same bytes: `curl --parallel` with the same operator, and rclone with its own WebDAV server over TLS.

curl's side is a floor, not a peer: twelve requests at once, its uploads created and its tokens fetched before the clock starts, one
request a document, nothing encrypted on disk, nothing looked up, nothing remembered.
"""
import base64
import hashlib
import http.client
import http.server
import json
import os
import pathlib
import resource
import secrets
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Took(float):
    """Seconds by the clock, and of processors (`cpu`) in the processes started for it: what a busy machine does not change as much."""
    cpu = 0.0


def timed(work):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    work()
    took = Took(time.monotonic() - started)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took


def request(context, url, token=None, method="GET", body=None, headers=None):
    message = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    if token:
        message.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(message, context=context) as answer:
        return json.loads(answer.read() or b"{}"), dict(answer.headers)


def access_token(sandbox, context, user):
    """Code flow with PKCE, the sandbox's own browser walking the pages."""
    discovery, _ = request(context, sandbox.info["operator"] + "/.well-known/carpeta-ciudadana")
    provider, _ = request(context, discovery["issuer"] + "/.well-known/openid-configuration")
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    caught = {}

    class Catch(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            caught.update(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Catch)
    threading.Thread(target=server.handle_request, daemon=True).start()
    redirect = f"http://127.0.0.1:{server.server_port}/callback"
    query = {"client_id": discovery["client_id"], "response_type": "code", "redirect_uri": redirect, "scope": " ".join(discovery["scopes"]),
             "code_challenge": challenge, "code_challenge_method": "S256", "state": "bench", "prompt": "consent",
             "nonce": "bench", "resource": discovery["audience"]}
    subprocess.run([ROOT / "tools/sandbox", "browser", user, provider["authorization_endpoint"] + "?" + urllib.parse.urlencode(query)],
                   check=True, env=dict(os.environ, CARRIEL_SANDBOX=sandbox.dir), stdout=subprocess.DEVNULL)
    form = {"grant_type": "authorization_code", "code": caught["code"], "redirect_uri": redirect, "client_id": discovery["client_id"],
            "code_verifier": verifier, "resource": discovery["audience"]}
    tokens, _ = request(context, provider["token_endpoint"], method="POST", body=urllib.parse.urlencode(form).encode())
    return discovery["api"], tokens["access_token"]


class Curl:
    """The bytes of `documents` under other contents, else the operator answers that it has them."""

    def __init__(self, user, sandbox, work):
        self.context = ssl.create_default_context(cafile=sandbox.info["ca"])
        api, self.token = access_token(sandbox, self.context, user)
        folders, _ = request(self.context, api + "/folders", self.token)
        self.base = f"{api}/folders/{folders['folders'][0]['id']}"
        self.work = work
        self.shared = (f'silent\nshow-error\nfail\ncacert = "{sandbox.info["ca"]}"\n'
                       f'header = "Authorization: Bearer {self.token}"\n')

    def _run(self, transfers):
        # Every request is a section of its own, because "next" forgets what stood before.
        with tempfile.NamedTemporaryFile("w", suffix=".curl") as file:
            file.write("\nnext\n".join(transfers))
            file.flush()
            line = ["curl", "--no-progress-meter", "--parallel", "--parallel-max", "12", "--config", file.name]
            return timed(lambda: subprocess.run(line, check=True))

    def both_ways(self, documents, append=8 << 20):
        """Seconds up and down. Documents longer than one append go up in several, one after the other as the protocol has it."""
        url = urllib.parse.urlsplit(self.base)
        warm = http.client.HTTPSConnection(url.hostname, url.port, context=self.context)
        folder = pathlib.Path(tempfile.mkdtemp(prefix="curl ", dir=self.work))
        rounds, answers = [], []
        for number, path in enumerate(documents):
            content = os.urandom(path.stat().st_size)
            warm.request("POST", url.path + "/uploads", b"", {
                "Authorization": "Bearer " + self.token, "Idempotency-Key": f'"bench-{number}-{secrets.token_hex(6)}"',
                "Upload-Complete": "?0", "Upload-Length": str(len(content)),
                "Repr-Digest": f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:", "Content-Length": "0"})
            answer = warm.getresponse()
            answer.read()
            location = urllib.parse.urljoin(self.base, answer.headers["Location"])
            for at in range(0, len(content), append):
                part = content[at:at + append]
                file = folder / f"{number}-{at}"
                file.write_bytes(part)
                last = at + len(part) == len(content)
                answers.append(folder / f"answer-{number}-{at}")
                digest = base64.b64encode(hashlib.sha256(part).digest()).decode()
                while len(rounds) <= at // append:
                    rounds.append([])
                rounds[at // append].append(
                    f'url = "{location}"\nrequest = PATCH\nupload-file = "{file}"\n{self.shared}'
                    f'header = "Content-Type: application/partial-upload"\nheader = "Upload-Offset: {at}"\n'
                    f'header = "Upload-Complete: ?{int(last)}"\nheader = "Content-Digest: sha-256=:{digest}:"\nheader = "Expect:"\n'
                    f'output = "{answers[-1]}"\n')
        parts = [self._run(one) for one in rounds]
        up = Took(sum(parts))
        up.cpu = sum(part.cpu for part in parts)
        blobs = [json.loads(text)["blob"]["id"] for text in (a.read_text() for a in answers if a.exists()) if text]
        assert len(blobs) == len(documents), f"{len(blobs)} of {len(documents)} went up"
        got = pathlib.Path(tempfile.mkdtemp(prefix="curl got ", dir=self.work))
        down = self._run([f'url = "{self.base}/blobs/{blob}"\n{self.shared}output = "{got}/{number}"\n' for number, blob in enumerate(blobs)])
        shutil.rmtree(folder)
        shutil.rmtree(got)
        return up, down

    def one_request(self):
        """curl, started for this, asks for the changes since now: the least that a look for news can be."""
        url = urllib.parse.urlsplit(self.base)
        warm = http.client.HTTPSConnection(url.hostname, url.port, context=self.context)
        headers = {"Authorization": "Bearer " + self.token}

        def ask(path):
            warm.request("GET", url.path + path, headers=headers)
            return json.loads(warm.getresponse().read())

        cursor = ask("/items?snapshot=new&limit=1")["cursor_at_start"]
        return self._run([f'url = "{self.base}/changes?since={cursor}"\n{self.shared}output = "{os.devnull}"\n'])


class Rclone:
    """rclone copying to and from `rclone serve webdav` over TLS. Neither encrypts what it stores, neither flushes it to disk."""

    def __init__(self, work):
        self.work = work
        self.folder = work / "rclone served"
        self.folder.mkdir()
        cert, key = work / "rclone.pem", work / "rclone.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-keyout", key,
                        "-out", cert, "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.common = ["rclone", "--config", os.devnull, "--ca-cert", cert, "--webdav-url", f"https://127.0.0.1:{port}", "--transfers", "12", "--checkers", "12"]
        self.server = subprocess.Popen(["rclone", "--config", os.devnull, "serve", "webdav", self.folder, "--addr", f"127.0.0.1:{port}", "--cert", cert,
                                        "--key", key], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while subprocess.run([*self.common, "lsd", ":webdav:"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
            time.sleep(0.2)

    @staticmethod
    def is_there():
        return shutil.which("rclone") is not None

    def _sync(self, one, other):
        return timed(lambda: subprocess.run([*self.common, "sync", one, other], check=True, stderr=subprocess.DEVNULL))

    def both_ways(self, source, name):
        target = self.work / f"rclone got {name}"
        return self._sync(source, f":webdav:{name}"), self._sync(f":webdav:{name}", target)

    def again(self, name):
        return self._sync(f":webdav:{name}", self.work / f"rclone got {name}")

    def change(self, name):
        (self.folder / name / "uno más.bin").write_bytes(os.urandom(50_000))

    def end(self):
        self.server.terminate()
        self.server.wait(20)
