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
    "pt": "O gabinete das comportas do rio baixo publicou o seu relatório anual no fim do inverno, como sempre faz. {} Assim termina a parte sobre os cais.",
    "el": "Το γραφείο των υδατοφρακτών του κάτω ποταμού δημοσίευσε την ετήσια έκθεσή του στο τέλος του χειμώνα. {} Έτσι τελειώνει το μέρος για τις αποβάθρες.",
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
        ("en", "It took 612 barges to bring the stone.", "It took six hundred and twelve barges to bring the stone"),
        # common slips, and letters as a machine reads them
        ("en", "The keeper did not wait until the gates closed.", "The keeper did not wait untill the gates closed"),
        ("en", "The keepers received more stone than the gates.", "The keepers recieved more stone than the gates"),
        ("en", "l saw rnore stone than the gates could hold.", "I saw more stone than the gates could hold"),
        # who says it, between two halves
        ("it", "«La porta bassa terrà», ha promesso Lucia Farnese, «finché i pilastri reggono».", "La porta bassa terrà, finché i pilastri reggono"),
        ("fr", "« La porte basse tiendra », reconnaît la maire, « si les piles tiennent. »", "La porte basse tiendra, si les piles tiennent."),
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
        ("ar", "لن نفرض رسوما على القناة هذا العام.", "سنفرض رسوما على القناة هذا العام", None),
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
        ("en", "The price of stone will rise by May.", "The price of stone [will fall]", "in the place of"),
        ("de", "Im Winter stiegen die Preise für Stein.", "[sanken] die Preise für Stein", "in the place of"),
        ("es", "No cerraremos la puerta baja mientras yo sea alcaldesa.", "No cerraremos la puerta baja", "mientras"),
        ("ru", "Мы не закроем ворота, пока есть лодки.", "Мы не закроем ворота", "пока"),
        ("ja", "門は閉めない。ただし、水が増えれば別だ。", "門は閉めない", "ただし"),
        ("en", "“The gates will stay open,” she promised the keeper, “unless the piers give way.”", "The gates will stay open", "unless"),
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
        ("pl", "Miasto nie odbudowało śluzy ani nabrzeża przez całe lata.", "nie odbudowało śluzy (…) przez całe lata"),
        ("zh", "工程停了三年，费用不断上涨，非常缓慢，没有人承担责任。", "工程停了三年……没有人承担责任"),
        ("en", "The price of stone will rise. Falling silt was seen.", "The price of stone will [surely] rise"),
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
        ("No weir may close without a vote (citations omitted)", "No weir may close (but not in 1911) without a vote.", "altered"),
        ("No weir may close without a vote of all", "No weir may close (Sund 1911; Lind 1932) without a vote of all.", "altered"),
        ("the weir opens at 5pm on every day", "the weir opens at 5 p.m. on every day", "near_verbatim"),
        ("the weir opens at 5.30pm on every day", "the weir opens at 17:30 on every day", "near_verbatim"),
        ("the weir opens at 5pm on every day", "the weir opens at 5 a.m. on every day", "altered"),
        ("the weir opens at 5pm on every day", "the weir opens at 6 p.m. on every day", "altered"),
        ("primăria a anunțat că podul va fi închis", "primăria a anunţat că podul va fi închis", "verbatim"),
        ("رئیس شورای شهر گفت که پل بسته نیست", "رئيس شوراي شهر گفت كه پل بسته نيست", "verbatim"),
        ("رئیس شورای شهر گفت که پل بسته است", "رئيس شوراي شهر گفت كه پل بسته نيست", "altered"),
        # abbreviations, what a number is measured in, one accent for the other
        ("said Doctor Ann Roe at the corner of Saint Bede Street", "said Dr. Ann Roe at the corner of St. Bede Street", "near_verbatim"),
        ("said Doctor Ann Roe at the corner of Saint Bede Street", "said Mr. Ann Roe at the corner of St. Bede Street", "altered"),
        ("the weir cost $48.6m in the end", "the weir cost $48.6 million in the end", "near_verbatim"),
        ("the weir cost $48.6m in the end", "the weir cost $48.6 billion in the end", "altered"),
        ("Perció il mulino non può aspettare la pioggia", "Perciò il mulino non può aspettare la pioggia", "near_verbatim"),
        # two scripts of one language, numbers of several signs
        ("我們不會關閉任何一座水閘", "我们不会关闭任何一座水闸", "near_verbatim"),
        ("我們不會關閉任何一座水閘", "我们不会开放任何一座水闸", "altered"),
        ("水位比十年前上升8.5%", "水位比十年前上升百分之八点五", "near_verbatim"),
        ("水位比十年前上升8.5%", "水位比十年前上升百分之五点八", "altered"),
        ("番人は21万3000人だった", "番人は21万3千人だった", "near_verbatim"),
        ("Nećemo zatvarati branu ni ove zime", "Нећемо затварати брану ни ове зиме", "verbatim"),
        ("Nećemo otvarati branu ni ove zime", "Нећемо затварати брану ни ове зиме", "altered"),
    ],
)  # fmt: skip
def test_what_is_written_otherwise_and_says_the_same(quoted: str, source: str, verdict: str) -> None:
    more = " The river rose in March and fell again in May, as in every year."
    assert match_quotation(quoted, source + more).verdict == verdict


