"""Counts the same funnel with huni and with three analytical engines, and prints what it costs each of them.

bench.py HUNI GENERATOR FOLDER [--rows N,N,…] [--runs N] [--beside PROGRAM] [--parts …]     see `make bench`

First every engine must give the same number in every cell (26 weeks x 6 channels x 5 levels). Then they run in turns, so
that whatever else the machine does falls on all alike; medians are printed, and ratios to huni's. A PROGRAM is run as
`PROGRAM query FILE OUT 2`, and must give the same cells.
"""

import argparse
import datetime
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RIVALS = ["duckdb", "chdb", "polars"]
SITE = """version: 1
site: {{ title: {{ en: Benchmark }}, languages: [en], time_zone: UTC }}
sources:
  log:
    form: events
    files: {file}
    columns: {{ entity: user_id, time: timestamp, event: event }}
funnels:
  - id: journey
    source: log
    window: 14d
    cohort: person
    dimensions: [channel]
    stages:
{stages}
"""
STAGES = ["visit", "interest", "evaluation", "purchase", "loyalty"]


def run(command, **options):
    """Wall and processor seconds, and MB at the peak, of the whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with {process.returncode}")
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, options):
        self.options = options
        self.site = os.path.join(options.folder, "site")
        os.makedirs(self.site, exist_ok=True)

    def data(self, rows, form, ids):
        path = os.path.join(self.site, f"{rows}-{ids}.{form}")
        if form.endswith(".gz"):
            plain = self.data(rows, form[:-3], ids)
            if not os.path.exists(path):
                subprocess.run(["gzip", "-k", "-6", plain], check=True)
        elif not os.path.exists(path):
            subprocess.run([self.options.generator, str(rows), path, form, ids], check=True)
        return path

    def command(self, engine, path, out):
        if engine.startswith("huni"):
            name = os.path.basename(path)
            config = os.path.join(self.site, f"{name}.yaml")
            stages = "\n".join(f"      - {{ id: {s}, name: {{ en: {s} }}, match: {{ event: {s} }} }}" for s in STAGES)
            with open(config, "w") as file:
                file.write(SITE.format(file=name, stages=stages))
            command = [self.options.huni, "metrics", "-r", self.site, "-c", f"{name}.yaml"]
            command += ["--by", "channel", "--format", "json"]
            return ["taskset", "-c", "0"] + command if engine == "huni, 1 thread" else command
        if engine == "beside":
            return [self.options.beside, "query", path, out, "2"]
        return [sys.executable, os.path.join(HERE, "rivals", f"{engine}_rival.py"), path, out]

    def measure(self, engine, path):
        out = os.path.join(self.options.folder, f"{engine}.out")
        with open(out if engine.startswith("huni") else os.devnull, "w") as stdout:
            return run(self.command(engine, path, out), stdout=stdout)

    def cells(self, engine, path):
        self.measure(engine, path)
        with open(os.path.join(self.options.folder, f"{engine}.out")) as file:
            if not engine.startswith("huni"):
                rows = [line.strip().split(",") for line in file if line.strip() and not line.startswith("total")]
                return {(row[0][:10], row[1]): [int(number) for number in row[2:7]] for row in rows}
            weeks = json.load(file)["funnels"][0]["weeks"]
        cells = {}
        for week in weeks:
            year, number = map(int, re.fullmatch(r"(\d+)-W(\d+)", week["week"]).groups())
            monday = datetime.date.fromisocalendar(year, number, 1).isoformat()
            for part in week["by"]["channel"]:
                cells[monday, part["value"]] = [stage["count"] for stage in part["stages"]]
        return {cell: counts for cell, counts in cells.items() if counts[0]}

    def compare(self, title, path, engines, baselines=()):
        wanted = self.cells(engines[0], path)
        for engine in engines[1:]:
            if self.cells(engine, path) != wanted:
                sys.exit(f"{title}: {engine} gives other numbers than {engines[0]}")
        print(f"\n{title}: {len(wanted)} cells x 5 levels equal in {', '.join(engines)}")
        runs = {name: [] for name in [*engines, *dict(baselines)]}
        for _ in range(self.options.runs):
            for engine in engines:
                runs[engine].append(self.measure(engine, path))
            for name, command in baselines:
                runs[name].append(run(["sh", "-c", command], stdout=subprocess.DEVNULL))
        medians = {name: [statistics.median(column) for column in zip(*found)] for name, found in runs.items()}
        own = medians[engines[0]]
        for name, (wall, cpu, memory) in medians.items():
            print(
                f"  {name:16} {wall:7.2f} s wall {cpu:7.2f} s CPU {memory:7.0f} MB"
                f"   x{wall / own[0]:5.2f} x{cpu / own[1]:5.2f} x{memory / own[2]:5.2f}"
            )
        return medians

    def instructions_per_row(self):
        """By callgrind, so that it does not depend on what else the machine does."""
        if not shutil.which("valgrind") or not shutil.which("strip"):
            return print("\nvalgrind and strip are not both installed: instructions are not counted")
        # Without debugging information, which valgrind cannot always read.
        bare = os.path.join(self.options.folder, "huni")
        subprocess.run(["strip", "-o", bare, self.options.huni], check=True)
        counts = []
        for rows in (1_000_000, 2_000_000):
            path = self.data(rows, "csv", "integers")
            command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={self.options.folder}/callgrind.out"]
            command += [bare] + self.command("huni", path, "")[1:]
            found = subprocess.run(command, capture_output=True, text=True)
            collected = re.search(r"Collected : (\d+)", found.stderr)
            if found.returncode or not collected:
                sys.exit(f"valgrind failed with {found.returncode}: {found.stderr[-500:]}")
            counts.append(int(collected.group(1)))
        print(f"\ninstructions a row of CSV: {(counts[1] - counts[0]) / 1_000_000:.0f}")

    def csv(self):
        """Of each size; then what a row costs at each."""
        for rows in self.options.rows:
            path = self.data(rows, "csv", "integers")
            wc = [("wc -l", f"wc -l < {path}")]
            engines = ["huni"] + RIVALS + (["beside"] if self.options.beside else []) + ["huni, 1 thread"]
            medians = self.compare(f"{rows:,} rows of CSV", path, engines, wc)
            self.walls[rows] = medians["huni"][0]
            print(f"  two threads are x{medians['huni, 1 thread'][0] / self.walls[rows]:.2f} as fast as one")
        costs = [f"{rows:,}: {wall / rows * 1e9:.0f}" for rows, wall in self.walls.items()]
        print("\nnanoseconds a row of CSV: " + ", ".join(costs))

    def uuids(self):
        """Beside the same rows with numbers."""
        path = self.data(self.rows, "csv", "uuids")
        medians = self.compare(f"{self.rows:,} rows of CSV with UUIDs", path, ["huni"] + RIVALS)
        if self.rows in self.walls:
            print(f"  UUIDs take x{medians['huni'][0] / self.walls[self.rows]:.2f} as long as numbers")

    def ndjson(self):
        path = self.data(self.rows, "ndjson", "integers")
        self.compare(f"{self.rows:,} rows of NDJSON", path, ["huni"] + RIVALS)

    def gzip(self):
        path = self.data(self.rows, "csv.gz", "integers")
        zcat = [("zcat | wc -l", f"zcat {path} | wc -l")]
        self.compare(f"{self.rows:,} rows of packed CSV", path, ["huni"], zcat)

    def all(self):
        """The parts in their order; all but the first at the size nearest to ten million rows."""
        self.walls = {}
        self.rows = min(self.options.rows, key=lambda rows: abs(rows - 10_000_000))
        for part in self.options.parts.split(","):
            {
                "csv": self.csv,
                "uuids": self.uuids,
                "ndjson": self.ndjson,
                "gzip": self.gzip,
                "instructions": self.instructions_per_row,
            }[part]()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("huni")
    parser.add_argument("generator")
    parser.add_argument("folder")
    parser.add_argument("--rows", default="1000000,10000000,50000000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--beside")
    parser.add_argument("--parts", default="csv,uuids,ndjson,gzip,instructions")
    options = parser.parse_args()
    options.rows = [int(rows) for rows in options.rows.split(",")]
    Bench(options).all()


main()
