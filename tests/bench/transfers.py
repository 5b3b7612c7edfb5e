# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Put and get of 1,000 documents by carriel-cli, beside `curl --parallel` moving the same bytes to and from the same operator.

curl's side is a floor, not a peer: its uploads are created and its tokens fetched before the clock starts, one request a document, nothing
encrypted on disk, nothing looked up, nothing remembered.
"""
import argparse
import base64
import hashlib
import http.server
import json
import os
import pathlib
import random
import secrets
import shutil
import ssl
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Sandbox:
    def __init__(self, folder):
        self.dir = folder
        environment = dict(os.environ, CARRIEL_SANDBOX_SEED="none")
        self.process = subprocess.Popen([ROOT / "tools/sandbox", "start", "--dir", folder], stdout=subprocess.PIPE, text=True,
                                        env=environment)
        text = ""
        while True:  # one JSON object, over one line or several
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the sandbox did not start")
            text += line
            try:
                self.info = json.loads(text)
                return
            except json.JSONDecodeError:
                continue

    def stop(self):
        subprocess.run([ROOT / "tools/sandbox", "stop", "--dir", self.dir], check=False, stdout=subprocess.DEVNULL)
        self.process.wait(60)


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


def cli(args, sandbox, profile, *command):
    line = [args.bin + "/carriel-cli", "--profile", str(profile), "--operator", sandbox.info["operator"], "--ca", sandbox.info["ca"],
            "--browser", f"{ROOT}/tools/sandbox browser --dir {sandbox.dir} {args.user}", "--json", *map(str, command)]
    started = time.monotonic()
    ran = subprocess.run(line, capture_output=True, text=True, env=dict(os.environ, CARRIEL_PASSPHRASE="bench passphrase"))
    if ran.returncode:
        raise SystemExit(f"carriel-cli {command[0]} ended with {ran.returncode}: {ran.stderr[-2000:]}")
    return time.monotonic() - started, ran.stdout


def curl(config, ca):
    with tempfile.NamedTemporaryFile("w", suffix=".curl") as file:
        file.write("\nnext\n".join(config))
        file.flush()
        started = time.monotonic()
        subprocess.run(["curl", "--silent", "--show-error", "--fail", "--parallel", "--parallel-max", "16", "--cacert", ca, "--config", file.name],
                       check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - started


def curl_times(args, sandbox, documents, context, work):
    api, token = access_token(sandbox, context, args.user)
    folders, _ = request(context, api + "/folders", token)
    base = f"{api}/folders/{folders['items'][0]['id']}"
    shared = f'header = "Authorization: Bearer {token}"\n'
    puts, gets = [], []
    out = work / "curl-got"
    out.mkdir()
    for number, path in enumerate(documents):
        # Other bytes than the program's, else the operator answers that it has them.
        content = os.urandom(path.stat().st_size)
        path = work / "curl" / path.name
        path.write_bytes(content)
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        _, headers = request(context, base + "/uploads", token, "POST", b"", {
            "Idempotency-Key": f'"bench-{number}-{secrets.token_hex(4)}"', "Upload-Complete": "?0", "Upload-Length": str(len(content)),
            "Repr-Digest": f"sha-256=:{digest}:"})
        location = urllib.parse.urljoin(base, headers.get("Location") or headers["location"])
        puts.append(f'url = "{location}"\nrequest = PATCH\nupload-file = "{path}"\n{shared}header = "Content-Type: application/partial-upload"\n'
                    f'header = "Upload-Offset: 0"\nheader = "Upload-Complete: ?1"\nheader = "Content-Digest: sha-256=:{digest}:"\nheader = "Expect:"\n'
                    f'output = "{work}/curl-answers/{number}"\n')
    (work / "curl-answers").mkdir()
    put = curl(puts, sandbox.info["ca"])
    for number in range(len(documents)):
        blob = json.loads((work / "curl-answers" / str(number)).read_text())["blob"]["id"]
        gets.append(f'url = "{base}/blobs/{blob}"\n{shared}output = "{out}/{number}"\n')
    return put, curl(gets, sandbox.info["ca"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", default="build/release/bin")
    parser.add_argument("--json", default="build/bench/transfers.json")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--user", default="ana")
    args = parser.parse_args()
    args.bin = str(pathlib.Path(args.bin).resolve())
    rows = {"put": [], "get": []}
    for run in range(args.runs):
        work = pathlib.Path(tempfile.mkdtemp(prefix="carriel-bench-"))
        sandbox = Sandbox(str(work / "sandbox"))
        try:
            context = ssl.create_default_context(cafile=sandbox.info["ca"])
            generator = random.Random(run)
            (work / "documents").mkdir()
            (work / "curl").mkdir()
            documents = []
            for number in range(args.documents):
                path = work / "documents" / f"documento-{number:05}.bin"
                path.write_bytes(generator.randbytes(generator.randint(20_000, 200_000)))
                documents.append(path)
            size = sum(path.stat().st_size for path in documents)
            cli(args, sandbox, work / "one", "login", "--accept-terms")
            ours_put, _ = cli(args, sandbox, work / "one", "put", *documents)
            cli(args, sandbox, work / "two", "login", "--accept-terms")
            ours_get, _ = cli(args, sandbox, work / "two", "sync")
            curl_put, curl_get = curl_times(args, sandbox, documents, context, work)
            rows["put"].append((ours_put, curl_put))
            rows["get"].append((ours_get, curl_get))
        finally:
            sandbox.stop()
            shutil.rmtree(work, ignore_errors=True)
    print(f"\n{args.documents} documents of 20-200 KB, {size / 1e6:.0f} MB, loopback TLS, {args.runs} runs: seconds (median)")
    print(f"{'work':<6}{'carriel-cli':>14}{'curl --parallel':>18}{'ratio':>9}   spread of the ratio")
    result = {}
    for what, pairs in rows.items():
        ratios = sorted(ours / floor for ours, floor in pairs)
        ours, floor = sorted(p[0] for p in pairs)[len(pairs) // 2], sorted(p[1] for p in pairs)[len(pairs) // 2]
        print(f"{what:<6}{ours:>14.2f}{floor:>18.2f}{ratios[len(ratios) // 2]:>9.2f}   {ratios[0]:.2f}-{ratios[-1]:.2f}")
        result[what] = {"ours_s": [p[0] for p in pairs], "curl_s": [p[1] for p in pairs], "ratio": ratios}
    pathlib.Path(args.json).write_text(json.dumps(result, indent=1) + "\n")


main()
