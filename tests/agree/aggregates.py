"""C's types made of others: enums, arrays, structs and unions, with the same five ways to speak of a value."""

from dataclasses import dataclass

from scalars import Integer, Type


class Enum(Integer):
    """Its values are any of its underlying type."""

    def __init__(self, tag, constants, bits, signed):
        super().__init__(f"enum {tag}", bits, signed)
        text = ", ".join(f"{tag}_{i} = {value}" for i, value in enumerate(constants))
        object.__setattr__(self, "text", f"enum {tag} {{ {text} }};")
        object.__setattr__(self, "names", (self,))


@dataclass(frozen=True)
class Array(Type):
    element: Type
    count: int

    @property
    def names(self):
        return self.element.names

    def declare(self, name):
        return self.element.declare(f"{name}[{self.count}]")

    def random(self, rng):
        return [self.element.random(rng) for _ in range(self.count)]

    def lisp(self, value):
        return f"[{' '.join(map(self.element.lisp, value))}]"

    def encode(self, value):
        return b"".join(map(self.element.encode, value))

    def note(self, place):
        return [line for i in range(self.count) for line in self.element.note(f"{place}[{i}]")]

    def fetch(self, place):
        return [line for i in range(self.count) for line in self.element.fetch(f"{place}[{i}]")]


@dataclass(frozen=True)
class Member:
    name: str  # empty for an anonymous struct or union
    type: Type
    attributes: str = ""
    bits: int = 0  # of a bit-field

    def declare(self):
        width = f" : {self.bits}" if self.bits else ""
        return f"{self.type.declare(self.name)}{width}{self.attributes};"

    def value_type(self):
        return Integer(self.type.c, self.bits, self.type.signed) if self.is_plain_bit_field() else self.type

    def is_plain_bit_field(self):
        return self.bits > 0 and type(self.type) is Integer


@dataclass(frozen=True)
class Record(Type):
    """Of a union, `active` is the member that values are given to and looked at through."""

    tag: str
    union: bool
    members: tuple
    attributes: str = ""
    pack: int = 0
    active: int = 0

    @property
    def c(self):
        return f"{'union' if self.union else 'struct'} {self.tag}"

    def declare(self, name):
        return f"{self.c} {name}" if self.tag else f"{self.body()} {name}".rstrip()

    def body(self):
        members = " ".join(member.declare() for member in self.members)
        return f"{self.c.strip()} {{ {members} }}{self.attributes}"

    @property
    def text(self):
        lines = [f"#pragma pack(push, {self.pack})"] if self.pack else []
        lines.append(f"{self.body()};")
        return "\n".join(lines + ["#pragma pack(pop)"] * bool(self.pack))

    @property
    def names(self):
        inner = [name for member in self.members for name in member.type.names]
        return (*inner, self) if self.tag else tuple(inner)

    def in_use(self):
        return [self.members[self.active]] if self.union else list(self.members)

    def random(self, rng):
        return [member.value_type().random(rng) for member in self.in_use()]

    def fields(self, value):
        for member, part in zip(self.in_use(), value):
            if member.name:
                yield f":{member.name} {member.value_type().lisp(part)}"
            else:
                yield from member.type.fields(part)

    def lisp(self, value):
        return "{" + " ".join(self.fields(value)) + "}"

    def encode(self, value):
        return b"".join(member.value_type().encode(part) for member, part in zip(self.in_use(), value))

    def places(self, place):
        for member in self.in_use():
            yield member.value_type(), f"{place}.{member.name}" if member.name else place

    def note(self, place):
        return [line for type_, inner in self.places(place) for line in type_.note(inner)]

    def fetch(self, place):
        return [line for type_, inner in self.places(place) for line in type_.fetch(inner)]