PAIR = ("The gates held all night and the lamps", "burned on the quay until the first barge came in.")


@pytest.mark.parametrize(
    "line",
    [
        "- 12 -", "— 12 —", "· 12 ·", "12", "[ 12 ]", "Page 12 of 88", "Seite 12", "12. oldal", "第12页", "12ページ", "Стр. 12", "صفحة 12",
        "หน้า 12", "עמוד 12", "trang 12", "Advertisement", "ANZEIGE", "Publicité", "广告", "광고", "Реклама", "Διαφήμιση", "Hirdetés",
        "Story continues below advertisement", "Share this article", "Diesen Artikel teilen", "Reklam", "Read more: Why the ferry never ran",
        "À lire aussi : Le bac perdu", "Читайте также: Почему закрыли плотину", "Downloaded from texts.example on 3 May 2019",
        "Téléchargé depuis textes.example le 3 mai", "12 THE RIVER REVIEW", "THE RIVER REVIEW", "CONFIDENTIAL — DRAFT\n12", "The River Review 12",
        "© 2019 The River Press", "118        HISTORY OF THE VALE",
    ],
)  # fmt: skip
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_lines_that_interrupt_a_sentence_are_no_part_of_it(line: str, blank: str) -> None:
    source = AROUND["en"].format(f"{PAIR[0]}{blank}{line}{blank}{PAIR[1]}")
    found = match_quotation(" ".join(PAIR), source)
    assert found.verdict == "verbatim", found
    assert match_quotation(" ".join(PAIR).replace("first", "last"), source).verdict == "altered"


@pytest.mark.parametrize(
    "line",
    [
        "of the old keepers", "Not one of them", "NOT ONE", "and twelve others", "1,200 of them", "UNICEF", "Harbour lights, all red,",
        "Advertisements for the ferry", "Share this with the keeper", "Page boys of the mayor",
    ],
)  # fmt: skip
def test_words_that_only_fill_a_line_are_the_sources_own(line: str) -> None:
    source = AROUND["en"].format(f"{PAIR[0]}\n{line}\n{PAIR[1]}")
    assert match_quotation(" ".join(PAIR), source).verdict in ("altered", "partial")
    assert match_quotation(f"{PAIR[0]} {line} {PAIR[1]}", source).verdict in FAITHFUL


def test_a_line_that_stands_again_and_again_is_a_running_head() -> None:
    pages = [
        f"the silt of year {i} was measured and the\nWinter on the lower river\nmeasure was written down by hand"
        for i in range(4)
    ]
    source = ". ".join(pages)
    assert (
        match_quotation("the silt of year 2 was measured and the measure was written down", source).verdict
        == "verbatim"
    )
    assert (
        match_quotation("the silt of year 2 was measured and the measure was written down", pages[2]).verdict
        != "verbatim"
    )


