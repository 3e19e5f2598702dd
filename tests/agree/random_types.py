"""Random C types and signatures. The same seed gives the same ones."""

from dataclasses import dataclass, replace

from aggregates import Array, Enum, Member, Record
from scalars import COMPLEX, EXTENDED, FLOATS, INTEGERS, POINTERS, WIDE_INTEGERS, Boolean, Double, Integer, Text, Type, Void

DEEPEST = 4
MOST_PARAMETERS = 14
MOST_LEAVES = 24  # of a record, so that the C text stays small
RECORDS = 160

BOOLEAN = Boolean()
BIT_FIELDS = [integer for integer in INTEGERS if integer.c in ("signed char", "unsigned char", "short", "unsigned short",
                                                              "int", "unsigned", "long", "unsigned long", "uint16_t")]


@dataclass(frozen=True)
class Signature:
    """A function with the values that its arguments and its result have. `fixed` parameters stand before the `...`."""

    number: int
    result: Type
    answer: object
    parameters: tuple  # of (type, value)
    fixed: int
    variadic: bool

    @property
    def types(self):
        return [self.result, *(type_ for type_, _ in self.parameters)]


def leaves(type_):
    if isinstance(type_, Array):
        return type_.count * leaves(type_.element)
    if isinstance(type_, Record):
        return sum(leaves(member.type) for member in type_.members)
    return 1


def holds_wide(type_):
    if isinstance(type_, Array):
        return holds_wide(type_.element)
    if isinstance(type_, Record):
        return any(holds_wide(member.type) for member in type_.members)
    return isinstance(type_, Integer) and type_.bits == 128


def depth(type_):
    if isinstance(type_, Array):
        return depth(type_.element)
    if isinstance(type_, Record):
        return 1 + max((depth(member.type) for member in type_.members), default=0)
    return 0


class RandomTypes:
    def __init__(self, rng):
        self.rng = rng
        self.members = 0
        self.enums = [Enum("e0", (-5, 0, 7), 32, True), Enum("e1", (0, 3, 4000000000), 32, False),
                      Enum("e2", (0, 0x1_2345_6789), 64, False), Enum("e3", (-1, 0x1_2345_6789), 64, True)]
        self.records = []
        for number in range(RECORDS):
            self.records.append(self.record(f"r{number}"))

    def chance(self, probability):
        return self.rng.random() < probability

    def scalar(self):
        kinds = ((INTEGERS, 34), ([BOOLEAN], 3), (self.enums, 5), (FLOATS, 28), (POINTERS, 9), ([Text()], 4),
                 (WIDE_INTEGERS, 5), (COMPLEX, 7), (EXTENDED, 5))
        return self.rng.choice(self.rng.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0])

    def member_type(self):
        nested = [record for record in self.records if depth(record) < DEEPEST]
        type_ = self.rng.choice(nested) if nested and self.chance(0.22) else self.scalar()
        while self.chance(0.16):
            type_ = Array(type_, self.rng.randint(1, 4))
        return type_

    def member(self, in_anonymous):
        self.members += 1
        name = f"m{self.members}"
        if self.chance(0.2):
            type_ = self.rng.choice([*BIT_FIELDS, *BIT_FIELDS, BOOLEAN, self.enums[0], self.enums[1]])
            bits = type_.bits if isinstance(type_, Enum) else self.rng.randint(1, type_.bits)
            return Member(name, type_, bits=bits)
        if not in_anonymous and self.chance(0.06):
            return Member("", self.record("", in_anonymous=True))
        aligned = f" __attribute__((aligned({self.rng.choice((2, 4, 8, 16))})))" if self.chance(0.05) else ""
        return Member(name, self.member_type(), aligned)

    def record(self, tag, in_anonymous=False):
        union = self.chance(0.2)
        while True:
            members = tuple(self.member(in_anonymous) for _ in range(self.rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 6))))
            made = Record(tag, union, members, active=self.rng.randrange(len(members)) if union else 0)
            if leaves(made) <= MOST_LEAVES and depth(made) <= DEEPEST - in_anonymous:
                break
        shape = self.rng.random()
        if shape < 0.08:
            return replace(made, attributes=" __attribute__((packed))")
        if shape < 0.12 and tag:
            return replace(made, attributes=f" __attribute__((aligned({self.rng.choice((4, 8, 16))})))")
        if shape < 0.16 and tag:
            return replace(made, pack=self.rng.choice((1, 2, 4)))
        return made

    def value_type(self):
        return self.rng.choice(self.records) if self.chance(0.4) else self.scalar()

    def parameter_type(self, before):
        """clang (19) does not pass what gcc does after an __int128 for which one general register was left, so that must
        not happen: one is made only while there are enough, or after they were used up for sure."""
        sure = sum(type(type_) is Integer for type_ in before)
        while True:
            type_ = self.value_type()
            if len(before) < 2 or sure >= 6 or not holds_wide(type_):
                return type_

    def signature(self, number):
        result = Void() if self.chance(0.1) else self.value_type()
        count = self.rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, MOST_PARAMETERS))
        variadic = self.chance(0.2)
        fixed = self.rng.randint(1, max(1, count)) if variadic else count
        types = []
        for _ in range(max(count, fixed)):
            types.append(self.parameter_type(types))
        types[fixed:] = map(promoted, types[fixed:])
        parameters = tuple((type_, type_.random(self.rng)) for type_ in types)
        return Signature(number, result, result.random(self.rng), parameters, fixed, variadic)


def promoted(type_):
    """What C makes of an argument for `...` (C17 6.5.2.2p7)."""
    if isinstance(type_, Integer) and not isinstance(type_, Enum) and type_.bits < 32:
        return Integer("int", 32, True)
    return Double() if type_.c == "float" else type_
