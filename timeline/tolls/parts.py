"""A part cannot be larger than its whole, nor can parts that exclude each other be so together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .order import Series
from .values import Claim, Flag

# Nobody is counted in two groups of a row; an officer may be a woman, and a child a journalist.
_EXCLUSIVE = (frozenset({"children", "women", "men"}), frozenset({"civilians", "militants", "soldiers", "police"}))
_IS_COUNTRY = 2  # letters


def parts_against_wholes(series: Iterable[Series], alone: Sequence[Claim]) -> list[Flag]:
    """The flags in the order of the claims; copies of a wire are not looked at again."""
    told = [step.claim for each in series for step in each.steps if step.standing not in ("same_wire", "restated")]
    claims = {claim.id: claim for claim in (*told, *alone)}
    by_whole: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if claim.part_of in claims and _is_contained(claim, claims[claim.part_of]):
            by_whole[claim.part_of].append(claim)
    found = [flag for whole, parts in by_whole.items() for flag in _flags(claims[whole], parts)]
    return sorted(found, key=lambda flag: flag.claims)


def _is_contained(part: Claim, whole: Claim) -> bool:
    """The killed are among the killed, and the killed and injured among the casualties."""
    return part.kind == whole.kind or (whole.kind == "casualties" and part.kind in ("killed", "injured"))


def _flags(whole: Claim, parts: Sequence[Claim]) -> Iterator[Flag]:
    too_large = [part for part in parts if part.bounds[0] > whole.bounds[1]]
    for part in too_large:
        yield Flag("part_exceeds_whole", (part.id, whole.id))
    if not too_large and (together := _too_many(whole, parts)):
        yield Flag("parts_exceed_whole", (whole.id, *sorted(part.id for part in together)))


def _too_many(whole: Claim, parts: Sequence[Claim]) -> list[Claim] | None:
    """The first row of groups that exclude each other and together are more than the whole."""
    for row in _rows(parts):
        if sum(part.bounds[0] for part in row.values()) > whole.bounds[1]:
            return list(row.values())
    return None


def _rows(parts: Sequence[Claim]) -> Iterator[Mapping[str, Claim]]:
    for groups in _EXCLUSIVE:
        yield _one_a_group(parts, groups)
    yield _one_a_group(parts, frozenset(name for part in parts for name in part.categories if len(name) == _IS_COUNTRY))
    kinds = [part for part in parts if not part.categories]
    yield _largest((part.kind, part) for part in kinds) if len({part.kind for part in kinds}) > 1 else {}


def _one_a_group(parts: Sequence[Claim], groups: frozenset[str]) -> Mapping[str, Claim]:
    named = ((groups.intersection(part.categories), part) for part in parts)
    return _largest((next(iter(group)), part) for group, part in named if len(group) == 1)


def _largest(named: Iterable[tuple[str, Claim]]) -> Mapping[str, Claim]:
    """The largest part under each name: an article may tell of one twice."""
    found: dict[str, Claim] = {}
    for name, part in named:
        if name not in found or part.bounds[0] > found[name].bounds[0]:
            found[name] = part
    return found
