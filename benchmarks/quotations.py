"""How long a quotation takes, beside `rapidfuzz.fuzz.partial_ratio_alignment` on the same folded text.

Usage: python benchmarks/quotations.py [--short]. CPU time, all in one process, the best of three; ratios are what to
compare between machines. Texts are made of common words of the language (wordfreq), so every size is one of the same kind.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence

from rapidfuzz.fuzz import partial_ratio_alignment
from wordfreq import top_n_list

from verifier.matching import match_quotation
from verifier.matching.tokens import tokenize
from verifier.text import fold

SIZES = {"8 kB": 8_000, "80 kB": 80_000, "500 kB": 500_000, "5 MB": 5_000_000}
_QUOTED = 0.1  # of the sentences carry typography that folding changes
SHORT = ("8 kB", "80 kB")


def make_text(size: int, seed: int) -> str:
    """Sentences of common English words, weighted as they are used (Zipf)."""
    chance = random.Random(seed)
    words = top_n_list("en", 20_000)
    weights = [1 / (i + 3) for i in range(len(words))]
    sentences = []
    length = 0
    while length < size:
        sentence = " ".join(chance.choices(words, weights, k=chance.randint(6, 30))).capitalize()
        sentence = f"“{sentence}” – so they said. " if chance.random() < _QUOTED else f"{sentence}. "
        sentences.append(sentence)
        length += len(sentence)
    return "".join(sentences)


def quotations(text: str, seed: int, count: int) -> dict[str, list[str]]:
    """Runs of the text as they stand, with one word changed, and words that do not stand there."""
    chance = random.Random(seed)
    words = text.split()
    made: dict[str, list[str]] = {"as it stands": [], "one word changed": [], "not there": []}
    for _ in range(count):
        length = chance.randint(8, 40)
        start = chance.randrange(len(words) - length)
        run = words[start : start + length]
        made["as it stands"].append(" ".join(run))
        made["one word changed"].append(" ".join([*run[: length // 2], "sluicegate", *run[length // 2 + 1 :]]))
        made["not there"].append(" ".join(chance.sample(words, length)))
    return made


def cpu(function: Callable[[], object]) -> float:
    """Seconds of CPU time, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        function()
        times.append(time.process_time() - start)
    return min(times)


def cpu_of_folding(text: str) -> float:
    """Seconds of CPU time to fold and cut a text into words that was never seen before."""
    start = time.process_time()
    tokenize(text)
    return time.process_time() - start


def main(sizes: Sequence[str]) -> None:
    """Print a table: size, kind, milliseconds (median, worst), ratio of the medians."""
    print(f"{'source':>8} {'quotation':<18} {'median':>9} {'worst':>9} {'rapidfuzz':>10} {'ratio':>6}")
    for size in sizes:
        text = make_text(SIZES[size], seed=len(size))
        folding = cpu_of_folding(text)
        folded = fold(text).text
        count = 20 if len(text) < 1_000_000 else 5
        for kind, made in quotations(text, 7, count).items():
            match_quotation(made[0], text)  # folded and indexed once, as for every source of an article
            ours = [cpu(lambda q=q, text=text: match_quotation(q, text)) for q in made]  # type: ignore[misc]
            theirs = [cpu(lambda q=q, folded=folded: partial_ratio_alignment(q, folded)) for q in made]  # type: ignore[misc]
            middle, other = statistics.median(ours), statistics.median(theirs)
            print(
                f"{size:>8} {kind:<18} {middle * 1e3:7.2f}ms {max(ours) * 1e3:7.2f}ms {other * 1e3:8.2f}ms {middle / max(other, 1e-9):6.2f}"
            )
        print(f"{size:>8} folding            {folding / len(text) * 1e6:7.2f} s/MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="the two small sizes only")
    main(SHORT if parser.parse_args().short else tuple(SIZES))
