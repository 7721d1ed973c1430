"""Finnish."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Finnish",
    codes="fi",
    archived="arkistoitu",
    introductions=r"ks\.?(?: myös)?|katso|vrt\.?|(?-i:ja|sekä)",
    pointers=r"ks|katso|vrt|lisää",
    months=(
        "tammikuu tammikuuta tammikuussa; helmikuu helmikuuta helmikuussa; maaliskuu maaliskuuta maaliskuussa; "
        "huhtikuu huhtikuuta huhtikuussa; toukokuu toukokuuta toukokuussa; kesäkuu kesäkuuta kesäkuussa; "
        "heinäkuu heinäkuuta heinäkuussa; elokuu elokuuta elokuussa; syyskuu syyskuuta syyskuussa; "
        "lokakuu lokakuuta lokakuussa; marraskuu marraskuuta marraskuussa; joulukuu joulukuuta joulukuussa"
    ),
    numbers=(
        "2 kaksi kahden; 3 kolme kolmen; 4 neljä; 5 viisi; 6 kuusi; 7 seitsemän; 8 kahdeksan; 9 yhdeksän; "
        "10 kymmenen; 11 yksitoista; 12 kaksitoista; 13 kolmetoista; 14 neljätoista; 15 viisitoista; "
        "16 kuusitoista; 17 seitsemäntoista; 18 kahdeksantoista; 19 yhdeksäntoista; 20 kaksikymmentä; "
        "30 kolmekymmentä; 40 neljäkymmentä; 50 viisikymmentä; 60 kuusikymmentä; 70 seitsemänkymmentä; 80 "
        "kahdeksankymmentä; 90 yhdeksänkymmentä; "
        "100 sata; 1000 tuhat"
        "; 1.5 puolitoista"
    ),
    elsewhere="ei en et",
    joined_numbers="1 yksi; 100 sataa; 1000 tuhatta",
    amounts="yksi puolet",
    magnitudes="1e3 tuhat tuhatta; 1e6 miljoona miljoonaa; 1e9 miljardi miljardia",
    percent=("prosentti prosenttia prosentilla prosentin prosenttiin"),
    roughly="noin melkein lähes",
    at_least="yli",
    at_most="alle",
    joining="ja tai",
    centuries="vuosisa(?:ta|dalla|dan)",
    negations="ei en et emme ette eivät älä ilman koskaan kukaan mikään",
    negative_prefixes="epä",
    modals="voi voisi saattaa pitää pitäisi täytyy ehkä todennäköisesti mahdollisesti",
    qualifiers="vain melkein lähes jotkut usein joskus",
    titles_of_people=(
        "presidentti ministeri pääministeri kuningas kuningatar prinssi paavi piispa kenraali eversti tuomari "
        "professori tohtori herra rouva"
    ),
    function_words="ja on se että ei hän joka oli mutta kun",
    ordinals_have_stops=True,
    note_headings=(
        "viitteet; lähteet; alaviitteet; lähdeluettelo; kirjallisuus; kirjallisuusluettelo; loppuviitteet; "
        "lähteet ja kirjallisuus; viiteluettelo"
    ),
    note_words="alaviite",
    accessed=(
        "viitattu|luettu|haettu|tarkistettu|(?:viimeksi )?(?:katsottu|käyty|avattu|viitattu)|viittauspäivä|luettavissa"
    ),
    and_others="ym|ynnä muut",
    no_sites="nro|s|vol",
    site_tails="nro",
    address_cues="saatavissa|saatavilla",
    see=r"ks\.|katso|vrt\.",
    same_source="sama teos|samassa",
    earlier_source=r"m\.?\s?t(?=\.)|mainittu teos|em\. teos",
    numbered_source="(?:ala|loppu)?viite|viitteet|nootti",
    above="edellä|yllä",
    below="jäljempänä|alla",
    pages=r"s\.|siv(?:u|ut|ulla|uilla)",
    paragraphs="kohta|kappale",
    sections="jakso",
    chapters="luku|luvut",
    lines="rivi(?:t)?",
    times="minuutti",
    at_place="tässä",
    volumes=r"nro|n:o|vsk\.",
    no_date=r"n\.\s?d\.|s\.\s?a\.",
    between_authors="ja|sekä",
    other_authors=r"ym\.?|et al\.?|ja muut|työtovereineen|kumpp\.",
    cited_within=r"ks\.|sit\.",
    unpublished="painossa|tulossa",
    organisations=r"\w*(?:ministeriö|virasto|laitos|liitto|neuvosto|keskus|pankki|yhdistys|säätiö)|yliopisto",
    no_authors="taulukko|kuvio|luku|laki|kevät|kesä|syksy|talvi|sota",
    speech="sanoi|sanoo|kertoo|kertoi|toteaa|totesi|kirjoittaa|kirjoitti",
    editors_notes=r"sic|(?:korostus|kursivointi|kursiivi|alleviivaus|lihavointi|käännös|suomennos|kurs)\b[^\])]{0,40}",
    left_out="poistettu",
    turning=(
        "(?:vain |paitsi |vaikka )?jos|ell(?:ei|en|et|emme|ette|eivät)|paitsi|mutta|vaikka|kunhan|"
        "lukuun ottamatta|edellyttäen|kuitenkin|vaan|mikäli|niin kauan kuin|niin kauan"
    ),
    denying=(
        r"(?:en|et|ei|emme|ette|eivät|enkä|eikä)(?: \w+){0,2} (?:usko\w*|sano\w*|väit\w*|tarkoita|ajattele|"
        r"tiedä|luvan\w*|ole (?:totta|näyttöä|todisteita))(?: \w+){0,2},? (?:että|jos)|(?:kielt(?:ää|i|ävät|"
        r"ivät)|kiist(?:ää|i|ävät|ivät)|epäil\w+|torju\w*|valetta|mahdotonta|epätodennäköistä|"
        r"kukaan \w+)(?: \w+){0,4},? että"
    ),
    page_not_found=(
        r"sivua ei löydy\w*"
        r"|(?:sivua|artikkelia|sisältöä|sivustoa) ei (?:löyt\w+|ole(?: enää)?(?: olemassa)?)|(?:sivu|"
        "artikkeli) (?:on poistettu|ei ole enää)"
    ),
    page_cut=(
        "jatkaaksesi lukemista|lue koko|vain tilaajille"
        r"|(?:lukenut|käyttänyt) (?:kaikki )?(?:kuukauden )?(?:ilmaiset|maksuttomat) (?:artikkelit|juttusi|artikkelisi)"
    ),
    page_cut_words=(
        "lukemista; tilaajille; lue koko"
        r"; ilmaiset; maksuttomat"
    ),
    page_removed=(
        "(?:video|julkaisu|sisältö|tili) (?:ei ole (?:enää )?(?:saatavilla|käytettävissä)|on (?:poistettu|jäädytetty))"
    ),
    page_loading="ladataan",
    page_of=r"sivu \d+ ?/ ?\d+",
    page_consent_words="suostumus|henkilötietoja|evästeet",
    directions=r"suosionosoituk\w+|aplod\w+|naur\w+|hälinää|taputuk\w+",
    page_related="lue myös; lue lisää; aiheesta lisää; luetuimmat; katso myös",
    page_comments="kommentit; kirjoita kommentti; jätä kommentti",
    page_numbering="sivu sivut sivua s",
    page_lines=(
        "mainos; mainokset; ilmoitus; juttu jatkuu mainoksen jälkeen; artikkeli jatkuu mainoksen alla; jaa; jaa "
        "artikkeli; jaa tämä artikkeli; tulosta; tilaa; tilaa uutiskirje; takaisin ylös; luottamuksellinen; "
        "luonnos"
    ),
    page_stamps="ladattu osoitteesta; ladattu sivulta; kaikki oikeudet pidätetään; jatkuu sivulla; jatkoa sivulta",
    page_labels=(
        r"(?:mainos|juttu jatkuu mainoksen (?:alla|jälkeen)|artikkeli jatkuu mainoksen (?:alla|"
        r"jälkeen))"
    ),
    dots="piste",
    source_cues="(?:lähteet|lähde|linkki)",
    invitations="tilaa|seuraa meitä|jaa|tue meitä|klikkaa|ilmoittaudu|kuuntele",
    page_challenge="varmista,? että (?:et ole robotti|olet ihminen)|^hetkinen[ .…!]*$",
    page_elsewhere_only="(?:ei ole|eivät ole) (?:saatavilla|käytettävissä) (?:maassasi|alueellasi|sinun maassasi)",
    page_consent="ennen kuin jatkat|yksityisyytesi",
    page_login="^kirjaudu",
    page_paywall="vain tilaajille|tilaa (?:lehti|ja lue)|oletko jo tilaaja",
    page_parked="(?:tämä )?verkkotunnus (?:on )?myytävänä",
    page_maintenance="huoltokatko|huoltotauko",
    page_redirecting="sinut ohjataan|sivu on siirretty",
    page_needs_script="ota javascript käyttöön",
    minus="miinus",
    below_zero="pakkasta",
    page_not_there=(
        "(?:etsimääsi|hakemaasi|pyytämääsi) (?:sivua|artikkelia|sisältöä) ei|(?:etsimäsi|"
        "pyytämäsi) (?:sivu|artikkeli) (?:on|ei)"
    ),
    page_age="oletko (?:jo |yli |vähintään )?18|iän vahvistaminen|vahvista ikäsi",
    page_rest="lue koko (?:artikkeli|juttu)|jatka lukemista",
    page_abstract="tiivistelmä",
    decades_behind=r"-?luvu\w*|-?luku\w*",
    parts=(
        "2 puolet!; 3 kolmasosa! kolmasosan! kolmannes! kolmanneksen!; 4 neljäsosa! neljäsosan! neljännes! "
        "neljänneksen!; 5 viidesosa! viidesosan! viidennes! viidenneksen!; 10 kymmenesosa! kymmenesosan!"
    ),
    every="joka",
    points=r"prosenttiyksik\w+",
    currencies=("$ dollaria dollari; € euroa euro; KRONE kruunua; ₽ ruplaa"),
    opposites=(
        "nousi kasvoi lisääntyi kasvoivat nousivat / laski väheni pieneni laskivat vähenivät; enemmän / vähemmän; "
        "suurin / pienin; nousee kasvaa lisääntyy / laskee vähenee pienenee; avattiin avataan / suljettiin "
        "suljetaan; hyväksyi hyväksyttiin / hylkäsi hylättiin; voitti voittivat / hävisi hävisivät; ennen / "
        "jälkeen; enemmistö / vähemmistö; ensimmäinen / viimeinen; salli sallittiin / kielsi kiellettiin; nousu "
        "kasvu / lasku; voitto / tappio; korkein / matalin; tuonti / vienti; pohjoinen / etelä"
    ),
    ordinals=(
        "2 toinen toiseksi; 3 kolmas kolmanneksi; 4 neljäs neljänneksi; 5 viides viidenneksi; 6 kuudes; "
        "7 seitsemäs; 8 kahdeksas; 9 yhdeksäs; 10 kymmenes"
    ),
    short_forms="tri tohtori; prof professori; km kilometriä; milj miljoonaa miljoona; mrd miljardia miljardi",
    page_members=r"sinun (?:täytyy|pitää|tulee) (?:kirjautua|olla kirjautu)",
)
