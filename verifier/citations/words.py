"""Words that stand around the parts of a reference, in many languages."""

from __future__ import annotations

import re

INTRODUCTION = re.compile(
    r"^\s*(?:see(?: also| e\.g\.| for example| for instance)?|cf\.?|compare|quoted (?:in|from|by)|source|available at|vgl\.?|siehe(?: auch)?|s\.|voir(?: aussi)?|"
    r"véase(?: también)?|ver|vedi|cfr\.?|zie|zob\.|bkz\.?|см\.(?: также)?|див\.|also|and|und|et|y|ve|и)\s*[:,]?\s+",
    re.IGNORECASE,
)
LANGUAGE_NOTE = re.compile(
    r"[(\[](?:in |en |auf |на |на\s)?\w{2,14}(?: language)?[)\]]\.?$|\((?:en|in|auf) \w+\)", re.IGNORECASE
)
MEDIUM = re.compile(
    r"\[(?:электронный ресурс|online|en ligne|internet|web page|electronic resource|çevrimiçi)\]", re.IGNORECASE
)
EDGES = " \t\n,.;:–—-()[]/|<>，。；：、（）《》「」『』،؛"
AUTHOR_LONGEST = 160
