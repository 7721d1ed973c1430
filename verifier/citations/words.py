"""Words that stand around the parts of a reference, in all languages."""

from __future__ import annotations

import re

from verifier.languages import pattern

INTRODUCTION = re.compile(rf"^\s*(?:{pattern('introductions')})\s*[:,]?\s+", re.IGNORECASE)
LANGUAGE_NOTE = re.compile(
    r"[(\[](?:in |en |auf |на |на\s)?\w{2,14}(?: language)?[)\]]\.?$|\((?:en|in|auf) \w+\)", re.IGNORECASE
)
MEDIUM = re.compile(rf"\[(?:{pattern('media')})\]", re.IGNORECASE)
EDGES = " \t\n,.;:–—-()[]/|<>，。；：、（）《》「」『』،؛"
AUTHOR_LONGEST = 160