def test_of_two_interruptions_one_may_be_quoted() -> None:
    source = AROUND["en"].format(
        "“The gates held\n12 THE RIVER REVIEW\nall night,” the keeper said. “The lamps burned.”"
    )
    assert match_quotation("“The gates held all night,” the keeper said.", source).verdict in FAITHFUL
    assert match_quotation("“The gates held all day,” the keeper said.", source).verdict == "altered"


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("en", "The silt rose in every year of the war,(3) said the warden.", "The silt rose in every year of the war, said the warden."),
        ("en", "The silt rose in every year.(12) The gates held.", "The silt rose in every year. The gates held."),
        ("en", "The silt that[note 3] rose in every year was dug out.", "The silt that rose in every year was dug out."),
        ("en", "The silt rose each year{4} and was dug out.", "The silt rose each year and was dug out."),
        ("de", "Der Schlamm stieg jedes Jahr,(3) sagte der Wärter.", "Der Schlamm stieg jedes Jahr, sagte der Wärter."),
        ("fr", "La vase montait de(12) la rive chaque année.", "La vase montait de la rive chaque année."),
        ("ar", "كان العمل شاقا بلا أجر.12 وكان الحارس ينام كل يوم.", "كان العمل شاقا بلا أجر. وكان الحارس ينام كل يوم."),
        ("hi", "नहर पूरी रात बंद रही।(12) नाव डूब गई थी।", "नहर पूरी रात बंद रही। नाव डूब गई थी।"),
        ("en", "He said it.\n\nIt was a winter without bread,12 without wood and letters.13\n\nThe Keeper", "a winter without bread, without wood and letters"),
        ("zh", "淤泥在战争的每一年[12]都上升了一掌之高。", "淤泥在战争的每一年都上升了一掌之高。"),
        ("ja", "下の門は満潮[a]のたびに漏れると番人は言う。", "下の門は満潮のたびに漏れると番人は言う。"),
    ],
)  # fmt: skip
def test_marks_of_notes_in_brackets_are_no_words(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) in FAITHFUL


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("The keeper broke Article(5) of the rules of the lock.", "The keeper broke Article of the rules of the lock."),
        ("The rule is in no.3 of the old book of the lock.", "The rule is in no. of the old book of the lock."),
        ("The keepers (12) of the lock lit the lamps each night.", "The keepers of the lock lit the lamps each night."),
    ],
)
def test_numbers_that_are_no_marks_of_notes_stay(source: str, quotation: str) -> None:
    assert judge("en", source, quotation) == "altered"


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("es", "La puerta fue abierta el 3 de mayo de 1987 por el alcalde.", "La puerta fue abierta el 03/05/1987 por el alcalde."),
        ("ru", "Ворота открыли 3 мая 1987 года при мэре города.", "Ворота открыли 03.05.1987 года при мэре города."),
        ("en", "The lock was opened on 1987-05-03 by the mayor.", "The lock was opened on May 3rd, 1987 by the mayor."),
        ("zh", "闸门于1987年5月3日由市长启用。", "闸门于1987-05-03由市长启用。"),
        ("tr", "Kanalın yapımı on iki yıl sürdü ve pahalıydı.", "Kanalın yapımı 12 yıl sürdü ve pahalıydı."),
        ("zh", "工程持续了三十五年，花费巨大。", "工程持续了35年，花费巨大。"),
        ("ja", "水門の船の約7.5％が失われたという。", "水門の船の約7.5パーセントが失われたという。"),
        ("ja", "その年に1,234人の番人が働いていた。", "その年に1234人の番人が働いていた。"),
        ("en", "The water cooled to −2.5 °C under the lower gate.", "The water cooled to -2.5 °C under the lower gate."),
        ("en", "The share rose by 3 -5 % in the years of the flood.", "The share rose by 3–5 % in the years of the flood."),
        ("es", "Los barcos —5 % del total— se perdieron en la esclusa.", "Los barcos – 5 % del total – se perdieron en la esclusa."),
        # numbers in one word, hundreds with a word of their own, sixty and ten
        ("de", "Die Schleuse verlor fünfunddreißig Boote in jenem Winter.", "Die Schleuse verlor 35 Boote in jenem Winter."),
        ("de", "Die Schleuse kostete zweihundertfünfzig Taler im Jahr.", "Die Schleuse kostete 250 Taler im Jahr."),
        ("de", "Die Schleuse verlor dreißig Boote in jenem Winter.", "Die Schleuse verlor 30 Boote in jenem Winter."),
        ("it", "La chiusa perse ventotto barche in quell’inverno.", "La chiusa perse 28 barche in quell’inverno."),
        ("sv", "Slussen förlorade tjugofem båtar den vintern.", "Slussen förlorade 25 båtar den vintern."),
        ("fi", "Sulku menetti kaksikymmentäviisi venettä sinä talvena.", "Sulku menetti 25 venettä sinä talvena."),
        ("fr", "L’écluse perdit quatre-vingt-douze bateaux cet hiver.", "L’écluse perdit 92 bateaux cet hiver."),
        ("fr", "L’écluse perdit soixante-douze bateaux cet hiver.", "L’écluse perdit 72 bateaux cet hiver."),
        ("ru", "Шлюз потерял двести тысяч рублей в тот год.", "Шлюз потерял 200 000 рублей в тот год."),
        ("pl", "Śluza straciła trzysta łodzi tamtej zimy.", "Śluza straciła 300 łodzi tamtej zimy."),
        ("es", "La esclusa perdió doscientas barcas aquel invierno.", "La esclusa perdió 200 barcas aquel invierno."),
        ("ko", "그해 겨울 수문의 배는 삼백오십 척이었다.", "그해 겨울 수문의 배는 350 척이었다."),
        ("pl", "Śluza kosztowała 23,5 mln zł tamtej zimy.", "Śluza kosztowała 23,5 miliona złotych tamtej zimy."),
    ],
)  # fmt: skip
def test_values_in_another_dress_whatever_their_length(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) in FAITHFUL


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("es", "La puerta fue abierta el 3 de mayo de 1987 por el alcalde.", "La puerta fue abierta el 03/06/1987 por el alcalde."),
        ("ru", "Ворота открыли 3 мая 1987 года при мэре города.", "Ворота открыли 03.05.1978 года при мэре города."),
        ("tr", "Kanalın yapımı on iki yıl sürdü ve pahalıydı.", "Kanalın yapımı 13 yıl sürdü ve pahalıydı."),
        ("zh", "工程持续了三十五年，花费巨大。", "工程持续了53年，花费巨大。"),
        ("en", "The water cooled to −2.5 °C under the lower gate.", "The water cooled to 2.5 °C under the lower gate."),
        ("en", "The trade fell to (-3 %) in the year of the flood.", "The trade fell to (3 %) in the year of the flood."),
        ("en", "The water cooled to 2.5 °C under the lower gate.", "The water cooled to −2.5 °C under the lower gate."),
        ("de", "Die Schleuse verlor fünfunddreißig Boote in jenem Winter.", "Die Schleuse verlor 53 Boote in jenem Winter."),
        ("ru", "Шлюз потерял двести тысяч рублей в тот год.", "Шлюз потерял 300 000 рублей в тот год."),
    ],
)  # fmt: skip
def test_other_values_are_other_values_in_any_dress(language: str, source: str, quotation: str) -> None:
    match = match_quotation(quotation, AROUND[language].format(source))
    assert match.verdict == "altered", match
    assert "number" in {d.kind for d in match.differences if d.material}


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("en", "Keepers aren’t afraid of silt, they’re afraid of silence.", "Keepers are not afraid of silt, they are afraid of silence"),
        ("en", "We do not know what they will say of it.", "We don’t know what they’ll say of it"),
        ("en", "He cannot swim and I am too old to row.", "He can’t swim and I’m too old to row"),
        ("ru", "Он писал, что все ещё ждёт лед и её лодку.", "все еще ждет лёд и ее лодку"),
        ("fr", "« À l’État de payer l’écluse », dit le maire, « et aux Églises. »", "A l’Etat de payer l’écluse"),
        ("fr", "L'ETAT DOIT RECONNAITRE CETTE ECLUSE.", "l’État doit reconnaître cette écluse"),
        ("el", "ΤΟ ΜΕΓΑΛΥΤΕΡΟ ΕΡΓΟ ΤΟΥ ΠΟΤΑΜΟΥ", "το μεγαλύτερο έργο του ποταμού"),
        ("tr", "IŞIKLI İLAN YASAĞI İPTAL EDİLDİ", "ışıklı ilan yasağı iptal edildi"),
        ("ar", "كان ذلك اهمال لا يغتفر من جانب الادارة.", "إهمال لا يغتفر من جانب الإدارة"),
        ("es", "Fue una decision historica para la sierra.", "una decisión histórica para la sierra"),
        ("pt", "Foi uma ação coletiva do diretor do cais.", "uma acção colectiva do director do cais"),
        ("de", "Den Kai hat der Rat erst nach dem Krieg gebaut.", "D[er] Kai hat der Rat erst nach dem Krieg gebaut"),
    ],
)  # fmt: skip
def test_words_drawn_together_and_marks_left_out_by_custom(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) in FAITHFUL


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("en", "It isn’t the silt that worries us in the spring.", "It is the silt that worries us in the spring"),
        ("en", "They’ll open the lower gate in the spring.", "They have open the lower gate in the spring"),
        ("fr", "« Il a payé l’écluse du bas avant la guerre. »", "Il à payé l’écluse du bas avant la guerre"),
        ("de", "Man sagte, die Kais wurden gebaut und Boote konnten fahren.", "die Kais würden gebaut und Boote könnten fahren"),
        ("pt", "Os barcos fizeram um pacto com a comporta.", "Os barcos fizeram um pato com a comporta"),
        ("fr", "La vase montait à l’étale du fleuve.", "La vase montait à l’étalé du fleuve"),
        ("de", "Der Kai wurde nicht vor dem Krieg gebaut.", "D[ie] Kai wurde vor dem Krieg gebaut"),
    ],
)  # fmt: skip
def test_other_words_are_not_drawn_together(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) == "altered"


