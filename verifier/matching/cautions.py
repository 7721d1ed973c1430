"""What a reader must be told beside a verdict: what stands around the quoted words and what the marks of omission hide.

In: a placed quotation and the source's tokens. Out: sentences for people. The rule of this file: only what can turn the sense is
told, and only within the sentence: a “No” that begins the next one says nothing of this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from verifier.languages import find_language, in_one_code, opposites, words
from verifier.matching.lexicon import is_modal, is_negation, negates
from verifier.matching.locate import Placement
from verifier.matching.marks import Gap, Parsed
from verifier.matching.tokens import UNSPACED, Tokens, is_number, tokenize

_LONG_ELLIPSIS = 200
_FEW_WORDS = 3
_SOME_WORDS = 4
_LOOKED_AT = 160  # characters in front of the quotation, and behind it
_LONGEST_RUN = 4  # letters that negate together
_STEM = 4  # letters that words of one family share at least
_ENDS = re.compile(r"[.!?。！？।॥؟;](?!\d)[\"')\]]*(?=\s|$|[^\x00-\x7f])|\n\s*\n|[。！？।॥؟]")


def find_cautions(parsed: Parsed, placement: Placement, tokens: Tokens, language: str | None) -> tuple[str, ...]:
    """All that must be said of a placed quotation, in the order of its words."""
    if parsed.words < 2:
        return tuple(_of_edges(parsed, placement, tokens))
    found: list[str] = []
    for gap, put_in, (one, other) in zip(parsed.gaps, parsed.put_in, pairwise(placement.runs), strict=True):
        if one is not None and other is not None and other.start >= one.end:
            found += _of_gap(gap, put_in, (one.end, other.start), tokens, language)
    if placement.count > 1:
        found.append(f"The words stand in {placement.count} places of the source; the first is shown.")
    found += _of_edges(parsed, placement, tokens)
    found += _of_front(placement.start, tokens, language)
    found += _of_end(placement.end, tokens, language)
    return tuple(dict.fromkeys(found))


# --- what is hidden --------------------------------------------------------------------------------


def _of_gap(gap: Gap, put_in: str, hidden: tuple[int, int], tokens: Tokens, language: str | None) -> list[str]:
    own = list(tokenize(put_in).keys)
    if own and own == list(tokens.keys[hidden[0] : hidden[0] + len(own)]):  # the brackets are the source's own
        hidden = hidden[0] + len(own), hidden[1]
    keys = list(tokens.keys[slice(*hidden)])
    if gap is Gap.BRACKETS and put_in:
        return _of_brackets(put_in, keys, tokens.words(*hidden), language)
    if len(keys) > _LONG_ELLIPSIS:
        return [f"The marks of omission leave out {len(keys)} words."]
    said = "" if not keys or _are_sentences(hidden, tokens) else _of_hidden(keys, hidden[0], tokens, language)
    return [said] if said else []


def _of_hidden(keys: Sequence[str], start: int, tokens: Tokens, language: str | None) -> str:
    """What words left out of a sentence say that the others do not."""
    if len(keys) > _FEW_WORDS and negates(keys, language):
        return "The omitted words hold a negation."
    if turn := _turn(tokens, start, language):
        return f"The omitted words begin with “{turn}”, which may take back what stands before them."
    telling = keys if len(keys) <= _SOME_WORDS else (keys[0], keys[-1])
    return "The omitted words say how certain or binding it is." if any(is_modal(k, language) for k in telling) else ""


def _are_sentences(hidden: tuple[int, int], tokens: Tokens) -> bool:
    """Whether whole sentences were left out, and nothing of those that are quoted."""
    front = tokens.between(hidden[0] - 1, hidden[0]) if hidden[0] else "."
    end = tokens.between(hidden[1] - 1, hidden[1]) if hidden[1] < len(tokens.keys) else "."
    return bool(_ENDS.search(front) and _ENDS.search(end))


def _of_brackets(put_in: str, hidden: Sequence[str], shown: str, language: str | None) -> list[str]:
    """Brackets explain a word; where they put another word of the same kind in its place, that is told."""
    said = tokenize(put_in).keys
    if not 0 < len(hidden) <= _FEW_WORDS or len(said) > _FEW_WORDS or shown[:1].isupper() or put_in[:1].isupper():
        return []
    own = [k for k in _telling(hidden, language) if len(k) >= _STEM and not UNSPACED.match(k)]
    other = _telling(said, language)
    if not own or not other or any(a[:_STEM] == b[:_STEM] for a in own for b in other):
        return []
    return [f"The brackets put “{put_in}” in the place of “{shown}”."]


def _of_edges(parsed: Parsed, placement: Placement, tokens: Tokens) -> list[str]:
    """Brackets at the beginning or the end that say the contrary of the source's words there: wages [fell], where they rose."""
    found = []
    for put_in, step, edge in ((parsed.before, -1, placement.start - 1), (parsed.after, 1, placement.end)):
        if not put_in:
            continue
        said = tokenize(put_in).keys
        here = [*range(edge, edge + step * min(_FEW_WORDS, len(said)), step)]
        beside = [i for i in here if 0 <= i < len(tokens.keys) and not _ENDS.search(_up_to(i, step, tokens))]
        contraries = frozenset().union(*(opposites().get(key, frozenset()) for key in said))
        told = next((tokens.raw(i) for i in beside if tokens.keys[i] in contraries), "")
        found += [f"The brackets put “{put_in}” in the place of “{told}”."] if told else []
    return found


