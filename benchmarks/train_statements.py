"""Train the weights of `verifier/matching/statement_model.py` and print them with cross-validated figures.

    python benchmarks/train_statements.py ../shared/data/claims

Needs the open dev files of WiCE (Kamoi et al. 2023) and AttributionBench (Li et al. 2024): one JSON
object a line with claim, sentences or source_text, supported. Plain Python: a ridge logistic
regression by Newton's method, classes and data sets balanced by weights. Paste what it prints.
"""

from __future__ import annotations

import json
import math
import pathlib
import random
import sys
from collections.abc import Sequence
from typing import NamedTuple

from verifier.matching.statement import features_of
from verifier.matching.statement_model import MOST, Features

# What a file weighs: whole pages and real footnotes are what we judge; the other keeps it from fitting one set.
SETS = {"wice_dev": 1.0, "attributionbench_dev": 0.3}
RIDGE = 3.0
FOLDS = 10


class Row(NamedTuple):
    """One claim: its features with a 1 for the bias, the label, the weight, and what it must not be split from."""

    x: tuple[float, ...]
    supported: bool
    weight: float
    group: str


def load(folder: pathlib.Path, name: str, weight: float) -> list[Row]:
    records = [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
    share = sum(record["supported"] for record in records) / len(records)
    rows = []
    for record in records:
        features = features_of(record["claim"], record.get("source_text") or "\n".join(record["sentences"]))
        balance = weight * 0.5 / (share if record["supported"] else 1 - share)
        group = str(record.get("title") or record.get("question") or record["claim"])
        rows.append(Row((*(min(value, MOST) for value in features), 1.0), record["supported"], balance, group))
    return rows


def fit(rows: Sequence[Row]) -> list[float]:
    size = len(rows[0].x)
    weights = [0.0] * size
    for _ in range(25):
        gradient = [-RIDGE * value for value in weights[:-1]] + [0.0]
        hessian = [[RIDGE * (i == j < size - 1) + 1e-9 * (i == j) for j in range(size)] for i in range(size)]
        for row in rows:
            odds = 1 / (1 + math.exp(-dot(weights, row.x)))
            for i in range(size):
                gradient[i] += row.weight * (row.supported - odds) * row.x[i]
                for j in range(size):
                    hessian[i][j] += row.weight * odds * (1 - odds) * row.x[i] * row.x[j]
        weights = [weight + step for weight, step in zip(weights, solve(hessian, gradient), strict=True)]
    return weights


def dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss-Jordan elimination with pivots."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(size):
            if k != i:
                rows[k] = [a - rows[k][i] * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]


def auroc(rated: Sequence[tuple[float, bool]]) -> float:
    good = [value for value, supported in rated if supported]
    bad = [value for value, supported in rated if not supported]
    return sum((a > b) + 0.5 * (a == b) for a in good for b in bad) / (len(good) * len(bad))


def balanced_accuracy(rated: Sequence[tuple[float, bool]], threshold: float = 0.0) -> float:
    good = [value >= threshold for value, supported in rated if supported]
    bad = [value < threshold for value, supported in rated if not supported]
    return (sum(good) / len(good) + sum(bad) / len(bad)) / 2


def cross_validate(data: dict[str, list[Row]]) -> None:
    """Ten folds of every set, no claim of one article in two folds; the threshold is the model's own."""
    groups = sorted({row.group for rows in data.values() for row in rows})
    random.Random(6).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    rated: dict[str, list[tuple[float, bool]]] = {name: [] for name in data}
    for held in range(FOLDS):
        weights = fit([row for rows in data.values() for row in rows if fold[row.group] != held])
        for name, rows in data.items():
            rated[name] += [(dot(weights, row.x), row.supported) for row in rows if fold[row.group] == held]
    for name, pairs in rated.items():
        figures = f"AUROC {auroc(pairs):.3f}, balanced accuracy {balanced_accuracy(pairs):.3f}"
        print(f"{name}: {len(pairs)} claims, {FOLDS}-fold: {figures}")


def main(folder: pathlib.Path) -> None:
    data = {name: load(folder, name, weight) for name, weight in SETS.items()}
    cross_validate(data)
    *weights, bias = fit([row for rows in data.values() for row in rows])
    for name, weight in zip(Features._fields, weights, strict=True):
        print(f"    {name}={weight:.3f},")
    print(f"_BIAS = {bias:.3f}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
