"""Catalan."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Catalan",
    codes="ca",
    elsewhere="set cap sense pot ha cent sis deu nou",
    months=(
        "gener gen; febrer febr; març; abril abr; maig; juny; juliol jul; agost ag; setembre set; octubre oct; "
        "novembre nov; desembre des"
    ),
    numbers="2 dues; 4 quatre; 5 cinc; 6 sis; 7 set; 8 vuit; 9 nou; 10 deu; 20 vint; 100 cent; 1000 mil",
    magnitudes="10 dècada dècades; 1e6 milió milions",
    percent="cent",
    percent_phrases="per cent",
    ordinal_endings="r n t è a",
    roughly="gairebé uns",
    at_least="més almenys",
    at_most="menys fins",
    negations="no mai ningú res cap sense ni tampoc",
    modals="pot podria ha deu hauria potser probablement",
    qualifiers="només gairebé uns alguns molts sovint",
    capitals_lose_marks=True,
    function_words="el la els les un una i o és són de del dels al als en per amb que es seu seva no",
    opening="el la els les un una en per amb però i segons",
    note_headings=(
        "notes; referències; notes i referències; bibliografia; fonts; notes al peu; obres citades; "
        "referències bibliogràfiques; notes finals"
    ),
    accessed=(
        "consultat(?: el)?|(?:última |data de )consulta(?: el)?|(?:darrer accés|data d['’]accés)(?: el)?|"
        "(?:darrera |última )?(?:visita|revisió)(?: el)?|vist el"
    ),
    archived="arxivat",
    introductions="vegeu(?: també)?|(?-i:i)",
    and_others="i altres",
    address_cues="disponible a",
    same_source=r"ibíd(?:em)?|íd(?:em)?(?=\.|,|$)",
    earlier_source=r"ob\.\s?cit|obra citada",
    numbered_source="not[ae]s?(?: al peu)?",
    above="supra|més amunt",
    below="infra|més avall",
    pages=r"pàgs?\.?|pàgin(?:a|es)",
    paragraphs=r"paràgraf|par\.",
    sections="secció|apartat",
    chapters=r"cap\.|capítol",
    times="minut",
    at_place="aquí|a la",
    volumes=r"núm\.|vol\.",
    no_date=r"s\.\s?d\.",
    between_authors="i",
    other_authors=r"et al\.?|i altres|i col·laboradors",
    quoted_in="citat a",
    cited_within="citat per",
    unpublished="en premsa",
    organisations="ministeri|consell|comissió|associació|fundació|ajuntament|generalitat",
    no_authors="taula|llei|tractat|tardor|hivern",
    before_places="a|en",
    title_words="el la els les de i",
    editors_notes=r"sic|(?:l['’]|la |el )?(?:èmfasi|cursiva|negreta|subratllat|traducció)\b[^\])]{0,40}",
    turning=(
        "(?:fins i tot |només |llevat )?si|llevat|excepte|però|tret de|a menys que|sempre que|tanmateix|"
        "encara que|sinó|malgrat"
    ),
    denying=(
        r"no (?:\w+ ){0,2}(?:cre\w+|di\w+|signific\w+|afirm\w+|sap\w*|pens\w+)(?: \w+){0,4} (?:que|si)|"
        r"(?:nega\w*|desment\w+|dubt\w+|rebutj\w+|fals|impossible|ningú \w+)(?: \w+){0,4} que"
    ),
    page_not_found="pàgina no trobada|la pàgina no existeix",
    page_numbering="pàgina pàg p de",
    page_lines=(
        "publicitat; anunci; continua després de la publicitat; comparteix; comparteix aquest article; imprimeix; "
        "subscriu-te; confidencial; esborrany"
    ),
    page_stamps="baixat de; tots els drets reservats; continua a la pàgina",
    speech=r"dit|digué|deia|afirmat|afirmà|declarat|declarà|escrit|afegit|afegí|explicat|explicà|diu",
    page_labels=r"(?:publicitat|continua després de la publicitat)",
    page_related="llegeix també; llegiu també; articles relacionats; vegeu també; més informació",
    page_not_there=(
        "(?:pàgina|article|contingut) que (?:busqueu|busques|cerqueu|cerques|heu sol·licitat) (?:no|ja|ha)"
        r"|no s'ha trobat (?:la|aquesta|cap) pàgina"
    ),
    decades_before="anys|dècada de(?:ls)?",
    parts="2 meitat!; 3 terç terços; 4 quart quarts; 5 cinquè",
    parts_of=r" d(?:e|el|els)\b| d['’]|[.,;:]|$",
    points="punts? percentuals?",
    currencies=("€ euro euros; $ dòlar dòlars"),
    opposites="augmentat augmentà pujat / disminuït baixat caigut; més / menys",
    and_half="i mig",
    half_a="mig",
    short_forms="dr doctor; dra doctora; sr senyor; sra senyora; st sant; sta santa; prof professor",
    accents_are_one=True,
)
