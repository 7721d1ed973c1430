"""Editing marks, values in another dress, two words that look alike, and what is told beside a verdict: kinds of cases in tables."""

from __future__ import annotations

import pytest

from verifier.matching import match_quotation

# Around each source stands enough text of its language for the language to be known.
AROUND = {
    "en": "The dredging office of the lower river published its yearly report at the end of the winter, as it does. {} So ended the part on the locks and the quays.",
    "de": "Das Amt für die Schleusen am unteren Fluss hat seinen jährlichen Bericht am Ende des Winters veröffentlicht. {} So endet der Abschnitt über die Kais.",
    "fr": "Le bureau des écluses du bas fleuve a publié son rapport annuel à la fin de l’hiver, comme toujours. {} Ainsi se termine la partie sur les quais.",
    "es": "La oficina de las esclusas del río bajo publicó su informe anual al final del invierno, como siempre. {} Así termina la parte sobre los muelles.",
    "it": "L’ufficio delle chiuse del basso fiume ha pubblicato la sua relazione annuale alla fine dell’inverno. {} Così finisce la parte sui moli della città.",
    "pl": "Urząd śluz na dolnej rzece opublikował swój roczny raport pod koniec zimy, tak jak to robi zawsze. {} Tak kończy się część o nabrzeżach.",
    "ru": "Управление шлюзов нижней реки опубликовало свой ежегодный отчёт в конце зимы, как и всегда. {} Так кончается часть о причалах.",
    "tr": "Aşağı nehrin kanal dairesi yıllık raporunu her zamanki gibi kışın sonunda yayımladı ve duyurdu. {} Rıhtımlar bölümü böyle biter.",
    "sv": "Slussverket vid den nedre floden publicerade sin årliga rapport i slutet av vintern, som det brukar. {} Så slutar delen om kajerna.",
    "fi": "Alajoen sulkuvirasto julkaisi vuosittaisen kertomuksensa talven lopussa niin kuin sillä on tapana tehdä. {} Näin päättyy laitureita koskeva osa.",
    "zh": "下游船闸管理处在冬末发表了年度报告，和往年一样详细介绍了码头和船闸的情况。{}关于码头的部分到此结束。",
    "ja": "下流の水門事務所は冬の終わりに例年どおり年次報告書を発表した。桟橋と水門についての説明がある。{}桟橋についての部分はここで終わる。",
    "ar": "نشر مكتب الأقفال في النهر الأسفل تقريره السنوي في نهاية الشتاء كما يفعل دائما وتحدث عن الأرصفة. {} وبهذا ينتهي الجزء الخاص بالأرصفة.",
    "hi": "निचली नदी के जलद्वार कार्यालय ने हमेशा की तरह सर्दियों के अंत में अपनी वार्षिक रिपोर्ट प्रकाशित की। {} घाटों का भाग यहाँ समाप्त होता है।",
    "ko": "하류 수문 사무소는 언제나처럼 겨울이 끝날 무렵에 연례 보고서를 발표하였고 부두에 대해 설명하였다. {} 부두에 관한 부분은 여기서 끝난다.",
}
FAITHFUL = ("verbatim", "verbatim_marked", "near_verbatim")


