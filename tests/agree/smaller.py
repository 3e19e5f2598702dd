"""A failing signature made smaller: whatever can be left out while it still fails is left out."""

from dataclasses import replace
from itertools import count

from aggregates import Array, Record
from scalars import Integer, Void

fresh_tags = (f"s{number}" for number in count())


def smaller_types(type_, value):
    """The types that remain when one part of a type is left out, with what remains of its value."""
    if isinstance(type_, Array):
        yield type_.element, value[0]
        if type_.count > 1:
            yield Array(type_.element, 1), value[:1]
        for element, part in smaller_types(type_.element, value[0]):
            yield Array(element, 1), [part]
    if isinstance(type_, Record):
        yield from smaller_records(type_, value)


def smaller_records(record, value):
    renamed = replace(record, tag=record.tag and next(fresh_tags))
    if record.attributes or record.pack:
        yield replace(renamed, attributes="", pack=0), value
    if len(record.members) == 1 and not record.members[0].bits:
        yield record.members[0].type, value[0]
    for i, member in enumerate(record.members):
        without = record.members[:i] + record.members[i + 1:]
        if record.union and i != record.active:
            yield replace(renamed, members=without, active=record.active - (i < record.active)), value
        if not record.union and without:
            yield replace(renamed, members=without), value[:i] + value[i + 1:]
    for i, member in enumerate(record.members):
        if member.bits or (record.union and i != record.active):
            continue
        at = 0 if record.union else i
        for type_, part in smaller_types(member.type, value[at]):
            if not member.name and not isinstance(type_, Record):
                continue
            members = record.members[:i] + (replace(member, type=type_),) + record.members[i + 1:]
            yield replace(renamed, members=members), value[:at] + [part] + value[at + 1:]


def smaller_signatures(signature):
    if signature.result.takes_value():
        yield replace(signature, result=Void(), answer=None)
    for i in reversed(range(len(signature.parameters))):
        parameters = signature.parameters[:i] + signature.parameters[i + 1:]
        fixed = signature.fixed - (i < signature.fixed)
        if fixed or not signature.variadic:
            yield replace(signature, parameters=parameters, fixed=fixed)
    for type_, value in smaller_types(signature.result, signature.answer):
        yield replace(signature, result=type_, answer=value)
    for i, parameter in enumerate(signature.parameters):
        for part in smaller_types(*parameter):
            if i >= signature.fixed and not survives_the_ellipsis(part[0]):
                continue
            parameters = signature.parameters[:i] + (part,) + signature.parameters[i + 1:]
            yield replace(signature, parameters=parameters)


def survives_the_ellipsis(type_):
    """Whether C passes it for `...` as it is."""
    return not isinstance(type_, Array) and not (isinstance(type_, Integer) and type_.bits < 32) and type_.c != "float"


def is_callable(signature):
    return not any(isinstance(type_, Array) for type_ in signature.types)


def smallest(signature, fails):
    """REQUIRES: fails(signature)."""
    progress = True
    while progress:
        progress = False
        for candidate in smaller_signatures(signature):
            if is_callable(candidate) and fails(candidate):
                signature, progress = candidate, True
                break
    return signature
