"""The nearest passage across languages, by a model in a folder; nothing is downloaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from model2vec import StaticModel
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from verifier import cli
from verifier.embedding import load_embedding
from verifier.matching.nearest import nearest_passage

# Words of two languages that mean the same have the same vector.
PAIRS = (("water", "Wasser"), ("stops", "hält"), ("customs", "Schlagbaum"), ("boats", "Boote"), ("harvest", "Ernte"))
TEXT = "Die Ernte kam spät. Das Wasser hält an keinem Schlagbaum. Die Boote lagen am Ufer."
ARTICLE = (
    "A commentary says “the water stops at customs” in plain words.[1]\n\n[1] “Water”, Site, https://strom.example/a\n"
)


@pytest.fixture
def model(tmp_path: Path) -> str:
    vocabulary = {"[UNK]": 0, "[PAD]": 1}
    vectors = [np.zeros(len(PAIRS)), np.zeros(len(PAIRS))]
    for i, words in enumerate(PAIRS):
        for word in words:
            vocabulary[word] = len(vectors)
            vectors.append(np.eye(len(PAIRS))[i])
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    folder = tmp_path / "model"
    StaticModel(np.array(vectors, dtype=np.float32), tokenizer).save_pretrained(folder)
    return str(folder)


def test_the_nearest_sentence_in_another_language(model: str) -> None:
    found = nearest_passage("the water stops at customs", TEXT, load_embedding(model))
    assert found is not None
    assert found.exact == "Das Wasser hält an keinem Schlagbaum."


def test_where_nothing_is_alike_nothing_is_shown(model: str) -> None:
    assert nearest_passage("quite other things", TEXT, load_embedding(model)) is None


@pytest.mark.parametrize("make", [False, True], ids=["missing", "empty"])
def test_a_folder_without_a_model_is_an_error_with_a_hint(
    make: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nothing"
    if make:
        folder.mkdir()
    monkeypatch.setenv("VERIFIER_EMBEDDING_MODEL", str(folder))
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert cli.run(["check", str(tmp_path / "a.txt"), "--offline", "--db", str(tmp_path / "a.db")]) == 2
    error = capsys.readouterr().err
    assert "embedding model" in error
    assert "\nhint: " in error