def judge(language: str, source: str, quotation: str) -> str:
    match = match_quotation(quotation, AROUND[language].format(source))
    assert match.reason
    return match.verdict.value


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        # letters in brackets, and none in them
        ("en", "The keeper carries three lamps down to the quay.", "The keeper carr[ied] three lamps down to the quay"),
        ("en", "The keepers carry three lamps down to the quay.", "The keeper[] carry three lamps down to the quay"),
        ("en", "We’ve measured the silt every spring since then.", "[they]'ve measured the silt every spring since then"),
        ("en", "The ferry which we lost was never found again.", "The ferry which [the office] lost was never found again"),
        ("en", "There is hope of a second lock in the spring.", "There [is] hope of a second lock in the spring"),
        ("en", "Members [of the board] met in the old lock house.", "Members [of the board] met in the old [lock] house"),
        ("zh", "他们修好了旧码头的三个水闸。", "［工人］修好了旧码头的三个水闸"),
        ("ja", "彼らは古い桟橋の水門を直した。", "［職員］は古い桟橋の水門を直した"),
        # ellipses
        ("en", "The silt rose by a hand in every year of the long war.", "The silt rose * * * in every year of the long war"),
        ("en", "The silt rose by a hand in every year of the long war.", "The silt rose [ . . . ] in every year of the long war"),
        ("en", "The silt rose by a hand in every year of the long war.", "The silt rose –– in every year of the long war"),
        ("ru", "Уровень ила рос на ладонь каждый год войны.", "Уровень ила рос <…> каждый год войны"),
        ("sv", "Slammet steg med en hand varje år under kriget.", "Slammet steg /.../ varje år under kriget"),
        ("it", "Il fango saliva di una mano ogni anno di guerra.", "Il fango saliva [omissis] ogni anno di guerra"),
        ("zh", "淤泥在战争的每一年都上升了一掌之高。", "淤泥（中略）上升了一掌之高"),
        ("ja", "泥は戦争の間毎年少しずつ高くなっていった。", "泥は（中略）高くなっていった"),
        ("pl", "Muł podnosił się o dłoń w każdym roku wojny.", "Muł podnosił się (…) w każdym roku wojny"),
        # what authors say in brackets
        ("en", "The lower gate leaks at every spring tide.", "The lower gate leaks at every spring tide (my emphasis)"),
        ("en", "The lower gate leaks at every spring tide.", "The lower gate [italics in original] leaks at every spring tide"),
        ("en", "The lower gate leaks (emphasis on gate) at every tide.", "The lower gate leak[s] (emphasis on gate) at every tide"),
        ("de", "Das untere Tor leckt bei jeder Flut.", "Das untere Tor leckt bei jeder Flut [Hervorhebung im Original]"),
        ("fr", "La porte basse fuit à chaque marée.", "La porte basse fuit à chaque marée (c’est nous qui soulignons)"),
        ("es", "La puerta baja gotea con cada marea.", "La puerta baja gotea con cada marea (el subrayado es mío)"),
        ("it", "La porta bassa perde a ogni marea.", "La porta bassa perde a ogni marea [corsivo mio]"),
        ("pl", "Dolna brama przecieka przy każdym przypływie.", "Dolna brama przecieka przy każdym przypływie (podkreślenie moje)"),
        ("ru", "Нижние ворота текут при каждом приливе.", "Нижние ворота текут при каждом приливе (курсив мой)"),
        ("tr", "Alt kapı her gelgitte su sızdırır.", "Alt kapı her gelgitte su sızdırır (vurgu bana ait)"),
        ("fi", "Alaportti vuotaa joka vuoksella.", "Alaportti vuotaa joka vuoksella (korostus lisätty)"),
        ("ja", "下の門は満潮のたびに漏れる。", "下の門［ママ］は満潮のたびに漏れる［傍点引用者］"),
        ("zh", "下游的闸门每逢涨潮就漏水。", "下游的闸门［原文如此］每逢涨潮就漏水"),
        # values
        ("en", "It took ten barges and 12 % of the stone.", "It took 10 barges and 12 percent of the stone"),
        ("en", "It cost 1,700,000 crowns over twenty-five years.", "It cost 1 700 000 crowns over 25 years"),
        ("en", "It cost $5m in the twentieth century.", "It cost $5 million in the 20th century"),
        ("en", "The lock was opened on 21 September 2016 by the mayor.", "The lock was opened on September 21, 2016 by the mayor"),
        ("de", "Die Schleuse wurde am 21.09.2016 mit zwei Booten eröffnet.", "Die Schleuse wurde am 21. September 2016 mit 2 Booten eröffnet"),
        ("fr", "Le canal a perdu 5 % de son eau en deux ans.", "Le canal a perdu 5 pour cent de son eau en 2 ans"),
        ("es", "El canal perdió el 40 por ciento del agua.", "El canal perdió el 40 % del agua"),
        ("tr", "Kanal suyunun yüzde 20 kadarını yitirdi.", "Kanal suyunun %20 kadarını yitirdi"),
        ("ar", "فقد القناة ١٢٥٠ قاربا في سنة واحدة.", "فقد القناة 1250 قاربا في سنة واحدة"),
        ("hi", "नहर ने २०१६ में बहुत पानी खो दिया था।", "नहर ने 2016 में बहुत पानी खो दिया था"),
        ("ko", "아래쪽 수문은 밀물 때마다 물이 샌다.", "아래쪽 수문은 밀물 때마다 물이 샌다"),
        # marks of letters
        ("pl", "Stara łódź stała w dolnej śluzie całą zimę i wiosnę.", "Stara lódź stala w dolnej śluzie całą zimę i wiosnę"),
        ("de", "Die größere Schleuse ist über Nacht geschlossen.", "Die groessere Schleuse ist ueber Nacht geschlossen"),
    ],
)  # fmt: skip
def test_faithful(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) in FAITHFUL


