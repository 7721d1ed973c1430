"""The sentence nearest in meaning, also across languages: the extra `[multilingual]`.

In: a folder with a static embedding model (model2vec's form, such as a multilingual one fetched once and kept). Out: a function
that ranks sentences. Nothing is ever downloaded: the folder is named by `VERIFIER_EMBEDDING_MODEL`. model2vec (MIT) needs numpy
and tokenizers only, no framework of neural networks: a page takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import VerifierError

if TYPE_CHECKING:
    from verifier.matching.nearest import ByMeaning

SETTING = "VERIFIER_EMBEDDING_MODEL"


def load_embedding(folder: str) -> ByMeaning:
    """What ranks sentences by a model in a folder. Raises VerifierError where the extra or the model is missing."""
    path = Path(folder)
    if not path.is_dir():
        hint = f"Name a folder with a model2vec model in {SETTING}, or unset it."
        raise VerifierError(f"{folder} is not a folder with an embedding model.", hint=hint)
    try:
        from model2vec import StaticModel  # noqa: PLC0415 - the extra
    except ImportError:
        raise VerifierError(
            "model2vec is not installed.", hint="Install the extra: pipx inject verifier model2vec."
        ) from None
    try:
        model = StaticModel.from_pretrained(path)
    except Exception as error:  # noqa: BLE001 - its readers of JSON, safetensors and tokenizers each raise their own
        hint = f"Name a folder with a model2vec model in {SETTING}."
        raise VerifierError(
            f"{folder} holds no embedding model that can be read ({type(error).__name__}).", hint=hint
        ) from None
    return _ranker(model.encode)


def _ranker(encode: Callable[[list[str]], object]) -> ByMeaning:
    import numpy as np  # noqa: PLC0415 - comes with the extra

    def nearest(words: str, sentences: Sequence[str]) -> tuple[int, float]:
        vectors = np.asarray(encode([words, *sentences]), dtype=float)
        lengths = np.linalg.norm(vectors, axis=1)
        scores = vectors[1:] @ vectors[0] / np.maximum(lengths[1:] * lengths[0], 1e-9)
        best = int(scores.argmax())
        return best, float(scores[best])

    return nearest
