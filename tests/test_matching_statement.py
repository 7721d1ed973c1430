"""Statements against texts: verdicts, conflicts, items, and what holds for any two strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.limits import cpu_limit

from verifier.matching import assess_statement
from verifier.matching.items import find_items, find_values
from verifier.matching.statement_names import find_names
from verifier.model import StatementVerdict

# What stands around the sentence that matters: long enough to be a whole page.
PAGE = " ".join(
    f"Paragraph {word} speaks of weather, gardens and trains, and of nothing else." for word in "abcdefghijklmnop"
)


def page(sentence: str) -> str:
    return f"{PAGE}\n\n{sentence}\n\n{PAGE}"


@pytest.mark.parametrize(
    ("statement", "source", "claimed", "other"),
    [
        ("The bridge opened in 2019.", "The bridge opened in 2021.", "2019", "2021"),
        ("The bridge opened on 3 May 2019.", "The bridge opened on May 4, 2019.", "3 May 2019", "May 4, 2019"),
        ("The bridge opened in June 2019.", "The bridge opened in May 2019.", "June 2019", "May 2019"),
        ("Some 1,700 people drowned in the flood.", "In the flood 1,200 people drowned.", "1,700", "1,200"),
        ("Three people drowned in the flood.", "Four people drowned in the flood.", "Three", "Four"),
        ("Of the voters 35 % of women stayed home.", "Of the voters 53 % of women stayed home.", "35 %", "53 %"),
        ("The bridge cost 17 million euros.", "The bridge cost 1.7 million euros.", "17 million", "1.7 million"),
        ("Die Brücke wurde am 3. Oktober 2019 eröffnet.", "Die Brücke wurde am 4. Oktober 2019 eröffnet.",
         "3. Oktober 2019", "4. Oktober 2019"),
        ("Köprü 2019 yılında açıldı.", "Köprü 2021 yılında açıldı.", "2019", "2021"),
        ("Мост открыли в 2019 году.", "Мост открыли в 2021 году.", "2019", "2021"),
        ("这座桥于2019年开放。", "这座桥于2021年开放。", "2019", "2021"),
    ],
)  # fmt: skip
def test_another_value_in_its_place_is_a_conflict(statement: str, source: str, claimed: str, other: str) -> None:
    for text in (source, page(source)):
        found = assess_statement(statement, text)
        assert found.verdict is StatementVerdict.ITEM_CONFLICT
        assert [(conflict.claimed, conflict.source) for conflict in found.conflicts] == [(claimed, other)]
        assert claimed in found.reason
        assert other in found.reason
        assert source in {evidence.exact for evidence in found.evidence}


@pytest.mark.parametrize(
    ("statement", "source", "claimed"),
    [
        ("The bridge over the Exa cost 93 million when it opened.", "The bridge over the Exa opened.", "93 million"),
        ("The bridge over the Exa opened in 2019.", "The bridge over the Exa opened.", "2019"),
        ("The bridge over the Exa was opened by Ada Roe.", "The bridge over the Exa was opened.", "Ada Roe"),
        ("The bridge over the Exa was opened by Ada Roe.", "Ada Doe opened the bridge over the Exa.", "Ada Roe"),
    ],
)
def test_an_item_that_is_nowhere_on_a_whole_page_is_a_conflict(statement: str, source: str, claimed: str) -> None:
    found = assess_statement(statement, page(source))
    assert found.verdict is StatementVerdict.ITEM_CONFLICT
    assert [(conflict.claimed, conflict.source) for conflict in found.conflicts] == [(claimed, "")]
    assert claimed in found.reason
    assert not assess_statement(statement, source).conflicts  # a short extract need not repeat everything


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("About 1.7 million people voted.", "In all, 1,712,345 people voted."),
        ("Almost 40 % of women voted.", "Some 39.2 percent of women voted."),
        ("Some 1.700 people voted.", "Some 1,700 people voted."),
        ("The firm is four decades old.", "The firm is 40 years old."),
        ("Two people voted.", "2 people voted."),
        ("Twenty-five people voted.", "25 people voted."),
        ("The bridge opened on 3 May 2019.", "2019-05-03: the bridge opened."),
        ("The bridge opened in the 1960s.", "The bridge opened in 1963."),
        ("The bridge opened in the 19th century.", "The bridge opened in 1863."),
        ("The bridge opened in June 2019.", "The bridge opened in June."),
        ("The bridge opened before 2019.", "The bridge opened in 2017."),
        ("More than 100 people voted.", "In all 258 people voted."),
        ("The season of 2018–19 was warm.", "The season of 2018/2019 was warm."),
        ("Ada Roe was not the first woman to vote.", "Ada Roe was the second woman to vote."),
        ("Ada is 20 years old and Eve 24.", "Ada is the youngest at 20 years. Eve is 24 years old."),
        ("The bridge was opened by Ada Roe.", "The bridge was opened by Roe."),
        ("The bridge was opened by the European Exa Union.", "The bridge was opened by the EEU."),
        ("The virus EXA-19 spread in trains.", "The virus spread in trains."),
        ("Das Ende Mai war warm und die Brücke offen.", "Die Brücke war offen."),
        ("The bridge cost 1.18 million crowns.", "Bridges and ferries 1,183,505 565,427 618,078 crowns."),
        ("The ferry took 565k people.", "Ferry, trains: 1,183,505 565,427 618,078 people."),
        ("The bridge opened in the 17th and 18th centuries.", "Bridges that opened, 1650-1795."),
        ("The bridge opened in the seventeenth century.", "The bridge opened in 1642."),
        ("Le pont fut ouvert au XVIIe siècle.", "Le pont fut ouvert en 1642."),
        ("El puente se abrió en el siglo XIX.", "El puente se abrió en 1863."),
        ("Мост открыли в XIX веке.", "Мост открыли в 1863 году."),
        ("The bridge opened on 21 September 2016.", "21.09.2016: the bridge opened."),
        ("The bridge opened on 21 September 2016.", "The bridge opened on 9/21/2016."),
        ("大桥于2016年9月21日开放。", "大桥开放: 2016-09-21。"),
        ("Some 1250 people voted.", "Some ١٢٥٠ people voted."),
        ("Some 1402 people voted.", "۱۴۰۲ people voted."),
        ("The council of 12 per cent voted.", "The council of 12% voted."),
        ("El 12 por ciento votó.", "Votó el 12 %."),
        ("Three per cent of people voted.", "Of all people 3 % voted."),
        ("Team 18F opened the bridge.", "The team opened the bridge."),
        ("The bridge stood between 1600 and 1799.", "The bridge stood for two centuries."),
        ("Exports fell by 2.5 % in the spring.", "In the spring exports fell: −2.5 %."),
        ("About 40 people voted.", "In all 43 people voted."),
        ("The lowest value at the pier was -31 °C.", "The lowest value at the pier was minus 31 degrees Celsius."),
        ("The lowest value at the pier was -31 °C.", "The lowest value at the pier was 31 degrees below zero."),
        ("2019年、港の乗客は1万2000人だった。", "2019年の港の乗客は12,000人だった。"),
        ("2019년 항구의 승객은 1만 2천 명이었다.", "2019년 항구의 승객은 12,000명이었다."),
        ("2019年，港口有350艘船。", "2019年，港口有三百五十艘船。"),
    ],
)
def test_the_same_value_in_other_words_is_no_conflict(statement: str, source: str) -> None:
    assert not assess_statement(statement, page(source)).conflicts


@pytest.mark.parametrize(
    ("statement", "source", "claimed", "other"),
    [
        ("Exports of tin rose sharply in the spring.", "Exports of tin fell sharply in the spring.", "rose", "fell"),
        ("The council paid more for the northern ferry.", "The council paid less for the northern ferry.", "more", "less"),
        ("The council approved the northern ferry.", "The council rejected the northern ferry.", "approved", "rejected"),
        ("The ferry to Exampleton was repaired in spring.", "The ferry to Exampleton was not repaired in spring.", "", "not"),
        ("The ferry to Exampleton was never repaired in spring.", "The ferry to Exampleton was repaired in spring.", "never", ""),
        ("Die Zahl der Fähren nach Beispielstadt stieg im Frühjahr.", "Die Zahl der Fähren nach Beispielstadt sank im Frühjahr.",
         "stieg", "sank"),
        ("Le conseil a approuvé le bac du nord.", "Le conseil a rejeté le bac du nord.", "approuvé", "rejeté"),
        ("Совет одобрил северный паром летом.", "Совет отклонил северный паром летом.", "одобрил", "отклонил"),
        ("Совет одобрил северный паром летом.", "Совет не одобрил северный паром летом.", "", "не"),
        ("Belediye kuzey vapurunun bütçesini azalttı; sefer sayısı arttı.",
         "Belediye kuzey vapurunun bütçesini azalttı; sefer sayısı düştü.", "arttı", "düştü"),
        ("Le prix du bac du nord a augmenté en avril.", "Le prix du bac du nord a baissé en avril.", "augmenté", "baissé"),
        ("I viaggiatori del molo sono diminuiti in aprile.", "I viaggiatori del molo sono aumentati in aprile.",
         "diminuiti", "aumentati"),
        ("Os passageiros do cais aumentaram em abril.", "Os passageiros do cais diminuíram em abril.", "aumentaram", "diminuíram"),
        ("2019年、港の乗客は12%増加した。", "2019年、港の乗客は12%減少した。", "増加", "減少"),
        ("The balance of the port was 2.5 million.", "The balance of the port was −2.5 million.", "2.5 million", "−2.5 million"),
        ("The blocks are marked with EXA-512 numbers.", "The blocks are marked with EXA-256 numbers.", "EXA-512", "EXA-256"),
        ("The bridge cost approximately 19.6 million euros.", "The bridge cost approximately 18.6 million euros.",
         "19.6 million", "18.6 million"),
        ("The catch was three per cent of all fish.", "The catch was four per cent of all fish.", "three per cent",
         "four per cent"),
        # in a sentence that says more
        ("A minority of the pilots voted against the new tide tables.",
         "A majority of them voted against the new tide tables in a ballot last May.", "minority", "majority"),
        ("Work began after the council approved the dredging plan.",
         "In January, work began four months before the council approved the dredging plan.", "after", "before"),
        ("Exports of tin rose by 6.3 percent.", "Exports of tin fell by 6.3 percent, while imports rose by 2.1 percent.",
         "rose", "fell"),
        ("Fares to Exampleton fell by 38 %.", "Fares to Exampleton have gone up by 38 % since 2018.", "fell", "gone up"),
        ("Les dépenses du port augmentent de 12 %.", "Les dépenses du port baissent de 12 %, les recettes augmentent.",
         "augmentent", "baissent"),
        ("İlçenin nüfusu geçen yıl yüzde 18 azaldı.", "İlçede nüfus geçen yıl yüzde 18 arttı.", "azaldı", "arttı"),
        ("מספר התלמידים בעיר ירד ב-16 אחוזים.", "בעיר לומדים תלמידים רבים, עלייה של 16 אחוזים לעומת אשתקד.", "ירד", "עלייה"),
        ("미술관 관람객은 전년 대비 18% 줄었다.", "미술관 관람객은 전년보다 18% 늘어 기록을 세웠다.", "줄었", "늘어"),
        # who did it to whom
        ("Brandt criticised union secretary Pieter Aalst.", "Union secretary Pieter Aalst criticised Brandt.",
         "Brandt criticised union secretary Pieter Aalst", "Pieter Aalst criticised Brandt"),
    ],
)  # fmt: skip
def test_what_turns_the_sense_is_told_with_both_words(statement: str, source: str, claimed: str, other: str) -> None:
    found = assess_statement(statement, page(source))
    assert found.verdict is StatementVerdict.ITEM_CONFLICT, found.reason
    assert (claimed, other) in [(conflict.claimed, conflict.source) for conflict in found.conflicts]
    assert all(word in found.reason for word in (claimed, other))


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        (
            "The council approved the northern ferry.",
            "The council, which had rejected the southern ferry, approved the northern one.",
        ),
        ("Exports rose in the spring.", "Exports rose in the spring and fell in autumn."),
        (
            "The ferry to Exampleton was repaired.",
            "The ferry to Exampleton was repaired, but the pier was not, and nobody asked why.",
        ),
        ("More people took the ferry.", "It was more or less the people who took the ferry."),
        ("The catch grew by three.", "The catch grew by three per cent."),
        ("The score was 5–4.", "The score was 5-4."),
        ("Roe was criticised by Quillon.", "Quillon criticised Roe at the pier."),
        ("Roe met Quillon at the pier.", "Quillon met Roe at the pier."),
        ("Work began before the council met.", "The council met after work began."),
        ("Imports rose by 12 %, exports fell by 12 %.", "Exports fell by 12 %, and imports rose by 12 %."),
    ],
)
def test_what_does_not_turn_the_sense(statement: str, source: str) -> None:
    assert not assess_statement(statement, page(source)).conflicts


@pytest.mark.parametrize(
    ("statement", "text", "verdict"),
    [
        ("The mayor opened the new bridge.", page("The new bridge was opened by the mayor."), "evidence_shown"),
        ("The mayor opened the new bridge over the river and praised its builders.", page("The mayor praised trains."),
         "evidence_shown"),
        ("The mayor opened the new bridge.", PAGE, "no_evidence"),
        ("The mayor opened the new bridge.", " \n", "unverifiable"),
        (" ", PAGE, "unverifiable"),
        ("It was.", PAGE, "unverifiable"),
    ],
)  # fmt: skip
def test_verdicts(statement: str, text: str, verdict: str) -> None:
    found = assess_statement(statement, text)
    assert found.verdict == verdict
    assert found.reason


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "Although ill himself, the mayor explained why the ferry to Exampleton stopped.",
            "The ferry to Exampleton stopped.",
        ),
        (
            "The envoy cautioned, reportedly, that pragmatic interaction would be needed.",
            "The envoys are interacting with all of them pragmatically.",
        ),
        (
            "Le préfet, quant à lui, souligna que le barrage était devenu fragile.",
            "Le barrage est fragile, écrit le préfet.",
        ),
        (
            "Следовательно, можно ожидать, что паромы исчезнут из гавани.",
            "Паром исчез из гавани, и никто не ждёт его назад.",
        ),
        ("Bu yüzden köprünün onarımının gecikeceği söylenebilir.", "Köprünün onarımı gecikti."),
    ],
)
def test_missing_words_are_no_warning_where_a_passage_bears_on_the_sentence(statement: str, sentence: str) -> None:
    found = assess_statement(statement, page(sentence))
    assert found.verdict is StatementVerdict.EVIDENCE_SHOWN, found.reason
    assert any(sentence in evidence.exact for evidence in found.evidence)


@pytest.mark.parametrize(
    ("statement", "sentence", "missing"),
    [
        ("The council closed the ferry to Exampleton for 37 days.", "The council closed the ferry to Exampleton.", "37"),
        ("The council closed the ferry after protests in Exampleton.", "The council closed the ferry after protests.",
         "Exampleton"),
        ("The council heard Ali bin Omar Al Exam on the ferry.", "The council heard Ali on the ferry.", "Exam"),
        ("El senador Valcárcel cerró el canal de Ejemplar.", "El senador Ordóñez cerró el canal de Ejemplar.", "Valcárcel"),
        ("Le conseil ferma le bac d'Exampleville pour 240 jours.", "Le conseil ferma le bac d'Exampleville.", "240"),
        ("The flood hurt 17 people in Exampleton.", "The flood hurt people in Exampleton and closed the line for 17 days.", "17"),
        ("The lamp burned for 90 days on the pier.", "The lamp burned for 63 hours on the pier instead of the planned 90 days.", "90"),
        ("In May Hexam Dredging was given the contract for the pier.", "In May the contract for the pier, for dredging, was given.",
         "Hexam Dredging"),
        ("市長の佐藤健一氏は埠頭を閉鎖すると述べた。", "市長の田村早苗氏は埠頭を閉鎖すると述べた。", "佐藤健一"),
        ("ジョン・スミスは埠頭を閉鎖すると述べた。", "市長の田村早苗氏は埠頭を閉鎖すると述べた。", "ジョン・スミス"),
        ("市长王建国表示，码头将关闭。", "市长陈嘉文表示，码头将关闭。", "王建国"),
        ("의사 김지훈은 부두를 닫자고 했다.", "의사 최민재는 부두를 닫자고 했다.", "김지훈"),
        ("وقال رئيس البلدية خالد المنصوري إن الرصيف سيغلق.", "وقال رئيس البلدية سامر الحوراني إن الرصيف سيغلق.", "خالد المنصوري"),
        ("ראש העיר, דוד מזרחי, אמר כי המזח ייסגר.", "ראשת העיר, תמר גלבוע, אמרה כי המזח ייסגר.", "דוד מזרחי"),
    ],
)  # fmt: skip
def test_a_missing_number_or_name_is_a_warning(statement: str, sentence: str, missing: str) -> None:
    found = assess_statement(statement, page(sentence))
    assert found.verdict in (StatementVerdict.WEAK_EVIDENCE, StatementVerdict.ITEM_CONFLICT)
    assert missing in found.reason


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("The Bureau of Ferry Lights (BFL) closed the pier.", "The BFL closed the pier."),
        ("King Henrik IV founded the pier.", "The pier was founded by Henrik the Fourth."),
        ("Книгу Анны Вересовой о паромах перевели в мае.", "Книга А. Вересовой о паромах вышла на пяти языках."),
        ("La inversión fue de 3,5 millones de euros.", "Se invirtieron 3.500.000 €."),
        ("El pacto del Gobierno cerró el canal.", "El pacto del ejecutivo cerró el canal."),
        ("Ada Roe and Eve Doe closed the pier in Exampleton.", "Roe and Doe closed the Exampletonian pier."),
        ("市長の田村早苗氏は埠頭を閉鎖すると述べた。", "田村氏は埠頭を閉鎖すると述べた。"),
        ("市长陈嘉文表示，码头将关闭。", "陈市长说，码头将关闭。"),
        ("의사 최민재는 부두를 닫자고 했다.", "최 의사, 곧 최민재 씨는 부두를 닫자고 했다."),
        ("وقال رئيس البلدية سامر الحوراني إن الرصيف سيغلق.", "وقال الحوراني إن الرصيف سيغلق."),
        ("EXA-12 is used beside EXA-34 and EXA-56.", "EXA-12 is used as EXA-78 was."),
    ],
)
def test_names_that_are_there_in_other_words(statement: str, sentence: str) -> None:
    assert assess_statement(statement, page(sentence)).verdict is StatementVerdict.EVIDENCE_SHOWN


@pytest.mark.parametrize(
    ("elsewhere", "verdict"),
    [
        ("Barely a week ago Orsolet, 35, had lost a keel.", StatementVerdict.EVIDENCE_SHOWN),
        ("Barely a week ago Danforth, 35, had lost a keel.", StatementVerdict.WEAK_EVIDENCE),
        ("For Orsolet more than 15 boats are enough.", StatementVerdict.WEAK_EVIDENCE),
    ],
)
def test_a_number_beside_a_name_may_stand_in_another_passage(elsewhere: str, verdict: StatementVerdict) -> None:
    won = "Zack Orsolet won the regatta of Exampleton twice. The regatta of Exampleton was won in rain."
    statement = "Zack Orsolet, who is 35, won the regatta of Exampleton twice."
    found = assess_statement(statement, f"{page(won)}\n\n{won}\n\n{page(elsewhere)}\n\n{won}")
    assert found.verdict is verdict, found.reason
    assert (elsewhere in [evidence.exact for evidence in found.evidence]) is (
        verdict is StatementVerdict.EVIDENCE_SHOWN
    )


def test_the_best_passage_comes_first_and_points_into_the_text() -> None:
    text = page("The mayor of Exampleton opened the new bridge. She praised its builders.")
    found = assess_statement("Exampleton's mayor opened a new bridge", text)
    best = found.evidence[0]
    assert best.exact.startswith("The mayor of Exampleton opened the new bridge.")
    assert text[best.start : best.end] == best.exact
    assert text[: best.start].endswith(best.prefix)
    assert text[best.end :].startswith(best.suffix)
    assert len(found.evidence) <= 3


def test_more_of_the_statement_scores_higher() -> None:
    statement = "The mayor opened the new bridge in Exampleton in 2019."
    sources = ["Nothing.", "The mayor spoke.", "The mayor opened the bridge.", statement]
    scores = [assess_statement(statement, page(source)).score for source in sources]
    assert scores == sorted(scores)
    assert scores[0] < 0.3
    assert scores[-1] > 0.7


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2019 about 40 % voted.", ["3 May 2019", "40 %"]),
        ("$3.5bn or 1 700 euros [3]", ["$3.5bn", "1 700"]),
        ("EXA-19, SARS-CoV-2 and U-235", []),
        ("twenty-five of three million", ["twenty-five", "three million"]),
        ("Thursday 18 October 15:30", ["18 October", "15", "30"]),
        ("耗资170万元", ["170万"]),
        ("MAYIS 2019, 3 AĞUSTOS", ["MAYIS 2019", "3 AĞUSTOS"]),  # case folding that is not one to one
        ("Total 1,183,505 565,427", ["1,183,505", "565,427"]),
        ("18F, 737MAX, 50km and 5k", ["50", "5k"]),
        ("fell by −2.5 % or 5–100", ["−2.5 %", "5", "100"]),
        ("٢٫٥٪ من ١٢٥٠", ["٢٫٥٪", "١٢٥٠"]),
        ("1" + ",000" * 300, ["1" + ",000" * 7]),
    ],
)
def test_items(text: str, expected: list[str]) -> None:
    assert [item.words for item in find_items(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May Ada van der Berg met the Bank of Exampleton's men.", ["Ada van der Berg", "Bank of Exampleton"]),
        ("Last May the Exa Tidal C++ kit of Ada Roe's Mill Board came.", ["Exa Tidal C++", "Ada Roe", "Mill Board"]),
        ("It runs wherever the C ABI does, said Norway's Parliament.", []),
        ("A Headline With Every Word In Capitals", []),
        ("Am Ende kam Präsident Ali Örnek und die Frau ist da.", []),
        ("Sie bindet alle Organe der Stadt und bekennt sich zu Rechten als Grundlage jeder Gemeinschaft.", []),
        ("Dün şehre Ali Örnek geldi ve gitti.", ["Ali Örnek"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert [item.words for item in find_names(text)] == expected


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("HARBOUR 563 asks each harbour to keep its lamps lit until the last boat is in.", "HARBOUR 563"),
        ("The 2017 survey says that harbours keep their lamps lit until the last boat is in.", "Lamp survey 2017"),
        ("EXA-563 asks each harbour to keep its lamps lit until the last boat is in.", "EXA-563: Lamps"),
    ],
)
def test_what_a_source_is_titled_holds_for_every_passage(statement: str, says: str) -> None:
    source = page("Each harbour keeps its lamps lit until the last boat is in, as EXA-170 asks.")
    assert assess_statement(statement, source).verdict is not StatementVerdict.EVIDENCE_SHOWN
    assert assess_statement(statement, source, titled=says).verdict is StatementVerdict.EVIDENCE_SHOWN


def test_a_number_in_a_name_may_stand_anywhere() -> None:
    statement = "Rule 563 asks each harbour to keep its lamps lit until the last boat is in."
    asks = "It asks each harbour of the {} to keep its lamps lit until the last boat is in."
    text = "\n\n".join([f"{PAGE} {asks.format(coast)}" for coast in ("north", "south", "east", "west")])
    assert assess_statement(statement, f"{PAGE} {{}}\n\n{text}".format("See rule 563.")).verdict == "evidence_shown"
    assert assess_statement(statement, f"{PAGE} {{}}\n\n{text}".format("See row 563.")).verdict == "weak_evidence"


@pytest.mark.parametrize(
    ("statement", "source", "verdict"),
    [
        ("Edition 1.1 is laid down in the pilot book.", "This sets out edition 1.1 of the rules. Edition 1.0 is laid down in the old book.",
         "evidence_shown"),
        ("Edition 1.1 is laid down in the pilot book.", "This is 1.1 miles off. Edition 1.0 is laid down in the old book.", "item_conflict"),
    ],
)  # fmt: skip
def test_a_value_beside_the_same_word_is_there(statement: str, source: str, verdict: str) -> None:
    assert assess_statement(statement, page(source)).verdict == verdict


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The mill ran on the Exa Tidal Board kit (ETB) for years.", "For years the mill ran on the ETB kit."),
        ("The mill gives its APIs to everybody on the river.", "The mill gives its interfaces to everybody on the river."),
        ("The mill was sold by Norway's Storting to the river board.", "The mill was sold to the river board by the Norwegians."),
        ("The mill has a store such as Store<Grain, MillError> by the river.", "The mill has a store by the river."),
        ("The river board was set up in July 2024 for the mill.", "Set up: 08-Jul-2024. The river board is for the mill."),
    ],
)  # fmt: skip
def test_what_is_no_missing_name(statement: str, source: str) -> None:
    assert assess_statement(statement, page(source)).verdict is StatementVerdict.EVIDENCE_SHOWN


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("cinquante-sept mètres", 57),
        ("soixante-douze soldats", 72),
        ("quatre-vingt-dix-sept ans", 97),
        ("quatre-vingts ans", 80),
        ("ochenta y siete", 87),
        ("vinte e cinco", 25),
        ("siebenundfünfzig Meter", 57),
        ("vierendertig ramen", 34),
        ("femtiofem kvarnar", 55),
        ("dix jours et deux nuits", 10),
        ("the tenant", None),
        ("one million two hundred thousand", 1_200_000),
        ("two hundred and fifty men", 250),
        ("until nineteen sixty-two", 1962),
        ("mille deux cent trente", 1230),
        ("two cents", 2),
        ("milleduecento operai", 1200),
        ("fünfhundertzwölf Leute", 512),
        ("χίλιοι πεντακόσιοι", 1500),
        ("هزار و دویست نفر", 1200),
        ("seven and sixpence", 7),
    ],
)
def test_numbers_of_several_words(words: str, value: int | None) -> None:
    assert next((item.values[0].point for item in find_items(words) if item.values), None) == value


ODD = st.text(st.sampled_from("ab1,.% \n\0\ud800\u0301é中文0“”[]$May"), max_size=60)


@given(ODD | st.text(max_size=60), ODD | st.text(max_size=200))
def test_any_two_strings_have_an_answer(statement: str, text: str) -> None:
    found = assess_statement(statement, text)
    assert found.reason
    assert 0 <= found.score <= 1
    assert all(text[evidence.start : evidence.end] == evidence.exact != "" for evidence in found.evidence)
    assert all(conflict.claimed in statement for conflict in found.conflicts)


@given(st.integers(1, 10**9))
def test_a_number_agrees_with_itself_in_any_grouping(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", "\u00a0"), str(number)):
        values = find_values(f"x {written} y")
        assert values is not None
        assert any(value.point == number for value in values)


@pytest.mark.parametrize(
    "unit",
    ["The minister said 3,400 people voted. ", "a", "a b\n", "12 ", "1,000,", "May ", "“", "New York ", "\ud800 vote ",
     "投票的人说。", "[1", "9", "3.5.2019 ", "\u0301"],
)  # fmt: skip
def test_long_text_of_any_kind_is_bounded(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with cpu_limit(40):  # about 0.3 s
        assess_statement("In 2019 the minister said that 3,500 people of New Exampleton voted. " * 1500, text)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        # parts of a whole
        ("Some 33 percent of the crew left the dredger.", "A third of the crew left the dredger."),
        ("Some 25 percent of the crew left the dredger.", "One in four of the crew left the dredger."),
        ("Some 67 Prozent der Fischer gaben auf.", "Zwei Drittel der Fischer gaben auf."),
        ("Rund 20 Prozent der Fischer gaben auf.", "Jede fünfte Fischerin und jeder fünfte Fischer gaben auf."),
        ("Quelque 33 % des pêcheurs sont partis.", "Un tiers des pêcheurs sont partis."),
        ("El 75 % de los pescadores se fue.", "Tres cuartos de los pescadores se fue."),
        ("Ушли 50 процентов рыбаков.", "Ушла половина рыбаков."),
        ("渔民中33%已经离开。", "渔民中三分之一已经离开。"),
        ("漁師の20％が去った。", "漁師の2割が去った。"),
        ("Balıkçıların yüzde 33'ü gitti.", "Balıkçıların üçte biri gitti."),
        # decades, eras, calendars, centuries
        ("The dredger sank in the 1990s.", "The dredger sank in the nineties."),
        ("La drague coula dans les années 1960.", "La drague coula en 1963."),
        ("Der Bagger sank in den 1990er Jahren.", "Der Bagger sank 1994."),
        ("Gruvan öppnade på 1890-talet.", "Gruvan öppnade 1893."),
        ("Gruvan öppnade på 1800-talet.", "Gruvan öppnade på 1890-talet."),
        ("Köprü 1950'lerde açıldı.", "Köprü 1954 yılında açıldı."),
        ("港は1964年に開いた。", "港は昭和39年に開いた。"),
        ("大橋於1983年通車。", "大橋於民國七十二年通車。"),
        ("پل در سال ۲۰۱۹ باز شد.", "پل در سال ۱۳۹۸ باز شد."),
        ("Il molo è del XVIII secolo.", "Il molo fu costruito nel Settecento."),
        ("Um 1900 stand dort ein Kran.", "Seit 1896 stand dort ein Kran."),
        # halves
        ("The dredger cost 1.5 million.", "The dredger cost one and a half million."),
        ("Voor de kade is 1,5 miljoen uitgetrokken.", "Voor de kade is anderhalf miljoen uitgetrokken."),
        ("Драга стоила 500 000 рублей.", "Драга стоила полмиллиона рублей."),
        ("The dredger cost 2.4 million rupees.", "The dredger cost Rs 24 lakh."),
        ("The dredger cost 120 million rupees.", "The dredger cost Rs 12 crore."),
        # one number in two pieces, letters that measure, days whose month was named before
        ("Exampleton has 2.798 million people.", "В Exampleton 2 миллиона 798 тысяч people."),
        ("Köprünün uzunluğu 4608 metredir.", "Köprünün uzunluğu 4 bin 608 metredir."),
        ("Le pont mesure 2460 mètres.", "Le pont mesure 2460 m."),
        ("大橋全長55公里。", "大橋全長55千米。"),
        ("大橋は2012年5月22日に開いた。", "大橋は2012年(平成24年)5月22日に開いた。"),
        ("大橋は5月22日に開いた。", "大橋は2012年5月22日に開いた。"),
        ("大橋は29日に開いた。", "大橋は2012年2月29日に開いた。"),
        # what follows from two values of a sentence
        ("Of the pilots, 63 percent are members.", "Of 612 pilots, 388 are members."),
        ("The pier was rebuilt by 1920.", "The pier burned in 1911; to be rebuilt took nine years."),
        ("The pier lost 2.5 million guests.", "The pier had 41.7 million guests, after 44.2 million."),
        (
            "The fund pays £4.5 million for the pier.",
            "The pier costs £11.2 million, of which the fund pays 40 per cent.",
        ),
        ("In 2015 the pier lost 25 % of its boats.", "The boats of the pier were cut by a quarter in 2015."),
        # another way of writing
        ("The limit of the pier is 30M gas.", "The limit of the pier is 30_000_000 gas."),
        ("The cap of the pier is 16.7 million tons.", "The cap of the pier is 16,777,216 tons."),
        # names and scripts
        ("The dredger was sold by Ann O'Neill.", "Ann O’Neill sold the dredger."),
        ("Lukasz Zoltowski sold the dredger.", "The dredger was sold by Łukasz Żółtowski."),
        ("Most je otvorila Ljiljana Đurić.", "Мост је отворила Љиљана Ђурић."),
        ("港口不會關閉碼頭。", "港口不会关闭码头。"),
        ("L'écluse fut ouverte par l'armée.", "L’armée ouvrit l’écluse."),
    ],
)
def test_the_same_value_or_name_in_another_form_is_no_conflict(statement: str, source: str) -> None:
    found = assess_statement(statement, page(source))
    assert found.verdict is StatementVerdict.EVIDENCE_SHOWN, found.reason


@pytest.mark.parametrize(
    ("statement", "source", "claimed", "other"),
    [
        ("The dredger cost 12 million euros.", "The dredger cost $12 million.", "12 million euros", "$12 million"),
        ("Der Bagger kostete 12 Millionen Euro.", "Der Bagger kostete 12 Millionen Franken.", "12 Millionen Euro", "12 Millionen Franken"),
        ("The load limit of the pier is 40 kg.", "The load limit of the pier is 40 tons.", "40 kg", "40 tons"),
        ("Осада порта длилась 40 дней.", "Осада порта длилась 40 недель.", "40 дней", "40 недель"),
        ("In 1903 Corporal Danforth Quillon mapped the delta.", "In 1903 Corporal Silas Quillon mapped the delta.", "Danforth Quillon", "Silas Quillon"),
        ("Die Exporte sanken im Jahr um 8 Prozent.", "Die Exporte stiegen im Jahr um 8 Prozent.", "sanken", "stiegen"),
        ("O conselho rejeitou a proposta do canal.", "O conselho aprovou a proposta do canal.", "rejeitou", "aprovou"),
        ("Το συμβούλιο ενέκρινε το σχέδιο του λιμανιού.", "Το συμβούλιο απέρριψε το σχέδιο του λιμανιού.", "ενέκρινε", "απέρριψε"),
        ("去年出口額降至48億美元。", "去年出口額降至48億元。", "48億美元", "48億元"),
        ("The fees of the harbour rose by 4.5 percentage points.", "The fees of the harbour rose by 4.5 percent.", "4.5 percentage points", "4.5 percent"),
        ("從香港到珠海駕車僅需30分鐘。", "從香港到珠海駕車僅需45分鐘。", "30", "45"),
        ("開幕式は5月23日に開かれた。", "開幕式は5月24日に開かれた。", "5月23日", "5月24日"),
        ("Fees rose by 4.5 percent in February.", "Fees rose by 4.5 percent in January.", "February", "January"),
        ("The rate went from 9 % to 11 %.", "The rate went from 11 % to 9 %.", "9 % to 11 %", "11 % to 9 %"),
        ("Foi aprovado por 14 votos contra 27.", "Foi aprovado por 27 votos contra 14.", "14 votos contra 27", "27 votos contra 14"),
        ("Half of the crew left the dredger.", "A third of the crew left the dredger.", "Half", "A third"),
        ("More than 400 boats left the harbour.", "In all 312 boats left the harbour.", "400", "312"),
        ("More than 60,000 people came to see the dredger.", "More than 40,000 people came to see the dredger last year.", "60,000", "40,000"),
        ("Der Hafen hat mindestens 700 Lotsen.", "Mit mehr als 500 Lotsen ist der Hafen gut versorgt.", "700", "500"),
        ("The dredger moved at least 98 million tons of sand.", "The dredger moved at least 88 million tons of sand.", "98 million", "88 million"),
        ("Less than 30 pilots were hired.", "Less than 45 pilots were hired.", "30", "45"),
        ("It is the largest dredger on the coast.", "It is the second largest dredger on the coast.", "largest", "second largest"),
        ("Мост построен в 1878 году.", "Мост построен в XIX веке, в 1887 году.", "1878", "1887"),
        # contraries beside one value, in a longer sentence
        ("Fees fell by 4.5 percent.", "Fees rose by 4.5 percent in January, and Roe expects more.", "fell", "rose"),
        ("El paro subió un 12,5 por ciento.", "El 2 de febrero se supo que el paro cayó un 12,5 por ciento, dijo Roe.", "subió", "cayó"),
        ("去年出口額增長3.2%。", "據統計，去年出口額下降3.2%，降至48億元。", "增長", "下降"),
        ("Οι επισκέπτες αυξήθηκαν κατά 31,5%.", "Ο δήμος είπε ότι οι επισκέπτες μειώθηκαν κατά 31,5% σε 84.000.", "αυξήθηκαν", "μειώθηκαν"),
    ],
)  # fmt: skip
def test_a_value_that_is_used_otherwise_is_a_conflict(statement: str, source: str, claimed: str, other: str) -> None:
    found = assess_statement(statement, page(source))
    assert [(conflict.claimed, conflict.source) for conflict in found.conflicts] == [(claimed, other)], found.reason


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The bridge is 40 km long.", "The bridge is 40 kilometres (25 miles) long."),
        ("The siege lasted 40 days.", "The siege lasted 40 days, the 40 weeks of hunger came later."),
        ("In 1999 Robert Quillon mapped the delta.", "In 1999 R. Quillon mapped the delta."),
        ("In 1999 Marta Quillon mapped the delta.", "In 1999 Mrs Quillon mapped the delta."),
        ("In 1999 Minister Quillon mapped the delta.", "In 1999 Edwin Quillon mapped the delta."),
        ("In 1999 Volodymyr Quillon mapped the delta.", "In 1999 Wladimir Quillon mapped the delta."),
        ("The dredger cost 12 million dollars.", "The dredger cost US$12 million."),
        ("The dredger cost 12 million euros.", "The dredger cost $13 million (12 million euros)."),
        ("Fees rose by 4.5 percent.", "Fees rose by 4.5 percent, wages fell by 4.5 percent."),
        ("The rate fell from 11 % to 9 %.", "The rate went from 11 % to 9 %."),
        ("Between 7 and 9 boats left.", "Some 9 or 7 boats left."),
        ("More than 200 boats left the harbour.", "In all 212 boats left the harbour."),
        ("More than 40 pilots were hired.", "More than 60 pilots were hired."),
        ("Less than 60 pilots were hired.", "Less than 40 pilots were hired."),
        ("More than 60 pilots were hired.", "More than 60 pilots and over 40 cooks were hired."),
        ("It is the largest dredger on the coast.", "It is the largest dredger on the coast, and the second oldest."),
        ("In May the dredger left the harbour.", "The dredger left the harbour. It may come back in June."),
        ("Half a million people saw the dredger.", "In all 512,000 people saw the dredger."),
        ("In the second half of the year the dredger left.", "In July the dredger left."),
    ],
)
def test_what_only_seems_to_be_used_otherwise(statement: str, source: str) -> None:
    found = assess_statement(statement, page(source))
    assert found.verdict is StatementVerdict.EVIDENCE_SHOWN, found.reason


ROWS = "Revenue by segment (in million euros)\n\n{}"
IN_LINES = ROWS.format("Segment 2020 2021\nBoxes 88.4 91.0\nBulk cargo 47.1 52.3\nLeases 19.0 20.1")
IN_CELLS = ROWS.format(
    "Segment 2020 2021 Boxes 88.4 91.0 Bulk-cargo 47.1 52.3 Leases 19.0 20.1".replace(" ", "\n\n").replace("-", " ")
)


@pytest.mark.parametrize("table", [IN_LINES, IN_CELLS])
@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("Bulk cargo brought 52.3 million euros in 2021.", None),
        ("Bulk cargo brought €52.3 million.", None),
        ("Bulk cargo and leases brought 47.1 million and 19 million in 2020.", None),
        ("Bulk cargo brought 91.0 million euros in 2021.", "52.3 for Bulk cargo"),
        ("Bulk cargo brought 20.1 million euros.", "47.1, 52.3 for Bulk cargo"),
        ("Boxes brought 91.0 million euros in 2020.", "88.4 for Boxes"),
    ],
)
def test_a_value_of_a_table_belongs_to_its_row_and_year(table: str, statement: str, other: str | None) -> None:
    found = assess_statement(statement, page(table))
    assert [conflict.source for conflict in found.conflicts] == [other] * bool(other), found.reason
    assert found.verdict is (StatementVerdict.ITEM_CONFLICT if other else StatementVerdict.EVIDENCE_SHOWN)
    assert any(word in evidence.exact for evidence in found.evidence for word in ("Boxes", "Bulk", "Leases"))