@pytest.mark.parametrize(
    ("language", "source", "quotation", "kind"),
    [
        ("en", "The gate is designed for ships of that size.", "The gate is [not] designed for ships of that size", "negation"),
        ("en", "There is evidence of a second lock in the hill.", "There is [no] evidence of a second lock in the hill", "negation"),
        ("en", "The second lock was dug in 1952.", "The second lock was dug in [1946]", "number"),
        ("en", "The levels are given in Table 4 of the annex.", "The levels are given in Table [9]", "number"),
        ("en", "Dumping is lawful behind the second lock.", "Dumping is [un]lawful behind the second lock", "negation"),
        ("de", "Das Tor ist für Schiffe dieser Größe gebaut.", "Das Tor ist [nicht] für Schiffe dieser Größe gebaut", "negation"),
        ("en", "It took ten barges to bring the stone.", "It took 12 barges to bring the stone", "number"),
        ("en", "It was the second barge to bring stone.", "It was the 3rd barge to bring stone", "number"),
        ("en", "The quay holds 5-100 carts at a time.", "The quay holds 5100 carts at a time", "number"),
        ("en", "The lock was opened on 21 September 2016.", "The lock was opened on September 12, 2016", "number"),
        ("de", "Die Boote wurden im Frühling repariert.", "Die Boote würden im Frühling repariert", "word"),
        ("tr", "Kanalda on iki tekne bekliyordu o sabah.", "Kanalda ön iki tekne bekliyordu o sabah", None),
        ("es", "Dijo que esta puerta de la esclusa cerrada.", "Dijo que está puerta de la esclusa cerrada", "word"),
        ("fi", "Alajoen saari luovutettiin kaupungille talvella.", "Alajoen sääri luovutettiin kaupungille talvella", "word"),
        ("fr", "Il parle des droits de l’homme devant le bureau.", "Il parle des droits de l’pomme devant le bureau", "word"),
        ("ko", "왜 사람들은 아래쪽 수문을 닫지 못하게 하였는가.", "왜 사랑들은 아래쪽 수문을 닫지 못하게 하였는가", "word"),
        ("en", "The keeper sold the boat and kept the lamp.", "The keeper kept the boat and sold the lamp", "order"),
    ],
)  # fmt: skip
def test_altered(language: str, source: str, quotation: str, kind: str | None) -> None:
    match = match_quotation(quotation, AROUND[language].format(source))
    assert match.verdict.value == "altered", match
    assert kind is None or kind in {d.kind for d in match.differences if d.material}


def test_half_invented_is_partial() -> None:
    source = "The engineers of the lower river were told to leave the second gate open all winter."
    quotation = "The engineers of the lower river were told to burn every chart that showed where foreign divers had once buried copper"
    assert judge("en", source, quotation) == "partial"
    assert judge("en", source, "Foreign divers had once buried copper and burned every chart of it") == "not_found"


def test_a_passage_in_another_language_than_its_page_is_read_in_its_own() -> None:
    passage = "The songs of the lock keepers, so the old book says, carried their human disposition not only to the quay but to the sea."
    quotation = "carried their human disposition … only to the quay but to the sea"
    page = " ".join([AROUND["de"].format("Der Bericht nennt auch die Lieder der Wärter."), *(AROUND["de"],) * 9])
    match = match_quotation(quotation, f"{page}\n\n{passage}\n\n{page}")
    assert [d.kind for d in match.differences if d.material] == ["negation"]