def _up_to(at: int, step: int, tokens: Tokens) -> str:
    """What stands between a token and the one before it, seen from the quoted words."""
    return tokens.between(*sorted((at - step, at))) if 0 <= at - step < len(tokens.keys) else ""


def _telling(keys: Sequence[str], language: str | None) -> list[str]:
    """The words that are neither small nor numbers."""
    small = words("function_words", language)
    return [key for key in keys if key not in small and not is_number(key)]


# --- what stands around ----------------------------------------------------------------------------


def _of_front(start: int, tokens: Tokens, language: str | None) -> list[str]:
    """A negation just before the quoted words, or a clause before them that denies them, in the same sentence."""
    if not start:
        return []
    before = tokens.keys[start - 1]
    if _ENDS.search(tokens.between(start - 1, start)):
        return []
    if is_negation(before, language):
        return ["The source says “not” just before the quoted words."]
    place = tokens.starts[start]
    text = tokens.folded.text[max(0, place - _LOOKED_AT) : place]
    cut = max((found.end() for found in _ENDS.finditer(text)), default=0)
    sentence = " ".join(text[cut:].split())
    denial = _denials(language).search(sentence)
    return (
        [f"The source does not assert the quoted words: “{denial[0].strip()} …” stands before them."] if denial else []
    )


def _of_end(end: int, tokens: Tokens, language: str | None) -> list[str]:
    """A negation, a condition or an exception that goes on where the quotation ends, in the same sentence."""
    if end >= len(tokens.keys):
        return []
    between = tokens.between(end - 1, end)
    if _ENDS.search(between):
        proviso = _provisos(language).match(tokens.folded.text, tokens.starts[end]) if "\n" not in between else None
        return [f"The source goes on with “{proviso[0]}”."] if proviso else []
    if is_negation(tokens.keys[end], language) or _begins_negating(tokens.keys[end : end + _LONGEST_RUN]):
        return ["The quotation ends just before a “not” of the source."]
    if turn := _turn(tokens, end, language) or _turn_behind_who(tokens, end, language):
        return [f"The quotation ends just before “{turn}” of the source."]
    place = tokens.ends[end - 1]
    denial = _denials_behind(language).match(tokens.folded.text, place, place + _LOOKED_AT)
    return [f"The source does not assert the quoted words: “{denial[1].strip()}” stands behind them."] if denial else []


def _begins_negating(keys: Sequence[str]) -> bool:
    """Whether letters of a script without blanks begin with those that negate (なかった)."""
    return bool(UNSPACED.match(keys[0])) and "".join(keys).startswith(tuple(words("negative_runs")))


# “…”, she promised, “unless …”: the quotation goes on behind who says it.
_WHO = re.compile(r"[\"'”»]?,?[\"'”»]? ?[^\"“”«»„\n.;:!?]{3,100}, ?[\"“„«](?=[^\W\dA-Z_])")


def _turn_behind_who(tokens: Tokens, at: int, language: str | None) -> str:
    place = tokens.ends[at - 1]
    who = _WHO.match(tokens.folded.text, place, place + _LOOKED_AT) if '"' in tokens.between(at - 1, at) else None
    found = _turns(language).match(tokens.folded.text, who.end()) if who else None
    return found[0] if found else ""


def _turn(tokens: Tokens, at: int, language: str | None) -> str:
    """The word at a place that takes back some of what stands before it: if, unless, but; empty where there is none."""
    place = tokens.starts[at]
    found = _turns(language).match(tokens.folded.text, place, place + _LOOKED_AT)
    return found[0] if found else ""


@lru_cache(maxsize=64)
def _turns(language: str | None) -> re.Pattern[str]:
    unspaced = language in ("zh", "ja", "th", "ko")
    return re.compile(rf"(?:{_of(language, 'turning')})" + ("" if unspaced else r"(?!\w)"), re.IGNORECASE)


@lru_cache(maxsize=64)
def _provisos(language: str | None) -> re.Pattern[str]:
    return re.compile(_of(language, "provisos"))


@lru_cache(maxsize=64)
def _denials(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?(?:{_of(language, 'denying')})[\s\"'(:,]*$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _denials_behind(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"[\"')\s]*({_of(language, 'denied_behind')})", re.IGNORECASE)


def _of(language: str | None, kind: str) -> str:
    """The pattern of a language that is known, else one that fits nothing: short words mean other things elsewhere."""
    told = find_language(language)
    return in_one_code(getattr(told, kind) if told else "") or r"(?!)"
