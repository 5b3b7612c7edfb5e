# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents up and down by carriel-cli, nothing new, one thing new: P1 to P5 of the measures, whole processes of the command line.

Every run has a fresh operator, fresh profiles and fresh folders: ext4 makes files slowly where many were removed. What each look for
news asks of the operator is counted in the operator's own log.
"""
import argparse
import json
import pathlib
import random
import sys

from peers import ROOT, Curl, Rclone, timed

sys.path.insert(0, str(ROOT / "tests/acceptance"))
import house  # noqa: E402

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


def make_documents(folder, count, smallest, largest, seed):
    generator = random.Random(seed)
    folder.mkdir()
    paths = []
    for number in range(count):
        path = folder / f"documento-{number:05}.bin"
        path.write_bytes(generator.randbytes(generator.randint(smallest, largest)))
        paths.append(path)
    return paths


class Log:
    """Which requests came, without those of the login, which is the identity provider's."""

    def __init__(self, sandbox):
        self.file = pathlib.Path(sandbox.dir) / "logs/operator.log"
        self.at = self.file.stat().st_size

    def since(self):
        with open(self.file) as file:
            file.seek(self.at)
            return [json.loads(line)["route"] for line in file]


def put(profile, documents):
    profile.run("put", *documents)


def complete(profile):
    status = profile.run("status")
    if status["pending"] or status["failed"]:
        raise SystemExit(f"not everything came: {status}")


