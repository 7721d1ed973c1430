"""Czech."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Czech",
    codes="cs",
    archived="archivováno",
    editions=r"vyd(?:\.|ání)",
    introductions=r"viz(?: též| také)?|srov\.?|(?-i:a)",
    pointers=r"viz|srov|více (?:o|k)|podrobněji",
    elsewhere="pět tři sta",
    months=(
        "leden ledna; únor února úno; březen března bře; duben dubna dub; květen května kvě; červen června čer; "
        "červenec července čvc; srpen srpna srp; září zář; říjen října říj; listopad listopadu; prosinec prosince"
    ),
    numbers=(
        "2 dva dvě; 3 tři; 4 čtyři; 5 pět; 6 šest; 7 sedm; 8 osm; 9 devět; 10 deset; 11 jedenáct; 12 dvanáct; "
        "13 třináct; 14 čtrnáct; 15 patnáct; 16 šestnáct; 17 sedmnáct; 18 osmnáct; 19 devatenáct; 20 dvacet; "
        "30 třicet; 40 čtyřicet; 50 padesát; 60 šedesát; 70 sedmdesát; 80 osmdesát; 90 devadesát; 100 sto stě sta"
        "; 1.5 půldruhého půldruhé"
    ),
    amounts="jeden jedna jedno půl polovina",
    magnitudes="1e3 tisíc tisíce tisíců tis; 1e6 milion miliony milionů; 1e9 miliarda miliardy miliard mld",
    percent="procento procent procenta",
    roughly="téměř asi přibližně",
    at_least="více přes",
    at_most="méně",
    between="mezi",
    joining="a nebo",
    centuries="století",
    negative_joints="ani",
    negations="ne není nejsou nikdy nikdo nic bez ani žádný žádná žádné",
    negative_prefixes="ne bez",
    modals="může mohou musí měl možná pravděpodobně",
    qualifiers="jen pouze téměř asi někteří často",
    function_words="a v na s z do po i o že je se jako od za by který která které byl byla",
    before_ordinal="dne",
    ordinals_have_stops=True,
    note_headings=(
        "poznámky; reference; zdroje; odkazy; literatura; poznámky pod čarou; seznam literatury; "
        "použitá literatura; použité zdroje; seznam použité literatury; citovaná literatura; "
        "prameny a literatura; seznam zdrojů"
    ),
    note_words=r"pozn(?:ámka|\.)?",
    accessed=(
        r"cit\.|citováno|navštíveno|staženo|(?:poslední |datum )?přístupu?|"
        r"(?:naposledy )?(?:navštíveno|zobrazeno|otevřeno)|(?:datum )?citace|vid\."
    ),
    decided_on="ze dne",
    same_source="tamtéž|tamtež",
    media="online|cit",
    and_others="a kol|aj",
    series="edice",
    no_sites="č|roč|s|vyd|sv",
    site_tails="č|roč",
    address_cues="dostupn[éý] (?:z|na)(?: www)?",
    earlier_source=r"c(?:it)?\.\s?d(?=\.|,)|(?:cit(?:ované|\.)|uved(?:ené|\.)) dílo",
    numbered_source=r"pozn(?:ámk[ay]|\.)(?: pod čarou)?(?: č\.)?",
    above="výše|shora",
    below="níže",
    pages=r"s\.|str\.|stran[ay]",
    paragraphs=r"odst\.|odstavec|bod",
    sections="oddíl",
    chapters=r"kap\.?|kapitol[ay]",
    lines="řádek|řádky",
    times=r"min\.|minut[ay]",
    at_place="zde|na",
    volumes=r"č\.|roč\.|ročník|sv\.",
    no_date=r"b\.\s?d\.|bez data|b\.\s?r\.",
    between_authors="a",
    other_authors=r"a kol\.?|a další|a spol\.|aj\.",
    quoted_in=r"cit\. (?:podle|dle)|citováno (?:podle|v)",
    unpublished="v tisku",
    organisations="ministerstvo|úřad|ústav|univerzita|komise|rada|sdružení|spolek|česká",
    no_authors="tabulka|kapitola|zákon|smlouva|vydání|jaro|podzim|válka",
    before_places="v|ve",
    speech="řekla?|uvedla?|dodala?|prohlásila?|vysvětlila?|napsala?|říká|sdělila?",
    editors_notes=r"sic|(?:zvýraznění|zvýrazněno|zdůrazn\w*|kurz[ií]va|podtržen\w*|překlad|zvýr)\b[^\])]{0,40}",
    left_out="vynecháno|kráceno",
    turning=(
        "(?:jen |pouze |i )?(?:pokud|když|jestliže)|ledaže|leda|kromě|s výjimkou|ale|avšak|ovšem|ačkoli|"
        "přestože|za předpokladu|nýbrž|však"
    ),
    denying=(
        r"(?:ne(?:věř|mysl|řek|říka|tvrd|znamená|domnív|vím|ví|slíbi|ní pravda)\w*)(?: \w+){0,3},? (?:že|zda)|"
        r"(?:popír\w*|popře\w*|pochybuj\w*|zpochyb\w*|odmít\w*|vyvrá\w*|nepravda|lež|nemožné|nepravděpodobné|"
        r"mýtus|nikdo \w+)(?: \w+){0,4},? že"
    ),
    page_not_found="stránka nebyla nalezena|stránka nenalezena",
    page_cut=(
        r"pro pokračování ve čtení|(?:jen|pouze) pro předplatitele|zbývá[^.!?]{0,20}\d{1,2} ?%"
        r"|(?:vyčerpali|přečetli) jste (?:limit|všechny)[^.!?]{0,25}(?:bezplatn|zdarma)"
    ),
    page_cut_words=(
        "čtení; předplatitel; zbývá"
        r"; bezplatn; zdarma"
    ),
    page_removed=(
        "(?:toto |tento )?(?:video|příspěvek|obsah|účet) (?:není (?:již )?(?:dostupn[ýé]|k dispozici)|"
        "byl[oa]? (?:odstraněn|smazán|pozastaven)[oa]?)"
    ),
    page_loading="načítá(?:ní| se)|počkejte(?: prosím)?",
    page_of=r"strana \d+ z \d+",
    page_consent_words=r"souhlas\w*|osobních údajů|soukromí",
    directions=r"potlesk\w*|smích\w*|hluk\w*|nesrozumiteln\w*",
    page_related=(
        "čtěte také; přečtěte si; čtěte více; související; související články; nejčtenější; mohlo by vás zajímat"
        r"; doporučujeme"
    ),
    page_comments="komentáře; přidat komentář",
    page_numbering="strana strany str s z",
    page_lines=(
        "reklama; inzerce; článek pokračuje pod reklamou; pokračování článku pod reklamou; sdílet; sdílet článek; "
        "tisknout; přihlaste se k odběru; nahoru; důvěrné; návrh; koncept"
    ),
    page_stamps=(
        "staženo z; staženo ze; všechna práva vyhrazena; vytištěno; pokračování na straně; pokračování ze strany"
    ),
    page_redirecting=r"budete (?:automaticky )?přesměrováni",
    page_labels=r"(?:inzerce|článek pokračuje pod (?:reklamou|inzercí))",
    dots="tečka",
    source_cues="(?:zdroje?|zde)",
    invitations="přihlaste se|odebírejte|sledujte nás|sdílejte|podpořte|klikněte|napište nám|poslechněte",
    page_challenge=(
        "ověř(?:te|ujeme),? (?:prosím )?(?:že|zda) (?:nejste|jste) (?:robot|člověk)|^okamžik,? prosím[ .…!]*$"
        r"|nejste robot|bezpečnostní (?:kontrola|ověření)|neobvykl\w+ provoz"
    ),
    page_elsewhere_only=(
        r"(?:není|nejsou) (?:ve vaší zemi|ve vašem regionu) (?:k dispozici|dostupn)|nedostupn\w+ ve vaší zemi"
    ),
    page_consent="než budete pokračovat|vaše soukromí",
    page_login="^přihlášení|^přihlásit se|^přihlaste se",
    page_paywall="(?:jen|pouze) pro předplatitele|předplaťte si|už mám předplatné",
    page_parked="(?:tato )?doména je na prodej|doména na prodej",
    page_maintenance="probíhá údržba|v údržbě|údržba (?:webu|stránek|serveru)",
    page_needs_script="povolte javascript",
    page_not_there="stránka,? (?:kterou hledáte|na kterou)[^.]{0,30}(?:neexistuje|nebyla|byla)",
    below_zero="pod nulou|mrazu",
    opposites=(
        "vzrostl vzrostla vzrostlo vzrostly stoupl stoupla / klesl klesla kleslo klesly; schválil schválila "
        "přijal / zamítl zamítla odmítl; vyhrál vyhrála / prohrál prohrála"
        "; více / méně; vzrostl vzrostla vzrostlo stoupl stoupla / klesl klesla kleslo poklesl poklesla; "
        "růst nárůst / pokles"
    ),
    page_age="je vám (?:více než |už |nad )?18|ověření věku|potvrďte (?:svůj )?věk",
    page_rest="číst (?:dál|dále|celý (?:článek|text))",
    page_abstract="abstrakt; anotace",
    decades_behind=r"\. (?:léta|let|letech)",
    parts=(
        "2 polovina! polovinu! poloviny! polovině!; 3 třetina! třetinu! třetiny!; 4 čtvrtina! čtvrtinu! "
        "čtvrtiny!; 5 pětina! pětinu! pětiny!; 10 desetina! desetinu!"
    ),
    out_of="z",
    every="každý|každá|každé",
    points=r"procentní\w* bod\w*",
    currencies=("KRONE koruna koruny korun kč; € euro eur; $ dolar dolary dolarů"),
    half_a="půl",
    ordinals=(
        "3 třetí; 4 čtvrtý čtvrtá čtvrté; 5 pátý pátá páté; 6 šestý šestá; 7 sedmý sedmá; 8 osmý osmá; "
        "9 devátý devátá; 10 desátý desátá"
    ),
    short_forms=(
        "dr doktor; prof profesor; sv svatý svatého svaté svatá; ul ulice; kč korun koruny; tis tisíc "
        "tisíce; mil milion milionu milionů miliony; mld miliarda miliardy miliard; km kilometrů"
    ),
    page_retracted=(
        r"(?:tento|tato) (?:článek|studie|práce|zpráva|publikace) (?:byl|byla) (?:stažen|odvolán)a?\b"
        r"|stažený článek(?=\s*(?:[:\]–—|-]|[.!]?$))"
    ),
    page_members=r"musíte (?:být přihlášen|se přihlásit)|(?:jen|pouze) pro (?:registrované|přihlášené)",
)