def test_a_quotation_whose_words_are_all_there_otherwise_written_is_there() -> None:
    assert (
        judge(
            "ru",
            "Паром вёз 1200 человек, 35 коз и 200 овец.",
            "паром вез 1 200 человек, тридцать пять коз и двести овец",
        )
        in FAITHFUL
    )


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "The keeper never wrote that the lower gate was built by thieves."),
        ("en", "An earlier version of this page said that the lower gate was built by thieves."),
        ("en", "The original version of the report wrongly stated the lower gate was built by thieves."),
    ],
)
def test_what_was_never_said_or_was_taken_back_is_told(language: str, source: str) -> None:
    match = match_quotation("the lower gate was built by thieves", AROUND[language].format(source))
    assert any("does not assert" in warning for warning in match.warnings), match.warnings


FAR = "The keeper of the upper lock sold his last lamp in the spring. "
BETWEEN = (
    "It rained for days, and the water of the upper river was brown with the soil of the vineyards above the town. " * 9
)


@pytest.mark.parametrize(
    ("source", "quotation", "kind"),
    [
        # far apart, in the order of the source and against it
        (FAR + BETWEEN + "Nobody had asked him for the books.", "The keeper of the upper lock nobody had asked him for the books", "stitched"),
        ("Nobody had asked him for the books. " + BETWEEN + FAR, "The keeper of the upper lock nobody had asked him for the books", "stitched"),
        (FAR + BETWEEN + "Nobody had asked him for the books.", "sold his last lamp in the spring [and] nobody had asked him for the books", "stitched"),
        # near each other: left out, or turned
        ("The gates held through the night and the day that followed it, and nobody slept at the quay before the water fell.",
         "The gates held through nobody slept at the quay before the water fell", "omission"),
        ("Nobody had asked him for it. The keeper sold his last lamp.", "The keeper sold his last lamp. Nobody had asked him for it.", "order"),
    ],
)  # fmt: skip
def test_passages_of_different_places_are_told(source: str, quotation: str, kind: str) -> None:
    match = match_quotation(quotation, AROUND["en"].format(source))
    assert match.verdict == "altered", match
    assert kind in {d.kind for d in match.differences if d.material}
    assert match.exact in AROUND["en"].format(source)


