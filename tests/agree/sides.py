"""The two sides of a comparison: the C compilers that build a program, and Elle with each of its invokers."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from program import HERE, Program

COMPILERS = ("gcc", "clang-19")
INVOKERS = ("native", "libffi")
PATIENCE_SECONDS = 280


class Sides:
    def __init__(self, build, folder):
        self.build = build
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)

    def failures(self, signatures):
        """(What each pair of compiler and invoker complains of, {(compiler, invoker): {number: [line]}},
        the numbers that do not count, because the compilers do not even agree in C alone).
        """
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            built = pool.map(lambda compiler: self.build_program(signatures, compiler, self.folder / compiler), COMPILERS)
            folders = dict(zip(COMPILERS, built))
            pairs = [(compiler, invoker) for compiler in COMPILERS for invoker in INVOKERS]
            found = pool.map(lambda pair: self.run(signatures, folders[pair[0]], *pair), pairs)
            failures = dict(zip(pairs, found))
        disputed = self.disputed(signatures, folders)
        for complaints in failures.values():
            for number in disputed:
                complaints.pop(number, None)
        return failures, disputed

    def disputed(self, signatures, folders):
        judge = self.folder / "compilers"
        subprocess.run(["gcc", "-O1", HERE / "compilers.c", "-o", judge], check=True)
        spans = "".join(f"{s.number} {begin}\n" for s, (begin, _) in zip(signatures, Program(signatures).spans))
        words = [judge, *(folders[compiler] / "cases.so" for compiler in COMPILERS), folders[COMPILERS[0]] / "tape"]
        done = subprocess.run(words, input=spans, capture_output=True, encoding="utf-8", check=True)
        return {int(number) for number in done.stdout.split()}

    def complaints(self, signatures, compiler, invoker):
        folder = self.folder / f"{compiler}-{invoker}-{signatures[0].number}-{len(signatures)}"
        return self.run(signatures, self.build_program(signatures, compiler, folder), compiler, invoker)

    def build_program(self, signatures, compiler, folder):
        folder.mkdir(parents=True, exist_ok=True)
        Program(signatures).write(folder)
        subprocess.run([compiler, "-O1", "-w", "-Wno-psabi", "-shared", "-fPIC", "cases.c", "-o", "cases.so"],
                       cwd=folder, check=True)
        return folder

    def run(self, signatures, folder, compiler, invoker):
        environment = dict(os.environ, ELLE_INVOKER=invoker, ELLE_CACHE=str(self.folder / "cache"))
        done = subprocess.run([self.build / "elle", "cases.lisp"], cwd=folder, env=environment, encoding="utf-8",
                              errors="replace", capture_output=True, timeout=PATIENCE_SECONDS)
        lines = done.stdout.splitlines()
        if done.returncode != 0 or lines[-1:] != ["done"]:
            return self.search_the_fatal_ones(signatures, compiler, invoker, done)
        complaints = {}
        for line in lines[:-1]:
            complaints.setdefault(int(line.split()[0]), []).append(line)
        return complaints

    def search_the_fatal_ones(self, signatures, compiler, invoker, done):
        """Elle ended early: at which signatures, and what of the others?"""
        if len(signatures) == 1:
            return {signatures[0].number: [f"status {done.returncode}", *done.stderr.splitlines()]}
        half = len(signatures) // 2
        return (self.complaints(signatures[:half], compiler, invoker)
                | self.complaints(signatures[half:], compiler, invoker))
