"""Random C signatures, called both ways: run.py BUILD [--seed N] [--count N] [--case N] [--keep].

A generator makes structs, unions, bit-fields, arrays and functions of them with values for all. The C compiler builds
functions that say whether each value arrived, Elle reads their header, calls them, and is called by them. Every
compiler on the C side meets every invoker. What fails is printed as the smallest signature that still does.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from program import Program, call, prototype
from random_types import RandomTypes
from sides import COMPILERS, INVOKERS, Sides
from smaller import smallest

# Of all signatures; more would hide what is tested here.
MOST_DISPUTED = 0.1


def describe(signature, complaints):
    program = Program([signature])
    lines = [definition.text for definition in program.definitions()]
    lines += [f"{prototype(signature)};", call(signature)]
    lines += [f"  {line}" for line in complaints]
    return "\n".join(lines)


def signatures_of(seed, count):
    rng = random.Random(seed)
    types = RandomTypes(rng)
    return [types.signature(number) for number in range(count)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--case", type=int, help="this signature of the seed alone")
    chosen = parser.parse_args()

    signatures = signatures_of(chosen.seed, chosen.count)
    if chosen.case is not None:
        signatures = [signatures[chosen.case]]
    replay = f"--seed {chosen.seed} --count {chosen.count}"
    print(f"{len(signatures)} signatures, {' and '.join(COMPILERS)} against {' and '.join(INVOKERS)}: {replay}", flush=True)

    sides = Sides(Path(chosen.build).resolve(), Path(chosen.build).resolve() / "tests" / "work" / "agree")
    started = time.monotonic()
    failures, disputed = sides.failures(signatures)
    print(f"{sum(map(len, failures.values()))} failed in {time.monotonic() - started:.1f} s; "
          f"{len(disputed)} left out, where the compilers disagree: {sorted(disputed)}")
    for (compiler, invoker), complaints in failures.items():
        for number in sorted(complaints)[:1]:
            signature = next(s for s in signatures if s.number == number)
            least = smallest(signature, lambda s: bool(sides.complaints([s], compiler, invoker)))
            found = sides.complaints([least], compiler, invoker).get(number, [])
            print(f"\n{compiler}, {invoker}: {len(complaints)} failed; {replay} --case {number}, made smaller:")
            print(describe(least, found))
    return 1 if any(failures.values()) or len(disputed) > MOST_DISPUTED * len(signatures) else 0


if __name__ == "__main__":
    sys.exit(main())
