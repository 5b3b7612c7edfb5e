# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Put and get of 1,000 documents by carriel-cli, beside `curl --parallel` moving the same bytes to and from the same operator.

curl's side is a floor, not a peer: twelve requests at once (the operator takes sixteen of one person), its uploads are created and its tokens fetched before the clock starts, one request a document, nothing
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
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/acceptance"))
import house  # noqa: E402


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


def timed(work):
    started = time.monotonic()
    work()
    return time.monotonic() - started


def curl(transfers):
    """`transfers`: the lines of one request each; every one is a section of its own, because "next" forgets what stood before."""
    with tempfile.NamedTemporaryFile("w", suffix=".curl") as file:
        file.write("\nnext\n".join(transfers))
        file.flush()
        return timed(lambda: subprocess.run(["curl", "--no-progress-meter", "--parallel", "--parallel-max", "12", "--config", file.name], check=True))


def curl_times(user, sandbox, documents, context, work):
    api, token = access_token(sandbox, context, user)
    folders, _ = request(context, api + "/folders", token)
    base = f"{api}/folders/{folders['folders'][0]['id']}"
    shared = f'silent\nshow-error\nfail\ncacert = "{sandbox.info["ca"]}"\nheader = "Authorization: Bearer {token}"\n'
    puts, gets = [], []
    for name in ("curl", "curl-answers", "curl-got"):
        (work / name).mkdir()
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
    put = curl(puts)
    for number in range(len(documents)):
        blob = json.loads((work / "curl-answers" / str(number)).read_text())["blob"]["id"]
        gets.append(f'url = "{base}/blobs/{blob}"\n{shared}output = "{work}/curl-got/{number}"\n')
    return put, curl(gets)


UNHURRIED = """#!/usr/bin/env python3
import json, os, sys
path = sys.argv[sys.argv.index("--config") + 1]
with open(path) as file:
    config = json.load(file)
config.setdefault("limits", {})["requests_per_s"] = 1000000
with open(path, "w") as file:
    json.dump(config, file)
os.execv(OPERATOR, [OPERATOR, *sys.argv[1:]])
"""


def unhurried_operator(work):
    """The operator's limit of requests a second would hold curl back, not the program, which asks seldom: it is lifted for both."""
    path = work / "operator-without-rate"
    path.write_text(UNHURRIED.replace("OPERATOR", repr(str(house.BIN / "carriel-operator"))))
    path.chmod(0o755)
    return path


def one_run(args, seed, work):
    """One pair of figures for put and get; a fresh operator, fresh profiles and fresh folders each time."""
    generator = random.Random(seed)
    (work / "documents").mkdir()
    documents = []
    for number in range(args.documents):
        path = work / "documents" / f"documento-{number:05}.bin"
        path.write_bytes(generator.randbytes(generator.randint(20_000, 200_000)))
        documents.append(path)
    with house.Sandbox(work / "sandbox", operator=unhurried_operator(work)) as sandbox:
        context = ssl.create_default_context(cafile=sandbox.info["ca"])
        one = house.Profile(sandbox, work / "one", args.user).login()
        two = house.Profile(sandbox, work / "two", args.user).login()
        put = timed(lambda: one.run("put", *documents))
        get = timed(lambda: two.run("sync"))
        listed = two.run("status")
        if listed["pending"] or listed["failed"]:
            raise SystemExit(f"not everything came: {listed}")
        curl_put, curl_get = curl_times(args.user, sandbox, documents, context, work)
    return {"put": (put, curl_put), "get": (get, curl_get)}, sum(path.stat().st_size for path in documents)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", default="build/bench/transfers.json")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--user", default="claudia")
    args = parser.parse_args()
    rows = {"put": [], "get": []}
    for run in range(args.runs):
        with house.Work() as work:
            figures, size = one_run(args, run, work)
        for what, pair in figures.items():
            rows[what].append(pair)
    print(f"\n{args.documents} documents of 20-200 KB, {size / 1e6:.0f} MB, loopback TLS, {args.runs} runs: seconds (median)")
    print(f"{'work':<26}{'carriel-cli':>14}{'curl --parallel':>18}{'ratio':>9}   spread of the ratio")
    result = {}
    for what, pairs in rows.items():
        ratios = sorted(ours / floor for ours, floor in pairs)
        ours, floor = sorted(p[0] for p in pairs)[len(pairs) // 2], sorted(p[1] for p in pairs)[len(pairs) // 2]
        print(f"{what:<26}{ours:>14.2f}{floor:>18.2f}{ratios[len(ratios) // 2]:>9.2f}   {ratios[0]:.2f}-{ratios[-1]:.2f}")
        result[what] = {"ours_s": [p[0] for p in pairs], "floor_s": [p[1] for p in pairs], "ratio": ratios}
    pathlib.Path(args.json).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(args.json).write_text(json.dumps(result, indent=1) + "\n")


main()
