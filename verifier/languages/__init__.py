"""The words of languages: months, numbers, negations, modals, spellings, short forms, access cues, phrases of pages.

A language is one module of this folder that makes one `LANGUAGE`; it is found by itself. The tables are asked for by
kind, for all languages together, because the language of a page is often unknown or told wrong.
"""

from verifier.languages._language import Language
from verifier.languages._numbers import joined_in_any, joined_number
from verifier.languages._scripts import in_script_of, simplify
from verifier.languages._tables import (
    ONE_CODE,
    all_languages,
    alternatives,
    find_language,
    in_one_code,
    months,
    one_spelling,
    opposites,
    pattern,
    phrases,
    values,
    words,
)

__all__ = [
    "ONE_CODE",
    "Language",
    "all_languages",
    "alternatives",
    "find_language",
    "in_one_code",
    "in_script_of",
    "joined_in_any",
    "joined_number",
    "months",
    "one_spelling",
    "opposites",
    "pattern",
    "phrases",
    "simplify",
    "values",
    "words",
]