class Rows:
    def __init__(self):
        self.rows = {}

    def add(self, what, ours, floor, floor_name, peer=None):
        self.rows.setdefault((what, floor_name), []).append((ours, floor, peer))

    def peer(self, what, floor_name, seconds):  # of the last run
        ours, floor, _ = self.rows[what, floor_name][-1]
        self.rows[what, floor_name][-1] = (ours, floor, seconds)

    def print(self):
        def middle(values):
            return sorted(values)[len(values) // 2]

        print(f"{'work':<30}{'carriel':>9}{'cpu':>7}{'floor':>9}{'cpu':>7}  {'floor is':<18}{'ratio':>7}  {'spread':<13}{'cpu ratio':>9}{'rclone':>9}{'we are':>9}")
        for (what, floor_name), runs in self.rows.items():
            ratios = sorted(ours / floor for ours, floor, _ in runs)
            ours, floor = middle([r[0] for r in runs]), middle([r[1] for r in runs])
            peers = [peer for *_, peer in runs if peer]
            cpu = middle([r[0].cpu / max(r[1].cpu, 1e-3) for r in runs])
            print(f"{what:<30}{ours:>9.2f}{ours.cpu:>7.2f}{floor:>9.3f}{floor.cpu:>7.2f}  {floor_name:<18}{middle(ratios):>7.2f}  "
                  f"{f'{ratios[0]:.2f}-{ratios[-1]:.2f}':<13}{cpu:>9.2f}"
                  + (f"{middle(peers):>9.2f}{middle(peers) / ours:>8.1f}x" if peers else f"{'-':>9}{'-':>9}"))

    def json(self):
        return [{"work": what, "unit": "s", "floor": floor_name, "ours": [r[0] for r in runs], "ours_cpu": [r[0].cpu for r in runs],
                 "floor_values": [r[1] for r in runs], "floor_cpu": [r[1].cpu for r in runs], "peer": [r[2] for r in runs]}
                for (what, floor_name), runs in self.rows.items()]


def small_documents(args, count, seed, work, rows, requests, save):
    documents = make_documents(work / "documents", count, 20_000, 200_000, seed)
    with house.Sandbox(work / "sandbox", operator=unhurried_operator(work)) as sandbox:
        one = house.Profile(sandbox, work / "one", args.user).login()
        two = house.Profile(sandbox, work / "two", args.user).login()
        up = timed(lambda: put(one, documents))
        down = timed(lambda: two.run("sync"))
        complete(two)
        log = Log(sandbox)
        unlock = timed(lambda: two.run("transfers"))  # asks nobody: by passphrase, which costs what scrypt is meant to cost
        nothing = timed(lambda: two.run("sync"))
        requests["no change"] = log.since()
        extra = work / "uno más.bin"
        extra.write_bytes(random.Random(seed + 1000).randbytes(50_000))
        one.run("put", extra)
        log = Log(sandbox)
        news = timed(lambda: two.run("sync"))
        requests["one change"] = log.since()
        curl = Curl(args.user, sandbox, work)
        ask = curl.one_request()
        curl_up, curl_down = curl.both_ways(documents)
    figures = [(f"P2 put {count:,}", up, curl_up, "curl --parallel", "up"), (f"P1 get {count:,}", down, curl_down, "curl --parallel", "down"),
               (f"P3 nothing new, {count:,}", nothing, ask, "curl, one request", "nothing"),
               (f"P4 one thing new, {count:,}", news, ask, "curl, one request", "news")]
    for what, ours, floor, floor_name, _ in figures:
        rows.add(what, ours, floor, floor_name)
    for what, ours in ((f"P3 nothing new, {count:,}", nothing), (f"P4 one thing new, {count:,}", news)):
        rows.add(what, ours, unlock, "to unlock alone")
    save()
    if args.rclone and seed == 0:
        rclone, peer = Rclone(work), {}
        try:
            peer["up"], peer["down"] = rclone.both_ways(documents[0].parent, "muchos")
            peer["nothing"] = rclone.again("muchos")
            rclone.change("muchos")
            peer["news"] = rclone.again("muchos")
        finally:
            rclone.end()
        for what, _, _, floor_name, name in figures:
            rows.peer(what, floor_name, peer[name])
    return sum(path.stat().st_size for path in documents)


def large_documents(args, seed, work, rows):
    documents = make_documents(work / "documents", 20, 50_000_000, 50_000_000, seed)
    with house.Sandbox(work / "sandbox", operator=unhurried_operator(work)) as sandbox:
        one = house.Profile(sandbox, work / "one", args.user).login()
        two = house.Profile(sandbox, work / "two", args.user).login()
        up = timed(lambda: put(one, documents))
        down = timed(lambda: two.run("sync"))
        complete(two)
        curl_up, curl_down = Curl(args.user, sandbox, work).both_ways(documents)
    rclone_up = rclone_down = None
    if args.rclone and seed == 0:
        rclone = Rclone(work)
        try:
            rclone_up, rclone_down = rclone.both_ways(documents[0].parent, "grandes")
        finally:
            rclone.end()
    rows.add("P5 put 20 of 50 MB", up, curl_up, "curl --parallel", rclone_up)
    rows.add("P5 get 20 of 50 MB", down, curl_down, "curl --parallel", rclone_down)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", default="build/bench/transfers.json")
    parser.add_argument("--documents", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--user", default="claudia")
    parser.add_argument("--no-large", action="store_true", help="without 20 documents of 50 MB")
    parser.add_argument("--no-rclone", dest="rclone", action="store_false")
    args = parser.parse_args()
    if args.rclone and not Rclone.is_there():
        print("rclone is not installed: its column stays empty (apt install rclone)")
        args.rclone = False
    rows, requests, sizes = Rows(), {}, {}

    def save():  # after every run: one that is ended early leaves what it had
        pathlib.Path(args.json).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(args.json).write_text(json.dumps({"rows": rows.json(), "requests": requests}, indent=1) + "\n")

    try:
        for count in args.documents:
            for run in range(args.runs):
                with house.Work() as work:
                    sizes[count] = small_documents(args, count, run, work, rows, requests.setdefault(str(count), {}), save)
                save()
        for run in range(0 if args.no_large else args.runs):
            with house.Work() as work:
                large_documents(args, run, work, rows)
            save()
    except KeyboardInterrupt:
        print("ended early")
    moved = ", ".join(f"{count:,} documents of 20-200 KB ({size / 1e6:.0f} MB)" for count, size in sizes.items())
    print(f"\n{moved or 'large documents'}, loopback TLS, {args.runs} runs: seconds, median; rclone once")
    rows.print()
    for count, what in requests.items():
        for name, routes in what.items():
            print(f"requests at {int(count):,} documents, {name}: {len(routes)} ({', '.join(sorted(set(routes)))})")


main()
