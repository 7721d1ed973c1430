"""A statement against a text: what the source has to show for it. In: two strings. Out: an `Assessment`.

The rule of this file: never "supported". Words that both share show where to look, no more; what can
be said is that a number, a date or a name is another one in the source, or nowhere in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.languages import in_script_of
from verifier.matching.evidence import evidence_at
from verifier.matching.families import find_related, sentence_at
from verifier.matching.flow import OUTSIDE
from verifier.matching.index import Index, index_of
from verifier.matching.items import Item
from verifier.matching.statement_items import Comparison, compare, coverage, find_places, find_telling_value
from verifier.matching.statement_model import Features, score
from verifier.matching.statement_passages import Passage, Ranking, rank
from verifier.matching.statement_terms import Term, terms
from verifier.model import Assessment, Conflict, ItemKind, Part, Role, StatementVerdict

_AROUND = OUTSIDE | {Role.FURNITURE}
_LONGEST = 5000  # characters of a statement that are looked at
# Of the statement's words in the best passage: below the first, nothing bears on it; below the second, nothing does where also a
# number, a date or a name is missing.
_NOTHING = 0.12
_LITTLE = 0.25
_SHOWN = 3  # passages
_LONG = 40  # terms of a sentence whose parts may stand in several passages


def assess_statement(statement: str, text: str, parts: Sequence[Part] = (), titled: str = "") -> Assessment:
    """The passages that bear on a statement, the items that differ, and how well its words are covered.

    `text` is the whole page: of a short extract, only another value in an item's place is a conflict. `parts` are its stretches that
    have a role of their own (`SourceText.parts`): a menu or a comment is shown only where the text has nothing. What the source is
    `titled` holds for every passage: its title, and the numbers and names that others know it by.

    >>> found = assess_statement("The bridge opened in 2019.", "The old bridge opened in 2021. It is long.")
    >>> found.verdict.value, found.reason
    ('item_conflict', 'The article says 2019; the passage says 2021.')
    """
    statement = in_script_of(statement[:_LONGEST], text)
    wanted = terms(statement)
    problem = _problem(statement, text, wanted)
    if problem:
        return Assessment(StatementVerdict.UNVERIFIABLE, 0.0, reason=problem)
    index = index_of(text)
    ranking = rank(wanted, index.page, around=[(p.start, p.end) for p in parts if p.role in _AROUND])
    passages = ranking.passages
    comparison = compare(statement, wanted, index, passages, titled)
    if beside := _with_values(comparison, wanted, index, passages):
        ranking = replace(ranking, passages=beside)
        passages, comparison = beside, compare(statement, wanted, index, beside, titled)
    features = _features(wanted, ranking, comparison)
    rated = score(features)
    evidence = tuple(evidence_at(text, passage.start, passage.end) for passage in passages)
    verdict = _decide(_covered(wanted, passages) if len(wanted) > _LONG else features.coverage, comparison)
    if verdict is StatementVerdict.NO_EVIDENCE and (place := _large_value(comparison, index)) is not None:
        passages = (index.page.passage_at(place), *passages[: _SHOWN - 1])
        comparison = compare(statement, wanted, index, passages, titled)
        evidence = tuple(evidence_at(text, passage.start, passage.end) for passage in passages)
        verdict = _decide(1.0, comparison)
    elif verdict is StatementVerdict.NO_EVIDENCE and (related := _related(statement, text, comparison)):
        evidence, verdict = (*evidence[:2], evidence_at(text, *related)), _decide(1.0, comparison)
    if rows := [place for place in comparison.rows if not any(p.start <= place[0] < p.end for p in passages)]:
        evidence = (*(evidence_at(text, *place) for place in rows[: _SHOWN - 1]), *evidence)[:_SHOWN]
    reason = _explain(verdict, comparison, _missing(statement, _expected(wanted, passages, comparison), passages))
    return Assessment(verdict, rated, evidence, comparison.conflicts, reason, _tell_other_names(comparison))


def _with_values(
    comparison: Comparison, wanted: Sequence[Term], index: Index, passages: Sequence[Passage]
) -> tuple[Passage, ...]:
    """The passages with one that holds a number which they lack, beside a telling word of the statement; none where there is none.

    Not so with years: a page has the year of today in many sentences.
    """
    lacking = (item for item in comparison.lacking if item.kind is ItemKind.NUMBER)
    sought = [item for item in lacking if item not in comparison.nowhere]
    found = [where for item in sought if (where := _beside_a_word(item, wanted, index)) and where not in passages]
    return (*passages[: _SHOWN - 1], *found[:1], *passages[_SHOWN - 1 :])[:_SHOWN] if found else ()


def _beside_a_word(item: Item, wanted: Sequence[Term], index: Index) -> Passage | None:
    """The sentence that has a value and most of the statement's telling words, one at the least."""
    telling = [t for t in wanted if t.weight >= _TELLING and not item.start <= t.start < item.end]
    places = [index.page.passage_at(place) for place in find_places(item, index)]
    best = max(places, key=lambda passage: coverage(telling, passage.keys), default=None)
    return best if best is not None and coverage(telling, best.keys) else None


def _large_value(comparison: Comparison, index: Index) -> int | None:
    return find_telling_value((*comparison.shown, *comparison.not_shown), index)


def _covered(wanted: Sequence[Term], passages: Sequence[Passage]) -> float:
    """Which part of a long sentence the passages hold together."""
    return coverage(wanted, {key for passage in passages for key in passage.keys})


def _related(statement: str, text: str, comparison: Comparison) -> tuple[int, int] | None:
    """A sentence that has a name of the statement in another spelling, or words of the same families."""
    places = (text.find(theirs) for _, theirs in comparison.written)
    found = next((at for at in places if at >= 0), None)
    return find_related(statement, text) if found is None else sentence_at(text, found)