@pytest.mark.parametrize(
    ("language", "source", "quotation", "said"),
    [
        ("en", "The gates will hold the flood unless the piers give way.", "The gates will hold the flood", "unless"),
        ("en", "We shall pay for the stone, if the council agrees.", "We shall pay for the stone.", "if"),
        ("en", "He was a good engineer, but he never read a chart.", "He was a good engineer", "but"),
        ("en", "All of the quays are safe except the eastern one.", "All of the quays are safe", "except"),
        ("en", "The silt is harmless, provided that it stays below.", "The silt is harmless", "provided"),
        ("de", "Die Tore halten der Flut stand, sofern die Pfeiler tragen.", "Die Tore halten der Flut stand", "sofern"),
        ("fr", "Nous paierons la pierre, sauf si le conseil refuse.", "Nous paierons la pierre", "sauf"),
        ("es", "Pagaremos la piedra, a menos que el consejo lo rechace.", "Pagaremos la piedra", "a menos que"),
        ("it", "Pagheremo la pietra, purché il consiglio sia d’accordo.", "Pagheremo la pietra", "purché"),
        ("ru", "Ворота выдержат паводок, если опоры не подведут.", "Ворота выдержат паводок", "если"),
        ("pl", "Bramy wytrzymają powódź, chyba że filary ustąpią.", "Bramy wytrzymają powódź", "chyba że"),
        ("sv", "Portarna håller för floden, såvida inte pelarna ger vika.", "Portarna håller för floden", "såvida"),
        ("tr", "Kapılar sele dayanır, ancak ayaklar çok zayıf.", "Kapılar sele dayanır", "ancak"),
        ("en", "I do not think that the lower gate was ever closed.", "the lower gate was ever closed", "does not assert"),
        ("en", "The mayor denied on Monday that the quay had been sold.", "the quay had been sold", "does not assert"),
        ("en", "It is false that the barges were overloaded that day.", "the barges were overloaded that day", "does not assert"),
        ("en", "There was no evidence that the keeper had been asleep.", "the keeper had been asleep", "does not assert"),
        ("en", "This does not mean that the locks will be sold.", "[T]he locks will be sold", "does not assert"),
        ("de", "Ich glaube nicht, dass das untere Tor geschlossen war.", "das untere Tor geschlossen war", "does not assert"),
        ("de", "Sie bestreitet, dass der Kai verkauft wurde.", "der Kai verkauft wurde", "does not assert"),
        ("fr", "Je ne crois pas que la porte basse ait été fermée.", "la porte basse ait été fermée", "does not assert"),
        ("es", "No creo que la puerta baja estuviera cerrada.", "la puerta baja estuviera cerrada", "does not assert"),
        ("ru", "Я не думаю, что нижние ворота были закрыты.", "нижние ворота были закрыты", "does not assert"),
        ("pl", "Nie sądzę, że dolna brama była zamknięta.", "dolna brama była zamknięta", "does not assert"),
        ("en", "The walls stand, except those that we dug ourselves. Now the quay is safe.", "The walls stand … Now the quay is safe", "except"),
        ("en", "The plan was approved by all the members of the board.", "The plan was [rejected] by all the members of the board", "in the place of"),
    ],
)  # fmt: skip
def test_what_turns_the_sense_is_told(language: str, source: str, quotation: str, said: str) -> None:
    match = match_quotation(quotation, AROUND[language].format(source))
    assert match.verdict.value in FAITHFUL
    assert any(said in warning for warning in match.warnings), match.warnings


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("en", "The gates held all night. No boat was lost in the flood.", "The gates held all night."),
        ("en", "The gates held all night. But the quay was lost.", "The gates held all night"),
        ("en", "Was it cold? Not for the keeper of the lamp.", "for the keeper of the lamp"[4:]),
        ("en", "He did not sleep. The keeper carried three lamps.", "The keeper carried three lamps"),
        ("en", "The gates held. Some may doubt it. The quay was safe.", "The gates held. … The quay was safe."),
        ("sv", "När de andra partiklar som i sin tur rycks upp landar är det över.", "När de andra … rycks upp landar är det över"),
        ("es", "El canal se cerró en enero. Ni un barco se perdió.", "El canal se cerró en enero"),
        ("de", "Das Tor hielt die ganze Nacht. Kein Boot ging verloren.", "Das Tor hielt die ganze Nacht"),
        ("hi", "नहर पूरी रात बंद रही। नहीं तो नाव डूब जाती।", "नहर पूरी रात बंद रही।"),
        ("en", "The office, whose gates are old, asked for stone.", "The office, whose gates are old, asked for stone"),
        ("en", "The administration paid for the stone.", "[It] paid for the stone"),
    ],
)  # fmt: skip
def test_nothing_is_told_without_need(language: str, source: str, quotation: str) -> None:
    assert match_quotation(quotation, AROUND[language].format(source)).warnings == ()


