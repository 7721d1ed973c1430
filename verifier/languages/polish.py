"""Polish."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Polish",
    codes="pl",
    months=(
        "styczeń stycznia sty; luty lutego lut; marzec marca mar; kwiecień kwietnia kwi; maj maja; "
        "czerwiec czerwca cze; lipiec lipca lip; sierpień sierpnia sie; wrzesień września wrz; "
        "październik października paź; listopad listopada lis; grudzień grudnia gru"
    ),
    numbers=(
        "2 dwa dwie dwóch; 3 trzy; 4 cztery; 5 pięć pięciu; 6 sześć; 7 siedem; 8 osiem; 9 dziewięć; 10 dziesięć; "
        "11 jedenaście; 12 dwanaście; 13 trzynaście; 14 czternaście; 15 piętnaście; 16 szesnaście; "
        "17 siedemnaście; 18 osiemnaście; 19 dziewiętnaście; 20 dwadzieścia; 30 trzydzieści; 40 czterdzieści; "
        "50 pięćdziesiąt; 60 sześćdziesiąt; 70 siedemdziesiąt; 80 osiemdziesiąt; 90 dziewięćdziesiąt; 100 sto; "
        "200 dwieście; 300 trzysta; 400 czterysta; 500 pięćset; 600 sześćset; 700 siedemset; 800 "
        "osiemset; 900 dziewięćset"
        "; 1.5 półtora półtorej; 3 trzech; 4 czterech; 6 sześciu; 7 siedmiu; 8 ośmiu; 9 dziewięciu; 10 "
        "dziesięciu; 12 dwunastu; 20 dwudziestu; 30 trzydziestu; 40 czterdziestu; 50 pięćdziesięciu; "
        "100 stu"
    ),
    amounts="jeden jedna połowa",
    magnitudes=(
        "10 dekada dekady; 1e3 tysiąc tysiące tysięcy tys; 1e6 mln milion miliony milionów; "
        "1e9 mld miliard miliardy miliardów"
        "; 1e3 tysiąca; 1e6 miliona milionie; 1e9 miliarda miliardzie"
    ),
    percent="procent procenta",
    roughly="prawie około niemal",
    at_least="ponad więcej",
    at_most="mniej poniżej do",
    between="między pomiędzy",
    joining="i lub",
    centuries="wiek(?:u|ach|ów)?",
    negative_joints="ani",
    negations="nie nigdy nikt nic bez ani żaden żadna",
    negative_prefixes="nie bez",
    opposites=(
        "wzrósł wzrosła wzrosło wzrosły wzrost zwiększył zwiększyła / spadł spadła spadło spadły spadek "
        "zmniejszył zmniejszyła zmalał zmalała; wzrosła wzrósł wzrosło wzrosły wzrośnie / spadła spadł "
        "spadło spadły zmalała zmalał spadnie; przyjął "
        "przyjęła przyjęto / odrzucił odrzuciła odrzucono; wygrał wygrała / przegrał przegrała; pierwszy pierwsza /"
        " ostatni ostatnia; wzrósł wzrosła wzrosło / spadł spadła spadło; więcej / mniej; przyjął / odrzucił; "
        "większość / mniejszość; przed / po; więcej wyższy wyższa / mniej niższy niższa; wzrost / spadek; rośnie "
        "rosną wzrosną / spada spadają spadną; przyjęli przyjęły zatwierdził zatwierdziła poparł poparła / "
        "odrzucili odrzuciły; otwarto otwarty otwarta otworzył otworzyła / zamknięto zamknięty zamknięta zamknął "
        "zamknęła; wygrali / przegrali; zezwolono pozwolono / zakazano zabroniono; zwycięstwo / porażka klęska; "
        "import / eksport; północ / południe; wschód / zachód; zysk / strata"
    ),
    units=(
        "KG kilogramów kilogramy; TON tony; KM kilometrów kilometry; METRE metrów metry; CM centymetrów; HECTARE "
        "hektarów hektary; LITRE litrów litry; HOUR godzin godziny; MINUTE minut minuty; DAY dni; WEEK tygodni "
        "tygodnie; MONTH miesięcy miesiące; YEAR lat lata"
    ),
    modals="może mogą mógłby musi powinien prawdopodobnie",
    qualifiers="tylko prawie około niektóre często czasem",
    titles_of_people=(
        "prezydent minister premier senator burmistrz król królowa książę papież biskup kardynał ksiądz ojciec generał "
        "pułkownik kapitan sędzia profesor doktor pan pani hrabia święty"
    ),
    function_words="w na z do po i a o że nie to jest są się jak od za przez dla",
    opening="w na z do po to ten ta jest nie ale",
    announcing="tzw prof.dr m.in tzn np dot śp prof",
    counting="str rozdz poz rys",
    closing="ur zm r w",
    before_ordinal="dnia",
    ordinals_have_stops=True,
    note_headings=(
        "przypisy; źródła; bibliografia; odnośniki; uwagi; literatura; spis literatury; wykaz literatury; "
        "literatura cytowana; bibliografia i źródła; źródła internetowe; przypisy końcowe; przypisy dolne; "
        "literatura przedmiotu"
    ),
    heading_buttons="[edytuj]",
    note_words=r"przyp(?:is|\.)?",
    accessed=(
        r"(?:ostatni )?dostęp(?: z?\s?dnia| w dniu)?|data (?:ostatniego )?dostępu|odczyt(?:ano)?(?: dnia)?|"
        r"pobrano(?: dnia)?|(?:data )?(?:odczytu|pobrania|wejścia|odwiedzin)|ostatnie (?:wejście|odwiedziny)|"
        r"odwiedzono|wyświetlono|(?:ostatnio )?przeglądano"
    ),
    archived="zarchiwizowane",
    introductions=r"zob\.|zobacz|por\.|zob\. też|(?-i:i|oraz)|źródł[oa](?=\s*:)",
    editions=r"wyd(?:\.|anie)",
    edited="red",
    and_others="i in(?:ni)?|i wsp",
    series="seria",
    no_sites="nr|t|s|tom|wyd|z",
    site_tails="nr|t|tom|z",
    address_cues="dostępn[yea] (?:na|w|pod)|pobrano z",
    decided_on="z|z dnia",
    same_source=r"tamże|j\.\s?w(?=\.)|jw(?=\.)",
    earlier_source=r"zob\. wyżej|dz\.\s?cyt|(?:op|art)\.\s?cyt|dzieło cytowane",
    numbered_source=r"przypis(?:y|ie|u)?|przyp\.",
    above="wyżej|powyżej",
    below="niżej|poniżej",
    pages=r"s\.|str\.|stron[aey]?",
    paragraphs=r"akapit|pkt\.?|ust\.|akap\.",
    sections=r"sekcja|podrozdz\.",
    chapters=r"rozdz\.|rozdział(?:y)?",
    lines="wers|wiersz(?:e)?",
    times="minut[ay]",
    at_place="tu|tutaj|na",
    volumes=r"nr|t\.|z\.|rocznik",
    no_date=r"b\.\s?d\.|b\.\s?r\.",
    between_authors="i|oraz",
    other_authors=r"i in\.?|i inni|i wsp\.?|i współautorzy",
    quoted_in=r"cyt\. za",
    cited_within="za",
    unpublished="w druku|w przygotowaniu",
    organisations=(
        "ministerstwo|urząd|bank|rada|komisja|instytut|uniwersytet|agencja|stowarzyszenie|organizacja|"
        "towarzystwo|fundacja|związek|centrum|akademia|sąd|partia|komitet"
    ),
    no_authors="tabela|rysunek|rozdział|ustawa|traktat|wydanie|wiosna|lato|jesień|wojna",
    before_places="w|we",
    spoken_of="przez",
    speech=(
        r"powiedział\w*|stwierdził\w*|napisał\w*|mówi\w*|dodał\w*|podkreślił\w*|zaznaczył\w*|wyjaśnił\w*|"
        r"tłumaczył\w*"
    ),
    editors_notes=(
        r"sic|(?:podkreśl\w*|podkr|wyróżn\w*|kursywa|tłum|przekład|tłumaczenie|pogrub\w*|"
        r"wytłuszcz\w*)\b[^\])]{0,40}"
    ),
    notes_left_out="(?:przypis[yów]*|odsyłacze) (?:pominięt[oey]|opuszczono)",
    left_out="opuszczono|pominięto|skrót",
    turning=(
        "(?:tylko |chyba że |nawet )?jeśli|jeżeli|chyba że|o ile|ale|lecz|jednak|oprócz|poza|z wyjątkiem|"
        "chociaż|choć|pod warunkiem|z zastrzeżeniem|dopóki|póki|w razie"
    ),
    denying=(
        r"nie (?:\w+ ){0,2}(?:sądz\w+|wierz\w+|myśl\w+|mówi\w*|powiedzi\w+|twierdz\w+|znaczy|oznacza|wiem|wie|"
        r"uważa\w*|jest prawdą|ma dowod\w+|obieca\w+)(?: \w+){0,3},? (?:że|czy|iż|by|aby)|(?:zaprzecz\w+|"
        r"wątp\w+|kwestionuj\w+|odrzuc\w+|fałszywe|nieprawda|nieprawdą jest|niemożliwe|mit|mało prawdopodobne|"
        r"nikt nie \w+|brak dowodów)(?: \w+){0,4},? (?:że|iż|jakoby)"
    ),
    pointers=r"zob|zobacz|por\.|więcej (?:o|na)|szerzej",
    page_not_found="nie znaleziono(?: strony)?|strona nie (?:istnieje|została znaleziona)|strony nie znaleziono",
    page_login="^zaloguj",
    page_paywall="tylko dla (?:prenumeratorów|subskrybentów)",
    page_cut=(
        "aby (?:czytać dalej|przeczytać (?:całość|cały))|(?:pozostało|zostało)(?: jeszcze| "
        r"ci)*[^.!?]{0,25}\d{1,2} ?%|(?:artykuł|treść|tekst)[^.!?]{0,12} (?:tylko )?dla "
        "(?:prenumeratorów|subskrybentów)"
        r"|(?:twój )?ostatni (?:darmowy|bezpłatny) (?:artykuł|tekst)|"
        r"(?:wykorzystał|przeczytał)\w+ (?:już )?(?:limit|wszystkie|swoje)[^.!?]{0,25}(?:darmow|bezpłatn)"
        r"|(?:wypróbuj|zarejestruj się|załóż konto)[^.!?]{0,25} i czytaj dalej"
    ),
    page_cut_words=(
        "czyta; pozosta; zosta; prenumerat; subskryb"
        r"; darmow; bezpłatn"
    ),
    page_removed=(
        "(?:ten |ta |to )?(?:film|wideo|post|treść|konto|wpis|kanał) (?:jest |został[ao]? )?(?:już "
        ")?(?:niedostępn[eya]|usunięt[eya]|zawieszon[eya]|prywatn[eya])"
    ),
    page_loading="(?:trwa )?ładowanie|proszę czekać",
    page_of=r"strona \d+ z \d+",
    page_consent_words=r"zgod[ayęą]|partner\w*|dan\w+ osobow\w+|prywatnoś\w+|reklam\w*",
    directions=r"oklaski|brawa|śmiech\w*|wesołość|dzwonek|niesłyszalne|poruszenie",
    page_related=(
        "czytaj też; czytaj także; czytaj więcej; zobacz też; zobacz także; przeczytaj także; powiązane; "
        "najczęściej czytane; polecane"
        r"; polecamy; warto przeczytać"
    ),
    page_comments="komentarze; dodaj komentarz",
    page_numbering="strona strony str s z",
    page_lines=(
        "reklama; ogłoszenie; dalsza część artykułu pod reklamą; dalszy ciąg artykułu pod reklamą; ciąg dalszy pod "
        "reklamą; materiał sponsorowany; udostępnij; udostępnij artykuł; podziel się; drukuj; zapisz się do "
        "newslettera; do góry; poufne; projekt; wersja robocza"
    ),
    page_stamps=(
        "pobrano z; pobrano ze strony; wszelkie prawa zastrzeżone; wszystkie prawa zastrzeżone; wydrukowano; ciąg "
        "dalszy na stronie; ciąg dalszy ze strony"
    ),
    page_redirecting=(
        r"zostaniesz (?:automatycznie )?przekierowan[ya]|trwa przekierowanie|za chwilę "
        r"nastąpi przekierowanie"
    ),
    page_labels=(
        r"(?:reklama|dalsz(?:a|y) (?:część|ciąg) (?:tekstu|artykułu|materiału) (?:pod|"
        r"poniżej)[^\n]{0,30}|ciąg dalszy pod reklamą)"
    ),
    dots="kropka",
    source_cues="(?:źródł[oa]|tutaj)",
    invitations=(
        "zapisz się|subskrybuj|obserwuj|udostępnij|wesprzyj|kliknij|napisz do nas|zarejestruj|posłuchaj|"
        "uzyskaj dostęp|kup licencję|pobierz|zaloguj się|dołącz do|o nas|kup teraz"
    ),
    own_parts=(
        r"(?:ten|ta|to|tym|tej|niniejsz\w+|nasz\w*) (?:artykuł\w*|tekst\w*|praca|pracy|raport\w*|"
        r"rozdzia\w+|badani\w+)|(?:tabela|rysunek|rozdział|część|strona|s\.) \d+"
    ),
    superlatives=r"naj\w{4,20}(?: [\w-]+){0,4} (?:na świecie|w kraju|w historii|w europie)",
    page_corrected=(
        r"\b(?:sprostowanie|korekta|od redakcji)\s*:"
        r"|\bw (?:poprzedniej|pierwotnej) wersji (?:artykułu|tekstu)"
    ),
    page_challenge=(
        "(?:potwierdź|sprawdzamy),? (?:że|czy) (?:nie )?jesteś (?:robotem|człowiekiem)|^chwileczkę[ .…!]*$"
        r"|nie jesteś robotem|weryfikacja bezpieczeństwa|nietypowy ruch"
    ),
    page_elsewhere_only=r"(?:niedostępn\w+|nie (?:jest|są) dostępn\w+) (?:w (?:twoim|państwa|pana) (?:kraju|regionie))",
    page_consent=(
        "zanim (?:przejdziesz|zaczniesz|kontynuujesz)|twoja prywatność|cenimy (?:twoją )?prywatność"
        r"|my i nasi (?:\d+ )?partnerzy|szanujemy (?:twoją|państwa) prywatność"
    ),
    page_parked="(?:ta )?domena (?:jest )?(?:na sprzedaż|wystawiona na sprzedaż)",
    page_maintenance="prace (?:konserwacyjne|techniczne|serwisowe)|przerwa techniczna|(?:wkrótce|zaraz) wracamy",
    page_needs_script="włącz(?:yć)? (?:obsługę )?javascript",
    page_not_there=r"(?:strona|artykuł|treść),? któr[aąeyę]\w* (?:szukasz|próbujesz \w+|żądasz),? (?:nie|został)",
    page_age=(
        "czy (?:masz|ukończyłeś|ukończył[aeś/()]*) (?:skończone )?18 lat|potwierdź (?:swój )?wiek|weryfikacja wieku"
    ),
    below_zero="poniżej zera|mrozu",
    page_waiting="zbyt wiele (?:zapytań|żądań)|poczekalnia",
    page_rest="czytaj (?:dalej|całość|cały (?:artykuł|tekst))",
    page_abstract="streszczenie; abstrakt",
    decades_before="lat(?:a|ach)?",
    parts=(
        "2 połowa! połowę! połowy! połowie!; 3 trzecia trzecią trzecie trzeciej; 4 czwarta czwartą czwarte "
        "czwartych ćwierć!; 5 piąta piątą piąte piątych; 10 dziesiąta dziesiątą dziesiąte"
    ),
    out_of="na",
    every="co",
    points=r"punkt\w* procentow\w*|p\. ?p\.|pkt proc\w*",
    currencies=(
        "ZLOTY zł złoty złote złotych pln; € euro; $ dolar dolary dolarów; £ funtów; ₽ rubli; KRONE "
        "koron; FRANC franków"
    ),
    around="około",
    half_a="pół",
    short_forms=(
        "dr doktor; prof profesor; św święty świętego świętej świętą; ul ulica ulicy; al aleja alei; zł "
        "złotych złote złoty; tys tysiąc tysiące tysięcy; mln milion miliona milionów miliony; mld "
        "miliard miliarda miliardów miliardy; r roku rok; gen generał; km kilometrów; pl plac placu"
    ),
    page_retracted=(
        r"(?:ten|ta|to|niniejsz\w+) (?:artykuł|praca|raport|publikacja|tekst) (?:został|została) wycofan[ya]\b"
        r"|artykuł wycofany(?=\s*(?:[:\]–—|-]|[.!]?$))|wycofan(?:y|a)(?=\s*[:\]–—])"
    ),
    page_members=r"musisz (?:się zalogować|być zalogowan)|tylko dla zalogowanych",
    totals="razem suma ogółem łącznie średnia",
    instead="zamiast",
)
