"""What two passages say in other words, word by word; a number with its unit is one word."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from planalign.text.levels import level_words
from planalign.text.pattern import compiled
from planalign.text.synonyms import unify
from planalign.text.width import normalise
from planalign.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planalign.model.plan import Clause

LEAST_SHARE = 0.35
"""With less than this share of the shorter passage in common, two passages are different sentences, and their words
are not set against each other."""

_NUMBER = compiled(r"\d+(?:[.,:∶]\d+)*\s*[%‰年月日号项]?")
_SAYS_SOMETHING = compiled(r"[^\W_]|[%‰]")

_OPENING, _CLOSING = frozenset("（(“‘《〈【["), frozenset("）)”’》〉】]")

Span = tuple[int, int]


class Quote(NamedTuple):
    """Words of a document, as they are set against others."""

    text: str
    """Verbatim text."""
    wholes: tuple[Span, ...] = ()
    """Start and end of what counts as one word: numbers with units, deadlines, frequencies."""
    places: tuple[str, ...] = ()
    """Names of the plan's own place, whose change means nothing."""


class Piece(NamedTuple):
    """A part of a passage."""

    text: str
    changed: bool
    """Whether the other side has it not, or has it otherwise."""


class Contrast(NamedTuple):
    """A passage of the parent and those of the child that carry it, in pieces."""

    upper: tuple[Piece, ...]
    lower: tuple[tuple[Piece, ...], ...]
    alike: bool
    """Whether any two passages are alike enough for their words to be set against each other."""


class _Token(NamedTuple):
    text: str
    key: str
    """What must be equal; empty for punctuation and names of places, which say nothing on their own."""


def clause_quote(clause: Clause, places: tuple[str, ...] = ()) -> Quote:
    """Return the text of a clause with the facts that count as one word."""
    facts = (*clause.targets, *clause.facts.deadlines, *clause.facts.frequencies)
    return Quote(clause.text, tuple((fact.start, fact.end) for fact in facts), places)


def contrast(upper: Quote, lower: Sequence[Quote], missing: Iterable[Span] = (), held: Iterable[Span] = ()) -> Contrast:
    """Set a passage against each that carries it; a word of the parent is kept where any of them has it.

    `missing` are the parts of the parent of which is known that nothing carries them, `held` those that are kept.
    """
    above = _tokens(upper)
    kept: set[int] = set()
    sides: list[tuple[Piece, ...]] = []
    alike = False
    for quote in lower:
        below = _tokens(quote)
        pairs = _common(above, below)
        if _share(above, below, pairs) < LEAST_SHARE:
            sides.append((Piece(quote.text, changed=False),))
            continue
        alike = True
        kept |= {pair[0] for pair in pairs}
        sides.append(_pieces(below, {pair[1] for pair in pairs}))
    if not alike:
        kept = set(range(len(above)))
    kept |= _inside(above, held)
    kept -= _inside(above, missing)
    return Contrast(_pieces(above, kept), tuple(sides), alike)


def _tokens(quote: Quote) -> list[_Token]:
    """Cut a passage: what is one word stays whole, the rest is cut by the dictionary."""
    found: list[_Token] = []
    end = 0
    for start, stop, key in _wholes(quote):
        if start >= end:
            found += map(_word, words(quote.text[end:start]))
            found.append(_Token(quote.text[start:stop], key))
            end = stop
    return [*found, *map(_word, words(quote.text[end:]))]


def _wholes(quote: Quote) -> list[tuple[int, int, str]]:
    """Return facts, level words and other numbers with what each must equal, the longest first at each place."""
    found = [(start, stop, _key(quote.text[start:stop])) for start, stop in quote.wholes if start < stop]
    found += level_words(quote.text, quote.places)
    found += [(each.start(), each.end(), _key(each[0])) for each in _NUMBER.finditer(quote.text)]
    return sorted(found, key=lambda whole: (whole[0], -whole[1]))


def _word(text: str) -> _Token:
    return _Token(text, _key(text))


def _key(text: str) -> str:
    return unify(normalise(text)) if _SAYS_SOMETHING.search(text) else ""


def _common(above: Sequence[_Token], below: Sequence[_Token]) -> list[tuple[int, int]]:
    """Return the places of the words that both have in the same order, those left out that stand alone by chance."""
    one, other = ([place for place, token in enumerate(side) if token.key] for side in (above, below))
    matcher = SequenceMatcher(
        None, [above[place].key for place in one], [below[place].key for place in other], autojunk=False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    return [
        (one[block.a + step], other[block.b + step])
        for block in blocks
        if block.size > 1 or len(above[one[block.a]].key) > 1 or len(one) == 1
        for step in range(block.size)
    ]


def _share(above: Sequence[_Token], below: Sequence[_Token], pairs: Sequence[tuple[int, int]]) -> float:
    """Return how much of the shorter passage the other one has, by characters."""
    common = sum(len(above[pair[0]].key) for pair in pairs)
    shorter = min(sum(len(token.key) for token in side) for side in (above, below))
    return common / shorter if shorter else 0.0


def _inside(tokens: Sequence[_Token], spans: Iterable[Span]) -> set[int]:
    """Return the places of the words that lie in one of some parts."""
    parts, inside, start = list(spans), set(), 0
    for place, token in enumerate(tokens):
        end = start + len(token.text)
        if any(first < end and start < last for first, last in parts):
            inside.add(place)
        start = end
    return inside


def _pieces(tokens: Sequence[_Token], kept: set[int]) -> tuple[Piece, ...]:
    """Join words into pieces; what says nothing is changed only between two words that are."""
    changed = [bool(token.key) and place not in kept for place, token in enumerate(tokens)]
    told = [place for place, token in enumerate(tokens) if token.key]
    for before, after in pairwise(told):
        if changed[before] and changed[after]:
            changed[before:after] = [True] * (after - before)
    _close(tokens, changed)
    return tuple(_joined(zip(tokens, changed, strict=True)))


def _close(tokens: Sequence[_Token], changed: list[bool]) -> None:
    """Let a closing bracket be changed where the opening one is."""
    opened: list[bool] = []
    for place, token in enumerate(tokens):
        if token.text in _OPENING:
            opened.append(changed[place])
        elif token.text in _CLOSING and opened and opened.pop():
            changed[place] = True


def _joined(marked: Iterable[tuple[_Token, bool]]) -> Iterator[Piece]:
    text, state = "", False
    for token, changed in marked:
        if text and changed is not state:
            yield Piece(text, state)
            text = ""
        text, state = text + token.text, changed
    if text:
        yield Piece(text, state)