def test_what_is_joined_by_an_ellipsis_is_not_stitched() -> None:
    source = AROUND["en"].format(FAR + BETWEEN + "Nobody had asked him for the books.")
    match = match_quotation("The keeper of the upper lock … Nobody had asked him for the books.", source)
    assert match.verdict == "verbatim_marked"
    assert any("200" in warning or "leave out" in warning for warning in match.warnings)


def test_common_words_here_and_there_are_no_quotation() -> None:
    source = AROUND["en"].format(FAR + BETWEEN + "Nobody had asked him for the books.")
    assert (
        match_quotation("of the upper town, for days, and in the spring of the books he was brown", source).verdict
        != "altered"
    )


def test_a_translation_shares_no_more_than_names() -> None:
    source = AROUND["de"].format(
        "Die Linie 12 (Halm-Brück-Bahn/Ostufer-Bahn) fährt vom Altwerder Hof quer durch Neuwerder und endet an der Mole."
    )
    quotation = "Tram line 12 (Halm-Brück-Bahn/Ostufer-Bahn) leaves the Altwerder yard, crosses Neuwerder and stops for good at the pier."
    assert match_quotation(quotation, source).verdict == "not_found"


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        # reformed spellings
        ("de", "Die Schiffahrt ruhte, daß niemand die Photos sah.", "Die Schifffahrt ruhte, dass niemand die Fotos sah."),
        ("fr", "L’événement eut lieu en août, et il reconnaît la clef.", "L’évènement eut lieu en aout, et il reconnait la clé."),
        ("es", "El guarda trabajaba sólo de noche y éste dormía.", "El guarda trabajaba solo de noche y este dormía."),
        # marks that are left out as a rule, and letters of several forms
        ("ru", "Ещё один ребёнок пришёл с её братом на причал.", "Еще один ребенок пришел с ее братом на причал."),
        ("ar", "إن الإدارة أعلنت أن المسؤول سيأتي إلى الميناء.", "ان الادارة اعلنت ان المسؤول سيأتي الى الميناء."),
        ("ar", "هذه مكتبة كبيرة في الميناء القديم للمدينة.", "هـــذه مكتبة كبيرة في الميناء القديم للمدينة."),
        ("pl", "Nie będziemy płacić za łódź i za śluzę.", "Nie bedziemy placic za lodz i za sluze."),
        # blanks and hyphens
        ("en", "The co-operation of e-mail users on the quay was on-going.", "The cooperation of email users on the quay was ongoing."),
        # ellipses
        ("fi", "Muta nousi joka vuosi pitkän sodan aikana laiturilla.", "Muta nousi – – pitkän sodan aikana laiturilla."),
    ],
)  # fmt: skip
def test_the_same_letters_whatever_their_marks_and_blanks(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) in FAITHFUL


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        (
            "de",
            "Die Boote würden im Frühling repariert und verkauft.",
            "Die Boote wurden im Frühling repariert und verkauft.",
        ),
        ("es", "Dijo que el público llegó tarde a la esclusa.", "Dijo que el publicó llegó tarde a la esclusa."),
        ("ar", "قال إن الحارس نام على الرصيف في الليل.", "قال أن الحارس نام على الرصيف في النهار."),
        ("pl", "Nie będziemy płacić za łódź i za śluzę.", "Nie bedziemy placic za lodz i za brame."),
    ],
)
def test_other_letters_are_other_words(language: str, source: str, quotation: str) -> None:
    assert judge(language, source, quotation) not in FAITHFUL