def _decide(coverage: float, comparison: Comparison) -> StatementVerdict:
    """Missing words are no reason for a warning where a passage bears on the sentence: only numbers, dates and names are."""
    if coverage < (_LITTLE if comparison.lacking or comparison.names_partly else _NOTHING):
        return StatementVerdict.NO_EVIDENCE
    if comparison.conflicts:
        return StatementVerdict.ITEM_CONFLICT
    return StatementVerdict.WEAK_EVIDENCE if comparison.lacking else StatementVerdict.EVIDENCE_SHOWN


def _explain(verdict: StatementVerdict, comparison: Comparison, missing: Sequence[str]) -> str:
    """The reason in words for a copy editor, naming the items or words it rests on."""
    conflicts = [_say(conflict) for conflict in comparison.conflicts[:_NAMED]]
    lacking = [item.words for item in comparison.lacking]
    written = [_tell_name(*names) for names in comparison.written[:_NAMED] if names[0] not in lacking]
    match verdict:
        case StatementVerdict.NO_EVIDENCE:
            said = ["No passage of the source shares more than a few words with this sentence.", *conflicts]
        case StatementVerdict.ITEM_CONFLICT:
            said = conflicts
        case StatementVerdict.WEAK_EVIDENCE:
            said = [f"The passages that bear on this sentence do not hold: {', '.join(lacking[:_NAMED])}."]
        case _:
            absent = [f"Not in them: {', '.join(missing)}."] if missing else []
            follows = [f"{claimed} follows from {values}." for claimed, values in comparison.derived[:_NAMED]]
            said = [
                "The passages bear on this sentence; whether they say the same, a person must read.",
                *follows,
                *absent,
            ]
    return " ".join((*said, *written))


def _tell_other_names(comparison: Comparison) -> tuple[str, ...]:
    """The names that the source has with another letter, which is no spelling of them: whatever the verdict, a person looks."""
    lacking = {item.words for item in comparison.lacking}
    return tuple(_tell_name(*names) for names in comparison.written[:_NAMED] if names[0] in lacking)


def _tell_name(mine: str, theirs: str) -> str:
    return f"The source writes {theirs} for {mine}."


_TELLING = 1.0  # the weight from which a missing word is worth naming: long, capitalised, a number
_NAMED = 3  # conflicts and missing words that a reason names


def _problem(statement: str, text: str, wanted: Sequence[Term]) -> str:
    """Why nothing can be said; "" where something can."""
    if not statement.strip():
        return "The statement is empty."
    if not text.strip():
        return "The source has no text."
    if not wanted:
        return "The statement has no words that could be looked for."
    return ""


def features_of(statement: str, text: str) -> Features:
    """What the model sees of a statement and a text (for training)."""
    wanted = terms(statement[:_LONGEST])
    index = index_of(text)
    ranking = rank(wanted, index.page)
    return _features(wanted, ranking, compare(statement[:_LONGEST], wanted, index, ranking.passages))


def _features(wanted: Sequence[Term], ranking: Ranking, comparison: Comparison) -> Features:
    passages = ranking.passages
    wanted = _expected(wanted, passages, comparison)
    weights = {term.key: ranking.weights[term.key] for term in wanted}
    total = sum(weights.values()) or 1.0
    found = [set(passage.keys) for passage in passages]
    return Features(
        coverage=max((coverage(wanted, keys) for keys in found), default=0.0),
        rare_coverage=max((sum(weights[key] for key in weights.keys() & keys) for keys in found), default=0.0) / total,
        items_not_shown=len(_counted(comparison.not_shown)),
        items_nowhere=len(_counted(comparison.nowhere)),
        names_nowhere=len(comparison.names_nowhere),
        names_partly=comparison.names_partly,
    )


def _counted(items: Sequence[Item]) -> list[Item]:
    """Those of the items that the model was trained on: no parts of a whole and no decades in words."""
    return [item for item in items if not item.spelled or (item.kind is ItemKind.NUMBER and item.unit != "%")]


def _expected(wanted: Sequence[Term], passages: Sequence[Passage], comparison: Comparison) -> list[Term]:
    """The statement's words without those of numbers and dates that the passages spell otherwise."""
    have = {key for passage in passages for key in passage.keys}
    return [
        term
        for term in wanted
        if term.key in have or not any(item.start <= term.start < item.end for item in comparison.shown)
    ]


def _say(conflict: Conflict) -> str:
    """One conflict in words for a copy editor."""
    if conflict.kind == "negation":
        here, there = ("article", "passage") if conflict.claimed else ("passage", "article")
        return (
            f"The {here} says “{conflict.claimed or conflict.source}”; the {there} does not, and is the same otherwise."
        )
    if conflict.source:
        return f"The article says {conflict.claimed}; the passage says {conflict.source}."
    if conflict.kind == "name":
        return f"The name {conflict.claimed} is nowhere in the source."
    return f"The article says {conflict.claimed}, which is nowhere in the source."


def _missing(statement: str, wanted: Sequence[Term], passages: Sequence[Passage]) -> list[str]:
    """The weightiest words of the statement that no passage has, in the statement's order."""
    have = {key for passage in passages for key in passage.keys}
    absent = {term.key: term for term in reversed(wanted) if term.key not in have and term.weight >= _TELLING}
    heaviest = sorted(absent.values(), key=lambda term: -term.weight)[:_NAMED]
    return [f"“{statement[term.start : term.end]}”" for term in sorted(heaviest, key=lambda term: term.start)]
