"""Word classes that decide how an edit is called. Closed classes only: every language has few of these words.

The open classes (which word exists, how common it is) come from the package wordfreq.
"""

from __future__ import annotations

from functools import lru_cache

from verifier.matching.tokens import is_number

NEGATIONS = frozenset(
    # English; the contractions are found by their ending, see `is_negation`
    "not no never none nobody nothing neither nor without cannot hardly barely scarcely non "
    # German, Dutch
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne niet geen nooit niemand niets zonder noch "
    # French, Spanish, Italian, Portuguese, Romanian, Catalan
    "ne n pas jamais aucun aucune rien ni sans personne no nunca jamás nadie nada ningún ninguno ninguna sin tampoco "
    "non mai nessuno nessuna niente nulla né senza não nunca ninguém nenhum nenhuma nem sem nu niciodată nimeni nimic fără nici n-a n-au "
    # Turkish
    "değil yok hiç hiçbir asla ne "
    # Russian, Ukrainian, Polish
    "не нет ни никогда никто ничего без ані немає ніколи ніхто нічого nie nigdy nikt nic bez ani "
    # Greek, Vietnamese
    "δεν δε μη μην όχι ποτέ κανείς κανένας καμία τίποτα χωρίς không chẳng chưa đừng chả "
    # Arabic, Persian, Hindi, Hebrew
    "لا لم لن ليس ليست لیس غير بدون ما نه نیست هیچ بی नहीं न ना मत नही बिना लא לא אין "
    # Chinese, Japanese, Thai (single characters are tokens there)
    "不 没 沒 无 無 非 未 勿 ไ ม่".split()
)
_NEGATIVE_ENDINGS = ("n't", "n’t", "cannot")
_NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "anti", "не", "бес", "без", "ne", "α", "αν", "des", "de", "in", "а")
# Chinese and Thai negation is a run of characters: the run is looked for in the words themselves.
_NEGATIVE_RUNS = ("不", "没", "沒", "无", "無", "非", "未", "ไม่", "มิ", "ない", "なか", "ません")

MODALS = frozenset(
    "may might can could shall should will would must ought need perhaps maybe possibly probably likely allegedly reportedly apparently seems seem "
    "kann könnte könnten soll sollte muss müsste dürfte wird würde vielleicht möglicherweise wahrscheinlich angeblich "
    "peut pourrait doit devrait peut-être probablement puede podría debe debería quizá quizás probablemente può potrebbe deve dovrebbe forse "
    "pode poderia deve deveria talvez poate ar trebui trebuie probabil może mógłby musi powinien prawdopodobnie "
    "может могут мог должен должна должны возможно вероятно мoже повинен можливо имовірно belki muhtemelen gerekir gerek olabilir "
    "μπορεί ίσως πρέπει πιθανώς θα có thể phải sẽ nên قد ربما يجب يمكن سوف شاید باید ممکن शायद सकता सकते चाहिए 可能 也许 必须 应该 会".split()
)
QUALIFIERS = frozenset(
    "only just almost nearly about around approximately some most many few mostly largely partly often sometimes usually generally mainly "
    "at least up to more less than even still already quite rather very always ever all every each both either any "
    "nur fast etwa rund einige meisten viele wenige oft manchmal meist seulement presque environ certains souvent parfois "
    "sólo solo casi unos algunos muchos a menudo solo quasi circa alcuni spesso apenas quase cerca alguns doar aproape circa unii "
    "только почти около некоторые часто иногда sadece yalnızca yaklaşık bazı çoğu bazen neredeyse".split()
)
NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty "
    "forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half third quarter first second fourth fifth once twice "
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend million millionen milliarde milliarden "
    "un deux trois quatre cinq six sept huit neuf dix onze douze vingt cent mille uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte "
    "cien mil due tre quattro cinque sei sette otto nove dieci dodici venti cento dois três quatro sete oito nove dez vinte doi trei patru cinci șase "
    "şase șapte şapte opt nouă zece bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli yüz bin milyon milyar "
    "один два три четыре пять шесть семь восемь девять десять двадцать сто тысяча тысяч миллион миллионов jeden dwa trzy cztery pięć sześć siedem "
    "osiem dziewięć dziesięć ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα một hai ba bốn năm sáu bảy tám chín mười واحد اثنان ثلاثة أربعة "
    "خمسة ستة سبعة ثمانية تسعة عشرة एक दो तीन चार पांच पाँच छह सात आठ नौ दस 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两".split()
)


def is_negation(key: str) -> bool:
    """Whether a token negates.

    >>> is_negation("not"), is_negation("doesn't"), is_negation("note")
    (True, True, False)
    """
    return key in NEGATIONS or key.endswith(_NEGATIVE_ENDINGS)


def negates(keys: list[str]) -> bool:
    """Whether a run of tokens holds a negation, also one written over several characters."""
    if any(map(is_negation, keys)):
        return True
    together = "".join(keys)
    return any(run in together for run in _NEGATIVE_RUNS)


def is_modal(key: str) -> bool:
    """Whether a token says how certain or how binding something is."""
    return key in MODALS


def is_quantity(key: str) -> bool:
    """Whether a token is a number, in digits or as a word."""
    return is_number(key) or key in NUMBER_WORDS


def differ_by_prefix(one: str, other: str) -> bool:
    """Whether a negating prefix is all that differs.

    >>> differ_by_prefix("legal", "illegal"), differ_by_prefix("gates", "gate")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and long[: -len(short)] in _NEGATIVE_PREFIXES


# Below this Zipf frequency (log10 of occurrences in a billion words) a string is hardly a word.
_RARE = 2.0


@lru_cache(maxsize=50_000)
def is_word(key: str, language: str | None) -> bool:
    """Whether a string is a word that people use (wordfreq, Apache-2.0; 40 languages), in this language or English."""
    from wordfreq import available_languages, zipf_frequency  # noqa: PLC0415 - the lists are read only for near misses

    known = available_languages("small")
    languages = [code for code in (language, "en") if code in known]
    return any(zipf_frequency(key, code, wordlist="best") >= _RARE for code in languages)
