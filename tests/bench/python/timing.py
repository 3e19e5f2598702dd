"""Shared by ctypes and cffi: the two ways to measure, and what needs no C."""

from time import perf_counter

ROUNDS, SECONDS = 3, 0.05


def best_of(body, argument):
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        body(argument)
        best = min(best, perf_counter() - start)
    return best


def per_turn(name, body):
    """Nanoseconds of one turn, over as many turns as fill SECONDS."""
    count = 1000
    while best_of(body, count) < SECONDS:
        count *= 2
    print(name, best_of(body, count) / count * 1e9)


def whole(name, body, argument=None):
    print(name, best_of(body, argument) * 1e3)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def empty_loop(count):
    for _ in range(count):
        pass


def plain():
    whole("fib", fib, 30)
    whole("loop", empty_loop, 10_000_000)
