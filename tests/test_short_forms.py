"""Short forms: which work ibid., op. cit., supra note 3 and a short title mean, in many languages. All texts invented."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from support.webs import NOON, page, send_from

from verifier.archive import Archive
from verifier.citations import find_all
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Block, Citation, Document, Mark, Note, NoteKind, PlanName, Problem
from verifier.sources import extract
from verifier.workflow import Network, check

GATES = "Odile Marrant, “Quiet Gates,” The Gazette, March 3, 2021, https://gazette.example/a."
BOOK = "Ilse Kern, Loud Gates of the South, Varn: Lock House, 2011."  # no address
ROADS = "Teodor Hask, “Salt Roads,” The Post, 5 May 2020, https://post.example/c."


def note(label: str, text: str) -> Note:
    """A note; what stands between stars is in italics."""
    whole, emphasis = "", []
    for number, run in enumerate(text.split("*")):
        emphasis += [(len(whole), len(whole) + len(run))] if number % 2 else []
        whole += run
    return Note(label, NoteKind.FOOTNOTE, whole, emphasis=tuple(emphasis))


def cited(*texts: str, labels: str = "123456789") -> tuple[list[list[Citation]], list[Problem]]:
    """The citations of each note, and the problems with short forms."""
    notes = tuple(map(note, labels, texts))
    blocks = (Block("It was so held in Roke v Hask, and nobody asked for more."),)
    citations, problems = find_all(Document("a", "text", None, None, blocks, notes, (Mark(labels[0], 0, 0, 30),)))
    return [[c for c in citations if c.note == i] for i in range(len(notes))], [
        p for p in problems if p.kind == "short_form"
    ]


# The fourth note; the note that gave its work; the place in it.
MEANS = [
    ("Ibid.", "3", None),
    ("Ibid", "3", None),
    ("ibid.", "3", None),
    ("IBID., p. 3", "3", "3"),
    ("Ibid., 46", "3", "46"),
    ("See ibid., at 12", "3", "12"),
    ("Id.", "3", None),
    ("Id. at 14-15", "3", "14-15"),
    ("Id. at 15 (“the ropes were never ours”).", "3", "15"),
    ("Ibid., 12: “the ropes were never ours”.", "3", "12"),
    ("Idem, p. 3", "3", "3"),
    ("See, e.g., id. § 4", "3", "4"),
    ("But see id. at 7", "3", "7"),
    ("Ebd., S. 5 f.", "3", "5 f."),
    ("Ebenda, S. 5", "3", "5"),
    ("Vgl. ebda., S. 5", "3", "5"),
    ("Siehe auch ebd.", "3", None),
    ("Ivi, p. 4", "3", "4"),
    ("Ibidem, pp. 4-5", "3", "4-5"),
    ("Tamże, s. 4", "3", "4"),
    ("Por. tamże, s. 4", "3", "4"),
    ("Tamtéž, s. 4", "3", "4"),
    ("Srov. tamtéž, s. 4", "3", "4"),
    ("Uo. 12. o.", "3", "12"),
    ("Там же, с. 5", "3", "5"),
    ("См. также: там же. С. 5", "3", "5"),
    ("Там само, с. 5", "3", "5"),
    ("Пак там, с. 5", "3", "5"),
    ("Исто, стр. 5", "3", "5"),
    ("Isto, str. 5", "3", "5"),
    ("Prav tam, str. 5", "3", "5"),
    ("Aynı yer, s. 5", "3", "5"),
    ("A.g.e., s. 5", "3", "5"),
    ("a.g.m., s. 5", "3", "5"),
    ("Aldaar, p. 5", "3", "5"),
    ("Zie aldaar, p. 5", "3", "5"),
    ("Ό.π., σ. 5", "3", "5"),
    ("Στο ίδιο, σ. 5", "3", "5"),
    ("المرجع نفسه، ص 5", "3", "5"),
    ("همان، ص 5", "3", "5"),
    ("שם, עמ' 5", "3", "5"),
    ("同上，第5页", "3", "5"),
    ("同上、5頁", "3", "5"),
    ("위의 책, 5쪽", "3", "5"),
    ("같은 글, 5쪽.", "3", "5"),
    ("Sama rit, bls. 5", "3", "5"),
    ("Turpat, 5. lpp.", "3", "5"),
    ("Ten pat, p. 5", "3", "5"),
    ("Samas, lk 5", "3", "5"),
    ("Voir ibid., p. 5", "3", "5"),
    ("Véase ibíd., p. 5", "3", "5"),
    ("Op. cit., p. 5", "3", "5"),
    ("Loc. cit.", "3", None),
    ("Marrant, op. cit., p. 4", "1", "4"),
    ("O. Marrant, op. cit.", "1", None),
    ("Marrant, art. cit., p. 4", "1", "4"),
    ("Marrant, « Quiet Gates », art. cité, p. 4", "1", "4"),
    ("Marrant, Quiet Gates, cit., p. 4", "1", "4"),
    ("Kern, a.a.O., S. 4", "2", None),
    ("Vgl. Marrant, a. a. O., S. 4", "1", "4"),
    ("Marrant, a.g.m., s. 4", "1", "4"),
    ("Kern, a.g.e., s. 4", "2", None),
    ("Marrant, ob. cit., p. 4", "1", "4"),
    ("Marrant, dz. cyt., s. 4", "1", "4"),
    ("Marrant, c. d., s. 4", "1", "4"),
    ("Marrant, i. m., 4. o.", "1", "4"),
    ("Marrant, nav. djelo, str. 4", "1", "4"),
    ("Marrant, цит. съч., с. 4", "1", "4"),
    ("Marrant, ό.π., σ. 4", "1", "4"),
    ("Marrant, المرجع السابق، ص 4", "1", "4"),
    ("See supra note 1", "1", None),
    ("See supra note 1, at 4", "1", "4"),
    ("Marrant, supra note 1, at 4", "1", "4"),
    ("Marrant, supra n. 1, 4", "1", "4"),
    ("Marrant (n 1) 4", "1", "4"),
    ("Marrant (n. 1), 4", "1", "4"),
    ("Marrant, above n 1, 4", "1", "4"),
    ("Marrant, above n 1, [4]", "1", "4"),
    ("See note 1 above", "1", None),
    ("See n. 1 above, p. 4", "1", "4"),
    ("See above, note 1", "1", None),
    ("See fn. 1", "1", None),
    ("Note 1, p. 4", "1", "4"),
    ("See footnote 1", "1", None),
    ("See also footnote 2", "2", None),
    ("(n 1)", "1", None),
    ("Marrant (wie Anm. 1), S. 4", "1", "4"),
    ("Marrant (Anm. 1), S. 4", "1", "4"),
    ("Marrant, wie Anm. 1, S. 4", "1", "4"),
    ("S. o. Anm. 1", "1", None),
    ("Siehe oben Fn. 1", "1", None),
    ("Vgl. Fn. 1", "1", None),
    ("Fn. 1", "1", None),
    ("Vgl. Fußnote 1, S. 3", "1", "3"),
    ("Voir note 1", "1", None),
    ("Voir supra, note 1", "1", None),
    ("Voir la note 1", "1", None),
    ("Marrant, supra note 1, p. 4", "1", "4"),
    ("Marrant, préc., note 1, p. 4", "1", "4"),
    ("Cf. supra n. 1", "1", None),
    ("Véase supra nota 1", "1", None),
    ("Ver nota 1, p. 4", "1", "4"),
    ("Vedi nota 1", "1", None),
    ("Cfr. nota 1, p. 4", "1", "4"),
    ("Vedi supra, nota 1", "1", None),
    ("Zie noot 1", "1", None),
    ("Marrant (noot 1), p. 4", "1", "4"),
    ("Se not 1", "1", None),
    ("Jfr not 1 ovan", "1", None),
    ("Se note 1", "1", None),
    ("Zob. przypis 1", "1", None),
    ("Viz pozn. 1", "1", None),
    ("Viz výše pozn. č. 1", "1", None),
    ("Lásd 1. jegyzet", "1", None),
    ("Ks. viite 1", "1", None),
    ("Vezi nota 1", "1", None),
    ("Vezi supra nota 1, p. 4", "1", "4"),
    ("См. сноску 1", "1", None),
    ("См. прим. 1", "1", None),
    ("См. примеч. 1. С. 4", "1", "4"),
    ("Див. прим. 1", "1", None),
    ("Βλ. υποσ. 1", "1", None),
    ("Bkz. dipnot 1", "1", None),
    ("Bkz. yukarıda dipnot 1, s. 4", "1", "4"),
    ("Bkz. 1. dipnot", "1", None),
    ("参见前注1", "1", None),
    ("同注1，第4页", "1", "4"),
    ("前掲注1、4頁", "1", "4"),
    ("前掲注（1）4頁", "1", "4"),
    ("각주 1 참조", "1", None),
    ("انظر الحاشية 1", "1", None),
    ("ראו הערה 1", "1", None),
    ("ראו לעיל הערה 1, עמ' 4", "1", "4"),
    ("نگاه کنید به پانویس 1", "1", None),
    ("Lihat catatan kaki 1", "1", None),
    ("Xem chú thích 1", "1", None),
    ("Marrant, “Quiet Gates,” 4.", "1", "4"),
    ("Marrant, “Gates,” 4.", "1", "4"),
    ("Marrant, “Quiet Gates.”", "1", None),
    ("See Marrant, “Quiet Gates,” 4–5.", "1", "4–5"),
    ("Kern, *Loud Gates*, 12.", "2", None),
    ("Kern, Loud Gates, 12", "2", None),
    ("Marrant, Quiet Gates, p. 4", "1", "4"),
    ("Marrant, S. 4", "1", "4"),
    ("Marrant, 4.", "1", "4"),
    ("Marrant 2021, 4", "1", "4"),
    ("“Quiet Gates,” 4.", "1", "4"),
    ("Marrant, „Quiet Gates“, S. 4.", "1", "4"),
    ("Marrant, « Quiet Gates », p. 4.", "1", "4"),
    ("*Loud Gates*, 40.", "2", None),
]  # fmt: skip


@pytest.mark.parametrize(("short", "label", "place"), MEANS)
def test_a_short_form_means_the_note_that_gave_the_work(short: str, label: str, place: str | None) -> None:
    found, problems = cited(GATES, BOOK, ROADS, short)
    if label == "2":  # a book: no address, and that is told
        assert [c.url for c in found[3]] in ([], [None])
        assert ["means the work of note 2" in p.detail for p in problems] == [True]
        return
    [citation] = found[3]
    assert (citation.refers_to, citation.url) == (label, found[int(label) - 1][0].url)
    assert citation.locator == place or place is None
    assert not problems


@pytest.mark.parametrize("short", [
        "Brandt, op. cit., p. 4",
        "Brandt, a.a.O.",
        "Marrant (n 9)",
        "Brandt (n 1)",
        "See supra note 99",
])  # fmt: skip
def test_what_nobody_can_tell_stays_open(short: str) -> None:
    found, problems = cited(GATES, BOOK, ROADS, short)
    assert found[3] == []
    assert [p.detail.startswith("Could not tell which work") for p in problems] == [True]


@pytest.mark.parametrize("text", [
        "Marrant, “Other Roads,” 4.",
        "Brandt, “Piers,” 4.",
        "Brandt, 4.",
        "Idem, “Loud Roads,” 2019.",
        "Coast Council, Occasional Note 12 on Salt, 2011.",
        "Isto tako je rekao da su ključevi bili kod čuvara.",
        "The same can be said of salt.",
        "We thank the keepers.",
        "Not in use before 1999.",
        "Idaho Gazette, 4 May 2019.",
        "Above all, notes 3 and 4 of the record were lost.",
        "Id est, the gates were open.",
        "Halm, Boats 12 (2011), p. 4 (note 3).",
        "National Institute of Salt, Statistics N. 12, 2011.",
])  # fmt: skip
def test_what_is_no_short_form(text: str) -> None:
    found, problems = cited(GATES, BOOK, ROADS, text)
    assert not problems
    assert all(c.refers_to is None and c.url is None for c in found[3])


# Notes; of each the addresses' ends with what they repeat; the labels of those of which something is told.
STORIES = {
    "a book between": ((GATES, BOOK, "Ibid., 4."), [["a"], [], []], "3"),
    "an interview between": ((GATES, "Anton Roke, interview by the author, Varn, 3 May 2019.", "Ibid."), [["a"], [], []], "3"),
    "a judgment between": ((GATES, "Roke v Hask [2019] VWC 12.", "ibid [34]."), [["a"], [], []], "3"),
    "an explanation between": ((GATES, "We thank the keepers.", "Ibid."), [["a"], [], ["a<1"]], ""),
    "a chain": ((GATES, "Ibid.", "Ibid., 3.", "Marrant (n 2) 5."), [["a"], ["a<1"], ["a<1"], ["a<1"]], ""),
    "a source of its own behind": ((GATES, BOOK, f"Marrant, supra note 1; see also {ROADS}", "Ibid."), [["a"], [], ["a<1", "c"], ["c<3"]], ""),
    "a source of its own in front": ((GATES, f"{ROADS} See also Marrant, supra note 1.", "Id."), [["a"], ["c", "a<1"], ["a<1"]], ""),
    "a book in the same note": ((f"{GATES[:-1]}; {BOOK}", "Ibid., 4."), [["a"], []], "2"),
    "a book in front in the same note": ((f"{BOOK[:-1]}; {GATES}", "Ibid., 4."), [["a"], ["a<1"]], ""),
    "within one note": ((GATES, "Hask (n 9); ibid., 3."), [["a"], []], "22"),
    "behind what is open": ((GATES, "Nobody (n 7).", "Ibid."), [["a"], [], []], "23"),
    "nothing before": (("Ibid.", GATES), [[], ["a"]], "1"),
    "a name that the note does not have": ((GATES, "Hask (n 1)."), [["a"], []], "2"),
    "two notes": ((GATES, ROADS, "Supra notes 1 and 2."), [["a"], ["c"], ["a<1", "c<2"]], ""),
    "a note behind": (("Marrant, infra note 2, at 3.", GATES), [["a<2"], ["a"]], ""),
    "a pointer to a note behind": (("See infra note 2.", GATES), [[], ["a"]], ""),
    "several works of the author": (
        ("Ilse Kern, “Ropes”, https://r.example/x.", "Ilse Kern, “Nets”, https://r.example/y.", "Kern, op. cit., p. 4.", "Kern, “Ropes,” 5.", "Kern, 5."),
        [["x"], ["y"], ["y<2"], ["x<1"], []],
        "5",
    ),
    "another first name": (("Ilse Kern, “Ropes”, https://r.example/x.", "Otto Kern, op. cit."), [["x"], []], "2"),
    "a title that was read as another": (
        ("Odile Marrant, The Quiet Gates, Lock Paper 14 (May 2021), p. 2, https://gazette.example/a.", "Marrant, The Quiet Gates, p. 4."),
        [["a"], ["a<1"]],
        "",
    ),
    "the year tells": (("Ilse Kern, “Ropes”, 2019, https://r.example/x.", "Ilse Kern, “Nets”, 2020, https://r.example/y.", "Kern 2019, 5."), [["x"], ["y"], ["x<1"]], ""),
    "its own address": ((GATES, "Ibid., https://post.example/d."), [["a"], ["d"]], ""),
    "semicolons that divide nothing": (("Odile Marrant, “Quiet Gates”, The Gazette, 3 March 2021; https://gazette.example/a.",), [["a"]], ""),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_part_by_part(story: str) -> None:
    texts, expected, told = STORIES[story]
    found, problems = cited(*texts)
    ends = [
        [c.url.rpartition("/")[2] + (f"<{c.refers_to}" if c.refers_to else "") for c in cs if c.url] for cs in found
    ]
    assert ends == expected
    assert "".join(p.label for p in problems) == told


# A third note behind the two of a book and an article: what it cites, as the note or the author, and the place.
OF_HISTORIANS: dict[str, list[tuple[str | None, str | None]]] = {
    "On the tolls of Varn, see Kern, *Loud Gates*, 45.": [("1", "45")],
    "On the tolls of Varn see Kern, *Loud Gates*, 45.": [("1", "45")],
    "For a longer account of who paid, see also Marrant, “Quiet Gates,” 22 (tolls); 25, 27 (salt).": [("2", "22")],
    "The tolls were the last to go; the salt came later. See Kern, *Loud Gates*, chap. 4.": [("1", "4")],
    "Zu den Zöllen siehe Kern, *Loud Gates*, S. 45.": [("1", "45")],
    "Sur les péages de Varn, voir Marrant, « Quiet Gates », p. 22.": [("2", "22")],
    "Per una discussione dei pedaggi, si veda Kern, *Loud Gates*, pp. 45-46.": [("1", "45-46")],
    "Sobre los peajes de Varn, véase Kern, *Loud Gates*, p. 45.": [("1", "45")],
    "Over de tollen, zie Kern, *Loud Gates*, p. 45.": [("1", "45")],
    "As quoted in Kern, *Loud Gates*, 45.": [("1", "45")],
    "Anton Roke, quoted in Marrant, “Quiet Gates,” 22.": [("2", "22")],
    "Kern, *Loud Gates*, 45. The keepers never wrote of it again.": [("1", "45")],
    "The keepers never wrote of it. Kern, *Loud Gates*, 45--46.": [("1", "45--46")],
    "Kern, *Loud Gates*, 45n3.": [("1", "45n3")],
    "Kern, *Loud Gates*, 2:45.": [("1", "45")],
    "Kern, *Loud Gates*, esp. 45–48, figs. 2–5.": [("1", "45–48")],
    "Kern, *Loud Gates*, 45: she had counted all of them.": [("1", "45")],
    "Marrant, “Quiet Gates,” 22 n. 4, 29; Kern, *Loud Gates*, 9.": [("2", "22"), ("1", "9")],
    "Kern, *Loud Gates*, 45. On salt, see Teodor Hask, *Salt Roads* (Varn: Lock House, 2009), 2:82.": [("1", "45"), ("Teodor Hask", "82")],
    "The keepers had a name for it. Teodor Hask, *Salt Roads* (Varn: Lock House, 2009), 82, 84.": [("Teodor Hask", "82, 84")],
    "See especially Teodor Hask, *Salt Roads* (Varn: Lock House, 2009); Ann P. Vesper, *Quays* (Oss: Pier, 2001).": [("Teodor Hask", None), ("Ann P. Vesper", None)],
    "Teodor J. Hask and Ann P. Vesper, *Salt Roads* (Varn: Lock House, 2009), 12.": [("Teodor J. Hask and Ann P. Vesper", "12")],
    "Jo Menk and Ann Vesper, eds., *Salt Roads* (Varn: Lock House, 2009), 12.": [("Jo Menk and Ann Vesper, eds", "12")],
    "“No boat was let in,” Kern adds, “and none came back.” Kern, *Loud Gates*, 46.": [("1", "46")],
    "“No boat was let in!”; ibid., 29.": [("2", "29")],
    "“Kein Schiff kam herein”; Kern, *Loud Gates*, 29.": [("1", "29")],
    "Kern, *Loud Gates*; Marrant, “Quiet Gates.”": [("1", None), ("2", None)],
    "Kern, *Loud Gates*, passim.": [("1", None)],
    "Kern, *Loud Gates*, 5 (my translation). Emphasis in original.": [("1", "5")],
    "“They took what they could from the boats in those years,” Kern writes.": [],
    "*Lexicon of Tolls* (Varn: Lock House, 2001), s.v. “Gate.”": [(None, None)],
    "Kern, *Gates*, 45, and Marrant, “Gates,” 22.": [("1", "45"), ("2", "22")],
    "So Marrant, “Quiet Gates,” 22, and after her Kern, *Loud Gates*, 9.": [("2", "22"), ("1", "9")],
    "But compare Kern, Loud Gates, 9 f., und Marrant, „Quiet Gates“, 30.": [("1", "9 f."), ("2", "30")],
    "Kern, *Loud Gates*, 45, and Teodor Hask, *Salt* (Varn: Lock House, 2009), 8.": [("1", "45"), ("Teodor Hask", "8")],
    "Teodor Hask, Salt (Varn: Lock House, 2009), 8; and idem, Tar (Oss: Pier, 2010), 3.": [("Teodor Hask", "8"), ("Teodor Hask", "3")],
    "Kern, Loud Gates, 45: “no boat was let in.” The keepers never wrote of any of it again.": [("1", "45")],
    "Jo Menk and Ann Vesper, “Two Ports,” *Gazette* 4 (2016): 3.": [("Jo Menk and Ann Vesper", "3")],
    "Ann Vesper, Quays, Oss 2001, p. 3; Jo Menk, “Tolls,” Gazette 4 (2016): 3. What is left of it all is hard to say by now.": [("Ann Vesper", "3"), ("Jo Menk", "3")],
    "It is rare by now. Compare Ann Vesper, Quays at Sea (Oss: Pier, 2001), 3.": [("Ann Vesper", "3")],
    "Ann Vesper, “What Odile Marrant Saw,” *Gazette* 4 (2016): 3.": [("Ann Vesper", "3")],
}  # fmt: skip


@pytest.mark.parametrize("text", OF_HISTORIANS)
def test_short_titles_in_sentences(text: str) -> None:
    book = "Ilse Kern, *Loud Gates of the South* (Varn: Lock House, 2011), 3."
    essay = "Odile Marrant, “Quiet Gates,” *The Gazette* 3, no. 1 (2014): 20–31."
    found, problems = cited(book, essay, text)
    assert [(c.refers_to or c.author, c.locator) for c in found[2]] == OF_HISTORIANS[text]
    assert not [p for p in problems if "Could not tell" in p.detail]


def test_an_author_in_another_title_is_not_meant() -> None:
    found, _ = cited(
        "Odile Marrant, *Quiet Gates* (Varn: Lock House, 2011), 3.",
        "Ann Vesper, “On Odile Marrant’s Quiet Gates,” *Gazette* 4 (2016): 3.",
        "Marrant, *Quiet Gates*, 14.",
    )
    assert [c.refers_to for c in found[2]] == ["1"]


LAW = "See Ilse Kern, Locks of the North, 12 Quay L. Rev. 345, 350 (2011) (noting that most of the locks had been built by then)"
SEVERAL = f"{LAW}; Odile Marrant, Tolls and Rents, 40 Gate L.J. 1571 (2014) (“The tolls were low.”)."
SAID = "We leave out the locks that were never in use at all in those years. See Ilse Kern, Locks of the North, 12 Quay L. Rev. 345 (2011)."
RECORDS = "2 The Records of the Gate Court, at 615 (Otto Rell ed., 1911) [hereinafter Rell]."
# first note, second note: what the second one says of the first (the number of the note it means, the place), or what stays open
OF_LAWYERS: dict[str, tuple[str, str, list[tuple[str | None, str | None]], int]] = {
    "a remark behind the year is no prose": (f"{LAW}.", "Kern, supra note 1, at 351.", [("1", "351")], 1),
    "the second work of a note": (SEVERAL, "Marrant, supra note 1, at 1574.", [("1", "1574")], 1),
    "a sentence in front of the work": (SAID, "Kern, supra note 1, at 346.", [("1", "346")], 1),
    "a sentence in front of the short form": (f"{LAW}.", "It seemed to use other rules. Rell, 12 Q. Rep. at 26. But see Kern, supra note 1, at 351.", [(None, None), ("1", "351")], 2),
    "a whole work in front of it": (f"{LAW}.", "Odile Marrant, Tolls, 33 Gate L.J. 379 (1985). But see Kern, supra note 1.", [(None, None), ("1", None)], 1),
    "accord": (f"{LAW}.", "accord Kern, supra note 1, at 350.", [("1", "350")], 1),
    "a name misspelt in part": ("Abel Kern & Gideon Parchom, Locks, 12 Quay L. Rev. 345 (2011).", "Kern & Parchm, supra note 1, at 350.", [("1", "350")], 1),
    "a page that might be a year": (SEVERAL, "Id. at 1704–05.", [("1", "1704–05")], 1),
    "the name given for later": (RECORDS, "2 Rell, supra, at 616.", [("1", "616")], 1),
    "text beside a note": (f"{LAW}.", "Supra text accompanying note 1.", [("1", None)], 1),
    "not by that author": (f"{LAW}.", "Hask, supra note 1, at 350.", [], 1),
    "many notes together": (f"{LAW}.", "See supra notes 101–07 and accompanying text.", [], 1),
    "a paragraph in brackets": ("Roke v Hask [2018] QWC 46.", "ibid [12]–[14].", [("1", "12–14")], 1),
    "a case by its report": ("Roke v. Hask, 576 Q.S. 86, 90 (2015).", "See Hask, 576 Q.S. at 103–05 (noting that all of the gates had been closed by then).", [("1", "103–05")], 1),
    "a case by its report alone": ("Roke v. Hask, 576 Q.S. 86, 90 (2015).", "576 Q.S. at 103.", [("1", "103")], 1),
    "another volume": ("Roke v. Hask, 576 Q.S. 86, 90 (2015).", "Hask, 57 Q.S. at 103.", [], 1),
    "a short form behind a sentence": (f"{LAW}.", "The gates were opened again in the end by those who had closed them. Kern, supra note 1, at 8.", [("1", "8")], 1),
    "the same in brackets": (f"{LAW}.", "Such as in the north. Kern (n 1).", [("1", None)], 1),
    "a work behind a sentence is the last one": (
        "Odile Marrant, Tolls, 33 Gate L.J. 379 (1985). Kern explains that they were low. Ilse Kern, Locks, 12 Quay L. Rev. 345 (2011).",
        "Id. at 380.", [("1", "380")], 1,
    ),
    "prose is no work": (f"{LAW}.", "The board gestured to the act of 1798, which was much disliked at the time by all who knew of it. See id. at 8.", [("1", "8")], 1),
    "a name with stops": ("Gate Conf. N.S., Rules of the Tolls (2019).", "Gate Conf. N.S., supra note 1.", [], 1),
    "the case stands in the sentence": ("[1988] QB 135.", "Roke (n 1) [12].", [("1", "12")], 1),
    "another case stands in the sentence": ("[1988] QB 135.", "Marrant (n 1) [12].", [], 1),
    "at the end of a sentence": ("Roke v Hask [2018] QWC 46.", "That all of it had to be read together was said in Roke v Hask (n 1), at 12.", [("1", "12")], 1),
    "a party": ("Gate Trust v Y [2018] UKSC 46.", "Y (n 1) [12].", [], 1),
    "dn.": ("Ilse Kern, “Kapılar”, Su Dergisi, S. 3, 2011, s. 34.", "Bkz. yukarıda dn. 1, s. 12.", [("1", "12")], 1),
    "the note named in Chinese": ("王明：《堤坝史》，码头出版社，2011年，第34页。", "参见前引注1，王明书，第42页。", [("1", "42")], 1),
    "the same note in Chinese": ("王明：《堤坝史》，码头出版社，2011年，第34页。", "同前注①，第41页。", [("1", "41")], 1),
    "a family name in Japanese": ("山田花子『堤防史』（岸辺書房、2011年）34頁。", "山田・前掲注（1）40頁。", [("1", "40")], 1),
    "another family name in Japanese": ("山田花子『堤防史』（岸辺書房、2011年）34頁。", "鈴木・前掲注（1）40頁。", [], 1),
    "the same in Arabic": ("أوديل مارانت، «البوابات»، مجلة المياه، 2014، ص 12.", "نفسه، ص 41.", [("1", "41")], 1),
    "a second series of reports": ("Roke v. Hask, 9 F. Supp. 2d 77, 80 (1998).", "Hask, 9 F. Supp. 2d at 81.", [("1", "81")], 1),
    "a case of the sentence, by its report": ("12 Q.R. 45, 50 (2010).", "See Roke, 12 Q.R. at 48.", [("1", "48")], 1),
    "the volume of a case at the end of a sentence": ("It was said in Roke v. Hask that all of them had been closed by then. 12 Q.R. 86, 105 (2015).", "See 12 Q.R. at 104.", [("1", "104")], 1),
    "pages tell the case": ("Roke v. Hask, 12 Q.R. 644 (2015); Menk v. Lorn, 12 Q.R. 86 (2015).", "12 Q.R. at 651–52.", [("1", "651–52")], 1),
    "the page tells the case": ("Roke v. Hask, 12 Q.R. 644 (2015); Menk v. Lorn, 12 Q.R. 86 (2015).", "12 Q.R. at 104.", [("1", "104")], 1),
    "a review behind a sentence": ("576 Q.S. 644 (2015). For the role of the rule in the cases before it, see Ilse Kern, Locks, 117 QUAY L. REV. 1893 (2004).", "See Kern, supra note 1, at 1898.", [("1", "1898")], 1),
    "compare … with": (f"{LAW}.", "Compare Kern, supra note 1, at 351, with Odile Marrant, Tolls, 33 Gate L.J. 379 (1985).", [("1", "351"), (None, None)], 1),
    "a judgment called by its report": ("QGE 132 III 285, E. 2.1.", "QGE 132 III 285 (Fn. 1), S. 290.", [], 1),
    "another judgment of these reports": ("QGE 132 III 285, E. 2.1.", "QGE 140 II 12 (Fn. 1), S. 290.", [], 1),
    "the same author, a place": ("Ilse Kern, „Tore“, Hafenblatt 3 (1987), S. 12.", "Dies., S. 15.", [("1", "15")], 1),
    "the same author, a title": ("Ilse Kern, „Stille Tore“, Hafenblatt 3 (1987), S. 12.", "Vgl. dies., Stille Tore, S. 15.", [("1", "15")], 1),
    # none of these is a short form
    "the same author, another title": ("Ilse Kern, „Tore“, Hafenblatt 3 (1987), S. 12.", "Dies., Der Zoll am Fluss, Bern 1990, S. 3.", [(None, None)], 0),
    "a law": ("Fed. R. Evid. 401.", "Fed. R. Evid. 501.", [(None, None)], 0),
    "an interview": ("Interview Comment No. 85.", "Interview Comment No. 203.", [(None, None)], 0),
    "a state": ("Kern, Locks (2011).", "State v. Hask, 33 N.W.2d 811, 816 (N.D. 1983).", [(None, None)], 0),
    "a title with age": ("Kern, Locks (2011).", "Ivo Roke, Locks in the Digital Age, 58 Gate L.J. 889 (2009).", [(None, None)], 0),
    "age": (f"{LAW}.", "The offices differed in size, age, and task.", [], 0),
}  # fmt: skip


LEFT_OPEN = {
    "not by that author",
    "a sentence in front of the short form",
    "many notes together",
    "another volume",
    "another case stands in the sentence",
    "another family name in Japanese",
    "another judgment of these reports",
}


@pytest.mark.parametrize("story", OF_LAWYERS)
def test_short_forms_of_lawyers(story: str) -> None:
    first, second, expected, told = OF_LAWYERS[story]
    found, problems = cited(first, second)
    meant = [(c.refers_to, c.locator if c.refers_to else None) for c in found[1]]
    assert [pair for pair in meant if pair[0]] == [pair for pair in expected if pair[0]]
    assert len(problems) == told
    left_open = any("Could not tell" in problem.detail for problem in problems)
    assert left_open == (story in LEFT_OPEN)


def test_labels_that_begin_anew_with_each_chapter_mean_the_nearest_note() -> None:
    found, problems = cited(GATES, "Supra note 1.", ROADS, "Supra note 1.", labels="1212")
    assert [[c.url for c in cs] for cs in found] == [[cs[0].url] for cs in (found[0], found[0], found[2], found[2])]
    assert not problems


def test_roman_labels() -> None:
    notes = tuple(
        note(label, text)
        for label, text in (("i", GATES), ("ii", ROADS), ("iii", "See note i above."), ("iv", "Note ii, p. 6."))
    )
    citations, _ = find_all(Document("a", "text", None, None, (), notes, ()))
    assert [(c.refers_to, c.locator) for c in citations] == [(None, None), (None, None), ("i", None), ("ii", "6")]


@pytest.mark.parametrize(
    ("second", "verdict"),
    [("Ibid.", "unverifiable"), ("Nobody (n 7).", "unverifiable"), ("Marrant (n 3).", "not_found")],
)
def test_words_may_stand_in_the_work_that_a_short_form_leaves_open(second: str, verdict: str, tmp_path: Path) -> None:
    said = "They wrote that “nobody had ever closed the lower gates of the town before”.[3][2]"
    article = f"The gates are old.[1] {said}\n\nNotes\n\n[1] {BOOK}\n\n[2] {second}\n\n[3] {GATES}\n"
    web = {
        "https://gazette.example/a": page(
            "Quiet Gates", f"<article><p>{'The river rose again in March. ' * 40}</p></article>"
        )
    }
    network = Network(PlanName.LIVE, send_from(web), extract, Mementos("never"), spacing=0.0)
    with Archive.open(tmp_path / "a.db", now=lambda: NOON) as archive:
        document = read_bytes(article.encode(), "a.txt")
        report = check(document, archive, network, now=lambda: NOON, max_age=timedelta(days=1))
    assert {finding.verdict.value for finding in report.findings if finding.quotation} == {verdict}


def test_notes_that_give_name_and_year_alone_mean_one_work_each() -> None:
    _, problems = cited(
        "Kern 2001, 163.", "Kern 2004, 12; Roe 1999, 3.", "Kern 2001, 170.", "Kern 2001, 4; Kern 2004, 9."
    )
    assert [problem.detail.partition(", which")[0] for problem in problems] == [
        "“Kern 2001, 170” means the work of note 1",
        "“Kern 2001, 4” means the work of note 1",
        "“Kern 2004, 9” means the work of note 2",
    ]
