"""Elle beside its peers, in one table: bench.py --build BUILD [--quick] [--only PEERS] [--json FILE].

Everything is measured in one work folder under the build tree, with a declarations cache of its own. Results are the
best of several rounds; a measure that a peer cannot express, or fails at, is `–`, and what failed is said below, with
exit status 1.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measures import MEASURES, NOTES
from peers import everyone

FULL_ROUNDS, QUICK_ROUNDS = 5, 1
STARTS, COLD_STARTS = 20, 3  # process starts per round; a round keeps the best


class Bench:
    def __init__(self, build):
        self.build = build
        self.work = build / "tests/bench/work"
        self.results = {}  # (peer name, measure key) -> value
        self.failures = {}  # command -> the end of what it said

    def prepare(self):
        """Fills the work folder: what the commands of peers.py name."""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        (self.work / "empty").touch()
        (self.work / "bench.h").symlink_to(Path(__file__).resolve().parent / "fixture/bench.h")
        (self.work / "libbench.so").symlink_to(self.build / "tests/bench/libbench.so")
        (self.work / "sqlite.c").write_text("#include <sqlite3.h>\n")
        (self.work / "gtk.c").write_text("#include <gtk/gtk.h>\n")
        flags = subprocess.run(["pkg-config", "--cflags", "gtk4"], capture_output=True, text=True).stdout
        (self.work / "gtk-flags").write_text(flags)

    def run(self, command, cache=None):
        """What a command prints, or None when it fails; the failure is kept for the report."""
        environment = os.environ | {"ELLE_CACHE": str(cache or self.work / "cache"), "GUILE_AUTO_COMPILE": "1",
                                    "XDG_CACHE_HOME": str(self.work / "cache")}
        done = subprocess.run(command, cwd=self.work, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            self.failures[" ".join(command)] = done.stderr.strip()[-300:]
            return None
        return done.stdout

    def keep(self, peer, key, value):
        best = self.results.get((peer.name, key), float("inf"))
        self.results[peer.name, key] = min(best, value)

    def launch(self, count, command, cache=None):
        """(milliseconds, megabytes) of the best of `count` runs, or None."""
        printed = self.run([str(self.build / "tests/bench/bench_launch"), str(count), *command], cache)
        return tuple(map(float, printed.split())) if printed else None

    def measure_starts(self, peer):
        for key, memory in (("start", "rss"), ("sqlite", None), ("gtk", "gtk_peak")):
            command = getattr(peer, key)
            measured = command and self.launch(1, command) and self.launch(STARTS, command)  # once to warm caches
            if measured:
                self.keep(peer, key, measured[0])
                if memory:
                    self.keep(peer, memory, measured[1])

    def measure_cold(self, peer):
        for key in ("sqlite_cold", "gtk_cold"):
            command = getattr(peer, key)
            for _ in range(COLD_STARTS if command else 0):
                with tempfile.TemporaryDirectory(dir=self.work) as cache:
                    measured = self.launch(1, command, cache)
                if measured:
                    self.keep(peer, key, measured[0])

    def measure_calls(self, peer):
        for command in peer.calls:
            for line in (self.run(command) or "").splitlines():
                key, value = line.split()
                self.keep(peer, key, float(value))

    def round(self, peers):
        for part in (self.measure_starts, self.measure_cold, self.measure_calls):
            for peer in peers:
                part(peer)

    def expect_all(self, peer):
        """Elle has no excuse: a measure it gives no value for is a failure, even when its script ended well."""
        for measure in MEASURES:
            if measure.key != "gtk_dlopen" and (peer.name, measure.key) not in self.results:
                self.failures.setdefault(f"{peer.name}: {measure.label}", "gave no value")

    def finish(self, peers):
        """The measures that are differences: dlopen without the start of a process, and memory without dlopen's."""
        if ("C", "gtk") in self.results:
            self.results["C", "gtk_dlopen"] = self.results["C", "gtk"] - self.results["C", "start"]
        plain = self.results.get(("C", "gtk_peak"))
        for peer in peers:
            peak = self.results.pop((peer.name, "gtk_peak"), None)
            if peak and plain and peer.name != "C":
                self.results[peer.name, "gtk_rss"] = peak - plain
            if peer.name == "Elle":
                self.expect_all(peer)


def cell(value):
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def verdict(measure, value):
    if measure.target is None or value is None:
        return ""
    return "ok" if value <= measure.target else "OVER"


def table(results, peers):
    """The lines of the table, aligned."""
    head = ["", "unit"] + [peer.name for peer in peers]
    at = head.index("Elle") + 1 if "Elle" in head else len(head)
    rows = [head[:at] + ["target", ""] + head[at:]]
    for measure in MEASURES:
        cells = [measure.label, measure.unit] + [cell(results.get((peer.name, measure.key))) for peer in peers]
        target = "" if measure.target is None else f"≤ {measure.target:g}"
        rows.append(cells[:at] + [target, verdict(measure, results.get(("Elle", measure.key)))] + cells[at:])
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        first, *rest = (text.ljust(width) if i == 0 else text.rjust(width)
                        for i, (text, width) in enumerate(zip(row, widths)))
        yield "  ".join([first, *rest]).rstrip()


def write_json(path, results):
    rows = [{"peer": peer, "measure": key, "value": value} for (peer, key), value in sorted(results.items())]
    units = {measure.key: {"unit": measure.unit, "target": measure.target} for measure in MEASURES}
    Path(path).write_text(json.dumps({"measures": units, "results": rows}, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="one round in place of five")
    parser.add_argument("--json", metavar="FILE", help="write the results to FILE as well")
    parser.add_argument("--only", metavar="PEERS", help="measure these columns, such as C,Elle")
    options = parser.parse_args()

    bench = Bench(options.build.resolve())
    bench.prepare()
    wanted = options.only and options.only.split(",")
    peers = [peer for peer in everyone(bench.build) if peer.installed() and (not wanted or peer.name in wanted)]
    for _ in range(QUICK_ROUNDS if options.quick else FULL_ROUNDS):
        bench.round(peers)
    bench.finish(peers)

    print(*table(bench.results, peers), "", NOTES, sep="\n")
    for command, reason in bench.failures.items():
        print(f"\nfailed: {command}\n{reason}")
    if options.json:
        write_json(options.json, bench.results)
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
