"""Romanian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Romanian",
    codes="ro mo",
    elsewhere="opt",
    months=(
        "ianuarie ian; februarie feb; martie mar; aprilie apr; mai; iunie iun; iulie iul; august aug; "
        "septembrie sept sep; octombrie oct; noiembrie noi nov; decembrie dec"
    ),
    numbers=(
        "2 doi două; 3 trei; 4 patru; 5 cinci; 6 șase şase; 7 șapte şapte; 8 opt; 9 nouă; 10 zece; 11 unsprezece; "
        "12 doisprezece douăsprezece; 13 treisprezece; 14 paisprezece; 15 cincisprezece; 16 șaisprezece; "
        "17 șaptesprezece; 18 optsprezece; 19 nouăsprezece; 20 douăzeci; 30 treizeci; 40 patruzeci; 50 cincizeci; "
        "60 șaizeci; 70 șaptezeci; 80 optzeci; 90 nouăzeci; "
        "100 sută sute; 1000 mie"
    ),
    magnitudes="10 deceniu decenii; 1e3 mii; 1e6 milion milioane; 1e9 miliard miliarde",
    percent="sută",
    percent_phrases="la sută",
    roughly="aproape circa aproximativ",
    at_least="peste",
    at_most="sub până",
    between="între",
    joining="și sau",
    centuries="secol(?:ul|ele|e)?",
    negative_joints="nici",
    negations="nu niciodată nimeni nimic fără nici n-a n-au",
    negative_prefixes="ne in im",
    modals="poate ar trebui trebuie probabil",
    qualifiers="doar aproape circa unii",
    function_words="și în la de cu pe din un o este sunt a ai al ale că nu se să pentru",
    opening="un o în la de cu pe din dar și el ea ei",
    note_headings=(
        "note; note de subsol; referințe; surse; bibliografie; referințe bibliografice; lucrări citate; "
        "note și referințe; note bibliografice; note finale; surse bibliografice"
    ),
    accessed=(
        "(?:ultima accesare|ultimul acces|data accesării)(?: la| pe)?|"
        "(?:accesat|consultat)[ăe]?(?: ultima dată)?(?: la| pe)?|"
        "(?:vizitat|accesat|consultat)[ăe]? (?:în|în data de|pe|la)|data consultării"
    ),
    archived="arhivat",
    introductions="vezi(?: și)?|(?-i:și)",
    and_others="ș.a",
    address_cues="disponibil (?:la|pe)",
    see=r"v\.",
    decided_on="din",
    earlier_source=r"(?:lucr|ob)\.\s?cit|lucrarea citată",
    numbered_source="not[aeă]",
    above="supra|mai sus",
    below="infra|mai jos",
    pages=r"pag\.|pagin(?:a|ile)",
    paragraphs=r"alin\.|paragraful",
    sections="secțiunea",
    chapters=r"cap\.|capitolul",
    times="minutul",
    at_place="aici|la",
    volumes=r"nr\.|vol\.",
    no_date=r"f\.\s?a\.|f\.\s?d\.",
    between_authors="și|şi",
    other_authors=r"et al\.?|și alții|şi alţii|ș\.a\.|și colab\.?",
    quoted_in="apud|citat în",
    cited_within="citat de",
    unpublished="sub tipar|în curs de apariție",
    organisations="ministerul|banca|consiliul|comisia|institutul|universitatea|agenția|asociația|fundația",
    no_authors="tabel|capitol|lege|tratat",
    before_places="în|la",
    editors_notes=r"sic|(?:sublini\w*|cursiv\w*|italice\w*|evidenți\w*|traducerea|trad)\b[^\])]{0,40}",
    left_out="omis|omisiune",
    turning=(
        "(?:doar |chiar |decât )?dacă|dar|însă|cu excepția|deși|totuși|cu condiția|decât|exceptând|numai "
        "dacă|în afară|cât timp|câtă vreme|atâta timp cât|în cazul"
    ),
    denying=(
        r"nu (?:\w+ ){0,2}(?:cre[dz]\w*|spun\w*|spus|însemn\w+|afirm\w+|ști\w+|consider\w*|"
        r"pretin\w+)(?: \w+){0,3} (?:că|dacă)|(?:neag\w*|negat|dezmin\w+|contest\w+|îndoi\w+|respin\w+|fals|"
        r"imposibil|improbabil|un mit|nimeni nu \w+)(?: \w+){0,4} că"
    ),
    pointers=r"vezi|a se vedea|cf|pentru (?:o prezentare|o introducere|mai multe)",
    page_not_found="pagina nu (?:a fost găsită|există)",
    page_cut=(
        "pentru a (?:citi mai departe|continua (?:lectura|să citești|să citiți))|(?:doar|numai) pentru abonați"
        r"|(?:ai|ați) (?:atins|citit)[^.!?]{0,20}articolel?e? gratuite"
    ),
    page_cut_words=(
        "citi; lectura; abonați"
        r"; gratuite"
    ),
    page_removed=(
        "(?:acest |această )?(?:videoclip|postare|conținut|cont)(?:ul|a)? (?:nu (?:mai )?(?:este "
        "disponibilă?|există)|a fost (?:ștearsă?|eliminată?|suspendată?|șters))"
    ),
    page_loading="se încarcă",
    page_of=r"pagina \d+ din \d+",
    page_consent_words=r"consimțământ\w*|date(?:le)? personale",
    page_numbering="pagina pag p din",
    page_lines=(
        "publicitate; reclamă; articolul continuă după reclamă; continuarea după publicitate; distribuie; "
        "distribuie articolul; tipărește; abonează-te; sus; confidențial; proiect"
    ),
    page_stamps="descărcat de pe; descărcat de la; toate drepturile rezervate; continuare în pagina",
    speech=r"spus|declarat|afirmat|scris|adăugat|precizat|explicat|subliniat|spune|zis",
    page_labels=r"(?:publicitate|articolul continuă (?:mai jos|după (?:publicitate|reclamă)))",
    page_related=(
        "citește și; citeşte şi; citește mai mult; vezi și; articole similare; cele mai citite"
        r"; citește și; vezi și"
    ),
    source_cues="(?:sursa|surse|aici)",
    page_challenge=(
        r"verific\w+ (?:dacă|că) (?:nu )?(?:sunteți|ești) (?:un robot|om)|^un moment[ .…!]*$"
        r"|nu (?:sunteți|ești) (?:un )?robot|verificare de securitate"
    ),
    page_elsewhere_only=r"nu (?:este|sunt) disponibil\w* în (?:țara|regiunea|ţara) (?:dvs|dumneavoastră|ta)",
    page_consent="înainte de a continua|confidențialitatea (?:dvs|ta)",
    page_login="^autentificare|^conectare|^intră în cont",
    page_paywall="(?:doar|numai|exclusiv) pentru abonați|ești deja abonat",
    page_parked="(?:acest )?domeniu(?:l)? (?:este )?de vânzare",
    page_maintenance="în mentenanță|în curs de întreținere",
    page_redirecting=r"veți fi redirecționa\w+|pagina (?:a fost mutată|s-a mutat)",
    page_comments="comentarii; lasă un comentariu; adaugă un comentariu",
    page_needs_script="activați javascript",
    page_not_there=(
        r"(?:pagina|articolul|conținutul) (?:pe care (?:o|îl) (?:căutați|cauți|căutaţi)|solicitat\w*|"
        r"căutat\w*) (?:nu|a fost|poate)"
    ),
    page_age="ai (?:peste|împlinit) 18|aveți (?:peste|împlinit) 18|verificarea vârstei",
    page_rest="citește (?:mai departe|tot articolul|articolul integral)",
    page_abstract="rezumat",
    decades_before=r"ani[il]\w*",
    parts="2 jumătate! jumătatea!; 3 treime! treimi; 4 sfert! sferturi; 5 cincime! cincimi; 10 zecime! zecimi",
    out_of="din",
    points=r"puncte? procentual\w*",
    currencies=("LEU leu lei; € euro; $ dolari"),
    opposites="crescut creștere / scăzut scădere; mai_mult / mai_puțin",
    and_half="și jumătate",
    half_a="jumătate de",
    short_forms=(
        "dr doctor; prof profesor; sf sfântul sfânta; str strada; mil milioane milion; mld miliarde "
        "miliard; km kilometri"
    ),
    page_members=r"trebuie să (?:fii|fiți|vă|te) (?:autentific|conect)",
)
