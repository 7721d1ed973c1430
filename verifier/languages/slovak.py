"""Slovak."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Slovak",
    codes="sk",
    months=(
        "január januára jan; február februára feb; marec marca; apríl apríla apr; máj mája; jún júna; júl júla; "
        "august augusta aug; september septembra sep; október októbra okt; november novembra nov; december decembra dec"
    ),
    numbers=(
        "2 dva dve; 3 tri; 4 štyri; 5 päť; 6 šesť; 7 sedem; 8 osem; 9 deväť; 10 desať; 11 jedenásť; 12 dvanásť; "
        "13 trinásť; 14 štrnásť; 15 pätnásť; 16 šestnásť; 17 sedemnásť; 18 osemnásť; 19 devätnásť; 20 dvadsať; "
        "30 tridsať; 40 štyridsať; 50 päťdesiat; 60 šesťdesiat; 70 sedemdesiat; 80 osemdesiat; 90 deväťdesiat; "
        "100 sto"
    ),
    elsewhere="tri päť",
    amounts="jeden jedna jedno pol polovica",
    magnitudes="1e3 tisíc tisíce tis; 1e6 milión milióny miliónov; 1e9 miliarda miliardy miliárd",
    percent="percento percent percentá",
    roughly="takmer asi približne",
    at_least="viac",
    at_most="menej",
    negations="nie nikdy nikto nič bez ani žiadny žiadna",
    negative_prefixes="ne bez",
    modals="môže môžu musí mal možno pravdepodobne",
    qualifiers="len iba takmer niektorí často",
    function_words="a v na s z do po i o že je sa ako od za by ktorý ktorá ktoré bol bola",
    ordinals_have_stops=True,
    note_headings=(
        "poznámky; referencie; zdroje; odkazy; literatúra; zoznam literatúry; použitá literatúra; použité zdroje; "
        "zoznam použitej literatúry; poznámky pod čiarou; zoznam bibliografických odkazov"
    ),
    editions=r"vyd(?:\.|anie)",
    accessed=r"cit\.|citované|navštívené|(?:posledný |dátum )?prístupu?",
    introductions=r"pozri|porov\.?",
    no_sites="č|roč",
    address_cues="dostupné na internete",
    see=r"pozri|porov\.|viď",
    decided_on="zo dňa",
    same_source="tamže|tamtiež",
    earlier_source=r"c\.\s?d(?=\.|,)|cit(?:ované|\.) dielo",
    numbered_source=r"pozn(?:ámk[ay]|\.)(?: pod čiarou)?(?: č\.)?",
    above="vyššie",
    below="nižšie",
    pages=r"s\.|str\.|stran[ay]",
    paragraphs=r"ods\.|odsek|bod",
    chapters=r"kap\.?|kapitol[ay]",
    times="minút[ay]",
    at_place="tu|na",
    volumes=r"č\.|roč\.|ročník",
    no_date=r"b\.\s?r\.",
    between_authors="a",
    other_authors=r"a kol\.?|a i\.|a ďalší",
    unpublished="v tlači",
    editors_notes=r"sic|(?:zvýrazn\w*|zdôrazn\w*|kurzíva|podčiark\w*|preklad)\b[^\])]{0,40}",
    turning="(?:len |iba |aj )?ak|okrem|s výnimkou|ale|avšak|však|hoci|pokiaľ|ledaže|za predpokladu",
    denying=(
        r"ne(?:ver|mysl|poved|hovor|tvrd|znamená|viem|vie)\w*(?: \w+){0,3},? (?:že|či)|(?:popier\w*|popre\w*|"
        r"pochybuj\w*|odmiet\w*|vyvrá\w*|nemožné|nepravda)(?: \w+){0,4},? že"
    ),
    page_not_found="stránka sa nenašla|stránka nebola nájdená",
    page_numbering="strana strany str s z",
    page_lines=(
        "reklama; inzercia; článok pokračuje pod reklamou; zdieľať; zdieľať článok; tlačiť; hore; dôverné; návrh"
    ),
    page_stamps="stiahnuté z; stiahnuté zo; všetky práva vyhradené; pokračovanie na strane",
    speech=r"poved\w+|uvied\w+|doda\w+|napísa\w+|vyhlási\w+|hovorí|vysvetli\w+",
    page_labels=r"(?:inzercia|článok pokračuje pod (?:reklamou|inzerciou|videom))",
    page_related="čítajte aj; čítajte tiež; prečítajte si aj; súvisiace články; najčítanejšie",
    page_not_there=(
        r"(?:stránka|článok|obsah),? ktor\w+ (?:hľadáte|ste hľadali|požadujete),? (?:ne|bol|už|sa)|"
        r"(?:požadovan|hľadan)\w+ (?:stránka|obsah|článok) (?:ne|bol|už|sa)"
    ),
)