@pytest.mark.parametrize("sign", ["[", "[]", "[a]", "* ", "(…", "<", "1 000 ", "/.", "not ", "١", "한", "[x]'", "–"])
def test_hostile_marks_are_bounded(sign: str) -> None:
    long = sign * 20_000
    assert match_quotation(long, "A short source about the locks.").reason
    assert match_quotation("none of these words stands there", long).reason
    assert match_quotation(f"a [b] {long}", f"a c {long}").reason


@pytest.mark.parametrize(
    ("quoted", "source", "verdict"),
    [
        ("The wardens shall: (a) close the weir; (b) mend the stairs", "The wardens shall:\n\nclose the weir;\n\nmend the stairs", "verbatim_marked"),
        ("The wardens shall: 1. close the weir; 2. mend the stairs", "The wardens shall:\n\nclose the weir;\n\nmend the stairs", "verbatim_marked"),
        ("(b) mend the stairs of the old tower", "mend the stairs of the old tower", "verbatim_marked"),
        ("The wardens shall: (a) close the weir; (b) mend the tower", "The wardens shall:\n\nclose the weir;\n\nmend the stairs", "altered"),
        ("They took plan 4. Then they rested.", "They took plan 2. Then they rested.", "altered"),
        ("No weir may close without a vote (citations omitted)", "No weir may close (Sund 1911; Lind 1932) without a vote.", "verbatim_marked"),
        ("No weir may close without a vote. It is old law (citation omitted)", "No weir may close without a vote. Sund v. Lind, 12 Rep. 33 (1911). It is old law.", "verbatim_marked"),
        ("Kein Wehr darf ohne Anhörung schließen (Fußnoten weggelassen)", "Kein Wehr darf (vgl. Sund 1911) ohne Anhörung schließen.", "verbatim_marked"),
        ("No weir may close without a vote (citations omitted)", "No weir may close (but not in 1911) without a vote.", "partial"),
        ("No weir may close without a vote of all", "No weir may close (Sund 1911; Lind 1932) without a vote of all.", "partial"),
        ("the weir opens at 5pm on every day", "the weir opens at 5 p.m. on every day", "near_verbatim"),
        ("the weir opens at 5.30pm on every day", "the weir opens at 17:30 on every day", "near_verbatim"),
        ("the weir opens at 5pm on every day", "the weir opens at 5 a.m. on every day", "altered"),
        ("the weir opens at 5pm on every day", "the weir opens at 6 p.m. on every day", "altered"),
        ("primăria a anunțat că podul va fi închis", "primăria a anunţat că podul va fi închis", "verbatim"),
        ("رئیس شورای شهر گفت که پل بسته نیست", "رئيس شوراي شهر گفت كه پل بسته نيست", "verbatim"),
        ("رئیس شورای شهر گفت که پل بسته است", "رئيس شوراي شهر گفت كه پل بسته نيست", "altered"),
    ],
)  # fmt: skip
def test_what_is_written_otherwise_and_says_the_same(quoted: str, source: str, verdict: str) -> None:
    more = " The river rose in March and fell again in May, as in every year."
    assert match_quotation(quoted, source + more).verdict == verdict