@pytest.mark.parametrize(
    ("language", "source", "quotation"),
    [
        ("zh", "我不认为闸门当时已经腐烂。", "闸门当时已经腐烂"),
        ("hi", "मुझे नहीं लगता कि द्वार सड़ा हुआ था।", "द्वार सड़ा हुआ था"),
        ("ja", "門が腐っていたとは思わない。", "門が腐っていた"),
        ("ja", "門は夜に閉められなかったと番人は書いた。", "門は夜に閉められ"),
        ("tr", "Kapının çürük olduğunu sanmıyorum.", "Kapının çürük olduğunu"),
        ("ar", "لم تكن البوابة مغلقة في تلك الليلة.", "البوابة مغلقة في تلك الليلة"),
        ("fi", "Portit kestävät, elleivät pilarit petä.", "Portit kestävät"),
        ("ja", "市は「番人の半数が去る」との報道を否定した。", "番人の半数が去る"),
        ("tr", "Belediye “kapının kapatılacağını” yalanladı.", "kapının kapatılacağını"),
        ("ar", "ونفت البلدية أن «البوابة ستغلق».", "البوابة ستغلق"),
    ],
)
def test_denials_in_front_and_behind(language: str, source: str, quotation: str) -> None:
    match = match_quotation(quotation, AROUND[language].format(source))
    assert match.verdict.value in FAITHFUL
    assert match.warnings
