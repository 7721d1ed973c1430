"""Judge a claim against the sources its notes cite, and a source's text against an earlier one.

In: values of the earlier stages. Out: findings and `Content` words. The rule of these files: a verdict carries its reason,
and "not found" is said only where the whole text was read. Each name is loaded when it is first asked for: who prints
what was judged before needs nothing that judges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.lazily import lazily

if TYPE_CHECKING:
    from verifier.verdicts.alerts import find_alerts, find_open, find_unseen, first_mark, mark_of, severities
    from verifier.verdicts.answers import find_answers, steps_of_findings, steps_of_note, summarise, worst_first
    from verifier.verdicts.case import Source, marked_pages
    from verifier.verdicts.drift import Change, compare, find_correction, is_comparable, is_retraction, judge_content
    from verifier.verdicts.elsewhere import look_elsewhere
    from verifier.verdicts.judging import judge
    from verifier.verdicts.life import is_due, look_again
    from verifier.verdicts.opinions import add_opinion
    from verifier.verdicts.quotations import needs_main
    from verifier.verdicts.references import compare_reference, confirm, is_unconfirmed
    from verifier.verdicts.suggestions import suggest
    from verifier.verdicts.weights import (
        WORST_FIRST,
        severities_of_fetched,
        severities_of_recheck,
        weigh_link,
    )

__all__ = [
    "RULES",
    "WORST_FIRST",
    "Change",
    "Source",
    "add_opinion",
    "compare",
    "compare_reference",
    "confirm",
    "find_alerts",
    "find_answers",
    "find_correction",
    "find_open",
    "find_unseen",
    "first_mark",
    "is_comparable",
    "is_due",
    "is_retraction",
    "is_unconfirmed",
    "judge",
    "judge_content",
    "look_again",
    "look_elsewhere",
    "mark_of",
    "marked_pages",
    "needs_main",
    "severities",
    "severities_of_fetched",
    "severities_of_recheck",
    "steps_of_findings",
    "steps_of_note",
    "suggest",
    "summarise",
    "weigh_link",
    "worst_first",
]

# Of the verdicts: a report that other rules made is judged anew. Raise it with any change of what is said of a claim.
RULES = "9"

_WHERE = {
    "alerts": "find_alerts find_open find_unseen first_mark mark_of severities",
    "answers": "find_answers steps_of_findings steps_of_note summarise worst_first",
    "case": "Source marked_pages",
    "drift": "Change compare find_correction is_comparable is_retraction judge_content",
    "elsewhere": "look_elsewhere",
    "judging": "judge",
    "life": "is_due look_again",
    "opinions": "add_opinion",
    "quotations": "needs_main",
    "references": "compare_reference confirm is_unconfirmed",
    "suggestions": "suggest",
    "weights": "WORST_FIRST severities_of_fetched severities_of_recheck weigh_link",
}

__getattr__ = lazily(__name__, _WHERE)
